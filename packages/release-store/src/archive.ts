import { closeSync, openSync, readSync } from 'node:fs';
import { Failure } from '@plimsoll/outcome';
import { type BytePath, displayPath, locate, toBytes } from './byte-path.ts';
import { ChunkPool, ChunkWriter } from './chunks.ts';
import { textOf } from './manifest.ts';
import type { Plan } from './plan.ts';
import { type Content, sizeOf, type TreeEntry } from './tree.ts';

/*
 * A tar writer of our own, because a release may hold names that are not UTF-8: writers from npm take names as text.
 * The format is ustar with GNU long names and GNU base-256 sizes, which GNU tar, busybox and bsdtar all read
 * (GNU tar manual, "Basic Tar Format" and "GNU Extensions").
 */
const BLOCK = 512;
const LARGEST_OCTAL_SIZE = 0o77777777777;
const CHECKSUM_AT = 148;

/**
 * The stream of the `stage` execution: the manifest's changes, then folders, links and changed files below `tree/`. Memory stays flat
 * where the reader gives chunks back to the pool.
 * @throws Failure('integrity') while streaming, when a source file is gone or no longer as long as when it was hashed.
 */
export function* archiveOf(plan: Plan, pool: ChunkPool = new ChunkPool()): Generator<Buffer> {
  const out = new ChunkWriter(pool);
  yield* memoryFile(out, 'meta/removed', textOf(plan.removedLines));
  yield* memoryFile(out, 'meta/added', textOf(plan.addedLines));
  for (const entry of plan.send) {
    yield* headerOf(out, entry);
    if (entry.content !== undefined) yield* contentOf(out, entry.path, entry.content);
  }
  yield* out.zeros(2 * BLOCK);
  yield* out.rest();
}

function* memoryFile(out: ChunkWriter, path: BytePath, text: string): Generator<Buffer> {
  const bytes = Buffer.from(text, 'latin1');
  yield* header(out, { path, type: '0', mode: 0o600, size: bytes.length, modifiedAt: 0, target: '' });
  yield* out.write(bytes);
  yield* pad(out, bytes.length);
}

function* headerOf(out: ChunkWriter, entry: TreeEntry): Generator<Buffer> {
  const type = entry.kind === 'file' ? '0' : entry.kind === 'directory' ? '5' : '2';
  const path = `tree/${entry.path}${entry.kind === 'directory' ? '/' : ''}`;
  const { mode, modifiedAt, target = '' } = entry;
  yield* header(out, { path, type, mode, size: sizeOf(entry.content), modifiedAt, target });
}

function* contentOf(out: ChunkWriter, path: BytePath, content: Content): Generator<Buffer> {
  if (content.from === 'memory') yield* out.write(content.bytes);
  else yield* fileContent(out, path, content);
  yield* pad(out, sizeOf(content));
}

function* fileContent(out: ChunkWriter, path: BytePath, content: Content & { from: 'disk' }): Generator<Buffer> {
  const file = openAgain(path, locate(content.folder, path));
  try {
    const read = yield* out.readFrom(file, content.size);
    if (read !== content.size || hasMore(file)) throw changed(path, undefined);
  } finally {
    closeSync(file);
  }
}

/** One byte more than expected says that the file grew. */
function hasMore(file: number): boolean {
  return readSync(file, Buffer.alloc(1)) > 0;
}

function openAgain(path: BytePath, location: Buffer): number {
  try {
    return openSync(location, 'r');
  } catch (cause) {
    throw changed(path, cause);
  }
}

function changed(path: BytePath, cause: unknown): Failure {
  return new Failure(
    'integrity',
    `source: '${displayPath(path)}' changed while it was sent. Nothing was switched; let nothing write to the source during the deployment.`,
    { cause },
  );
}

interface Header {
  readonly path: BytePath;
  readonly type: string;
  readonly mode: number;
  readonly size: number;
  readonly modifiedAt: number;
  readonly target: string;
}

function* header(out: ChunkWriter, entry: Header): Generator<Buffer> {
  if (entry.path.length > 100) yield* longName(out, 'L', entry.path);
  if (entry.target.length > 100) yield* longName(out, 'K', entry.target);
  yield* out.write(block(entry));
}

/** A name that does not fit travels as the content of an entry before its own. */
function* longName(out: ChunkWriter, type: 'L' | 'K', name: string): Generator<Buffer> {
  const bytes = Buffer.concat([toBytes(name), Buffer.alloc(1)]);
  yield* out.write(block({ path: '././@LongLink', type, mode: 0, size: bytes.length, modifiedAt: 0, target: '' }));
  yield* out.write(bytes);
  yield* pad(out, bytes.length);
}

function block(entry: Header): Buffer {
  const bytes = Buffer.alloc(BLOCK);
  bytes.write(entry.path.slice(0, 100), 0, 'latin1');
  bytes.write(octal(entry.mode, 7), 100, 'latin1');
  bytes.write(octal(0, 7), 108, 'latin1');
  bytes.write(octal(0, 7), 116, 'latin1');
  writeSize(bytes, entry.size);
  bytes.write(octal(Math.max(0, entry.modifiedAt), 11), 136, 'latin1');
  bytes.write(' '.repeat(8) + entry.type, CHECKSUM_AT, 'latin1');
  bytes.write(entry.target.slice(0, 100), 157, 'latin1');
  bytes.write('ustar  \0', 257, 'latin1');
  let sum = 0;
  for (const byte of bytes) sum += byte;
  bytes.write(`${octal(sum, 6)}\0 `, CHECKSUM_AT, 'latin1');
  return bytes;
}

function writeSize(bytes: Buffer, size: number): void {
  if (size <= LARGEST_OCTAL_SIZE) {
    bytes.write(octal(size, 11), 124, 'latin1');
  } else {
    bytes.writeUInt8(0x80, 124);
    bytes.writeBigUInt64BE(BigInt(size), 128);
  }
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

function* pad(out: ChunkWriter, size: number): Generator<Buffer> {
  yield* out.zeros((BLOCK - (size % BLOCK)) % BLOCK);
}
