import { isDeepStrictEqual } from 'node:util';
import { Failure, type Json } from '@plimsoll/outcome';
import { mismatch, type Pattern, parsePattern } from '../pattern.ts';
import { formatPath, type JsonPath, readPath, valueAt } from './json-path.ts';
import { readJson } from './read-json.ts';

type Order = '<' | '<=' | '>' | '>=';

/** What has to hold of one value of a JSON document. */
export type JsonAssertion =
  | { readonly kind: 'equal' | 'different'; readonly path: JsonPath; readonly value: Json }
  | { readonly kind: 'order'; readonly path: JsonPath; readonly operator: Order; readonly value: number }
  | { readonly kind: 'match'; readonly path: JsonPath; readonly pattern: Pattern };

const SHAPE = 'write it as .status == "ok", .id != null, .queue < 100 or .name ~ "^shop"';
const OPERATOR = /^\s*(==|!=|<=|>=|<|>|~)\s*/u;

/**
 * Parses `PATH OPERATOR VALUE`. The operators are `==` and `!=` with any JSON value, `<`, `<=`, `>`, `>=` with a number, and `~` with a
 * regular expression in quotes or between slashes.
 *
 * @throws Failure('input') that names the text and what is wrong with it.
 */
export function parseAssertion(text: string): JsonAssertion {
  const { path, rest } = readPath(text.trim());
  const operator = OPERATOR.exec(rest);
  if (operator === null) throw bad(text, 'no operator follows the path');
  const [whole, sign = ''] = operator;
  const operand = rest.slice(whole.length);
  if (sign === '~') return { kind: 'match', path, pattern: parsePattern(expressionOf(text, operand)) };
  const reading = readJson(operand);
  if (!reading.ok) throw bad(text, `what follows ${sign} is no JSON value (${reading.problem})`);
  if (sign === '==' || sign === '!=') {
    return { kind: sign === '==' ? 'equal' : 'different', path, value: reading.value };
  }
  if (!isOrder(sign) || typeof reading.value !== 'number') throw bad(text, `${sign} needs a number`);
  return { kind: 'order', path, operator: sign, value: reading.value };
}

/**
 * Empty when it holds, else why not, with the value seen: `.status is "error", not "ok"`. A value that is not there equals null and
 * nothing else, and is not different from anything either: an answer without it shows nothing.
 */
export function violationOf(assertion: JsonAssertion, document: Json): string {
  const value = valueAt(assertion.path, document);
  if (value === undefined && !(assertion.kind === 'equal' && assertion.value === null)) {
    return `there is no ${formatPath(assertion.path)}`;
  }
  const problem = problemOf(assertion, value ?? null);
  return problem === '' ? '' : `${formatPath(assertion.path)} ${problem}`;
}

function problemOf(assertion: JsonAssertion, value: Json): string {
  switch (assertion.kind) {
    case 'equal':
      return isSame(value, assertion.value) ? '' : `is ${brief(value)}, not ${brief(assertion.value)}`;
    case 'different':
      return isSame(value, assertion.value) ? `is ${brief(value)}` : '';
    case 'order':
      return orderProblem(value, assertion.operator, assertion.value);
    case 'match':
      return typeof value === 'string' ? mismatchOf(assertion.pattern, value) : `is ${brief(value)}, no text`;
  }
}

/** JSON knows one zero; minus nothing is nothing. */
function isSame(a: Json, b: Json): boolean {
  return a === b || isDeepStrictEqual(a, b);
}

function orderProblem(value: Json, operator: Order, limit: number): string {
  if (typeof value !== 'number') return `is ${brief(value)}, no number`;
  return compare(value, operator, limit) ? '' : `is ${brief(value)}, not ${operator} ${limit}`;
}

function mismatchOf(pattern: Pattern, value: string): string {
  const problem = mismatch(pattern, value);
  return problem === '' ? '' : `is ${brief(value)} and ${problem}`;
}

/** Whether a comparison of two numbers holds. */
export function compare(left: number, operator: Order, right: number): boolean {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

function isOrder(sign: string): sign is Order {
  return ['<', '<=', '>', '>='].includes(sign);
}

function expressionOf(text: string, operand: string): { pattern: string; flags?: string } {
  const slashes = /^\/(.*)\/([a-z]*)$/su.exec(operand.trim());
  if (slashes !== null) return { pattern: slashes[1] ?? '', flags: slashes[2] ?? '' };
  const reading = readJson(operand);
  if (reading.ok && typeof reading.value === 'string') return { pattern: reading.value };
  throw bad(text, '~ needs a regular expression in quotes or between slashes');
}

function brief(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

function bad(text: string, problem: string): Failure {
  return new Failure('input', `The assertion ${JSON.stringify(text)}: ${problem}; ${SHAPE}.`);
}
