import type { CommandToRun, GateRequest } from '@plimsoll/gate';
import type { Allowance, ApproverGroup, FailOn } from '@plimsoll/policy';
import type { DeadlineInputs } from './deadline.ts';
import type { Minimum } from './minimum.ts';

/** The inputs as they are written, before they become rules. */
export interface WrittenInputs
  extends CommandInputs,
    TestInputs,
    CoverageInputs,
    FindingInputs,
    OriginInputs,
    DeadlineInputs {}

export interface CommandInputs {
  readonly commands: readonly CommandToRun[];
  readonly commandTimeoutMs: number;
  readonly targetTimeMs: number | undefined;
}

export interface TestInputs {
  readonly junit: GateRequest['junit'];
  readonly minTests: number | undefined;
  readonly maxFailures: number | undefined;
  readonly maxSkipped: number | undefined;
}

export interface CoverageInputs {
  readonly coverage: GateRequest['coverage'];
  readonly minimums: readonly Minimum[];
  readonly minBranches: number | undefined;
  readonly minPatch: number | undefined;
  readonly maxDrop: number | undefined;
  readonly baseline: GateRequest['baseline'];
  readonly coverageExempt: GateRequest['coverageExempt'];
}

export interface FindingInputs {
  readonly findings: GateRequest['findings'];
  readonly failOn: FailOn | undefined;
  readonly allowed: readonly Allowance[];
}

export interface OriginInputs {
  readonly version: string;
  readonly versionFile: string;
  readonly branches: GateRequest['branches'];
  readonly tags: GateRequest['tags'];
  readonly requiredApprovals: number | undefined;
  readonly approvers: readonly ApproverGroup[];
  readonly environment: string;
  readonly protectedEnvironment: string;
  readonly deployedTo: string;
}
