import type { FailureCode } from '@plimsoll/outcome';
import { type ApprovalRules, judgeApprovals } from './approvals.ts';
import { type CheckoutRules, type CheckoutSeen, judgeCheckout } from './checkout.ts';
import { type CommandSeen, judgeCommand } from './commands.ts';
import { type CoverageEvidence, type CoverageRules, judgeCoverage } from './coverage.ts';
import { judgeDeployed, judgeProtection, type LiveSeen, type ProtectionSeen } from './environment.ts';
import type { Evidence } from './evidence.ts';
import type { FindingSeen } from './finding-seen.ts';
import { type FindingRules, judgeFindings } from './findings.ts';
import type { Ruling } from './ruling.ts';
import { judgeSource, type SourceEvidence, type SourceRules } from './source.ts';
import { judgeTests, type TestRules, type TestsSeen } from './tests.ts';
import { judgeVersion, type VersionRules } from './version.ts';
import type { ApprovalsSeen } from './votes.ts';

/** All that is asked. Undefined: nothing of that kind. */
export interface Policy {
  readonly tests: TestRules | undefined;
  readonly coverage: CoverageRules | undefined;
  readonly findings: FindingRules | undefined;
  readonly version: VersionRules | undefined;
  readonly source: SourceRules;
  readonly checkout: CheckoutRules;
  readonly protectedEnvironment: string | undefined;
  readonly deployedTo: string | undefined;
  readonly approvals: ApprovalRules | undefined;
}

/** All that was seen. Only what the policy asks for is looked at. */
export interface PolicyEvidence extends CoverageEvidence, SourceEvidence {
  /** Every command, in the order of the input. */
  readonly commands: readonly CommandSeen[];
  readonly tests: Evidence<TestsSeen>;
  readonly findings: Evidence<readonly FindingSeen[]>;
  readonly versionFile: Evidence<string>;
  readonly checkout: CheckoutSeen;
  readonly protection: Evidence<ProtectionSeen | undefined>;
  readonly commit: Evidence<string>;
  readonly liveElsewhere: Evidence<LiveSeen | undefined>;
  readonly approvals: Evidence<ApprovalsSeen>;
}

/** The answer, with one ruling for each rule. */
export interface Decision {
  readonly verdict: 'pass' | 'fail';
  /** Of the broken rules the one that comes first in `CODE_ORDER`. */
  readonly code: FailureCode | '';
  readonly rulings: readonly Ruling[];
  /** Logins of those whose approval counts. */
  readonly approvers: readonly string[];
}

/**
 * Which code stands for several broken rules: first inputs that lead nowhere, then what is proven wrong with the code, then commands, which may be why a report is missing,
 * then reports that say nothing, then circumstances, and last that GitHub could not be asked.
 */
export const CODE_ORDER: readonly FailureCode[] = [
  'input',
  'tests',
  'coverage',
  'findings',
  'command',
  'report',
  'policy',
  'approvals',
  'github-permission',
  'github',
];

/** Judges every rule. A policy that asks nothing is not met: nothing was shown. */
export function decide(policy: Policy, evidence: PolicyEvidence): Decision {
  const approvals = policy.approvals === undefined ? undefined : judgeApprovals(policy.approvals, evidence.approvals);
  const rulings = [
    ...evidence.commands.map(judgeCommand),
    ...judgeReports(policy, evidence),
    ...(policy.version === undefined ? [] : judgeVersion(policy.version, evidence.versionFile)),
    ...judgeSource(policy.source, evidence),
    ...judgeCheckout(policy.checkout, evidence.checkout),
    ...judgeEnvironments(policy, evidence),
    ...(approvals?.rulings ?? []),
  ];
  const code = rulings.length === 0 ? 'policy' : codeOf(rulings);
  return { verdict: code === '' ? 'pass' : 'fail', code, rulings, approvers: approvals?.approvers ?? [] };
}

function judgeReports({ tests, coverage, findings }: Policy, evidence: PolicyEvidence): readonly Ruling[] {
  return [
    ...(tests === undefined ? [] : judgeTests(tests, evidence.tests)),
    ...(coverage === undefined ? [] : judgeCoverage(coverage, evidence)),
    ...(findings === undefined ? [] : judgeFindings(findings, evidence.findings)),
  ];
}

function judgeEnvironments(policy: Policy, evidence: PolicyEvidence): readonly Ruling[] {
  const { protectedEnvironment, deployedTo } = policy;
  const { commit, protection, liveElsewhere: live } = evidence;
  return [
    ...(protectedEnvironment === undefined ? [] : [judgeProtection(protectedEnvironment, protection)]),
    ...(deployedTo === undefined ? [] : [judgeDeployed({ environment: deployedTo, commit, live })]),
  ];
}

/** A broken rule with a code that has no place in the order is reported all the same. */
function codeOf(rulings: readonly Ruling[]): FailureCode | '' {
  const codes = new Set(rulings.filter(({ verdict }) => verdict === 'fail').map(({ code }) => code));
  return CODE_ORDER.find((code) => codes.has(code)) ?? [...codes][0] ?? '';
}
