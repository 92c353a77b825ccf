import { Failure } from '@plimsoll/outcome';
import type { FindingSeen } from './finding-seen.ts';

/** A finding that somebody answers for, until a day. */
export interface Allowance {
  /** Of the finding, or one of its aliases. */
  readonly id: string;
  /** The last day on which it counts, in UTC: `YYYY-MM-DD`. */
  readonly until: string;
  readonly reason: string;
}

const FORM = /^(?<id>\S+)\s+until\s+(?<until>\S+?)\s*:\s*(?<reason>.*)$/u;
const EXAMPLE = 'CVE-2026-1234 until 2026-12-31: not reachable, we send no mail';

/**
 * Reads `ID until YYYY-MM-DD: reason`. Both the day and the reason are needed: nobody looks at an exception twice that does not end.
 * @throws Failure('input')
 */
export function parseAllowance(line: string): Allowance {
  const { id = '', until = '', reason = '' } = FORM.exec(line)?.groups ?? {};
  if (id === '') throw wrong(line, `is not of the form 'ID until YYYY-MM-DD: reason', such as '${EXAMPLE}'`);
  if (!isDay(until)) throw wrong(line, `has no day such as 2026-12-31 after 'until', but '${until}'`);
  if (!/\p{L}/u.test(reason)) throw wrong(line, 'has no reason after the colon');
  return { id, until, reason: reason.trim() };
}

/** Whether the allowance does not count any more on this day. Days compare as their texts do. */
export function isOver({ until }: Allowance, today: string): boolean {
  return until < today;
}

/** Whether it is about this finding. Names of advisories are compared without case. */
export function allows({ id }: Allowance, finding: FindingSeen): boolean {
  const wanted = id.toLowerCase();
  return [finding.id, ...finding.aliases].some((name) => name.toLowerCase() === wanted);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // The 31st of a month that has 30 is read as the 1st of the next one.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function wrong(line: string, what: string): Failure {
  return new Failure('input', `'${line.slice(0, 100)}' ${what}`);
}
