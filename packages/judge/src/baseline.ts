import { Failure, type FailureCode, isFailureCode, type Verdict } from '@plimsoll/outcome';
import type { SeriesLatency } from './evidence.ts';
import { percent } from './figures.ts';
import type { Judgement } from './judgement.ts';
import type { Percentile } from './percentiles.ts';
import type { Series } from './sample.ts';
import { chanceOfSoManyMore } from './two-proportions.ts';

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

/** A percentile of one series that is higher than before beyond doubt. */
export interface Shift {
  readonly series: Series;
  readonly percentile: 'p50' | 'p95' | 'p99';
  readonly before: Percentile;
  readonly after: Percentile;
}

/** How a service does after a deployment, against before. */
export interface Comparison {
  /** `unhealthy-before` when it failed before already, and does no worse now. */
  readonly code: 'unhealthy-before' | '';
  readonly isWorse: boolean;
  /** The chance to see that many more errors if nothing had changed (0 to 1). */
  readonly chance: number;
  readonly hasMoreErrors: boolean;
  readonly slower: readonly Shift[];
  /** One sentence, with the numbers. */
  readonly says: string;
}

/** A difference that chance makes less often than this is one. */
const SIGNIFICANT = 0.01;

/** By how much response times have to be above those before; with many samples the smallest difference is a sure one. */
const SLOWER_BY = 1.1;

/** What to keep of a judgement to compare a later one with. */
export function baselineOf({ verdict, code, reason, evidence }: Judgement): Baseline {
  const { ok, wrong, latency } = evidence;
  return { schema: 'plimsoll/baseline@1', verdict, code, reason, samples: ok + wrong, errors: wrong, latency };
}

/**
 * Errors are compared by Fisher's exact test, which holds for few samples as well; response times by the intervals of their percentiles,
 * series by series: they are higher when the whole interval is.
 */
export function compareWithBaseline(before: Baseline, after: Baseline): Comparison {
  const chance = chanceOfSoManyMore(before, after);
  const hasMoreErrors = chance < SIGNIFICANT;
  const slower = after.latency.flatMap((now) => shiftsOf(before.latency, now));
  const isWorse = hasMoreErrors || slower.length > 0;
  const code = before.verdict === 'fail' && !isWorse ? 'unhealthy-before' : '';
  const words = [
    ...(before.verdict === 'fail' ? [`it failed before the deployment already (${before.reason})`] : []),
    ...(hasMoreErrors ? [`more errors than before (${rateOf(before)}, now ${rateOf(after)})`] : []),
    ...slower.map(shiftWords),
  ];
  return {
    code,
    isWorse,
    chance,
    hasMoreErrors,
    slower,
    says: words.join('; ') || 'no worse than before, as far as seen',
  };
}

function shiftsOf(before: readonly SeriesLatency[], now: SeriesLatency): Shift[] {
  const then = before.find(({ series }) => series === now.series);
  if (then === undefined) return [];
  const shifts = (['p50', 'p95', 'p99'] as const).map(
    (percentile): Shift => ({ series: now.series, percentile, before: then[percentile], after: now[percentile] }),
  );
  return shifts.filter(isSlower);
}

/** Only percentiles that are bounded at both ends at both times are compared: one slow answer is no p95. */
function isSlower({ before, after }: Shift): boolean {
  return before.high !== undefined && after.high !== undefined && after.low > before.high * SLOWER_BY;
}

function shiftWords({ percentile, before, after }: Shift): string {
  return `slower than before (${percentile} ${before.value.toFixed(1)} ms, now ${after.value.toFixed(1)} ms)`;
}

function rateOf({ errors, samples }: Baseline): string {
  return `${errors} of ${samples}, ${percent(samples === 0 ? 0 : errors / samples)}`;
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
