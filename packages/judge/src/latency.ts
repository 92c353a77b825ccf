import { rankOf } from './percentiles.ts';
import type { LatencyRule } from './rules.ts';
import type { CountedSample, Series } from './sample.ts';

/** More samples above the limit than the percentile leaves room for. */
export interface Breach {
  /** Undefined for all samples together. */
  readonly series: Series | undefined;
  readonly samples: number;
  readonly slow: number;
  readonly allowed: number;
}

/** `none` without any sample to go by. */
export type LatencyState = { readonly kind: 'within' | 'none' } | { readonly kind: 'slow'; readonly breach: Breach };

export interface LatencyGate {
  add(sample: CountedSample): void;
  /** What is too slow for good, whatever comes after it. */
  hopeless(): Breach | undefined;
  /** What the samples so far say, taken as all there are. */
  state(): LatencyState;
}

/** The chance to give up on a service whose share of slow answers is just what the percentile allows. */
const EARLY_ALPHA = 0.001;

/** Whether a sample says how fast the service is: a quick error does not, one that took longer than the limit does. */
export function tellsLatency(sample: CountedSample, limitMs: number): boolean {
  return sample.kind === 'ok' || sample.durationMs > limitMs;
}

/**
 * The percentile gate, taken as written: the percentile is within the limit as long as no more samples are above the limit than are left
 * beyond its rank. All samples together are held to it, and each series that is large enough to have a sample beyond the rank.
 * @param horizon how many samples there will be at most; Infinity if nobody knows
 */
export function createLatencyGate(rule: LatencyRule, horizon: number): LatencyGate {
  const counts = { all: { samples: 0, slow: 0 }, first: { samples: 0, slow: 0 }, kept: { samples: 0, slow: 0 } };
  const breachOf = (group: keyof typeof counts): Breach => ({
    series: group === 'all' ? undefined : group,
    allowed: allowedSlow(rule.percentile, counts[group].samples),
    ...counts[group],
  });
  let isHopeless = false;
  const isBeyondHope = (): boolean =>
    counts.all.slow > allowedSlow(rule.percentile, horizon) || isClearlySlow(rule.percentile, counts.all);
  return {
    add(sample) {
      if (!tellsLatency(sample, rule.maxResponseTimeMs)) return;
      const slow = sample.durationMs > rule.maxResponseTimeMs ? 1 : 0;
      for (const count of [counts.all, counts[sample.series]]) {
        count.samples += 1;
        count.slow += slow;
      }
      // Only a slow sample can take hope away, and nothing brings it back.
      if (slow === 1) isHopeless ||= isBeyondHope();
    },
    hopeless: () => (isHopeless ? breachOf('all') : undefined),
    state() {
      if (counts.all.samples === 0) return { kind: 'none' };
      const series = (['first', 'kept'] as const).filter((one) => isLargeEnough(rule.percentile, counts[one].samples));
      const breach = (['all', ...series] as const).map(breachOf).find(({ slow, allowed }) => slow > allowed);
      return breach === undefined ? { kind: 'within' } : { kind: 'slow', breach };
    },
  };
}

/** How many of n samples may be above a limit that their percentile is not above. */
function allowedSlow(percentile: number, samples: number): number {
  if (percentile === 1) return 0;
  return samples === Number.POSITIVE_INFINITY ? samples : samples - rankOf(percentile, samples);
}

/** The percentile of fewer samples is the slowest of them, which says more about the one than about the series. */
function isLargeEnough(percentile: number, samples: number): boolean {
  return samples > 0 && (percentile === 1 || allowedSlow(percentile, samples) > 0);
}

/**
 * Whether the share of slow samples is above what is allowed beyond doubt: the likelihood ratio of twice that share against the share
 * itself has passed 1 / alpha, which happens at any time at all with a chance of at most alpha if the share is kept to.
 *
 * Source: J. Ville, Étude critique de la notion de collectif (1939); the ratio itself as in A. Wald (1945).
 */
function isClearlySlow(
  percentile: number,
  { samples, slow }: { readonly samples: number; readonly slow: number },
): boolean {
  const share = 1 - percentile;
  if (share === 0) return slow > 0;
  const twice = Math.min(2 * share, (1 + share) / 2);
  const ratio = slow * Math.log(twice / share) + (samples - slow) * Math.log((1 - twice) / (1 - share));
  return ratio >= -Math.log(EARLY_ALPHA);
}
