import type { ApprovalRules, CoverageRules, FindingRules, NamePattern, TestRules } from '@plimsoll/policy';
import type { CommandToRun } from './commands/command-line.ts';
import type { ReportPattern } from './files/report-pattern.ts';

/** What one gate is asked. Which rules there are is decided by what is given. */
export interface GateRequest {
  readonly commands: readonly CommandToRun[];
  /** Time limit of each command. */
  readonly commandTimeoutMs: number;
  /** For the whole gate; missing it is told and fails nothing. */
  readonly targetTimeMs: number | undefined;
  readonly junit: readonly ReportPattern[];
  readonly tests: TestRules | undefined;
  readonly coverage: readonly ReportPattern[];
  readonly coverageRules: CoverageRules | undefined;
  /** Changed files that need not be in any report of coverage. */
  readonly coverageExempt: readonly NamePattern[];
  /** Reports of the base, or the result of an earlier gate. */
  readonly baseline: readonly ReportPattern[];
  readonly findings: readonly ReportPattern[];
  readonly findingRules: Omit<FindingRules, 'today'> | undefined;
  /** Empty: none was given. */
  readonly version: string;
  readonly versionFile: string;
  readonly branches: readonly NamePattern[];
  readonly tags: readonly NamePattern[];
  readonly approvals: ApprovalRules | undefined;
  /** What is to be deployed to, for the plan and for changes since what is live there. Empty: none. */
  readonly environment: string;
  readonly protectedEnvironment: string;
  readonly deployedTo: string;
}
