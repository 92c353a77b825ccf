import { PERCENTAGE } from '@plimsoll/action-kit';
import { parseNamePattern } from '@plimsoll/gate';
import { Failure } from '@plimsoll/outcome';
import type { NamePattern } from '@plimsoll/policy';

/** One line of `min-coverage`. */
export interface Minimum {
  /** Undefined: of all files together. */
  readonly pattern: NamePattern | undefined;
  readonly percent: number;
}

/** Reads `80` or `src/core/**: 95`. @throws Failure('input') */
export function parseMinimum(line: string): Minimum {
  const [, pattern, text = ''] = /^(?:(.+):\s*)?(\S+(?: %)?)$/u.exec(line) ?? [];
  const percent = PERCENTAGE.parse(text);
  if (percent === undefined) {
    throw new Failure('input', `'${line.slice(0, 80)}' is neither ${PERCENTAGE.expected}, nor 'pattern: percentage'`);
  }
  return { pattern: pattern === undefined ? undefined : parseNamePattern(pattern.trim()), percent };
}
