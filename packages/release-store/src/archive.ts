import { closeSync, createReadStream, openSync, readFileSync } from 'node:fs';
import { Failure } from '@plimsoll/outcome';
import { type BytePath, displayPath, toBytes } from './byte-path.ts';
import { textOf } from './manifest.ts';
import type { Plan } from './plan.ts';
import { type Content, sizeOf, type TreeEntry } from './tree.ts';

/*
 * A tar writer of our own, because a release may hold names that are not UTF-8: writers from npm take names as text.
 * The format is ustar with GNU long names and GNU base-256 sizes, which GNU tar, busybox and bsdtar all read
 * (GNU tar manual, "Basic Tar Format" and "GNU Extensions").
 */
const BLOCK = 512;
/** Small pieces are joined into chunks of this size, so that a tree of small files does not become thousands of writes. */
const CHUNK = 1 << 18;
/** Files up to this size are read in one go. */
const SMALL_FILE = 1 << 17;
const LARGEST_OCTAL_SIZE = 0o77777777777;

/**
 * The stream of the `stage` execution: the manifest's changes, then folders, links and changed files below `tree/`. Memory stays flat.
 * @throws Failure('integrity') while streaming, when a source file is gone or no longer as long as when it was hashed.
 */
export async function* archiveOf(plan: Plan): AsyncGenerator<Buffer> {
  const joined = new Joiner();
  for await (const piece of pieces(plan)) yield* joined.add(piece);
  yield* joined.rest();
}

async function* pieces(plan: Plan): AsyncGenerator<Buffer> {
  yield* memoryFile('meta/removed', textOf(plan.removedLines));
  yield* memoryFile('meta/added', textOf(plan.addedLines));
  for (const entry of plan.send) {
    yield* headerOf(entry);
    if (entry.content !== undefined) yield* contentOf(entry.path, entry.content);
  }
  yield Buffer.alloc(2 * BLOCK);
}

function* memoryFile(path: BytePath, text: string): Generator<Buffer> {
  const bytes = Buffer.from(text, 'latin1');
  yield* header({ path, type: '0', mode: 0o600, size: bytes.length, modifiedAt: 0, target: '' });
  yield bytes;
  yield padding(bytes.length);
}

function* headerOf(entry: TreeEntry): Generator<Buffer> {
  const type = entry.kind === 'file' ? '0' : entry.kind === 'directory' ? '5' : '2';
  const path = `tree/${entry.path}${entry.kind === 'directory' ? '/' : ''}`;
  const size = sizeOf(entry.content);
  yield* header({ path, type, mode: entry.mode, size, modifiedAt: entry.modifiedAt, target: entry.target ?? '' });
}

async function* contentOf(path: BytePath, content: Content): AsyncGenerator<Buffer> {
  let sent = 0;
  try {
    for await (const piece of bytesOf(content)) {
      sent += piece.length;
      yield piece;
    }
  } catch (cause) {
    throw changed(path, cause);
  }
  if (sent !== sizeOf(content)) throw changed(path, undefined);
  yield padding(sent);
}

function changed(path: BytePath, cause: unknown): Failure {
  return new Failure(
    'integrity',
    `source: '${displayPath(path)}' changed while it was sent. Nothing was switched; let nothing write to the source during the deployment.`,
    { cause },
  );
}

async function* bytesOf(content: Content): AsyncGenerator<Buffer> {
  if (content.from === 'memory') {
    yield content.bytes;
  } else if (content.size <= SMALL_FILE) {
    yield readSmall(content.path);
  } else {
    yield* createReadStream(content.path, { end: content.size, highWaterMark: CHUNK });
  }
}

function readSmall(path: Buffer): Buffer {
  const file = openSync(path, 'r');
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

interface Header {
  readonly path: BytePath;
  readonly type: string;
  readonly mode: number;
  readonly size: number;
  readonly modifiedAt: number;
  readonly target: string;
}

function* header(entry: Header): Generator<Buffer> {
  if (entry.path.length > 100) yield* longName('L', entry.path);
  if (entry.target.length > 100) yield* longName('K', entry.target);
  yield block(entry);
}

/** A name that does not fit travels as the content of an entry before its own. */
function* longName(type: 'L' | 'K', name: string): Generator<Buffer> {
  const bytes = Buffer.concat([toBytes(name), Buffer.alloc(1)]);
  yield block({ path: '././@LongLink', type, mode: 0, size: bytes.length, modifiedAt: 0, target: '' });
  yield bytes;
  yield padding(bytes.length);
}

function block(entry: Header): Buffer {
  const bytes = Buffer.alloc(BLOCK);
  bytes.write(entry.path.slice(0, 100), 0, 'latin1');
  bytes.write(octal(entry.mode, 7), 100, 'latin1');
  bytes.write(octal(0, 7), 108, 'latin1');
  bytes.write(octal(0, 7), 116, 'latin1');
  writeSize(bytes, entry.size);
  bytes.write(octal(Math.max(0, entry.modifiedAt), 11), 136, 'latin1');
  bytes.write(' '.repeat(8) + entry.type, 148, 'latin1');
  bytes.write(entry.target.slice(0, 100), 157, 'latin1');
  bytes.write('ustar  \0', 257, 'latin1');
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${octal(sum, 6)}\0 `, 148, 'latin1');
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

function padding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

class Joiner {
  private waiting: Buffer[] = [];
  private size = 0;

  *add(piece: Buffer): Generator<Buffer> {
    this.waiting.push(piece);
    this.size += piece.length;
    if (this.size >= CHUNK) yield* this.rest();
  }

  *rest(): Generator<Buffer> {
    if (this.size > 0) yield Buffer.concat(this.waiting, this.size);
    this.waiting = [];
    this.size = 0;
  }
}
