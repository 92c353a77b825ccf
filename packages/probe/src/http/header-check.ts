import { validateHeaderName } from 'node:http';
import { Failure } from '@plimsoll/outcome';
import { mismatch, parsePattern } from '../pattern.ts';
import type { HeaderAssertion } from './http-request.ts';

/** Why a header's value is not what it has to be; empty when it is. */
export type HeaderCheck = ((value: string | undefined) => string) & { readonly header: string };

/** @throws Failure('input') for a name that no header has, or a pattern that is none. */
export function headerCheck(assertion: HeaderAssertion): HeaderCheck {
  const { name } = assertion;
  try {
    validateHeaderName(name);
  } catch (cause) {
    throw new Failure('input', `${JSON.stringify(name)} is no name of a header.`, { cause });
  }
  const problemOf = valueProblem(assertion);
  const check = (value: string | undefined): string => {
    const problem = problemOf(value);
    return problem === '' ? '' : `The header ${name} ${problem}`;
  };
  return Object.assign(check, { header: name });
}

function valueProblem(assertion: HeaderAssertion): (value: string | undefined) => string {
  if ('is' in assertion) {
    if (assertion.is === 'present') return (value) => (value === undefined ? 'is missing' : '');
    return (value) => (value === undefined ? '' : `is there: ${JSON.stringify(value)}`);
  }
  const problemOf = presentProblem(assertion);
  return (value) => (value === undefined ? 'is missing' : problemOf(value));
}

function presentProblem(assertion: Exclude<HeaderAssertion, { is: unknown }>): (value: string) => string {
  if ('equals' in assertion) {
    const { equals } = assertion;
    return (value) => (value === equals ? '' : `is ${JSON.stringify(value)}, not ${JSON.stringify(equals)}`);
  }
  if ('contains' in assertion) {
    const { contains } = assertion;
    return (value) =>
      value.includes(contains) ? '' : `is ${JSON.stringify(value)}, without ${JSON.stringify(contains)}`;
  }
  const pattern = parsePattern(assertion.matches);
  return (value) => {
    const problem = mismatch(pattern, value);
    return problem === '' ? '' : `is ${JSON.stringify(value)} and ${problem}`;
  };
}
