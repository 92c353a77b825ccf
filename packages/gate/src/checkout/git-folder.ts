import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Where git keeps what it knows of a checkout. */
export interface GitFolder {
  /** Of this checkout: `HEAD`. */
  readonly own: string;
  /** Shared by all work trees: refs and objects. */
  readonly common: string;
}

/** Files that hold a name or a commit. */
const SMALL = 4096;
/** A line for each branch and tag. */
const LARGEST = 64 * 1024 * 1024;

/** Without waiting for somebody who writes into a pipe. */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NONBLOCK;

/** The folder of a checkout; undefined where there is none. A work tree or submodule has a file that names it. */
export async function gitFolderOf(root: string): Promise<GitFolder | undefined> {
  const path = join(root, '.git');
  const seen = await stat(path).catch(() => undefined);
  if (seen === undefined) return undefined;
  const own = seen.isDirectory() ? path : resolve(root, await namedIn(path));
  const common = await textOf(join(own, 'commondir'));
  return { own, common: common === undefined ? own : resolve(own, common.trim()) };
}

async function namedIn(path: string): Promise<string> {
  const name = /^gitdir: (?<folder>[^\n]+)\n?$/u.exec((await textOf(path)) ?? '')?.groups?.['folder'];
  if (name === undefined) throw new Error('.git is neither a folder nor the name of one');
  return name;
}

const COMMIT = /^(?:[\da-f]{40}|[\da-f]{64})$/u;

/** Whether a text is the name of a commit in full. */
export function isCommit(text: string): boolean {
  return COMMIT.test(text);
}

/**
 * The commit that is checked out, read as git does (gitrepository-layout(5)): `HEAD` names it, or a branch, which is a file or a line of
 * `packed-refs`. Repositories that keep their refs as tables have neither.
 *
 * @throws Error where it cannot be told
 */
export async function headOf(git: GitFolder): Promise<string> {
  const head = (await textOf(join(git.own, 'HEAD')))?.trim() ?? '';
  if (isCommit(head)) return head;
  const ref = /^ref: (?<ref>refs\/[^\s~^:?*[\\]+)$/u.exec(head)?.groups?.['ref'];
  if (ref === undefined || ref.split('/').includes('..'))
    throw new Error('.git/HEAD names neither a commit nor a branch');
  const commit = (await looseRef(git, ref)) ?? (await packedRef(git, ref));
  if (commit === undefined) throw new Error(`no commit is known of ${ref}`);
  return commit;
}

async function looseRef({ own, common }: GitFolder, ref: string): Promise<string | undefined> {
  for (const folder of new Set([own, common])) {
    const commit = (await textOf(join(folder, ref)))?.trim();
    if (commit !== undefined && isCommit(commit)) return commit;
  }
  return undefined;
}

async function packedRef({ common }: GitFolder, ref: string): Promise<string | undefined> {
  const lines = (await textOf(join(common, 'packed-refs'), LARGEST))?.split('\n') ?? [];
  const line = lines.find((one) => one.endsWith(` ${ref}`));
  const commit = line?.slice(0, line.indexOf(' '));
  return commit !== undefined && isCommit(commit) ? commit : undefined;
}

/** The text of an ordinary file that is not larger; undefined where there is none. */
export async function textOf(path: string, most: number = SMALL): Promise<string | undefined> {
  try {
    await using file = await open(path, OPEN_FLAGS);
    const seen = await file.stat();
    return seen.isFile() && seen.size <= most ? await file.readFile('utf8') : undefined;
  } catch {
    // Whoever asks looks elsewhere, or says what is missing.
    return undefined;
  }
}
