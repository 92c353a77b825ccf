import { isDeepStrictEqual } from 'node:util';
import { Failure, type Json } from '@plimsoll/outcome';
import { mismatch, type Pattern, parsePattern } from '../pattern.ts';
import { formatPath, type JsonPath, readPath, valueAt } from './json-path.ts';
import { compareNumbers, isLong, type WrittenNumber } from './long-numbers.ts';
import { readJson } from './read-json.ts';

type Order = '<' | '<=' | '>' | '>=';

/** What has to hold of one value of a JSON document. */
export type JsonAssertion =
  | { readonly kind: 'equal' | 'different'; readonly path: JsonPath; readonly value: Json; readonly written: string }
  | {
      readonly kind: 'order';
      readonly path: JsonPath;
      readonly operator: Order;
      readonly value: number;
      readonly written: string;
    }
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
    return { kind: sign === '==' ? 'equal' : 'different', path, value: reading.value, written: operand.trim() };
  }
  if (!isOrder(sign) || typeof reading.value !== 'number') throw bad(text, `${sign} needs a number`);
  return { kind: 'order', path, operator: sign, value: reading.value, written: operand.trim() };
}

/**
 * Empty when it holds, else why not, with the value seen: `.status is "error", not "ok"`. A value that is not there equals null and
 * nothing else, and is not different from anything either: an answer without it shows nothing.
 *
 * @param written how the number at a path is written in the document; only long numbers need it
 */
export function violationOf(
  assertion: JsonAssertion,
  document: Json,
  written: (path: JsonPath) => string = () => '',
): string {
  const value = valueAt(assertion.path, document);
  if (value === undefined && !(assertion.kind === 'equal' && assertion.value === null)) {
    return `there is no ${formatPath(assertion.path)}`;
  }
  const seen = { value: value ?? null, written: isLong(value) ? written(assertion.path) : '' };
  const problem = problemOf(assertion, seen);
  return problem === '' ? '' : `${formatPath(assertion.path)} ${problem}`;
}

/** A value, and how it is written where it is a number. */
interface Seen {
  readonly value: Json;
  readonly written: string;
}

function problemOf(assertion: JsonAssertion, seen: Seen): string {
  const { value } = seen;
  switch (assertion.kind) {
    case 'equal':
      return isSame(seen, assertion) ? '' : `is ${shown(seen)}, not ${shown(assertion)}`;
    case 'different':
      return isSame(seen, assertion) ? `is ${shown(seen)}` : '';
    case 'order':
      return holds(seen, assertion) ? '' : `is ${shown(seen)}, ${orderWords(value, assertion)}`;
    case 'match':
      return typeof value === 'string' ? mismatchOf(assertion.pattern, value) : `is ${shown(seen)}, no text`;
  }
}

/** JSON knows one zero; minus nothing is nothing. */
function isSame(a: Seen, b: Seen): boolean {
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b) === 0;
  return isDeepStrictEqual(a.value, b.value);
}

type OrderAssertion = Extract<JsonAssertion, { kind: 'order' }>;

/** Whether a comparison of two numbers holds. */
function holds(seen: Seen, assertion: OrderAssertion): boolean {
  if (!isNumber(seen)) return false;
  const sign = compareNumbers(seen, assertion);
  switch (assertion.operator) {
    case '<':
      return sign < 0;
    case '<=':
      return sign <= 0;
    case '>':
      return sign > 0;
    case '>=':
      return sign >= 0;
  }
}

function orderWords(value: Json, assertion: OrderAssertion): string {
  return typeof value === 'number' ? `not ${assertion.operator} ${shown(assertion)}` : 'no number';
}

function mismatchOf(pattern: Pattern, value: string): string {
  const problem = mismatch(pattern, value);
  return problem === '' ? '' : `is ${brief(value)} and ${problem}`;
}

function isNumber(seen: Seen): seen is WrittenNumber {
  return typeof seen.value === 'number';
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

/** A long number in its own digits. */
function shown({ value, written }: Seen): string {
  return brief(value, isLong(value) ? written : '');
}

function brief(value: Json, written = ''): string {
  const text = written || JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

function bad(text: string, problem: string): Failure {
  return new Failure('input', `The assertion ${JSON.stringify(text)}: ${problem}; ${SHAPE}.`);
}
