import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ActionRun, distFolder, runAction } from '@plimsoll/testkit';
import { TIME_LIMIT_MS } from './peers.ts';

const MEGABYTE = 1_000_000;

/** Copies the bundle, so that a build that is made meanwhile changes nothing. Answers with its folder. */
export async function keepBundle(folder: string): Promise<string> {
  const dist = join(folder, 'dist');
  await cp(distFolder('verify-deployment'), dist, { recursive: true });
  return dist;
}

export interface MeasureVerification {
  readonly dist: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Where the process writes its memory; a new path for each run. */
  readonly peakFile: string;
}

/** Runs the whole action, however it ends. Memory is the high-water mark of its own process. */
export async function measureVerification({
  dist,
  inputs,
  peakFile,
}: MeasureVerification): Promise<{ readonly run: ActionRun; readonly peakMegabytes: number }> {
  const run = await runAction({
    action: 'verify-deployment',
    dist,
    inputs,
    env: { PLIMSOLL_BENCH_PEAK: peakFile },
    nodeOptions: [`--import=${new URL('./peak-memory.js', import.meta.url).href}`],
    timeLimitMs: TIME_LIMIT_MS,
  });
  const kilobytes = Number((await readFile(peakFile, 'utf8')).trim());
  return { run, peakMegabytes: (kilobytes * 1024) / MEGABYTE };
}
