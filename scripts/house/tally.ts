/** Counts tests from jest's JSON reports. A skipped test has shown nothing, so it counts as failed. */
import { readFileSync } from 'node:fs';

export interface Tally {
  readonly passed: number;
  /** One line for each test or test file that is not known to be good. */
  readonly failed: readonly string[];
}

interface TestFile {
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
}

/** The tally of one run, from the file that `jest --json --outputFile` wrote. A missing or broken report is a failure. */
export function tallyOf(path: string): Tally {
  try {
    return tallyOfReport(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    return {
      passed: 0,
      failed: [`no usable report of a test run: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
}

/** Throws when the value is not a report of jest, or one without any test. */
export function tallyOfReport(report: unknown): Tally {
  const files = fieldOf(report, 'testResults');
  if (!Array.isArray(files) || files.length === 0) throw new TypeError('the report holds no test files');
  if (!files.every(isTestFile)) throw new TypeError('the report is not of the known form');
  const tests = files.flatMap((file) => file.assertionResults);
  const empty = files.filter((file) => file.assertionResults.length === 0);
  // Such as an `afterAll` that threw.
  const outside = files.filter(
    (file) => file.status !== 'passed' && file.assertionResults.every((test) => test.status === 'passed'),
  );
  const bad = tests.filter((test) => test.status !== 'passed');
  return {
    passed: tests.length - bad.length,
    failed: [
      ...empty.map((file) => `could not be run: ${file.name}`),
      ...outside.filter((file) => !empty.includes(file)).map((file) => `failed outside of its tests: ${file.name}`),
      ...bad.map((test) => `${test.status}: ${test.fullName}`),
    ],
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function isTestFile(value: unknown): value is TestFile {
  const tests = fieldOf(value, 'assertionResults');
  return hasText(value, 'name') && hasText(value, 'status') && Array.isArray(tests) && tests.every(isAssertion);
}

function isAssertion(value: unknown): boolean {
  return hasText(value, 'status') && hasText(value, 'fullName');
}

function hasText(value: unknown, name: string): boolean {
  return typeof fieldOf(value, name) === 'string';
}
