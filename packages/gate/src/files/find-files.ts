import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { alternativesOf, MOST_ALTERNATIVES } from './braces.ts';

/** What a pattern leads to. */
export type Found =
  /** Absolute paths, sorted, each file once. */
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  /** With braces, the alternative that has no file. */
  | { readonly kind: 'nothing'; readonly pattern: string }
  /** A folder, or what is neither a file nor a folder, where a report should be. */
  | { readonly kind: 'no-file'; readonly path: string; readonly what: 'folder' | 'device' }
  | { readonly kind: 'unreadable'; readonly path: string; readonly why: string };

/** Folders that hold what others made: only a pattern that names them looks into them. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * Finds the files of one pattern. Each alternative of its braces has to lead to one. Folders that are links are not entered. What only passes through a folder may do so: with `**` at its end
 * a pattern means the files below, everywhere else a folder that fits is a mistake.
 *
 * @param root what relative patterns begin from
 */
export async function findFiles(root: string, pattern: string): Promise<Found> {
  const paths = new Set<string>();
  let searched = 0;
  for (const one of alternativesOf(pattern)) {
    searched += 1;
    if (searched > MOST_ALTERNATIVES) {
      return { kind: 'unreadable', path: pattern, why: `its braces stand for more than ${MOST_ALTERNATIVES} patterns` };
    }
    const found = await findAlternative(root, one);
    if (found.kind !== 'files') return found;
    for (const path of found.paths) paths.add(path);
  }
  return { kind: 'files', paths: [...paths].sort() };
}

async function findAlternative(root: string, pattern: string): Promise<Found> {
  try {
    const { base, glob, isGlob } = picomatch.scan(pattern);
    if (!isGlob) return await plainFile(root, pattern);
    return await globbed({ from: resolve(root, base), pattern, glob });
  } catch (cause) {
    return { kind: 'unreadable', path: pattern, why: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function plainFile(root: string, pattern: string): Promise<Found> {
  const path = resolve(root, pattern);
  const seen = await stat(path).catch(nothingThere);
  if (seen === undefined) return { kind: 'nothing', pattern };
  if (seen.isFile()) return { kind: 'files', paths: [await realpath(path)] };
  return { kind: 'no-file', path, what: seen.isDirectory() ? 'folder' : 'device' };
}

interface Globbing {
  /** The folder before the first special character. */
  readonly from: string;
  readonly pattern: string;
  /** What is to be matched below it. */
  readonly glob: string;
}

async function globbed({ from, pattern, glob }: Globbing): Promise<Found> {
  const matches = picomatch(glob, { dot: true, nonegate: true });
  const skips = (name: string): boolean => SKIPPED.has(name) && !pattern.split('/').includes(name);
  const paths = new Set<string>();
  for await (const { path, entry } of walk(from, skips)) {
    if (!matches(relative(from, path).split(sep).join('/'))) continue;
    const kind = await kindOf(path, entry);
    if (kind === 'file') paths.add(await realpath(path));
    else if (kind !== 'folder' || !glob.endsWith('**')) return { kind: 'no-file', path, what: kind };
  }
  return paths.size === 0 ? { kind: 'nothing', pattern } : { kind: 'files', paths: [...paths].sort() };
}

interface Entry {
  readonly path: string;
  readonly entry: Dirent;
}

async function* walk(folder: string, skips: (name: string) => boolean): AsyncGenerator<Entry> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(nothingThere);
  for (const entry of entries ?? []) {
    if (skips(entry.name)) continue;
    const path = join(folder, entry.name);
    yield { path, entry };
    if (entry.isDirectory()) yield* walk(path, skips);
  }
}

/** A link counts as what it leads to. One that leads nowhere is no file. */
async function kindOf(path: string, entry: Dirent): Promise<'file' | 'folder' | 'device'> {
  const seen = entry.isSymbolicLink() ? await stat(path) : entry;
  if (seen.isFile()) return 'file';
  return seen.isDirectory() ? 'folder' : 'device';
}

function nothingThere(cause: NodeJS.ErrnoException): undefined {
  if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return undefined;
  throw cause;
}

/** A path as people know it: from the root where it is below it. */
export function shownPath(root: string, path: string): string {
  const below = relative(root, path);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? path : below.split(sep).join('/');
}
