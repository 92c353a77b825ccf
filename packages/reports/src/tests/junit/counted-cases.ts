import type { XmlAttributes } from '../../xml/attributes.ts';
import { numberOf } from './numbers.ts';

/** A suite that counts more cases than anything in the report accounts for. */
export interface Shortfall {
  /** Its name; empty where it has none. */
  readonly suite: string;
  readonly counted: number;
  readonly listed: number;
}

/** Roots, or suites, by the names that their writers give them. */
const OTHERWISE: ReadonlySet<string> = new Set(['pytest', 'pytest tests', 'Mocha Tests']);

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/**
 * Whether the attribute `tests` of a suite counts cases. Known not to: Catch2 (assertions; the host of its suites is "tbd"), doctest (assertions;
 * names its version), pytest (outcomes: each subtest and each failed teardown is one more, and no case), mocha-junit-reporter (what a suite defines, whatever
 * `--grep` or a failed hook leaves of it), newman (requests in its root, checks as cases; its suites have a UUID).
 */
export function countsCases(attributes: XmlAttributes): boolean {
  return !(
    OTHERWISE.has(attributes.text('name') ?? '') ||
    attributes.text('hostname') === 'tbd' ||
    attributes.has('doctest_version') ||
    UUID.test(attributes.text('id') ?? '')
  );
}

/** Counters, besides `skipped`, of cases that were not run and that some writers do not list: GoogleTest and CTest, TestNG. */
const NOT_RUN = ['disabled', 'ignored'] as const;

/** Cases that were not run by counters of other names than `skipped`. */
export function notRunIn(attributes: XmlAttributes): number {
  return NOT_RUN.reduce((sum, name) => sum + Math.max(0, numberOf(attributes, name) ?? 0), 0);
}
