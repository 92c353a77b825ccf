import type { FailureCode } from '@plimsoll/outcome';
import type { Comparison } from './comparison.ts';
import type { RateInterval } from './intervals.ts';
import type { SeriesLatency } from './series-latency.ts';

/** Attempts that failed in the same way. */
export interface FailureGroup {
  /** Empty for failures of our own side. */
  readonly code: FailureCode | '';
  readonly detail: string;
  readonly count: number;
}

/** What was seen. All of it is plain data. */
export interface Evidence {
  /** All attempts: ok + wrong + unknown. */
  readonly taken: number;
  readonly ok: number;
  readonly wrong: number;
  readonly unknown: number;
  /** How many of the last samples were wrong, one after the other. */
  readonly wrongInARow: number;
  /** wrong / (ok + wrong), from 0 to 1; undefined when neither was seen. */
  readonly errorRate: number | undefined;
  /** What the true rate may be; each end holds with 95 %. */
  readonly errorInterval: RateInterval;
  /** One entry for each series that was seen, never mixed. Errors quicker than the limit are left out. */
  readonly latency: readonly SeriesLatency[];
  /** Failures of the service, the most frequent first. */
  readonly failures: readonly FailureGroup[];
  /** Failures of our own side, the most frequent first. */
  readonly unknowns: readonly FailureGroup[];
  /** For how long the service was seen healthy, in milliseconds. */
  readonly healthyMs: number;
  /** Against the time before the deployment, where that is known. */
  readonly comparison?: Comparison;
}
