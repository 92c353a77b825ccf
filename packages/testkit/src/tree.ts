import type { Dirent } from 'node:fs';
import { chmod, lstat, mkdir, open, readdir, symlink, utimes, writeFile } from 'node:fs/promises';

/** A byte string: every code unit stands for one byte, so that names need not be UTF-8. ASCII text is its own byte string. */
export type ByteString = string;

/** Turns a byte string into the bytes that the file system functions of Node take as a path. */
export function bytesOf(path: ByteString): Buffer {
  if (/[^\0-\xff]/.test(path))
    throw new Error(`Not a byte string, a code unit is above 255: ${JSON.stringify(path)}. Use byteString().`);
  return Buffer.from(path, 'latin1');
}

/** The byte string of ordinary text: its UTF-8 bytes. */
export function byteString(text: string): ByteString {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** Writes a tree of test files. Paths are byte strings relative to the root; parent folders appear by themselves. */
export interface TreeBuilder {
  readonly root: string;
  /** A file with this content (text is written as UTF-8), mode 0644 unless told. */
  file(path: ByteString, content: string | Uint8Array, mode?: number): Promise<TreeBuilder>;
  /** A symlink, which may dangle. */
  link(path: ByteString, target: ByteString): Promise<TreeBuilder>;
  /** A folder, mode 0755 unless told. */
  folder(path: ByteString, mode?: number): Promise<TreeBuilder>;
  /** A sparse file of this size with a few bytes at its end, so that a cut-off copy is noticed. */
  bigFile(path: ByteString, size: number): Promise<TreeBuilder>;
}

/** A builder of test trees below the folder `root`, which is made when missing. */
export function treeBuilder(root: string): TreeBuilder {
  const pathOf = (path: ByteString): Buffer => bytesOf(`${byteString(root)}/${path}`);
  const builder: TreeBuilder = {
    root,
    async file(path, content, mode = 0o644) {
      await makeParent(pathOf(path));
      await writeFile(pathOf(path), content);
      await chmod(pathOf(path), mode);
      return builder;
    },
    async link(path, target) {
      await makeParent(pathOf(path));
      await symlink(bytesOf(target), pathOf(path));
      return builder;
    },
    async folder(path, mode = 0o755) {
      await mkdir(pathOf(path), { recursive: true });
      await chmod(pathOf(path), mode);
      return builder;
    },
    async bigFile(path, size) {
      await makeParent(pathOf(path));
      await writeSparse(pathOf(path), size);
      return builder;
    },
  };
  return builder;
}

const END_MARK = Buffer.from('the end');

async function writeSparse(path: Buffer, size: number): Promise<void> {
  await using file = await open(path, 'w', 0o644);
  await file.truncate(size);
  const mark = END_MARK.subarray(0, size);
  await file.write(mark, 0, mark.length, size - mark.length);
}

async function makeParent(path: Buffer): Promise<void> {
  await mkdir(path.subarray(0, path.lastIndexOf('/')), { recursive: true });
}

/** What is at a path of a tree. */
export type TreeEntry =
  | { readonly kind: 'folder' | 'other' }
  | { readonly kind: 'file'; readonly executable: boolean; readonly size: number }
  | { readonly kind: 'link' };

/** Every entry below a folder, by its byte string path in order of bytes; the folder itself is left out. */
export async function listTree(root: string): Promise<Map<ByteString, TreeEntry>> {
  const found: [ByteString, TreeEntry][] = [];
  await visit(byteString(root), '', found);
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function visit(root: ByteString, prefix: ByteString, found: [ByteString, TreeEntry][]): Promise<void> {
  // The names have to come as bytes; latin1 keeps every one of them.
  const entries: Dirent[] = await readdir(bytesOf(`${root}/${prefix}`), { encoding: 'latin1', withFileTypes: true });
  for (const entry of entries) {
    const path = `${prefix}${entry.name}`;
    found.push([path, await describe(bytesOf(`${root}/${path}`), entry)]);
    if (entry.isDirectory()) await visit(root, `${path}/`, found);
  }
}

async function describe(path: Buffer, entry: Dirent): Promise<TreeEntry> {
  if (entry.isDirectory()) return { kind: 'folder' };
  if (entry.isSymbolicLink()) return { kind: 'link' };
  if (!entry.isFile()) return { kind: 'other' };
  const { mode, size } = await lstat(path);
  return { kind: 'file', executable: (mode & 0o100) !== 0, size };
}

/** Gives every file below `root` the time of now, as a fresh checkout does. Answers with the number of files. */
export async function touchAll(root: string): Promise<number> {
  const now = new Date();
  let files = 0;
  for (const [path, entry] of await listTree(root)) {
    if (entry.kind !== 'file') continue;
    await utimes(bytesOf(`${byteString(root)}/${path}`), now, now);
    files += 1;
  }
  return files;
}
