import { describe, expect, test } from '@jest/globals';
import { CODE_ORDER, decide, type Policy, type PolicyEvidence } from '@plimsoll/policy';
import { COMMIT, evidence, finding, known, NOTHING, pattern, tests } from './support.ts';

const EVERYTHING: Policy = {
  tests: { minTests: 1, maxFailures: 0, maxSkipped: undefined },
  coverage: { minLines: 50, minBranches: undefined, paths: [], minPatch: undefined, maxDrop: undefined },
  findings: { failOn: 'high', allowed: [], today: '2026-11-21' },
  version: { version: 'v1.0.0', file: undefined },
  source: { branches: [pattern('main')], tags: [], refusesPullRequests: true },
  checkout: { evidenceFrom: ['commands'], isAboutRun: true },
  protectedEnvironment: undefined,
  deployedTo: undefined,
  approvals: undefined,
};

const WELL = evidence({
  commands: [{ name: 'lint', end: { kind: 'exited', status: 0 } }],
  tests: known(tests()),
  coverage: known({ lines: { covered: 9, total: 10 }, branches: { covered: 0, total: 0 }, files: [] }),
  findings: known([]),
  source: known({ commit: COMMIT, pullRequest: '', otherCommit: '', ref: { kind: 'branch', name: 'main' } }),
});

describe('a decision', () => {
  test('over everything that is well passes, with a ruling for each rule', () => {
    const { verdict, code, rulings } = decide(EVERYTHING, WELL);
    expect([verdict, code]).toEqual(['pass', '']);
    expect(rulings.map(({ rule }) => rule)).toEqual([
      'lint',
      'max-failures',
      'min-tests',
      'min-coverage',
      'fail-on-severity',
      'version',
      'no pull request',
      'require-branch',
    ]);
  });

  test('over nothing is a failure', () => {
    expect(decide(NOTHING, evidence({}))).toMatchObject({ verdict: 'fail', code: 'policy', rulings: [] });
  });

  test.each([
    [{ kind: 'exited', status: 1 }, 'exit-code'],
    [{ kind: 'killed', signal: 'SIGSEGV' }, 'exit-code'],
    [{ kind: 'timed-out', limitMs: 1000 }, 'timed-out'],
    [{ kind: 'not-started', why: 'no bash' }, 'no-evidence'],
  ] as const)('over a command that ended with %j is a failure', (end, reason) => {
    const decision = decide(NOTHING, evidence({ commands: [{ name: 'lint', end }] }));
    expect([decision.code, decision.rulings[0]?.reason]).toEqual(['command', reason]);
  });

  test('has the code that comes first of all that is broken', () => {
    const broken: Partial<PolicyEvidence> = {
      tests: known(tests({ failed: 1 })),
      coverage: known({ lines: { covered: 1, total: 10 }, branches: { covered: 0, total: 0 }, files: [] }),
      findings: known([finding('X', 'critical')]),
      commands: [{ name: 'lint', end: { kind: 'exited', status: 1 } }],
      source: known({ commit: COMMIT, pullRequest: '', otherCommit: '', ref: { kind: 'branch', name: 'other' } }),
    };
    const codes: ReturnType<typeof decide>['code'][] = [];
    let seen: PolicyEvidence = { ...WELL, ...broken };
    for (const part of ['tests', 'coverage', 'findings', 'commands', 'source'] as const) {
      codes.push(decide(EVERYTHING, seen).code);
      seen = { ...seen, [part]: WELL[part] };
    }
    expect(codes).toEqual(['tests', 'coverage', 'findings', 'command', 'policy']);
    expect(decide(EVERYTHING, seen).code).toBe('');
    const places = codes.map((code) => [...CODE_ORDER, ''].indexOf(code));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});
