import type { InputReader } from '@plimsoll/action-kit';
import { type GateRequest, inputsThatAsk, parseCommand, parseNamePattern, parseReportPattern } from '@plimsoll/gate';
import { Failure } from '@plimsoll/outcome';
import { type NamePattern, parseAllowance, parseApprovers } from '@plimsoll/policy';
import { checkDeadline, type DeadlineInputs, parseStage } from './deadline.ts';
import { approvalRules, checkRules } from './input-rules.ts';
import { parseMinimum } from './minimum.ts';
import type {
  CommandInputs,
  CoverageInputs,
  FindingInputs,
  OriginInputs,
  TestInputs,
  WrittenInputs,
} from './written-inputs.ts';

export interface QualityGateInputs {
  readonly request: GateRequest;
  /** Empty without one. */
  readonly token: string;
}

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'any'] as const;

/** Files that no coverage is expected of, unless told: tests, and what only declares. */
const EXEMPT = [
  '**/{test,tests,__tests__,spec}/**',
  '**/*.{test,spec}.*',
  '**/test_*.py',
  '**/*_test.*',
  '**/conftest.py',
  '**/*.d.ts',
  '**/*.config.*',
];

const MOST_TESTS = 1_000_000_000;

/** Reads and checks every input, in the order of `action.yml`. */
export function readInputs(read: InputReader): QualityGateInputs {
  const written = {
    ...readCommands(read),
    ...readTests(read),
    ...readCoverage(read),
    ...readFindings(read),
    ...readOrigin(read),
    ...readDeadline(read),
  };
  const token = read.jobToken('github-token');
  checkRules(read, written);
  checkDeadline(read, written);
  const request = requestOf(written);
  const asking = inputsThatAsk(request);
  if (token === '' && asking.length > 0) read.problem('github-token', `is needed for ${asking.join(', ')}`);
  return { request, token };
}

function readCommands(read: InputReader): CommandInputs {
  return {
    commands: read.parsedLines('commands', parseCommand),
    commandTimeoutMs: read.duration('command-timeout', { min: 1000, default: '10m' }),
    targetTimeMs: read.optionalDuration('target-time', { min: 1000 }),
  };
}

function readTests(read: InputReader): TestInputs {
  return {
    junit: read.parsedLines('junit', parseReportPattern('tests')),
    minTests: read.optionalInteger('min-tests', { min: 1, max: MOST_TESTS }),
    maxFailures: read.optionalInteger('max-failures', { min: 0, max: MOST_TESTS }),
    maxSkipped: read.optionalInteger('max-skipped', { min: 0, max: MOST_TESTS }),
  };
}

function readCoverage(read: InputReader): CoverageInputs {
  return {
    coverage: read.parsedLines('coverage', parseReportPattern('coverage')),
    minimums: read.parsedLines('min-coverage', parseMinimum),
    minBranches: read.optionalPercentage('min-branch-coverage'),
    minPatch: read.optionalPercentage('min-patch-coverage'),
    maxDrop: read.optionalPercentage('max-coverage-drop'),
    baseline: read.parsedLines('coverage-baseline', parseReportPattern('coverage')),
    coverageExempt: read.parsedLines('coverage-exempt', parseNamePattern, { default: EXEMPT.join('\n') }),
  };
}

function readFindings(read: InputReader): FindingInputs {
  return {
    findings: read.parsedLines('findings', parseReportPattern('findings')),
    failOn: read.optionalChoice('fail-on-severity', SEVERITIES),
    allowed: read.parsedLines('allow-findings', parseAllowance),
  };
}

function readOrigin(read: InputReader): OriginInputs {
  return {
    version: read.optionalText('version') ?? '',
    versionFile: read.optionalText('version-file') ?? '',
    branches: read.parsedLines('require-branch', parseRefPattern),
    tags: read.parsedLines('require-tag', parseRefPattern),
    requiredApprovals: read.optionalInteger('require-approvals', { min: 1, max: 50 }),
    approvers: read.parsedLines('approvers', parseApprovers),
    environment: read.optionalText('environment') ?? '',
    protectedEnvironment: read.optionalText('require-environment') ?? '',
    deployedTo: read.optionalText('require-deployed-to') ?? '',
  };
}

/** Of no use to the gate itself: whoever approves is not to be asked for a deployment that cannot end well. */
function readDeadline(read: InputReader): DeadlineInputs {
  return {
    // As far as deploy-ssh itself lets it be.
    confirmWithinMs: read.optionalDuration('confirm-within', { min: 10_000, max: 24 * 3_600_000 }),
    beforeConfirm: read.parsedLines('before-confirm', parseStage),
  };
}

/** Git takes no white space in the name of a branch or tag. */
function parseRefPattern(line: string): NamePattern {
  if (!/\s/u.test(line)) return parseNamePattern(line);
  throw new Failure(
    'input',
    `'${line.slice(0, 80)}' has a space, which no branch and no tag can have: write one per line`,
  );
}

function requestOf(written: WrittenInputs): GateRequest {
  const { commands, commandTimeoutMs, targetTimeMs, junit, coverage, coverageExempt, baseline, findings } = written;
  const { version, versionFile, branches, tags, protectedEnvironment, deployedTo } = written;
  return {
    commands,
    commandTimeoutMs,
    targetTimeMs,
    junit,
    tests: junit.length === 0 ? undefined : testRulesOf(written),
    coverage,
    coverageRules: coverage.length === 0 ? undefined : coverageRulesOf(written),
    coverageExempt,
    baseline,
    findings,
    findingRules: findings.length === 0 ? undefined : { failOn: written.failOn ?? 'high', allowed: written.allowed },
    version,
    versionFile,
    branches,
    tags,
    approvals: approvalRules(written.requiredApprovals, written.approvers),
    environment: written.environment || protectedEnvironment,
    protectedEnvironment,
    deployedTo,
  };
}

function testRulesOf({ minTests, maxFailures = 0, maxSkipped }: TestInputs): NonNullable<GateRequest['tests']> {
  return { minTests, maxFailures, maxSkipped };
}

/** Coverage that is named has to be readable and say something, also where no share is asked for. */
function coverageRulesOf({
  minimums,
  minBranches,
  minPatch,
  maxDrop,
}: CoverageInputs): NonNullable<GateRequest['coverageRules']> {
  const total = minimums.find(({ pattern }) => pattern === undefined)?.percent;
  const paths = minimums.flatMap(({ pattern, percent }) => (pattern === undefined ? [] : [{ pattern, percent }]));
  return { minLines: total ?? 0, minBranches, paths, minPatch, maxDrop };
}
