import { constants } from 'node:fs';
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
 * @throws Failure `report` also when the path is a folder, a device or missing, or the file is larger than the limit.
 */
export async function readReportFile({ path, name, forced }: ReportFile): Promise<ReportFacts> {
  const file = await openFile(path, name);
  try {
    await checkFile(file, name);
    return await readReport({ path: name, bytes: chunksOf(file), forced });
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

async function checkFile(file: FileHandle, name: string): Promise<void> {
  const stats = await file.stat();
  if (stats.isDirectory()) throw new Failure('report', `${name} is a folder, not a report.`);
  if (!stats.isFile()) throw new Failure('report', `${name} is no ordinary file.`);
  if (stats.size > MAX_STREAMED_BYTES) {
    throw new Failure('report', `${name} has ${stats.size} bytes, more than the ${MAX_STREAMED_BYTES} that are read.`);
  }
}

/** Reads ahead into one half of its memory while the other is looked at. */
async function* chunksOf(file: FileHandle): AsyncGenerator<Uint8Array, void, void> {
  const read = (memory: Buffer): Promise<{ bytesRead: number }> => file.read(memory, 0, CHUNK_BYTES, null);
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
