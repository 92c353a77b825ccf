import type { TestCounts, TestFacts } from '../facts.ts';
import { flakyCount } from './flaky.ts';

/** What several reports of tests say together. */
export interface TestTotals {
  readonly counts: TestCounts;
  /** The sum: reports do not say which of them ran side by side. */
  readonly durationMs: number;
}

/** Sums over reports. A test is flaky when it failed and passed anywhere in them. */
export function mergeTests(reports: readonly TestFacts[]): TestTotals {
  const sum = (read: (counts: TestCounts) => number): number =>
    reports.reduce((total, { counts }) => total + read(counts), 0);
  return {
    counts: {
      total: sum(({ total }) => total),
      passed: sum(({ passed }) => passed),
      failed: sum(({ failed }) => failed),
      errored: sum(({ errored }) => errored),
      skipped: sum(({ skipped }) => skipped),
      suiteErrors: sum(({ suiteErrors }) => suiteErrors),
      flaky: flakyCount(reports.map(({ identities }) => identities)),
    },
    durationMs: reports.reduce((total, { durationMs }) => total + durationMs, 0),
  };
}
