import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readlink } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ByteString, TreeEntry } from './tree.ts';
import { byteString, bytesOf, listTree } from './tree.ts';

const NO_CONTENT = '0'.repeat(64);

/**
 * What a tree holds, exactly: for every entry below `root` its kind, permission bits and the SHA-256 of its content or link target, such as
 * `f 0644 9f86d0…`. Two trees are the same when these maps are equal. Times and owners do not count, and links have no mode of their own.
 */
export async function describeTree(root: string): Promise<Map<ByteString, string>> {
  const described = new Map<ByteString, string>();
  for (const [path, entry] of await listTree(root)) {
    described.set(path, await describeEntry(bytesOf(`${byteString(root)}/${path}`), entry));
  }
  return described;
}

async function describeEntry(path: Buffer, { kind }: TreeEntry): Promise<string> {
  const mode = ((await lstat(path)).mode & 0o777).toString(8).padStart(4, '0');
  if (kind === 'file') return `f ${mode} ${await hashFile(path)}`;
  if (kind === 'link') return `l 0777 ${hashBytes(await readlink(path, 'buffer'))}`;
  return `${kind === 'folder' ? 'd' : '?'} ${mode} ${NO_CONTENT}`;
}

function hashBytes(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function hashFile(path: Buffer): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
