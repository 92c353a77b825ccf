import type { Failure, FailureCode } from '@plimsoll/outcome';

/** What the gate of a release said on one host; `code` is empty when it passed. */
export interface GateVerdict {
  readonly code: FailureCode | '';
  readonly detail: string;
}

/** How a host is brought to its end. */
export type Settlement =
  | { readonly decision: 'confirm' | 'later' | 'drop' }
  | { readonly decision: 'revert'; readonly cause: string; readonly mark: 'failed' | 'reverted' };

/** What a host says of its end. See `HostEnd` for the words. */
export interface Settled {
  readonly end: 'confirmed' | 'pending' | 'dropped' | 'reverted' | 'revert-failed' | 'stayed' | 'late';
  readonly detail: string;
}

/** One server, as a rollout sees it. Every method may reject with a Failure. */
export interface RolloutHost {
  /** As the user wrote it. */
  readonly label: string;
  /** Puts the release beside the live one. */
  stage(): Promise<void>;
  /** Runs what has to succeed before the switch. */
  prepare(): Promise<void>;
  /** Switches and asks the gate. */
  activate(): Promise<GateVerdict>;
  settle(settlement: Settlement): Promise<Settled>;
}

/**
 * How it stands on a host: `healthy` or `pending` on the new release; `reverted` to the earlier one; `revert-failed`, on the earlier
 * one, which is not well; `failed`, on the new one, which is not well, with nothing to go back to; `untouched`; `unknown`, where nobody could ask.
 */
export type HostEnd = 'healthy' | 'pending' | 'reverted' | 'revert-failed' | 'failed' | 'untouched' | 'unknown';

export interface HostOutcome {
  readonly label: string;
  readonly end: HostEnd;
  /** Why this host did not pass; empty when it did, or when only others failed. */
  readonly code: FailureCode | '';
  readonly detail: string;
}

export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
