import { isFailureCode, type Json, type Result, type Verdict } from '@plimsoll/outcome';
import { cleanLine } from '../text/clean.ts';

/** A result travels through environment variables, which Linux limits to 128 KiB each (execve(2), MAX_ARG_STRLEN). */
const LONGEST_RESULT = 131_072;
/** More than any message shows, so that what is cut here is cut again, and said, there. */
const LONGEST_SUMMARY = 4_000;
/** A year, in milliseconds: no step takes longer. */
const LONGEST_STEP = 366 * 86_400_000;

const SCHEMA = 'plimsoll/result@1';
const LOOKS_LIKE_A_RESULT = /^\s*\{\s*"schema"\s*:\s*"plimsoll\/result@/u;

/** What an output turned out to hold. */
export type Reading =
  | { readonly kind: 'result'; readonly result: Result }
  /** It says that it is a result of ours, and cannot be believed: another version, damaged, or contradictory. */
  | { readonly kind: 'unreadable' }
  /** It is something else, of no concern to us. */
  | { readonly kind: 'foreign' };

/** Reads an output of a step or job. Only what has exactly the known schema is a result. */
export function readResult(output: unknown): Reading {
  if (typeof output !== 'string' || !LOOKS_LIKE_A_RESULT.test(output.slice(0, 100))) return { kind: 'foreign' };
  const result = output.length > LONGEST_RESULT ? undefined : resultFrom(parsed(output));
  return result === undefined ? { kind: 'unreadable' } : { kind: 'result', result };
}

/** A JSON text as a value; undefined when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function resultFrom(value: unknown): Result | undefined {
  if (!isRecord(value) || value['schema'] !== SCHEMA) return undefined;
  const { action, verdict, code, summary, startedAt, durationMs, facts } = value;
  if (typeof action !== 'string' || !/^[a-z][a-z0-9-]{0,63}$/u.test(action)) return undefined;
  if (!isVerdict(verdict) || typeof code !== 'string' || typeof summary !== 'string') return undefined;
  // A pass with a code, or a failure without one, contradicts itself.
  if ((verdict === 'pass') !== (code === '')) return undefined;
  if (code !== '' && !isFailureCode(code)) return undefined;
  if (!isTime(startedAt) || !isDuration(durationMs) || !isFacts(facts)) return undefined;
  return { schema: SCHEMA, action, verdict, code, summary: summaryOf(summary), startedAt, durationMs, facts };
}

function summaryOf(text: string): string {
  return cleanLine(text).slice(0, LONGEST_SUMMARY).toWellFormed();
}

function isVerdict(value: unknown): value is Verdict {
  return value === 'pass' || value === 'fail' || value === 'inconclusive';
}

function isTime(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

function isDuration(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LONGEST_STEP;
}

/** Whatever was parsed from JSON is JSON. */
function isFacts(value: unknown): value is { readonly [key: string]: Json } {
  return isRecord(value);
}
