import type { Baseline } from './baseline.ts';
import { percent } from './figures.ts';
import type { Percentile } from './percentiles.ts';
import type { Series } from './sample.ts';
import type { SeriesLatency } from './series-latency.ts';
import { chanceOfSoManyMore } from './two-proportions.ts';

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
