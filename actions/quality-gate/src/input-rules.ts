import type { InputReader } from '@plimsoll/action-kit';
import type { GateRequest } from '@plimsoll/gate';
import { type ApproverGroup, impossibleApprovals, rolesOf } from '@plimsoll/policy';
import type { WrittenInputs } from './written-inputs.ts';

/** Reports what no run could ever meet, and what would be asked of nothing. */
export function checkRules(read: InputReader, written: WrittenInputs): void {
  checkNothingAsked(read, written);
  checkCommands(read, written);
  checkTests(read, written);
  checkCoverage(read, written);
  checkFindings(read, written);
  checkApprovals(read, written);
  if (written.versionFile !== '' && written.version === '')
    read.problem('version-file', "has nothing to equal without 'version'");
}

/** What makes a gate a gate. Inputs with problems count as given: what is wrong with them is told. */
const ASKING = [
  'commands',
  'junit',
  'coverage',
  'findings',
  'version',
  'require-branch',
  'require-tag',
  'require-approvals',
  'approvers',
  'require-environment',
  'require-deployed-to',
] as const;

function checkNothingAsked(read: InputReader, written: WrittenInputs): void {
  const { commands, junit, coverage, findings, version, branches, tags } = written;
  const { requiredApprovals, approvers, protectedEnvironment, deployedTo } = written;
  const lists = [commands, junit, coverage, findings, branches, tags, approvers];
  const isAsked =
    lists.some((list) => list.length > 0) ||
    requiredApprovals !== undefined ||
    [version, protectedEnvironment, deployedTo].some((text) => text !== '');
  if (isAsked || !read.sound(...ASKING)) return;
  read.problem(
    'commands',
    `nothing is asked of this gate, so it could not pass: give at least one of ${ASKING.join(', ')}`,
  );
}

function checkCommands(read: InputReader, { commands }: WrittenInputs): void {
  const names = commands.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) read.problem('commands', `two commands are called '${twice}'`);
}

function checkTests(read: InputReader, { junit, minTests, maxFailures, maxSkipped }: WrittenInputs): void {
  const limits = { 'min-tests': minTests, 'max-failures': maxFailures, 'max-skipped': maxSkipped };
  for (const [name, value] of Object.entries(limits)) {
    if (value !== undefined && junit.length === 0 && read.sound('junit'))
      read.problem(name, "is asked of no tests: give 'junit'");
  }
  if (minTests === undefined) return;
  if (maxFailures !== undefined && maxFailures >= minTests) {
    read.problem('max-failures', `of ${maxFailures} lets all of the ${minTests} tests fail that 'min-tests' asks for`);
  }
  if (maxSkipped !== undefined && maxSkipped >= minTests) {
    read.problem(
      'max-skipped',
      `of ${maxSkipped} lets all of the ${minTests} tests be skipped that 'min-tests' asks for`,
    );
  }
}

function checkCoverage(read: InputReader, written: WrittenInputs): void {
  const { coverage, minimums, minBranches, minPatch, maxDrop, baseline } = written;
  const rules = {
    'min-coverage': minimums.length > 0,
    'min-branch-coverage': minBranches !== undefined,
    'min-patch-coverage': minPatch !== undefined,
    'max-coverage-drop': maxDrop !== undefined,
    'coverage-baseline': baseline.length > 0,
  };
  for (const [name, isGiven] of Object.entries(rules)) {
    if (isGiven && coverage.length === 0 && read.sound('coverage'))
      read.problem(name, "is asked of no reports: give 'coverage'");
  }
  checkShares(read, written);
  const subjects = minimums.map(({ pattern }) => pattern?.text ?? '');
  const twice = subjects.find((subject, index) => subjects.indexOf(subject) !== index);
  if (twice !== undefined) {
    read.problem('min-coverage', `says two things about ${twice === '' ? 'all files together' : `'${twice}'`}`);
  }
  if (maxDrop !== undefined && baseline.length === 0 && read.sound('coverage-baseline')) {
    read.problem('coverage-baseline', "is missing: 'max-coverage-drop' compares with it");
  }
  if (baseline.length > 0 && maxDrop === undefined && read.sound('max-coverage-drop')) {
    read.problem('max-coverage-drop', "is missing: it says how far the coverage may be below 'coverage-baseline'");
  }
}

/** A share such as 0.92 would be 0.92 %, and pass what it was to refuse. */
function checkShares(read: InputReader, { minimums, minBranches, minPatch }: WrittenInputs): void {
  const percentages = {
    'min-coverage': minimums.map(({ percent }) => percent),
    'min-branch-coverage': [minBranches],
    'min-patch-coverage': [minPatch],
  };
  for (const [name, values] of Object.entries(percentages)) {
    const share = values.find((value) => value !== undefined && value > 0 && value < 1);
    if (share !== undefined) read.problem(name, `${share} is less than one percent: write 92 for 92 %, not 0.92`);
  }
}

function checkFindings(read: InputReader, { findings, failOn, allowed }: WrittenInputs): void {
  const rules = { 'fail-on-severity': failOn !== undefined, 'allow-findings': allowed.length > 0 };
  for (const [name, isGiven] of Object.entries(rules)) {
    if (isGiven && findings.length === 0 && read.sound('findings'))
      read.problem(name, "is asked of no reports: give 'findings'");
  }
}

function checkApprovals(read: InputReader, { requiredApprovals, approvers }: WrittenInputs): void {
  if (!read.sound('require-approvals', 'approvers')) return;
  if (requiredApprovals !== undefined && approvers.length === 0) {
    read.problem('approvers', "is missing: 'require-approvals' counts only people who are named there");
    return;
  }
  const rules = approvalRules(requiredApprovals, approvers);
  const impossible = rules === undefined ? '' : impossibleApprovals(rules.groups, rules.required);
  if (impossible !== '') read.problem(requiredApprovals === undefined ? 'approvers' : 'require-approvals', impossible);
}

/** Without a number, one of each role is asked for, and one where there are no roles. */
export function approvalRules(
  required: number | undefined,
  groups: readonly ApproverGroup[],
): GateRequest['approvals'] {
  if (groups.length === 0) return undefined;
  return { required: required ?? Math.max(1, rolesOf(groups).length), groups };
}
