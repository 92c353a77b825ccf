import { Failure } from '@plimsoll/outcome';

/** Patterns that people write have a handful. */
const MOST_WILDCARDS = 16;

/**
 * The pattern itself. Whoever matches globs tries every way to share a name out between their stars: with many of them one long name takes
 * longer than any job lasts, without a word in its log.
 *
 * @throws Failure('input') for a pattern with more stars than that; `**` counts once
 */
export function checkWildcards(pattern: string): string {
  const count = pattern.match(/\*+/gu)?.length ?? 0;
  if (count <= MOST_WILDCARDS) return pattern;
  throw new Failure(
    'input',
    `'${pattern.slice(0, 80)}' has ${count} wildcards (*), and searching takes too long with more than ${MOST_WILDCARDS}: write several patterns, one per line`,
  );
}
