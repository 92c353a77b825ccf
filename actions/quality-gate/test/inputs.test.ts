import { describe, expect, test } from '@jest/globals';
import { readInputs as readAll } from '@plimsoll/action-kit';
import { type QualityGateInputs, readInputs } from '../src/inputs.ts';

type Inputs = Readonly<Record<string, string>>;

function read(inputs: Inputs): QualityGateInputs {
  const env = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  return readAll(readInputs, { env, mask: () => {} });
}

describe('inputs', () => {
  test('become rules, with the defaults that are safe', () => {
    const { request, token } = read({ junit: 'a.xml', coverage: 'b.info', findings: 'c.sarif' });
    expect(request).toMatchObject({
      tests: { minTests: undefined, maxFailures: 0, maxSkipped: undefined },
      coverageRules: { minLines: 0, paths: [] },
      findingRules: { failOn: 'high', allowed: [] },
      commandTimeoutMs: 600_000,
      approvals: undefined,
    });
    expect(token).toBe('');
  });

  test('of coverage are of all files and of some', () => {
    const { request } = read({ coverage: 'x', 'min-coverage': '80\nsrc/core/**: 95 %' });
    const { minLines, paths = [] } = request.coverageRules ?? {};
    expect([minLines, paths.map(({ pattern, percent }) => [pattern.text, percent])]).toEqual([
      80,
      [['src/core/**', 95]],
    ]);
    const [rule] = paths;
    expect([rule?.pattern.matches('src/core/a/b.ts'), rule?.pattern.matches('src/other.ts')]).toEqual([true, false]);
  });

  test.each([
    ['as many as there are roles', 'x: @a\ny: @b', undefined, 2],
    ['one without roles', '@a @b', undefined, 1],
    ['the number that is given', 'x: @a @c\ny: @b', '3', 3],
  ])('of approvals: %s', (...[_what, approvers, number, required]) => {
    const given = number === undefined ? {} : { 'require-approvals': number };
    expect(read({ approvers, 'github-token': 't', ...given }).request.approvals?.required).toBe(required);
  });

  test('name the environment to deploy to once', () => {
    const { request } = read({ 'require-environment': 'production', 'github-token': 't' });
    expect(request.environment).toBe('production');
  });

  test('know a deadline that leaves time for all that comes before it', () => {
    const times = { 'confirm-within': '901s', 'before-confirm': 'monitor: 15m # as agreed\nready-within: 0s' };
    expect(() => read({ junit: 'a', ...times })).not.toThrow();
  });

  test.each<[string, Inputs, string]>([
    ['nothing at all', {}, 'commands: nothing is asked of this gate'],
    ['only a deadline', { 'confirm-within': '30m' }, 'commands: nothing is asked of this gate'],
    [
      'a deadline in the middle of the watch',
      { junit: 'a', 'confirm-within': '30m', 'before-confirm': 'startup-wait: 10s\nready-within: 0s\nmonitor: 1h' },
      'confirm-within: of 30 min is over before the release can be confirmed, and its server would take it back: startup-wait (10 s), monitor (1 h) may take 1 h. Give',
    ],
    [
      'a deadline at its very end',
      { junit: 'a', 'confirm-within': '900s', 'before-confirm': 'monitor: 15m' },
      'confirm-within: of 15 min is over',
    ],
    [
      'a deadline that no deployment takes',
      { junit: 'a', 'confirm-within': '9s' },
      'confirm-within: "9s" is not a duration from 10s to 24h',
    ],
    [
      'a watch without a deadline',
      { junit: 'a', 'before-confirm': 'monitor: 15m' },
      "confirm-within: is missing: 'before-confirm' has to fit into it",
    ],
    [
      'a watch of no length',
      { junit: 'a', 'confirm-within': '30m', 'before-confirm': 'monitor:' },
      "before-confirm: 'monitor:' is not 'name: duration', with a duration from",
    ],
    [
      'a watch of minutes that nobody knows',
      { junit: 'a', 'confirm-within': '30m', 'before-confirm': 'startup-wait: 10s\nmonitor: 15min' },
      "before-confirm: 'monitor: 15min' is not 'name: duration'",
    ],
    [
      'a list of branches in one line',
      { 'require-branch': 'main, release/*' },
      "require-branch: 'main, release/*' has a space, which no branch and no tag can have: write one per line",
    ],
    [
      'patterns that nobody can wait for',
      { junit: `${'*a'.repeat(25)}.xml` },
      'has 25 wildcards (*), and searching takes too long with more than 16',
    ],
    [
      'such a pattern for names',
      { coverage: 'x', 'coverage-exempt': '*a'.repeat(17) },
      `coverage-exempt: '${'*a'.repeat(17)}' has 17 wildcards`,
    ],
    ['only limits', { 'min-tests': '5' }, 'min-tests: is asked of no tests'],
    [
      'no test that may fail',
      { junit: 'a', 'min-tests': '5', 'max-failures': '5' },
      'max-failures: of 5 lets all of the 5 tests fail',
    ],
    [
      'no test that has to run',
      { junit: 'a', 'min-tests': '5', 'max-skipped': '5' },
      'max-skipped: of 5 lets all of the 5 tests be skipped',
    ],
    [
      'a share for a percentage',
      { coverage: 'x', 'min-coverage': '0.92' },
      'min-coverage: 0.92 is less than one percent',
    ],
    ['one of a part', { coverage: 'x', 'min-coverage': '80\na: 0.9' }, 'min-coverage: 0.9 is less than one percent'],
    ['one of branches', { coverage: 'x', 'min-branch-coverage': '0.8' }, 'min-branch-coverage: 0.8 is less'],
    ['one of a patch', { coverage: 'x', 'min-patch-coverage': '0.8%' }, 'min-patch-coverage: 0.8 is less'],
    ['a threshold above 100', { coverage: 'x', 'min-coverage': '101' }, "min-coverage: '101' is neither a percentage"],
    [
      'the same of branches',
      { coverage: 'x', 'min-branch-coverage': '100.1' },
      'min-branch-coverage: "100.1" is not a percentage',
    ],
    [
      'two totals',
      { coverage: 'x', 'min-coverage': '80\n90' },
      'min-coverage: says two things about all files together',
    ],
    [
      'two minimums of a path',
      { coverage: 'x', 'min-coverage': 'a/**: 80\na/**: 80' },
      "min-coverage: says two things about 'a/**'",
    ],
    ['coverage of nothing', { junit: 'a', 'min-coverage': '80' }, 'min-coverage: is asked of no reports'],
    ['a drop without a baseline', { coverage: 'x', 'max-coverage-drop': '1' }, 'coverage-baseline: is missing'],
    ['a baseline without a drop', { coverage: 'x', 'coverage-baseline': 'b' }, 'max-coverage-drop: is missing'],
    ['findings of nothing', { junit: 'a', 'fail-on-severity': 'low' }, 'fail-on-severity: is asked of no reports'],
    [
      'allowances of nothing',
      { junit: 'a', 'allow-findings': 'X until 2026-12-31: why' },
      'allow-findings: is asked of no reports',
    ],
    ['an allowance without a reason', { findings: 'a', 'allow-findings': 'X until 2026-12-31:' }, 'has no reason'],
    [
      'an unknown format',
      { coverage: 'clover:x.xml' },
      "coverage: 'clover' in 'clover:x.xml' is none of the formats cobertura",
    ],
    ['a format of another kind', { junit: 'lcov:x' }, "junit: 'lcov' in 'lcov:x' is none of the formats junit"],
    ['two commands of one name', { commands: 'a: x\na: y' }, "commands: two commands are called 'a'"],
    ['approvals of nobody', { 'require-approvals': '2', 'github-token': 't' }, 'approvers: is missing'],
    [
      'more approvals than people',
      { 'require-approvals': '2', approvers: '@a', 'github-token': 't' },
      'require-approvals: of 2 cannot be reached by the 1',
    ],
    [
      'fewer approvals than roles',
      { 'require-approvals': '1', approvers: 'x: @a\ny: @b', 'github-token': 't' },
      'require-approvals: of 1 cannot hold one of each of the 2 roles',
    ],
    [
      'a file without a version',
      { junit: 'x', 'version-file': 'VERSION' },
      "version-file: has nothing to equal without 'version'",
    ],
    [
      'questions without a token',
      { 'require-deployed-to': 'staging' },
      'github-token: is needed for require-deployed-to',
    ],
  ])('are refused for %s', (_what, inputs, message) => {
    expect(() => read(inputs)).toThrow(message);
  });
});
