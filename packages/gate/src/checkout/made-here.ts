import { join } from 'node:path';
import { type GitFolder, textOf } from './git-folder.ts';

/** A line for each move of `HEAD` in this checkout. */
const LARGEST = 16 * 1024 * 1024;

/** `<before> <after> <who> <when>\t<what>`, gitrepository-layout(5). */
const MOVE = /^(?<before>[\da-f]{40,64}) (?<after>[\da-f]{40,64}) [^\t]*\t(?<what>.*)$/u;

/** What git writes of commits that it made. A fast-forward, a checkout and a reset lead to what others made. */
const MADE = /^(?:commit|revert|cherry-pick)\b|^(?:merge|pull)\b.*: Merge made/u;

/**
 * Whether a commit was made in this checkout upon one of others, as jobs do that write a version or merge. Git keeps a log of that; what commits are stored in
 * says nothing, since small fetches leave the same files as commits do.
 */
export async function isMadeUpon(git: GitFolder, commit: string, bases: ReadonlySet<string>): Promise<boolean> {
  const log = (await textOf(join(git.own, 'logs', 'HEAD'), LARGEST)) ?? '';
  let place = commit;
  for (const line of log.trimEnd().split('\n').toReversed()) {
    const { before = '', after, what = '' } = MOVE.exec(line)?.groups ?? {};
    if (after !== place || !MADE.test(what)) return false;
    if (bases.has(before)) return true;
    place = before;
  }
  return false;
}
