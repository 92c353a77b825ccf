import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { changeFiles, generateTree, touchAll } from '@plimsoll/testkit';
import type { Bed } from './bed.ts';
import { makeBed, NEAR } from './bed.ts';
import type { Cell, CellReport, Goal } from './cell.ts';
import { settleDisk, spreadOf } from './measure.ts';
import { deployRequest, runOurs } from './ours.ts';
import { secondsText } from './side-by-side.ts';

const SIZES = [10_000, 20_000, 40_000] as const;
const BYTES_PER_FILE = 3000;
const MEGABYTE = 1_000_000;
const MEMORY_LIMIT = 150;
/** How much more than proportional the time may grow, for the noise of the machine. */
const LINEAR_SLACK = 1.15;

interface Measured {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

interface Growth {
  readonly files: number;
  readonly first: Measured;
  readonly next: readonly Measured[];
}

/** More and more files: neither memory nor time may run away. */
export const GROWTH: Cell = {
  letter: 'e',
  title: 'Growth with the number of files, 3 kB each, 1 % changed, RTT under 1 ms, 200 Mbit/s',
  async run({ runs, progress }): Promise<CellReport> {
    const all: Growth[] = [];
    for (const files of SIZES) {
      all.push(await grow(files, runs));
      progress(`${files} files: done`);
    }
    const head = ['files', 'first deployment, seconds', 'peak MB', 'next deployment, seconds', 'peak MB'];
    const note =
      'Memory is the high-water mark of the action’s own process, main and post; ssh and its agent need a few MB besides.';
    return { head, rows: all.map(lineOf), goals: [memoryGoal(all), timeGoal(all)], notes: [note] };
  },
};

async function grow(files: number, runs: number): Promise<Growth> {
  await using bed = await makeBed(NEAR);
  const source = join(bed.folder, 'source');
  await generateTree({ root: source, files, bytes: files * BYTES_PER_FILE, seed: 1 });
  const deployPath = await bed.deployPath('app');
  const first = await deployMeasured(bed, source, deployPath);
  const next: Measured[] = [];
  for (let run = 1; run <= runs; run += 1) {
    await changeFiles({ root: source, count: files / 100, seed: run });
    await touchAll(source);
    next.push(await deployMeasured(bed, source, deployPath));
  }
  return { files, first, next };
}

async function deployMeasured(bed: Bed, source: string, deployPath: string): Promise<Measured> {
  const peakFile = join(bed.folder, 'peak');
  await settleDisk();
  const { durationMs } = await runOurs({
    ...deployRequest({ bed, source, deployPath, sequence: 0 }, 'full'),
    env: { PLIMSOLL_BENCH_PEAK: peakFile },
    nodeOptions: [`--import=${new URL('./peak-memory.js', import.meta.url).href}`],
  });
  const kilobytes = Math.max(...(await readFile(peakFile, 'utf8')).trim().split('\n').map(Number));
  await rm(peakFile);
  return { seconds: durationMs / 1000, peakMegabytes: (kilobytes * 1024) / MEGABYTE };
}

function peakOf({ first, next }: Growth): number {
  return Math.max(first.peakMegabytes, ...next.map(({ peakMegabytes }) => peakMegabytes));
}

function lineOf({ files, first, next }: Growth): string[] {
  const peak = Math.max(...next.map(({ peakMegabytes }) => peakMegabytes));
  return [
    files.toLocaleString('en'),
    first.seconds.toFixed(2),
    first.peakMegabytes.toFixed(0),
    secondsText(next.map(({ seconds }) => seconds)),
    peak.toFixed(0),
  ];
}

function memoryGoal(all: readonly Growth[]): Goal {
  const peak = Math.max(...all.map(peakOf));
  return {
    goal: `memory of the action: at most ${MEMORY_LIMIT} MB at 40,000 files`,
    measured: `${peak.toFixed(0)} MB`,
    reached: peak <= MEMORY_LIMIT,
  };
}

/** Four times the files may take four times as long. */
function timeGoal(all: readonly Growth[]): Goal {
  const [smallest, largest] = [all[0], all.at(-1)];
  if (smallest === undefined || largest === undefined) throw new Error('Nothing was measured.');
  const median = ({ next }: Growth): number => spreadOf(next.map(({ seconds }) => seconds)).median;
  const times = largest.files / smallest.files;
  const ratios = [median(largest) / median(smallest), largest.first.seconds / smallest.first.seconds];
  return {
    goal: `time grows linearly: ${times} times the files take at most ${times * LINEAR_SLACK} times as long`,
    measured: `${ratios.map((ratio) => ratio.toFixed(2)).join(' next, ')} first`,
    reached: ratios.every((ratio) => ratio <= times * LINEAR_SLACK),
  };
}
