import { describe, expect, test } from '@jest/globals';
import {
  type CheckoutSeen,
  decide,
  known,
  type Policy,
  type PolicyEvidence,
  type ReviewVote,
  type Severity,
  unknown,
} from '@plimsoll/policy';
import * as fc from 'fast-check';
import { approvalsSeen, COMMIT, evidence, finding, NOTHING, pattern, person, review, tests } from './support.ts';

const count = fc.nat(12);
const counts = fc.record({
  passed: count,
  failed: fc.nat(3),
  errored: fc.nat(2),
  skipped: fc.nat(4),
  suiteErrors: fc.nat(1),
  flaky: fc.nat(2),
});
const tally = fc.tuple(fc.nat(50), fc.nat(50)).map(([covered, missed]) => ({ covered, total: covered + missed }));
const severity = fc.constantFrom<Severity>('critical', 'high', 'medium', 'low', 'none', 'unknown');
const findings = fc.array(
  fc
    .tuple(fc.constantFrom('A', 'B', 'C'), severity, fc.boolean())
    .map(([id, rated, suppressed]) => finding(id, rated, { suppressed })),
  { maxLength: 4 },
);
const allowance = fc.record({
  id: fc.constantFrom('A', 'B', 'C'),
  until: fc.constantFrom('2026-11-20', '2026-11-21', '2027-01-01'),
  reason: fc.constant('known'),
});
const vote: fc.Arbitrary<ReviewVote> = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.constantFrom<ReviewVote['state']>('approved', 'approved', 'approved', 'dismissed', 'changes-requested'),
    fc.boolean(),
    fc.constantFrom(true, true, true, false),
  )
  .map(([login, state, onHead, canPush]) => review(login, { state, onHead, canPush }));

const policy: fc.Arbitrary<Policy> = fc.record({
  tests: fc.option(
    fc.record({
      minTests: fc.option(fc.nat(10), { nil: undefined }),
      maxFailures: fc.nat(2),
      maxSkipped: fc.option(fc.nat(3), { nil: undefined }),
    }),
    { nil: undefined },
  ),
  coverage: fc.option(
    fc.record({
      minLines: fc.option(fc.nat(100), { nil: undefined }),
      minBranches: fc.option(fc.nat(60), { nil: undefined }),
      paths: fc.constantFrom([], [{ pattern: pattern('src/**'), percent: 40 }]),
      minPatch: fc.option(fc.nat(80), { nil: undefined }),
      maxDrop: fc.option(fc.nat(60), { nil: undefined }),
    }),
    { nil: undefined },
  ),
  findings: fc.option(
    fc.record({
      failOn: fc.constantFrom('critical' as const, 'high' as const, 'any' as const),
      allowed: fc.array(allowance, { maxLength: 2 }),
      today: fc.constant('2026-11-21'),
    }),
    { nil: undefined },
  ),
  version: fc.constantFrom(undefined, { version: 'v1.0.0', file: 'VERSION' }),
  source: fc.constantFrom(NOTHING.source, { branches: [pattern('main')], tags: [], refusesPullRequests: true }),
  checkout: fc.record({ evidenceFrom: fc.constantFrom([], ['commands']), isAboutRun: fc.boolean() }),
  protectedEnvironment: fc.constantFrom(undefined, 'production'),
  deployedTo: fc.constantFrom(undefined, 'staging'),
  approvals: fc.constantFrom(
    undefined,
    { required: 1, groups: [{ role: '', people: ['a', 'b', 'c'], teams: [] }] },
    {
      required: 2,
      groups: [
        { role: 'x', people: ['a', 'b'], teams: [] },
        { role: 'y', people: ['b', 'c'], teams: [] },
      ],
    },
  ),
});

const PROTECTION = {
  reviewers: [1],
  preventsSelfReview: true,
  branchPolicy: { kind: 'selected', patterns: [] },
  canAdminsBypass: false,
} as const;

/** Evidence that is good more often than not, or the first differences would never be seen. */
const seen: fc.Arbitrary<PolicyEvidence> = fc
  .record({
    counts,
    lines: tally,
    branches: tally,
    patch: tally,
    before: tally,
    findings,
    votes: fc.array(vote, { maxLength: 4 }),
    status: fc.constantFrom(0, 0, 0, 1),
    ref: fc.constantFrom('main', 'main', 'other'),
    checkout: fc.constantFrom<CheckoutSeen>({ kind: 'none' }, { kind: 'other', commit: COMMIT, run: 'd'.repeat(40) }),
  })
  .map((parts) =>
    evidence({
      commands: [{ name: 'build', end: { kind: 'exited', status: parts.status } }],
      tests: known(tests(parts.counts)),
      coverage: known({
        lines: parts.lines,
        branches: parts.branches,
        files: [{ path: 'src/a', lines: parts.lines, isDisputed: false }],
      }),
      patch: known({ lines: parts.patch, unmeasured: [] }),
      baseline: known(parts.before),
      findings: known(parts.findings),
      versionFile: known('v1.0.0'),
      checkout: parts.checkout,
      source: known({ commit: COMMIT, pullRequest: '', otherCommit: '', ref: { kind: 'branch', name: parts.ref } }),
      commit: known(COMMIT),
      protection: known(PROTECTION),
      liveElsewhere: known({ commit: COMMIT, at: 'now' }),
      approvals: known(approvalsSeen(parts.votes)),
    }),
  );

