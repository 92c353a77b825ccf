export {
  type Baseline,
  baselineOf,
  type Comparison,
  compareWithBaseline,
  readBaseline,
  type Shift,
} from './baseline.ts';
export { type CounterReading, type Counters, watchCounters } from './counters.ts';
export type { Evidence, FailureGroup, SeriesLatency } from './evidence.ts';
export { cleanSamplesToShow, type RateInterval, rateInterval } from './intervals.ts';
export { createJudge, type Judge, judge, summariseBaseline } from './judge.ts';
export type { Judgement, NotPassed, Passed } from './judgement.ts';
export { type Percentile, percentileOf, samplesToBound } from './percentiles.ts';
export {
  type ConsecutiveRule,
  contradictionsIn,
  type ErrorRule,
  type FixedRule,
  type LatencyRule,
  MAX_UNKNOWN_SHARE,
  type OfRule,
  type Rules,
  type SequentialRule,
  sequentialRule,
} from './rules.ts';
export type { OkSample, Sample, Series, UnknownSample, WrongSample } from './sample.ts';
export { cleanSamplesToPass } from './sequential.ts';
export { type Judged, type Worst, worstOf } from './worst.ts';
