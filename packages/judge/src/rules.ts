import { Failure } from '@plimsoll/outcome';
import type { Baseline } from './baseline.ts';
import { cleanSamplesToPass } from './sequential.ts';

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

/** @throws Failure `input` with everything that `contradictionsIn` finds */
export function refuseContradictions(rules: Rules): void {
  const found = contradictionsIn(rules);
  if (found.length > 0) throw new Failure('input', `These rules cannot be judged by: ${found.join('; ')}`);
}

/** What makes rules impossible to judge by: values out of range, gates that cannot fail, and gates that cannot pass. */
export function contradictionsIn(rules: Rules): string[] {
  const { latency, healthyForMs = 0, maxUnknownShare = MAX_UNKNOWN_SHARE } = rules;
  return [
    ...contradictionsInErrors(rules.errors),
    ...(latency === undefined ? [] : contradictionsInLatency(latency)),
    ...unless(healthyForMs >= 0 && Number.isFinite(healthyForMs), `a time to stay healthy of ${healthyForMs} ms`),
    ...unless(
      isShare(maxUnknownShare),
      `a share of unknown samples of ${maxUnknownShare}; it has to be from 0 to below 1`,
    ),
  ];
}

function contradictionsInErrors(rule: ErrorRule): string[] {
  switch (rule.kind) {
    case 'fixed':
      return [...contradictionsInRate(rule.maxErrorRate), ...contradictionsInCount('samples', rule.samples)];
    case 'sequential':
      return contradictionsInSequential(rule);
    case 'of':
      return [
        ...contradictionsInCount('samples that have to pass', rule.pass),
        ...contradictionsInCount('samples looked at', rule.of),
        ...unless(!(rule.pass > rule.of), `${rule.pass} of ${rule.of} samples can never pass`),
        ...contradictionsInCount('samples in all', rule.samples ?? 1),
      ];
    case 'consecutive':
      return [
        ...contradictionsInCount('successes in a row', rule.successes),
        ...contradictionsInCount('failures in a row', rule.failures),
        ...contradictionsInCount('samples in all', rule.samples ?? 1),
      ];
  }
}

function contradictionsInSequential(rule: SequentialRule): string[] {
  const ranges = [
    ...contradictionsInRate(rule.maxErrorRate),
    ...unless(isChance(rule.alpha), `an alpha of ${rule.alpha}; it has to be above 0 and below 0.5`),
    ...unless(isChance(rule.beta), `a beta of ${rule.beta}; it has to be above 0 and below 0.5`),
    ...contradictionsInCount('samples at most', rule.cap),
  ];
  if (ranges.length > 0) return ranges;
  const least = cleanSamplesToPass(rule);
  return unless(rule.cap >= least, `${rule.cap} samples at most can never pass: a clean service takes ${least}`);
}

function contradictionsInLatency({ maxResponseTimeMs, percentile }: LatencyRule): string[] {
  return [
    ...unless(
      maxResponseTimeMs > 0 && Number.isFinite(maxResponseTimeMs),
      `a response time of ${maxResponseTimeMs} ms`,
    ),
    ...unless(percentile > 0 && percentile <= 1, `a percentile of ${percentile}; it has to be above 0 and at most 1`),
  ];
}

function contradictionsInRate(rate: number): string[] {
  return unless(isShare(rate), `an error rate of ${rate}; it has to be from 0 to below 1, as 1 could never fail`);
}

function contradictionsInCount(what: string, count: number): string[] {
  return unless(Number.isSafeInteger(count) && count >= 1, `${count} ${what}; it has to be a whole number from 1`);
}

function isShare(value: number): boolean {
  return value >= 0 && value < 1;
}

function isChance(value: number): boolean {
  return value > 0 && value < 0.5;
}

function unless(holds: boolean, contradiction: string): string[] {
  return holds ? [] : [contradiction];
}
