import { createHash, hash as hashAtOnce } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Failure } from '@plimsoll/outcome';
import { type BytePath, displayPath, locate, parentOf, toBytes } from './byte-path.ts';
import { hashBytes, NO_CONTENT } from './manifest.ts';
import type { TreeEntry } from './tree.ts';

/** Decides by the path (as text, without a leading `./`) whether an entry belongs to the release. */
export type Selection = (path: string, kind: 'file' | 'directory') => boolean;

/** Reads are done in this size: large enough for few calls, small enough that memory stays flat with files of any size. */
const READ_SIZE = 1 << 20;
/** Synchronous calls are twice as fast as promises here; the event loop gets its turn after this many entries. */
const ENTRIES_PER_TURN = 64;

/**
 * Reads and hashes a source folder.
 *
 * Links are kept as links. Directories get at least the bits `u+rwx`, so that the owner can always build and remove the release.
 * @throws Failure('input') for a source that is missing, no folder, or holds devices, sockets or unreadable files.
 */
export async function scanSource(source: string, selects: Selection): Promise<readonly TreeEntry[]> {
  const buffer = Buffer.allocUnsafe(READ_SIZE);
  const scan: Scan = { root: sourceRoot(source), selects, entries: [], kept: new Set(), folders: [''], buffer };
  for (let folder = scan.folders.pop(); folder !== undefined; folder = scan.folders.pop()) {
    await scanFolder(scan, folder);
  }
  return scan.entries.filter((entry) => entry.kind !== 'directory' || scan.kept.has(entry.path));
}

async function scanFolder(scan: Scan, folder: BytePath): Promise<void> {
  const names = listFolder(scan.root, folder);
  // A folder stays when it is empty in the source itself, not when the selection took everything out of it; and then it
  // has to be selected like a file, because folders are selected to be looked into.
  if (names.length === 0 && scan.selects(textOf(folder), 'file')) keepWithParents(scan.kept, folder);
  for (const name of names) {
    const entry = readEntry(scan, pathIn(folder, name));
    if (entry === undefined) continue;
    scan.entries.push(entry);
    if (entry.kind === 'directory') scan.folders.push(entry.path);
    else keepWithParents(scan.kept, folder);
    if (scan.entries.length % ENTRIES_PER_TURN === 0) await nextTurn();
  }
}

/**
 * Looks for one file to deploy, which is quick, so that an empty deployment is refused before anything is connected.
 * @throws Failure('input') when there is none, or when the source is missing or no folder.
 */
export function requireFile(source: string, selects: Selection): void {
  if (hasFile({ root: sourceRoot(source), selects }, '')) return;
  throw new Failure(
    'input',
    `source: there is no file to deploy in '${source}'. Check source, include and exclude, and build it before this step.`,
  );
}

function hasFile({ root, selects }: Pick<Scan, 'root' | 'selects'>, folder: BytePath): boolean {
  return listFolder(root, folder).some((name) => {
    const path = pathIn(folder, name);
    const kind = statusOf(path, locate(root, path)).isDirectory() ? 'directory' : 'file';
    return selects(textOf(path), kind) && (kind === 'file' || hasFile({ root, selects }, path));
  });
}

interface Scan {
  readonly root: Buffer;
  readonly selects: Selection;
  readonly entries: TreeEntry[];
  /** Folders that are part of the release. */
  readonly kept: Set<BytePath>;
  /** Folders still to be read. */
  readonly folders: BytePath[];
  readonly buffer: Buffer;
}

function sourceRoot(source: string): Buffer {
  const status = followedStatus(source);
  if (status === undefined)
    throw new Failure('input', `source: there is no folder '${source}'. Build it before this step.`);
  if (!status.isDirectory())
    throw new Failure('input', `source: '${source}' is not a folder. Give the folder to deploy.`);
  return Buffer.from(source);
}

function followedStatus(source: string): Stats | undefined {
  try {
    return statSync(source, { throwIfNoEntry: false });
  } catch (cause) {
    throw unreadable('', cause);
  }
}

function listFolder(root: Buffer, folder: BytePath): readonly BytePath[] {
  try {
    return readdirSync(locate(root, folder), { encoding: 'latin1' });
  } catch (cause) {
    throw unreadable(folder, cause);
  }
}

function readEntry(scan: Scan, path: BytePath): TreeEntry | undefined {
  const location = locate(scan.root, path);
  const status = statusOf(path, location);
  const modifiedAt = Math.trunc(status.mtimeMs / 1000);
  const text = textOf(path);
  if (status.isDirectory()) {
    const mode = (status.mode & 0o777) | 0o700;
    return scan.selects(text, 'directory')
      ? { kind: 'directory', path, mode, hash: NO_CONTENT, modifiedAt }
      : undefined;
  }
  if (!scan.selects(text, 'file')) return undefined;
  if (status.isSymbolicLink()) {
    const target = readlinkSync(location, { encoding: 'latin1' });
    return { kind: 'link', path, mode: 0o777, hash: hashBytes(target), modifiedAt, target };
  }
  if (!status.isFile()) {
    throw new Failure('input', `source: '${displayPath(path)}' is neither file, folder nor link. Exclude it.`);
  }
  return { kind: 'file', path, mode: status.mode & 0o777, modifiedAt, ...readFile(scan, path, location) };
}

function readFile(scan: Scan, path: BytePath, location: Buffer): Required<Pick<TreeEntry, 'hash' | 'content'>> {
  try {
    const file = openSync(location, 'r');
    try {
      const { hash, size } = hashOpenFile(file, scan.buffer);
      return { hash, content: { from: 'disk', folder: scan.root, size } };
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** Most files fit into one read, and hashing in one call takes half the time of a hash object there. */
function hashOpenFile(file: number, buffer: Buffer): { hash: string; size: number } {
  const expected = fstatSync(file).size;
  const first = readSync(file, buffer);
  if (first < buffer.length && first === expected) {
    return { hash: hashAtOnce('sha256', buffer.subarray(0, first)), size: first };
  }
  const hash = createHash('sha256').update(buffer.subarray(0, first));
  let size = first;
  for (let read = 1; read > 0 && size <= expected; size += read) {
    read = readSync(file, buffer);
    hash.update(buffer.subarray(0, read));
    if (read < buffer.length && size + read === expected) return { hash: hash.digest('hex'), size: expected };
  }
  return { hash: hash.digest('hex'), size };
}

function keepWithParents(kept: Set<BytePath>, folder: BytePath): void {
  for (let path = folder; path !== '' && !kept.has(path); path = parentOf(path)) kept.add(path);
}

function statusOf(path: BytePath, location: Buffer): Stats {
  try {
    return lstatSync(location);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** As globs are written. */
function textOf(path: BytePath): string {
  return toBytes(path).toString('utf8');
}

function pathIn(folder: BytePath, name: string): BytePath {
  return folder === '' ? name : `${folder}/${name}`;
}

function unreadable(path: BytePath, cause: unknown): Failure {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Failure('input', `source: '${displayPath(path) || '.'}' cannot be read (${reason.slice(0, 200)}).`, {
    cause,
  });
}
