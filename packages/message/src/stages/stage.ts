import type { FailureCode, Verdict } from '@plimsoll/outcome';

/** One Plimsoll step as the story tells it. */
export interface Stage {
  readonly kind: Details['kind'];
  /** Name of the action. */
  readonly action: string;
  /** Step id, or `job` of `needs`; empty when it has only a number. */
  readonly from: string;
  readonly verdict: Verdict;
  readonly code: FailureCode | '';
  readonly summary: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly details: Details;
}

export type Details =
  | GateDetails
  | BackupDetails
  | DeploymentDetails
  | VerificationDetails
  | RollbackDetails
  | OtherDetails;

/** Counts are undefined and texts are empty where the result does not say. */
export interface GateDetails {
  readonly kind: 'gate';
  readonly tests: number | undefined;
  readonly failures: number | undefined;
  /** Percent of lines. */
  readonly coverage: number | undefined;
  readonly approvers: readonly string[];
  readonly rules: readonly RuleLine[];
}

export interface RuleLine {
  readonly rule: string;
  readonly verdict: string;
  readonly seen: string;
  readonly wanted: string;
}

export interface CheckLine {
  readonly name: string;
  /** `pass`, `fail`, `inconclusive`, or whatever word the action uses. */
  readonly verdict: string;
  readonly code: string;
}

export interface BackupDetails {
  readonly kind: 'backup';
  readonly operation: string;
  readonly backups: readonly BackupLine[];
}

/** What became of it on one host. */
export interface BackupLine {
  readonly host: string;
  readonly code: string;
  readonly backup: string;
  readonly bytes: number | undefined;
  /** `restore`, `checksum`, `no` or `damaged`. */
  readonly verified: string;
}

export interface DeploymentDetails {
  readonly kind: 'deployment';
  readonly release: string;
  readonly version: string;
  readonly previous: string;
  readonly hosts: readonly HostLine[];
  readonly changedFiles: number | undefined;
  readonly isDryRun: boolean;
}

export interface HostLine {
  readonly host: string;
  /** A word of `hosts-report`: `healthy`, `pending`, `reverted`, `revert-failed`, `failed`, `untouched`, `unknown`. */
  readonly state: string;
  readonly code: string;
  readonly durationMs: number | undefined;
  readonly bytes: number | undefined;
}

export interface VerificationDetails {
  readonly kind: 'verification';
  readonly mode: string;
  readonly version: string;
  readonly checks: readonly CheckLine[];
  readonly samples: number | undefined;
  /** 0 to 1. */
  readonly errorRate: number | undefined;
  /** Milliseconds. */
  readonly latency: {
    readonly p50: number | undefined;
    readonly p95: number | undefined;
    readonly p99: number | undefined;
  };
  /** Release that was confirmed. */
  readonly confirmed: string;
}

export interface RollbackDetails {
  readonly kind: 'rollback';
  /** A list or a confirmation changes nothing, and is no rollback. */
  readonly did: 'went-back' | 'was-there' | 'confirmed' | 'looked';
  readonly release: string;
  readonly previous: string;
  readonly hosts: readonly HostLine[];
}

export interface OtherDetails {
  readonly kind: 'other';
}
