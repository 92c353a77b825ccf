import * as fc from 'fast-check';
import type { BytePath } from '../../src/byte-path.ts';
import { hashBytes, type ManifestEntry, NO_CONTENT } from '../../src/manifest.ts';
import type { TreeEntry } from '../../src/tree.ts';

/** Names that shells, tar and line-based tools stumble over. */
const ODD_NAMES = [
  '-rf',
  '--',
  ' ',
  'a b',
  '*',
  '?',
  '$(touch x)',
  '`id`',
  "it's",
  '"quoted"',
  '\\',
  '\\n',
  'back\\slash',
  'new\nline',
  '\n',
  'tab\t',
  'return\r',
  '\xff\xfe',
  '\xc3\xa9',
  '#x',
  '~',
  'a: OK',
  'a: FAILED',
  '...',
  '=x',
  '!x',
  '%s',
  '\x01\x7f',
] as const;

/** One part of a path: any bytes but NUL and the slash, at most 255, neither `.` nor `..`. */
export const nameArbitrary: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ODD_NAMES) },
    { weight: 3, arbitrary: fc.stringMatching(/^[a-z]{1,4}$/) },
    { weight: 2, arbitrary: bytes(1, 12) },
    { weight: 1, arbitrary: bytes(90, 255) },
  )
  .filter((name) => name !== '.' && name !== '..');

function bytes(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc
    .uint8Array({ min: 1, max: 255, minLength, maxLength })
    .map((codes) => Buffer.from(codes).toString('latin1').replaceAll('/', '_'));
}

export const pathArbitrary: fc.Arbitrary<BytePath> = fc
  .array(nameArbitrary, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'));

/** Content of files, with the sizes at which blocks end. */
export const contentArbitrary: fc.Arbitrary<Buffer> = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 20 }) },
    { weight: 1, arbitrary: fc.constantFrom(511, 512, 513, 1024, 1 << 17, (1 << 17) + 1) },
  )
  .chain((size) => fc.nat({ max: 255 }).map((byte) => Buffer.alloc(size, byte)));

const nodeArbitrary = fc.oneof(
  fc.record({
    kind: fc.constant('file' as const),
    content: contentArbitrary,
    mode: fc.constantFrom(0o644, 0o755, 0o600),
  }),
  fc.record({ kind: fc.constant('link' as const), target: fc.oneof(pathArbitrary, bytes(101, 300)) }),
  fc.record({ kind: fc.constant('directory' as const), mode: fc.constantFrom(0o755, 0o700) }),
);

/** Entries of a tree that a file system can hold: no path twice, and everything below a folder that is there. */
export const treeArbitrary: fc.Arbitrary<readonly TreeEntry[]> = fc
  .array(fc.tuple(pathArbitrary, nodeArbitrary), { maxLength: 8 })
  .map((nodes) => {
    const entries = new Map<BytePath, TreeEntry>();
    for (const [path, node] of nodes) if (makeRoom(entries, path)) entries.set(path, makeEntry(path, node));
    return [...entries.values()];
  });

/** Puts the folders above a path in place. False when the path is taken, or a file is in the way. */
function makeRoom(entries: Map<BytePath, TreeEntry>, path: BytePath): boolean {
  if (entries.has(path)) return false;
  const parts = path.split('/').slice(0, -1);
  const folders = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  if (folders.some((folder) => (entries.get(folder)?.kind ?? 'directory') !== 'directory')) return false;
  for (const folder of folders.filter((folder) => !entries.has(folder))) {
    entries.set(folder, makeEntry(folder, { kind: 'directory', mode: 0o755 }));
  }
  return true;
}

export type Node =
  | { readonly kind: 'file'; readonly content: Buffer; readonly mode: number }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'directory'; readonly mode: number };

/** An entry whose content is in memory. */
export function makeEntry(path: BytePath, node: Node): TreeEntry {
  const common = { path, modifiedAt: 1_000_000_000 };
  if (node.kind === 'directory') return { ...common, kind: 'directory', mode: node.mode, hash: NO_CONTENT };
  if (node.kind === 'link') {
    return { ...common, kind: 'link', mode: 0o777, hash: hashBytes(node.target), target: node.target };
  }
  const hash = hashBytes(node.content.toString('latin1'));
  return { ...common, kind: 'file', mode: node.mode, hash, content: { from: 'memory', bytes: node.content } };
}

export function file(path: BytePath, content = path, mode = 0o644): TreeEntry {
  return makeEntry(path, { kind: 'file', content: Buffer.from(content, 'latin1'), mode });
}

export function link(path: BytePath, target: string): TreeEntry {
  return makeEntry(path, { kind: 'link', target });
}

export function directory(path: BytePath): TreeEntry {
  return makeEntry(path, { kind: 'directory', mode: 0o755 });
}

/** What the testkit's `describeTree` says of the same tree once it lies on a disk. */
export function describeEntries(entries: readonly ManifestEntry[]): Map<BytePath, string> {
  const letters = { file: 'f', link: 'l', directory: 'd' } as const;
  const lines = entries.map(({ path, kind, mode, hash }): [BytePath, string] => {
    return [path, `${letters[kind]} ${mode.toString(8).padStart(4, '0')} ${hash}`];
  });
  return new Map(lines.sort(([a], [b]) => (a < b ? -1 : 1)));
}
