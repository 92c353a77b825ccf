export { type Allowance, parseAllowance } from './allowance.ts';
export type { ApprovalRules } from './approvals.ts';
export { type ApproverGroup, impossibleApprovals, parseApprovers, rolesOf } from './approvers.ts';
export type { CommandSeen } from './commands.ts';
export type { CoverageRules, CoverageSeen, PatchSeen, PathRule } from './coverage.ts';
export { CODE_ORDER, type Decision, decide, type Policy, type PolicyEvidence } from './decide.ts';
export type { LiveSeen, ProtectionSeen } from './environment.ts';
export { type Evidence, type Known, known, type Unknown, unknown } from './evidence.ts';
export {
  type FailOn,
  type FindingRules,
  type FindingSeen,
  type Severity,
  type SortedFindings,
  sortFindings,
} from './findings.ts';
export type { NamePattern } from './name-pattern.ts';
export type { Area, Reason, Ruling } from './ruling.ts';
export type { SourceRules, SourceSeen, TagSeen } from './source.ts';
export { percentText, sumOf, type Tally } from './tally.ts';
export { failuresOf, type TestRules, type TestsSeen } from './tests.ts';
export { isVersion, type VersionRules } from './version.ts';
export type { ApprovalsSeen, EnvironmentVote, Maker, ReviewedChange, ReviewVote, Starter, Voter } from './votes.ts';
