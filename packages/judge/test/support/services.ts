import type { Random } from '@plimsoll/testkit';
import type { Sample, Series } from '../../src/index.ts';
import { happens, lognormal } from './chance.ts';

/** What can be between a service that is healthy and one that looks it. Chances are per attempt, from 0 to 1. */
export interface Service {
  readonly name: string;
  readonly errors?: number;
  /** Median and spread of the response times, in milliseconds; the limit is 500. */
  readonly median?: number;
  readonly spread?: number;
  /** Answers that take three seconds. */
  readonly slow?: number;
  readonly unknown?: number;
  /** The chance that our own side is gone for a while, and for how many attempts. */
  readonly blackout?: number;
  readonly blackoutLength?: number;
  /** New connections, whose handshake takes some time more. */
  readonly reconnects?: number;
  readonly handshakeMs?: number;
  /** The first answers after a start are slow. */
  readonly warmUp?: number;
  /** How much the response time swings up and down in 30 seconds, as a factor. */
  readonly swing?: number;
}

/** Every one of them is well: errors far below 1 %, and the p95 clearly below 500 ms. */
export const HEALTHY_BUT_NOISY: readonly Service[] = [
  { name: 'perfect' },
  { name: 'an error in 10,000', errors: 0.0001 },
  { name: 'an error in 2000', errors: 0.0005 },
  { name: 'an error in 1000', errors: 0.001 },
  { name: 'an error in 1000, on new connections', errors: 0.001, reconnects: 1, handshakeMs: 40 },
  { name: 'wide latency', median: 60, spread: 0.9 },
  { name: 'slow, but within', median: 250, spread: 0.2 },
  { name: 'almost at the limit, but steady', median: 440, spread: 0.02 },
  { name: 'a slow answer in 1000', slow: 0.001 },
  { name: 'a slow answer in 200', slow: 0.005 },
  { name: 'a slow answer in 100', slow: 0.01 },
  { name: 'slow answers and errors', slow: 0.005, errors: 0.0005 },
  { name: 'a few unknown', unknown: 0.01 },
  { name: 'many unknown', unknown: 0.08 },
  { name: 'short blackouts', blackout: 0.002, blackoutLength: 10 },
  { name: 'a blackout that is long', blackout: 0.0005, blackoutLength: 40 },
  { name: 'blackouts and errors', blackout: 0.002, blackoutLength: 10, errors: 0.0005 },
  { name: 'connections closed now and then', reconnects: 0.05, handshakeMs: 60 },
  { name: 'a far host with costly handshakes', reconnects: 0.02, handshakeMs: 600, median: 180, spread: 0.1 },
  { name: 'cold at first', warmUp: 5 },
  { name: 'a swinging load', median: 80, spread: 0.4, swing: 2.5 },
  {
    name: 'a bit of everything',
    errors: 0.0005,
    slow: 0.003,
    unknown: 0.01,
    reconnects: 0.02,
    handshakeMs: 50,
    warmUp: 2,
    swing: 1.5,
  },
];

/** The samples of a service at 20 per second, one after the other, on a simulated clock. */
export function* samplesOf(service: Service, random: Random): Generator<Sample, never> {
  const isOurFault = createBlackouts(service, random);
  for (let index = 0; ; index += 1) {
    const series: Series = index === 0 || happens(random, service.reconnects ?? 0) ? 'first' : 'kept';
    const attempt = { at: index * 50, series, durationMs: durationOf({ service, random, index, series }) };
    if (isOurFault()) yield { ...attempt, kind: 'unknown', detail: 'getaddrinfo EAI_AGAIN' };
    else if (!happens(random, service.errors ?? 0)) yield { ...attempt, kind: 'ok' };
    else yield { ...attempt, kind: 'wrong', code: 'health', detail: '503 Service Unavailable' };
  }
}

function createBlackouts({ unknown = 0, blackout = 0, blackoutLength = 0 }: Service, random: Random): () => boolean {
  let dark = 0;
  return () => {
    if (dark === 0 && happens(random, blackout)) dark = blackoutLength;
    if (dark === 0) return happens(random, unknown);
    dark -= 1;
    return true;
  };
}

interface Answer {
  readonly service: Service;
  readonly random: Random;
  readonly index: number;
  readonly series: Series;
}

function durationOf({ service, random, index, series }: Answer): number {
  const { median = 20, spread = 0.3, slow = 0, warmUp = 0, swing = 1, handshakeMs = 0 } = service;
  if (index < warmUp || happens(random, slow)) return 3000;
  const load = swing === 1 ? 1 : swing ** Math.sin((2 * Math.PI * index) / 600);
  return lognormal(random, { median, spread }) * load + (series === 'first' ? handshakeMs : 0);
}
