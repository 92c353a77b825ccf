import { Failure } from '@plimsoll/outcome';
import { type ErrorRule, type LatencyRule, MAX_UNKNOWN_SHARE, type Rules, type SequentialRule } from './rules.ts';
import { cleanSamplesToPass } from './sequential.ts';

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
