import { Failure } from '@plimsoll/outcome';
import { type JsonAssertion, parseAssertion, violationOf } from '../json/json-assertion.ts';
import { mismatch, type Pattern, parsePattern } from '../pattern.ts';
import { headerCheck } from './header-check.ts';
import type { HttpExpectations, StatusClass } from './http-request.ts';
import { headerOf, type Reading } from './reading.ts';
import { claimsJson, selfReportedTrouble } from './self-report.ts';

/** What an answer has to be, parsed. */
export interface Expectations {
  isStatus(status: number): boolean;
  /** Why the head of an answer is not what it has to be; empty when it is. */
  headProblem(reading: Reading): string;
  /** The same of its body. */
  bodyProblem(reading: Reading): string;
}

interface BodyChecks {
  readonly contains: readonly string[];
  readonly patterns: readonly Pattern[];
  readonly assertions: readonly JsonAssertion[];
}

/** @throws Failure('input') that names what cannot be understood. */
export function parseExpectations(given: HttpExpectations = {}): Expectations {
  const status: readonly (number | StatusClass)[] = given.status ?? ['2xx'];
  const isStatus = statusTest(status);
  const headers = (given.headers ?? []).map(headerCheck);
  const checks: BodyChecks = {
    contains: given.contains ?? [],
    patterns: (given.matches ?? []).map(parsePattern),
    assertions: (given.json ?? []).map(parseAssertion),
  };
  return {
    isStatus,
    headProblem: (reading) => {
      if (!isStatus(reading.answer.status)) return `The status is ${reading.answer.status}, not ${status.join(' or ')}`;
      return firstProblem(headers, (check) => check(headerOf(reading.answer, check.header)));
    },
    bodyProblem: (reading) => bodyProblem(checks, reading),
  };
}

function statusTest(given: readonly (number | StatusClass)[]): (status: number) => boolean {
  if (given.length === 0) throw new Failure('input', 'The list of expected statuses is empty; no answer could pass.');
  for (const one of given) {
    const isKnown =
      typeof one === 'number' ? Number.isInteger(one) && one >= 100 && one <= 599 : /^[1-5]xx$/u.test(one);
    if (!isKnown)
      throw new Failure('input', `The expected status ${JSON.stringify(one)} is neither like 200 nor like 2xx.`);
  }
  return (status) =>
    given.some((one) => (typeof one === 'number' ? one === status : Number(one[0]) === Math.floor(status / 100)));
}

function bodyProblem(checks: BodyChecks, reading: Reading): string {
  const looksInside = checks.contains.length + checks.patterns.length + checks.assertions.length > 0;
  // JSON that cannot be read may say that the service is not well.
  if (reading.obstacle !== '') return looksInside || claimsJson(reading) ? reading.obstacle : '';
  return textProblem(checks, reading) || jsonProblem(checks, reading);
}

function textProblem({ contains, patterns }: BodyChecks, reading: Reading): string {
  const text = contains.length + patterns.length === 0 ? '' : reading.text();
  const missing = contains.find((part) => !text.includes(part));
  if (missing !== undefined) return `The body does not contain ${JSON.stringify(missing)}`;
  return firstProblem(patterns, (pattern) => {
    const problem = mismatch(pattern, text);
    return problem === '' ? '' : `The body ${problem}`;
  });
}

function jsonProblem({ assertions }: BodyChecks, reading: Reading): string {
  // Of an answer that is to be a refusal, nobody expects that it says all is well.
  if (assertions.length === 0) return reading.answer.status < 400 ? selfReportedTrouble(reading) : '';
  const json = reading.json();
  if (!json.ok) return `The body is no valid JSON: ${json.problem}`;
  return firstProblem(assertions, (assertion) => {
    const violation = violationOf(assertion, json.value, reading.digits);
    return violation === '' ? '' : `In the body, ${violation}`;
  });
}

function firstProblem<T>(checks: readonly T[], problemOf: (check: T) => string): string {
  for (const check of checks) {
    const problem = problemOf(check);
    if (problem !== '') return problem;
  }
  return '';
}
