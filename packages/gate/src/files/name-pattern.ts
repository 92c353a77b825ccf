import { checkWildcards } from '@plimsoll/action-kit';
import { Failure } from '@plimsoll/outcome';
import type { NamePattern } from '@plimsoll/policy';
import picomatch from 'picomatch';

/** Reads a glob for names: `*` stays within one part of a name, `**` does not. @throws Failure('input') */
export function parseNamePattern(text: string): NamePattern {
  if (text.startsWith('!'))
    throw new Failure('input', `'${text.slice(0, 80)}' begins with !: a pattern says what fits`);
  const matches = picomatch(checkWildcards(text), { dot: true, nonegate: true });
  return { text, matches: (name) => matches(name) };
}

/** Whether a text is a plain name that matches itself alone. */
export function isPlainName(text: string): boolean {
  return !picomatch.scan(text).isGlob;
}
