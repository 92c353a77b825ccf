import { describe, expect, test } from '@jest/globals';
import { tallyOf, tallyOfReport } from '../../scripts/house/tally.ts';

const file = (...statuses: string[]) => ({
  name: 'a.test.ts',
  status: 'passed',
  assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })),
});

describe('the count of a test run', () => {
  test('counts what passed', () => {
    expect(tallyOfReport({ testResults: [file('passed', 'passed'), file('passed')] })).toEqual({
      passed: 3,
      failed: [],
    });
  });

  test.each(['failed', 'pending', 'skipped', 'todo', 'disabled', 'focused'])('takes %s for a failure', (status) => {
    const tally = tallyOfReport({ testResults: [file('passed', status)] });
    expect(tally).toEqual({ passed: 1, failed: [`${status}: test 1`] });
  });

  test('takes a file that could not be run for a failure', () => {
    const broken = { name: 'a.test.ts', status: 'failed', assertionResults: [] };
    expect(tallyOfReport({ testResults: [broken] }).failed).toEqual(['could not be run: a.test.ts']);
  });

  test('takes a file that failed outside of its tests for a failure', () => {
    const torn = { ...file('passed'), status: 'failed' };
    expect(tallyOfReport({ testResults: [torn] })).toEqual({
      passed: 1,
      failed: ['failed outside of its tests: a.test.ts'],
    });
  });

  test.each([[{}], [{ testResults: [] }], [{ testResults: [{ name: 1 }] }], ['']])(
    'refuses %j as a report',
    (report) => {
      expect(() => tallyOfReport(report)).toThrow(TypeError);
    },
  );

  test('takes a missing report for a failure', () => {
    expect(tallyOf('/nowhere/report.json')).toEqual({
      passed: 0,
      failed: [expect.stringContaining('no usable report')],
    });
  });
});
