import { constants, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Failure } from '@plimsoll/outcome';
import type { ReportFacts } from './facts.ts';
import type { ReportFormat } from './format.ts';
import { MAX_STREAMED_BYTES } from './limits.ts';
import { named, readReport } from './read-report.ts';

/** A report on the disk. */
export interface ReportFile {
  /** What to open. */
  readonly path: string;
  /** How the user knows it: named in facts and failures. */
  readonly name: string;
  /** The format that the user says it has; without it, the content decides. */
  readonly forced?: ReportFormat | undefined;
}

/** Without waiting for somebody to write, where the path is a pipe. */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NONBLOCK;

/** A chunk that stays in the cache of the processor, and is large enough that reading costs nothing beside parsing. */
const CHUNK_BYTES = 262_144;

/**
 * Reads one report from the disk, as `readReport` does.
 *
 * @throws Failure `report` also when the path is a folder, a device or missing, the file is larger than the limit, or somebody wrote into it
 * meanwhile: what is still written may end well at every place.
 */
export async function readReportFile({ path, name, forced }: ReportFile): Promise<ReportFacts> {
  const file = await openFile(path, name);
  try {
    const before = await checkFile(file, name);
    const facts = await readReport({ path: name, bytes: chunksOf(file, before.size), forced });
    const after = await file.stat();
    if (after.size === before.size && after.mtimeMs === before.mtimeMs) return facts;
    throw new Failure('report', `${name} was written into while it was read. Wait until whatever writes it has ended.`);
  } finally {
    await file.close();
  }
}

async function openFile(path: string, name: string): Promise<FileHandle> {
  try {
    return await open(path, OPEN_FLAGS);
  } catch (error) {
    throw named(name, error);
  }
}

async function checkFile(file: FileHandle, name: string): Promise<Stats> {
  const stats = await file.stat();
  if (stats.isDirectory()) throw new Failure('report', `${name} is a folder, not a report.`);
  if (!stats.isFile()) throw new Failure('report', `${name} is no ordinary file.`);
  if (stats.size > MAX_STREAMED_BYTES) {
    throw new Failure('report', `${name} has ${stats.size} bytes, more than the ${MAX_STREAMED_BYTES} that are read.`);
  }
  return stats;
}

/**
 * Reads ahead into one half of its memory while the other is looked at. No more than the file has: those of the system, such as a link to the environment of
 * this process, say that they have nothing.
 */
async function* chunksOf(file: FileHandle, size: number): AsyncGenerator<Uint8Array, void, void> {
  let left = size;
  const read = async (memory: Buffer): Promise<{ bytesRead: number }> => {
    if (left === 0) return { bytesRead: 0 };
    const { bytesRead } = await file.read(memory, 0, Math.min(CHUNK_BYTES, left), null);
    left -= bytesRead;
    return { bytesRead };
  };
  let [current, ahead] = [Buffer.allocUnsafeSlow(CHUNK_BYTES), Buffer.allocUnsafeSlow(CHUNK_BYTES)];
  let reading = read(current);
  for (;;) {
    const { bytesRead } = await reading;
    if (bytesRead === 0) return;
    reading = read(ahead);
    // Whoever stops early leaves this one behind; the file is closed only when it has ended.
    reading.catch(() => undefined);
    yield current.subarray(0, bytesRead);
    [current, ahead] = [ahead, current];
  }
}
