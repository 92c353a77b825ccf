import { rm, symlink, writeFile } from 'node:fs/promises';
import { byteString, bytesOf, type TreeBuilder, treeBuilder } from '@plimsoll/testkit';
import type { TreeEntry } from '../../src/tree.ts';

/** Writes entries whose content is in memory to the disk. */
export async function placeTree(root: string, entries: readonly TreeEntry[]): Promise<void> {
  const tree = treeBuilder(root);
  await tree.folder('');
  for (const entry of entries) await placeEntry(tree, entry);
}

async function placeEntry(tree: TreeBuilder, entry: TreeEntry): Promise<void> {
  switch (entry.kind) {
    case 'directory':
      await tree.folder(entry.path, entry.mode);
      break;
    case 'link':
      await tree.link(entry.path, entry.target ?? '');
      break;
    case 'file':
      await tree.file(entry.path, contentOf(entry), entry.mode);
      break;
  }
}

function contentOf({ content }: TreeEntry): Buffer {
  return content?.from === 'memory' ? content.bytes : Buffer.alloc(0);
}

/** What can happen to a file or link. Each leaves something else than the manifest says. */
const FILE_HARMS: readonly ((path: Buffer, content: Buffer) => Promise<void>)[] = [
  (path, content) => writeFile(path, content.length === 0 ? 'x' : content.map((byte) => byte ^ 1)),
  (path, content) => writeFile(path, Buffer.concat([content, Buffer.alloc(1)])),
  async () => undefined,
];
const LINK_HARMS: readonly ((path: Buffer) => Promise<void>)[] = [
  (path) => writeFile(path, 'no link'),
  (path) => symlink('another target', path),
  async () => undefined,
];

/** Harms a file or link in the way that `index` picks; one of the ways is to take it away. */
export async function harm(root: string, entry: TreeEntry, index: number): Promise<void> {
  const path = bytesOf(`${byteString(root)}/${entry.path}`);
  await rm(path);
  if (entry.kind === 'link') await LINK_HARMS[index % LINK_HARMS.length]?.(path);
  else await FILE_HARMS[index % FILE_HARMS.length]?.(path, contentOf(entry));
}
