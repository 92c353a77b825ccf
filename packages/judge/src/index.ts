/** Samples of a service to a verdict on it, with stated error probabilities. */

export { type Baseline, readBaseline } from './baseline.ts';
export { type Comparison, compareWithBaseline } from './comparison.ts';
export { contradictionsIn } from './contradictions.ts';
export { type CounterReading, type Counters, watchCounters } from './counters.ts';
export type { Evidence, FailureGroup } from './evidence.ts';
export { cleanSamplesToShow, rateInterval } from './intervals.ts';
export { createJudge, type Judge, judge } from './judge.ts';
export { baselineOf, type Judgement, type Passed } from './judgement.ts';
export { type Percentile, percentileOf, samplesToBound } from './percentiles.ts';
export {
  type ConsecutiveRule,
  type ErrorRule,
  type OfRule,
  type Rules,
  type SequentialRule,
  sequentialRule,
} from './rules.ts';
export type { Sample, Series } from './sample.ts';
export { cleanSamplesToPass } from './sequential.ts';
export type { SeriesLatency } from './series-latency.ts';
export { type Judged, worstOf } from './worst.ts';
