import type { Judgement } from '@plimsoll/judge';
import type { FailureCode, Verdict } from '@plimsoll/outcome';
import type { ProbeResult } from '@plimsoll/probe';
import type { Check } from './check.ts';

export type Mode = 'pre' | 'post' | 'monitor';

/** What was seen of one check. */
export interface CheckReport {
  readonly check: Check;
  readonly judgement: Judgement;
  /** The last attempt; none when it was never tried. */
  readonly last: ProbeResult | undefined;
  /** The attempt that took longest, of those that are evidence. */
  readonly slowest: ProbeResult | undefined;
  /** One example of each kind of failure, at most five, with how often it was seen. */
  readonly failures: readonly { readonly example: ProbeResult; readonly times: number }[];
  /** Milliseconds of attempts that count for latency, in their order, new and kept connections apart. */
  readonly latencies: { readonly first: readonly number[]; readonly kept: readonly number[] };
}

/** What one verification found. */
export interface VerificationReport {
  readonly mode: Mode;
  readonly verdict: Verdict;
  readonly code: FailureCode | '';
  /** One sentence. */
  readonly summary: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly environment: string;
  readonly checks: readonly CheckReport[];
  /** The version that had to answer (empty: none was asked for), and who answered with what, at the start and at the end. */
  readonly identity: {
    readonly expected: string;
    readonly seen: readonly { readonly backend: string; readonly version: string; readonly when: 'start' | 'end' }[];
  };
  /** What a reader should know beside the tables. */
  readonly notes: readonly string[];
}
