import type { Percentile } from './percentiles.ts';
import type { Series } from './sample.ts';

/** The response times of one series, in milliseconds. */
export interface SeriesLatency {
  readonly series: Series;
  readonly samples: number;
  readonly p50: Percentile;
  readonly p95: Percentile;
  readonly p99: Percentile;
  /** The percentile that the latency rule asks for, where there is one. */
  readonly gated?: Percentile;
}
