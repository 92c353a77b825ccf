import type { Headers, Reply } from './reply.ts';
import { messageIn } from './reply.ts';

/** Clock, waiting and chance, so that tests need not wait. */
export interface Pace {
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Seconds since 1970, by which GitHub says when a limit is over. */
  unixSeconds(): number;
  /** @throws the reason of the signal, when it is aborted */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

/** Whether a second try can do harm. */
export type Repeatable = 'repeatable' | 'once';

/** What to do after a try. */
export type NextStep =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly afterMs: number }
  /** Final, as far as this try goes. */
  | { readonly kind: 'give-up' };

interface Try {
  readonly reply: Reply;
  readonly repeatable: Repeatable;
  /** 1 for the first. */
  readonly number: number;
}

const MAX_TRIES = 6;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 8000;

/** GitHub advises to wait at least a minute where a secondary limit names no time. */
const SECONDARY_LIMIT_MS = 60_000;

const BUSY = new Set([502, 503, 504]);

/** Whether to try again, and when. */
export function nextStep({ reply, repeatable, number }: Try, pace: Pace): NextStep {
  if (reply.kind === 'answer' && reply.status < 400) return { kind: 'done' };
  if (number >= MAX_TRIES) return { kind: 'give-up' };
  const limited = limitMs(reply, pace);
  // A request that was refused for its rate did nothing, so it may be sent again whatever it asks for.
  if (limited !== undefined) return { kind: 'again', afterMs: limited };
  if (!isPassing(reply, repeatable)) return { kind: 'give-up' };
  const told = reply.kind === 'answer' ? retryAfterMs(reply.headers) : undefined;
  return { kind: 'again', afterMs: told ?? backOff(number, pace) };
}

/** Whether the fault may be gone the next time, and asking again does no harm. */
function isPassing(reply: Reply, repeatable: Repeatable): boolean {
  if (reply.kind === 'answer') return repeatable === 'repeatable' && BUSY.has(reply.status);
  const { kind } = reply.fault;
  return kind === 'not-sent' || (repeatable === 'repeatable' && (kind === 'lost' || kind === 'timeout'));
}

/** Whether a failed write may have happened all the same. */
export function mayHaveHappened(reply: Reply): boolean {
  if (reply.kind === 'answer') return reply.status >= 500 && !isRateLimit(reply);
  return reply.fault.kind !== 'not-sent';
}

/** How long a rate limit still lasts; undefined when it is none. */
function limitMs(reply: Reply, pace: Pace): number | undefined {
  if (reply.kind !== 'answer' || !isRateLimit(reply)) return undefined;
  const told = retryAfterMs(reply.headers);
  if (told !== undefined) return told;
  const reset = Number(reply.headers['x-ratelimit-reset']);
  const isUsedUp = reply.headers['x-ratelimit-remaining'] === '0';
  return isUsedUp && reset > 0 ? Math.max(0, reset - pace.unixSeconds()) * 1000 + 1000 : SECONDARY_LIMIT_MS;
}

/** Limits come as 429, or as 403 that says so. */
export function isRateLimit(reply: Reply): boolean {
  if (reply.kind !== 'answer') return false;
  if (reply.status === 429) return true;
  if (reply.status !== 403) return false;
  const isUsedUp = reply.headers['x-ratelimit-remaining'] === '0' || reply.headers['retry-after'] !== undefined;
  return isUsedUp || /rate limit|abuse detection/iu.test(messageIn(reply.data));
}

/** GitHub tells it in seconds. */
function retryAfterMs(headers: Headers): number | undefined {
  const value = headers['retry-after'];
  if (value === undefined) return undefined;
  return /^\d{1,6}$/u.test(value.trim()) ? Number(value) * 1000 : undefined;
}

function backOff(number: number, pace: Pace): number {
  const ceiling = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (number - 1));
  // Half is chance, so that jobs that failed together do not come back together.
  return Math.round(ceiling / 2 + (ceiling / 2) * pace.random());
}
