import { Failure } from '@plimsoll/outcome';
import picomatch from 'picomatch';
import type { Selection } from './scan.ts';

/**
 * The selection of `include` and `exclude`: globs against the path below `source`. A pattern without a slash matches at any depth, a
 * pattern that names a folder covers what is in it. Without `include` everything is in; `exclude` wins. `.git` is never part of a release.
 */
export function createSelection(include: readonly string[], exclude: readonly string[]): Selection {
  const excluded = matcher(['.git', ...exclude]);
  if (include.length === 0) return exclude.length === 0 ? withoutGit : (path) => !excluded(path);
  const included = matcher(include);
  return (path, kind) => !excluded(path) && (kind === 'directory' || included(path));
}

/**
 * Checks one pattern of `include` or `exclude`.
 * @throws Failure('input') for several in one line, and for a pattern that is negated as in a .gitignore: taken as a glob it would stand for
 *   nearly everything.
 */
export function parseGlob(text: string): string {
  // In `exclude` such a list would match nothing, and what it names would be deployed.
  if (/,\s/.test(text.replace(/\{[^{}]*\}/g, ''))) {
    throw new Failure(
      'input',
      `'${text}' looks like several patterns: write one per line. In place of a comma that is part of a name, write ?`,
    );
  }
  if (!text.startsWith('!') || text.startsWith('!(')) return text;
  throw new Failure(
    'input',
    `'${text}' begins with '!', but patterns are not negated: move it between include and exclude`,
  );
}

const withoutGit: Selection = (path) => path !== '.git' && !path.endsWith('/.git');

function matcher(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.flatMap((pattern) => {
    const glob = pattern.replace(/^\.?\/+/, '').replace(/\/+$/, '');
    const anchored = glob.includes('/') || /^\.?\//.test(pattern) ? glob : `**/${glob}`;
    return [anchored, `${anchored}/**`];
  });
  // Without the flag a name with a line end in it would match nothing.
  return picomatch(globs, { dot: true, flags: 's' });
}
