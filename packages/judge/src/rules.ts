import type { Baseline } from './baseline.ts';

/** So many samples, as the user wrote it: passes when errors / samples <= maxErrorRate (0 to 1), in every run of so many samples. */
export interface FixedRule {
  readonly kind: 'fixed';
  readonly samples: number;
  readonly maxErrorRate: number;
}

/**
 * As many samples as it takes to tell half of `maxErrorRate` from twice of it. `alpha` is the chance to fail a service at half the
 * limit, `beta` the chance to pass one at twice the limit; after `cap` samples without an answer the verdict is inconclusive.
 * With `maxErrorRate` 0 the first error fails, and `cap` samples without any pass.
 */
export interface SequentialRule {
  readonly kind: 'sequential';
  readonly maxErrorRate: number;
  readonly alpha: number;
  readonly beta: number;
  readonly cap: number;
}

/** `pass` of the last `of` samples, in every run of so many. */
export interface OfRule {
  readonly kind: 'of';
  readonly pass: number;
  readonly of: number;
  /** So many samples there are to be before it passes; without it, it passes as soon as it can. */
  readonly samples?: number;
}

/** So many in a row, of either kind. */
export interface ConsecutiveRule {
  readonly kind: 'consecutive';
  readonly successes: number;
  readonly failures: number;
  /** As in `OfRule`. */
  readonly samples?: number;
}

export type ErrorRule = FixedRule | SequentialRule | OfRule | ConsecutiveRule;

/** The percentile (0 to 1; 1 is every sample) of the response times must not be above the limit, which itself is allowed. */
export interface LatencyRule {
  readonly maxResponseTimeMs: number;
  readonly percentile: number;
}

export interface Rules {
  readonly errors: ErrorRule;
  readonly latency?: LatencyRule;
  /** How long the service has to be seen healthy before it may pass; one silence makes up at most half of it. */
  readonly healthyForMs?: number;
  /** The share of attempts that may fail on our own side; above it nothing passes. Default `MAX_UNKNOWN_SHARE`. */
  readonly maxUnknownShare?: number;
  /** How it was before the deployment. */
  readonly baseline?: Baseline;
}

/** Attempts that tell nothing may hide a pattern (such as each kept connection being closed), so only a fifth of them may be such. */
export const MAX_UNKNOWN_SHARE = 0.2;

/** The sequential rule with its defaults: alpha and beta 1 %, and a cap of three times what a clean service needs, 900 for 1 %. */
export function sequentialRule(maxErrorRate: number): SequentialRule {
  const cap = maxErrorRate > 0 ? Math.ceil(9 / maxErrorRate - 1e-9) : 900;
  return { kind: 'sequential', maxErrorRate, alpha: 0.01, beta: 0.01, cap };
}
