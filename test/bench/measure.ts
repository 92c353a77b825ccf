import { runCommand } from '@plimsoll/testkit';
import type { Job, Tool } from './tool.ts';

/** One deployment, measured from outside. */
export interface Sample {
  readonly seconds: number;
  readonly connections: number;
  readonly executions: number;
  /** Through the line, the protocol's own bytes included. */
  readonly megabytesUp: number;
  /** Growth of the server's folder by `du`, with files that are linked several times counted once. */
  readonly megabytesNew: number;
}

/** All samples of one tool, or why there are none. */
export interface Row {
  readonly name: string;
  readonly side: 'ours' | 'peer';
  readonly samples: readonly Sample[];
  readonly absence?: string;
}

const MEGABYTE = 1_000_000;

/** Flushes what was written before, so that it is not written to the disk in the time of what is measured next. */
export async function settleDisk(): Promise<void> {
  await runCommand({ program: 'sync', args: [] });
}

/** Deploys and measures. */
export async function measure(tool: Tool, job: Job): Promise<Sample> {
  await settleDisk();
  const diskBefore = await diskUse(job.deployPath);
  const [clientsBefore, lineBefore] = [await job.bed.server.counts(), job.bed.proxy.counts()];
  const { durationMs } = await tool.deploy(job);
  const [clients, line] = [await job.bed.server.counts(), job.bed.proxy.counts()];
  return {
    seconds: durationMs / 1000,
    connections: line.connections - lineBefore.connections,
    executions: clients.executions - clientsBefore.executions,
    megabytesUp: (line.up - lineBefore.up) / MEGABYTE,
    megabytesNew: ((await diskUse(job.deployPath)) - diskBefore) / MEGABYTE,
  };
}

/** Bytes of disk below a folder, all releases together, so that shared files count once. */
export async function diskUse(path: string): Promise<number> {
  const { stdout } = await runCommand({ program: 'du', args: ['-sk', path] });
  return Number(stdout.split('\t')[0]) * 1024;
}

/** Where the middle is, and how far the ends are apart. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** @throws Error when there is nothing to look at. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined || min === undefined || max === undefined) throw new Error('No values.');
  return { median: (low + high) / 2, min, max };
}

/** Median seconds of a row; Infinity for one that was not measured. */
export function medianSeconds({ samples }: Row): number {
  return samples.length === 0 ? Infinity : spreadOf(samples.map(({ seconds }) => seconds)).median;
}
