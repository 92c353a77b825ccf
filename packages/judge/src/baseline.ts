import { Failure, type FailureCode, isFailureCode, type Verdict } from '@plimsoll/outcome';
import type { Percentile } from './percentiles.ts';
import type { SeriesLatency } from './series-latency.ts';

/** How a service was at one time, as plain data that survives JSON. */
export interface Baseline {
  readonly schema: 'plimsoll/baseline@1';
  readonly verdict: Verdict;
  readonly code: FailureCode | '';
  readonly reason: string;
  /** Samples that are evidence, and the failures among them. */
  readonly samples: number;
  readonly errors: number;
  readonly latency: readonly SeriesLatency[];
}

/**
 * A baseline that comes from outside, such as the output of an earlier step, parsed from its JSON.
 * @throws Failure `input` when it is not one: it must not be taken for a service that was well
 */
export function readBaseline(value: unknown): Baseline {
  if (isBaseline(value)) return value;
  const seen = JSON.stringify(value)?.slice(0, 80) ?? String(value);
  throw new Failure('input', `This is no baseline (schema plimsoll/baseline@1): ${seen}. Pass on what mode pre wrote`);
}

function isBaseline(value: unknown): value is Baseline {
  if (!isRecord(value) || value['schema'] !== 'plimsoll/baseline@1') return false;
  const { verdict, code, reason, samples, errors, latency } = value;
  if (typeof code !== 'string' || typeof reason !== 'string') return false;
  const fits =
    verdict === 'pass' ? code === '' : (verdict === 'fail' || verdict === 'inconclusive') && isFailureCode(code);
  const counts = isCount(samples) && isCount(errors) && errors <= samples;
  return fits && counts && Array.isArray(latency) && latency.every(isSeriesLatency);
}

function isSeriesLatency(value: unknown): value is SeriesLatency {
  if (!isRecord(value) || (value['series'] !== 'first' && value['series'] !== 'kept')) return false;
  const { samples, p50, p95, p99, gated } = value;
  return isCount(samples) && [p50, p95, p99].every(isPercentile) && (gated === undefined || isPercentile(gated));
}

function isPercentile(value: unknown): value is Percentile {
  if (!isRecord(value)) return false;
  const { value: middle, low, high } = value;
  return isDuration(middle) && isDuration(low) && (high === undefined || isDuration(high));
}

function isDuration(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isCount(value: unknown): value is number {
  return isDuration(value) && Number.isSafeInteger(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
