import type { FailureCode } from './failure-codes.ts';

/** A value that survives JSON unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The answer of an action; `inconclusive` means the evidence did not suffice, and never counts as a pass. */
export type Verdict = 'pass' | 'fail' | 'inconclusive';

/** What one run of an action tells the steps after it: the output `result`, as one JSON line. */
export interface Result {
  readonly schema: 'plimsoll/result@1';
  readonly action: string;
  readonly verdict: Verdict;
  /** Empty exactly when the verdict is `pass`. */
  readonly code: FailureCode | '';
  readonly summary: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly facts: { readonly [key: string]: Json };
}
