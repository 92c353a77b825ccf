import type { FailureCode } from '@plimsoll/outcome';
import type { Connection } from '@plimsoll/ssh';
import type { Plan } from './plan.ts';
import type { ReleaseInfo, StoredRelease, StoreReport } from './report.ts';
import type { Runbook } from './runbook.ts';

/** Who changes a store, and where. */
export interface StoreSettings {
  readonly connection: Connection;
  /** Absolute. */
  readonly deployPath: string;
  /** Names this run; a later execution with the same owner takes its lease over at once. */
  readonly owner: string;
  /** For people who wait for the lease: one line. */
  readonly who: string;
  /** Called for each line that commands on the server print. */
  readonly onOutput: (line: string) => void;
  /** Called when the server starts with something that takes time: `prepare`, `services restart`, `health` … */
  readonly onStep: (step: string) => void;
}

/** `deploy` waits for a release that is being confirmed; `rollback` and `recover` end it; `confirm` keeps it. */
export type Intent = 'deploy' | 'rollback' | 'confirm' | 'recover';

export interface OpenRequest {
  readonly intent: Intent;
  readonly lockTimeoutMs: number;
  /** Asks for the manifest to compare with, and hashes that release first when content is to be verified in full. */
  readonly base: 'none' | 'listed' | 'verified';
  /** For the ledger, when opening takes an unconfirmed release back: why, and who wanted it. */
  readonly undo?: LedgerEntry;
  readonly signal: AbortSignal;
}

export interface StageRequest {
  readonly fence: number;
  readonly release: string;
  readonly plan: Plan;
  /** The release that the plan was made against, or empty. */
  readonly base: string;
  readonly tools: ReadonlySet<string>;
  readonly info: ReleaseInfo;
  readonly runbook: Runbook;
  /** Paths below `shared/` that the release links to, as byte strings; those with a slash at the end are made. */
  readonly shared: readonly string[];
  /** `yes` when commands of the user will run in the release, which may write into its files. */
  readonly hooks: 'yes' | 'no';
  readonly signal: AbortSignal;
  /** Called with the number of bytes that left, after compression. */
  readonly onSent: (bytes: number) => void;
}

export interface SwitchRequest {
  readonly fence: number;
  readonly release: string;
  /** Hash the release again first: for releases that were not staged just now. */
  readonly verify: 'again' | 'known';
  readonly prepare: string;
  readonly beforeSwitch: string;
  readonly confirmWithinMs: number;
  /** `skipped`: the health check is left out, and whatever else the gate says does not count. */
  readonly gate: 'asked' | 'skipped';
  /** Members of the ledger entry. */
  readonly entry: LedgerEntry;
  /** How long prepare and gate may take, for the limit of the whole execution. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
  /** `at-once` where no other host has to get ready first: saves a round trip. */
  readonly order: 'awaited' | 'at-once';
  /** Where no other host has a say: how the server settles it at our word when the gate passed. Saves an execution. */
  readonly whenPassed: 'wait' | Passed;
}

/** How a deployment is settled when the gate passed. */
export type Passed = Keeping &
  (
    | {
        readonly decision: 'confirm';
        /** Name of the ledger's entry. */
        readonly event: string;
        /** A release that is not to be chosen any more, or empty. */
        readonly markFailed: string;
      }
    | { readonly decision: 'later' }
  );

interface Keeping {
  /** Healthy releases to keep; 0 keeps all. */
  readonly keep: number;
}

/** How a deployment is settled. */
export type Settling =
  | Passed
  | (Keeping & { readonly decision: 'drop'; readonly markFailed: string })
  | (Keeping & { readonly decision: 'revert'; readonly cause: string; readonly mark: 'failed' | 'reverted' });

export type LedgerEntry = { readonly [member: string]: string };

/** What the gate of a release said. */
export interface Gate {
  /** Empty when it passed. */
  readonly code: FailureCode | '';
  readonly detail: string;
}

/** A switch under way: first it gets ready (hooks ran, release checked), then it waits for the order. */
export interface Switching {
  readonly ready: Promise<void>;
  /** Gives the order, unless it was given at once. Resolves with what the gate said; rejects when it is not known. */
  go(): Promise<SwitchReport>;
  /** Whether `current` was switched: `unknown` while the server works, and for good when it broke off without a word. */
  readonly switched: () => 'yes' | 'no' | 'unknown';
}

export interface SwitchReport {
  readonly gate: Gate;
  /** Where a revert leads; empty when there is no healthy release to go back to. */
  readonly revertTarget: string;
  /** `system-timer`, `user-timer` or `detached`; `none` where the server ends such a process at logout. */
  readonly watchdog: string;
  /** How the server settled it by itself; undefined where that is still to be done. */
  readonly closed: CloseReport | undefined;
}

export type CloseRequest = Settling & { readonly fence: number; readonly release: string };

export interface CloseReport {
  /**
   * `late`: too late for a confirmation, the server had reverted. `stayed`: there was nothing to go back to.
   * `revert-failed`: it went back, but the earlier release is not well either.
   */
  readonly end: 'confirmed' | 'pending' | 'dropped' | 'reverted' | 'revert-failed' | 'stayed' | 'late';
  /** The release that is live again after a revert. */
  readonly liveRelease: string;
  readonly detail: string;
  readonly removed: readonly string[];
  /** Seconds since 1970, for `pending`. */
  readonly deadline: number;
  /** All releases as they are now. */
  readonly releases: readonly StoredRelease[];
}

/** The releases on one server. Each method is one execution. */
export interface Store {
  /** Announces the executions that come after the next one, so that they start faster. */
  announce(...executions: readonly ('stage' | 'switch' | 'close')[]): void;
  /** Takes no lease, and hashes nothing: what is looked at may change meanwhile. */
  look(request: Pick<OpenRequest, 'signal'> & { readonly base: 'none' | 'listed' }): Promise<StoreReport>;
  open(request: OpenRequest): Promise<StoreReport>;
  stage(request: StageRequest): Promise<{ readonly linked: string }>;
  switchTo(request: SwitchRequest): Switching;
  close(request: CloseRequest): Promise<CloseReport>;
}
