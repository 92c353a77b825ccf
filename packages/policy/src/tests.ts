import { type Evidence, judgeKnown } from './evidence.ts';
import { broken, met, type RuleName, type Ruling } from './ruling.ts';

/** What is asked of the tests. */
export interface TestRules {
  readonly minTests: number | undefined;
  readonly maxFailures: number;
  readonly maxSkipped: number | undefined;
}

/** Cases over all reports; `total` is `passed + failed + errored + skipped`, errors of suites are not in it. */
export interface TestsSeen {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly errored: number;
  readonly skipped: number;
  readonly flaky: number;
  readonly suiteErrors: number;
}

export function judgeTests(rules: TestRules, evidence: Evidence<TestsSeen>): readonly Ruling[] {
  const { minTests, maxSkipped } = rules;
  return [
    judgeFailures(rules.maxFailures, evidence),
    ...(minTests === undefined ? [] : [judgeNumber(minTests, evidence)]),
    ...(maxSkipped === undefined ? [] : [judgeSkipped(maxSkipped, evidence)]),
  ];
}

/** Failed and errored cases, and errors of suites: each is a failure. */
export function failuresOf({ failed, errored, suiteErrors }: TestsSeen): number {
  return failed + errored + suiteErrors;
}

function judgeFailures(most: number, evidence: Evidence<TestsSeen>): Ruling {
  const name: RuleName = { area: 'tests', rule: 'max-failures', wanted: most === 0 ? 'none' : `at most ${most}` };
  return judgeKnown(name, evidence, (tests) => {
    const failures = failuresOf(tests);
    const sight = { seen: `${failures} failed of ${tests.total}`, detail: flakyDetail(tests) };
    if (failures > most) return broken(name, { code: 'tests', reason: 'too-many', ...sight });
    if (tests.passed > 0) return met(name, sight);
    // A test run that was skipped as a whole has nothing that failed, and shows nothing either. No more does one in which nothing passed.
    const seen = failures === 0 ? 'no test was run' : `no test passed, ${failures} failed`;
    return broken(name, { code: 'tests', reason: 'no-evidence', seen });
  });
}

function flakyDetail({ flaky }: TestsSeen): string {
  if (flaky === 0) return '';
  return `${flaky} ${flaky === 1 ? 'test is' : 'tests are'} flaky: seen to fail and to pass`;
}

/** Skipped tests count: min-tests guards against tests that vanish, max-skipped against those that are switched off. */
function judgeNumber(least: number, evidence: Evidence<TestsSeen>): Ruling {
  const name: RuleName = { area: 'tests', rule: 'min-tests', wanted: `at least ${least}` };
  return judgeKnown(name, evidence, ({ total }) =>
    total >= least
      ? met(name, { seen: String(total) })
      : broken(name, { code: 'tests', reason: 'too-few', seen: String(total) }),
  );
}

function judgeSkipped(most: number, evidence: Evidence<TestsSeen>): Ruling {
  const name: RuleName = { area: 'tests', rule: 'max-skipped', wanted: `at most ${most}` };
  return judgeKnown(name, evidence, ({ skipped }) =>
    skipped <= most
      ? met(name, { seen: String(skipped) })
      : broken(name, { code: 'tests', reason: 'too-many', seen: String(skipped) }),
  );
}