/** The parts of evidence that may be missing. */
const PARTS = [
  'tests',
  'coverage',
  'patch',
  'baseline',
  'findings',
  'versionFile',
  'source',
  'commit',
  'protection',
  'liveElsewhere',
  'approvals',
] as const;

const RUNS = { numRuns: 600 };

describe('a failure is never turned into a pass', () => {
  test('by evidence that is missing', () => {
    fc.assert(
      fc.property(policy, seen, fc.subarray([...PARTS], { minLength: 1 }), (rules, all, lost) => {
        const gaps = Object.fromEntries(lost.map((part) => [part, unknown('report', 'lost')]));
        const before = decide(rules, all);
        const after = decide(rules, { ...all, ...gaps });
        expect(before.verdict === 'fail' && after.verdict === 'pass').toBe(false);
      }),
      RUNS,
    );
  });

  test('by more that is wrong', () => {
    const worse = fc.record({ failed: fc.nat(2), findings, status: fc.constantFrom(0, 1), uncovered: fc.nat(5) });
    fc.assert(
      fc.property(policy, seen, worse, (rules, all, more) => {
        const before = decide(rules, all);
        const after = decide(rules, worsened(all, more));
        expect(before.verdict === 'fail' && after.verdict === 'pass').toBe(false);
      }),
      RUNS,
    );
  });

  test('by fewer approvals, or a no', () => {
    const rules: Policy = {
      ...NOTHING,
      approvals: { required: 2, groups: [{ role: '', people: ['a', 'b', 'c'], teams: [] }] },
    };
    fc.assert(
      fc.property(fc.array(vote, { maxLength: 5 }), fc.nat(4), fc.boolean(), (votes, taken, no) => {
        const fewer = votes.filter((one, index) => index !== taken || one.state === 'changes-requested');
        const rest = no ? [...fewer, review('b', { state: 'changes-requested' })] : fewer;
        const before = decide(rules, evidence({ approvals: known(approvalsSeen(votes)) }));
        const after = decide(rules, evidence({ approvals: known(approvalsSeen(rest)) }));
        expect((before.verdict === 'fail' || no) && after.verdict === 'pass').toBe(false);
      }),
      RUNS,
    );
  });
});

test('no pass has fewer people behind it than were asked for, each once, each named, none of them a maker', () => {
  const groups = [{ role: '', people: ['a', 'b', 'c', 'z'], teams: [] }];
  fc.assert(
    fc.property(
      fc.array(vote, { maxLength: 6 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('a', 'b', 'z'),
      (votes, required, maker) => {
        const makers = [{ role: 'author', person: person(maker), name: maker, address: '' }];
        const approvals = known(approvalsSeen(votes, { makers }));
        const { verdict, approvers } = decide({ ...NOTHING, approvals: { required, groups } }, evidence({ approvals }));
        if (verdict === 'fail') return;
        expect(new Set(approvers).size).toBe(approvers.length);
        expect(approvers.length).toBeGreaterThanOrEqual(required);
        expect(approvers.filter((login) => login === maker || login === 'd')).toEqual([]);
      },
    ),
    RUNS,
  );
});

interface Worse {
  readonly failed: number;
  readonly findings: readonly ReturnType<typeof finding>[];
  readonly status: number;
  readonly uncovered: number;
}

function worsened(all: PolicyEvidence, { failed, findings: more, status, uncovered }: Worse): PolicyEvidence {
  const { tests: ran, coverage, findings: found } = all;
  const less = (part: { covered: number; total: number }) => ({ covered: part.covered, total: part.total + uncovered });
  return {
    ...all,
    commands: [...all.commands, { name: 'more', end: { kind: 'exited', status } }],
    // Passed tests that fail now: their number stays.
    tests: ran.kind === 'known' ? known(failedMore(ran.facts, failed)) : ran,
    coverage:
      coverage.kind === 'known'
        ? known({
            lines: coverage.facts.lines.total === 0 ? coverage.facts.lines : less(coverage.facts.lines),
            branches: coverage.facts.branches.total === 0 ? coverage.facts.branches : less(coverage.facts.branches),
            files: coverage.facts.files.map(({ path, lines, isDisputed }) => ({
              path,
              isDisputed,
              lines: lines.total === 0 ? lines : less(lines),
            })),
          })
        : coverage,
    findings: found.kind === 'known' ? known([...found.facts, ...more]) : found,
  };
}

function failedMore(ran: ReturnType<typeof tests>, wanted: number): ReturnType<typeof tests> {
  const more = Math.min(wanted, ran.passed);
  return { ...ran, passed: ran.passed - more, failed: ran.failed + more };
}
