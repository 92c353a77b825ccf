import { describe, expect, test } from '@jest/globals';
import { decide } from '@plimsoll/policy';
import { evidence, known, NOTHING, tests } from './support.ts';

const RULES = { minTests: undefined, maxFailures: 0, maxSkipped: undefined };

function reasons(rules: Partial<typeof RULES> | object, counts: Parameters<typeof tests>[0]): unknown {
  const policy = { ...NOTHING, tests: { ...RULES, ...rules } };
  return decide(policy, evidence({ tests: known(tests(counts)) })).rulings.map(({ reason }) => reason);
}

describe('tests', () => {
  test.each([
    ['all passed', {}, {}, ['met']],
    ['one failed', {}, { failed: 1 }, ['too-many']],
    ['one ended with an error', {}, { errored: 1 }, ['too-many']],
    ['an error of a suite alone', {}, { suiteErrors: 1 }, ['too-many']],
    ['as many failures as may be', { maxFailures: 3 }, { failed: 1, errored: 1, suiteErrors: 1 }, ['met']],
    ['one more', { maxFailures: 2 }, { failed: 1, errored: 1, suiteErrors: 1 }, ['too-many']],
    ['no test at all', {}, { passed: 0 }, ['no-evidence']],
    ['all skipped', {}, { passed: 0, skipped: 9 }, ['no-evidence']],
    ['as many failures as may be, and nothing else', { maxFailures: 3 }, { passed: 0, failed: 3 }, ['no-evidence']],
    ['as many tests as there have to be', { minTests: 567 }, { passed: 560, skipped: 7 }, ['met', 'met']],
    ['one too few', { minTests: 567 }, { passed: 566 }, ['met', 'too-few']],
    ['skipped ones within the limit', { maxSkipped: 2 }, { skipped: 2 }, ['met', 'met']],
    ['skipped ones beyond it', { maxSkipped: 2 }, { skipped: 3 }, ['met', 'too-many']],
  ] as const)('%s', (...[_what, rules, counts, expected]) => {
    expect(reasons(rules, counts)).toEqual(expected);
  });

  test('skipped ones that a report only counts do not make those that ran disappear', () => {
    const counted = { ...tests({ passed: 5 }), skipped: 5 };
    const { verdict } = decide({ ...NOTHING, tests: RULES }, evidence({ tests: known(counted) }));
    expect(verdict).toBe('pass');
  });

  test('flaky ones are told and fail nothing', () => {
    const { rulings, verdict } = decide({ ...NOTHING, tests: RULES }, evidence({ tests: known(tests({ flaky: 2 })) }));
    expect([verdict, rulings[0]?.detail]).toEqual(['pass', '2 tests are flaky: seen to fail and to pass']);
  });

  test('what could not be read fails with the code of the report', () => {
    const { rulings, code } = decide({ ...NOTHING, tests: { ...RULES, minTests: 1 } }, evidence({}));
    expect([code, rulings.map(({ reason }) => reason)]).toEqual(['report', ['no-evidence', 'no-evidence']]);
  });
});
