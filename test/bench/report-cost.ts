import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { distFolder, runAction, runCommand, temporaryFolder } from '@plimsoll/testkit';
import type { Cell, CellContext, CellReport, Goal } from './cell.ts';
import { spreadOf } from './measure.ts';
import { TIME_LIMIT_MS } from './peers.ts';
import { writeJUnit, writeLcov } from './report-files.ts';
import { installReportPeers, type ReportPeer } from './report-peers.ts';
import type { Absent } from './tool.ts';

const MEGABYTE = 1_000_000;
const CASES = 1_000_000;
const FEWER_CASES = 100_000;
const LINES = 5_000_000;

/** What reading one report took: a whole process each. */
interface Cost {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

interface CostRow {
  readonly name: string;
  readonly what: string;
  readonly costs: readonly Cost[];
}

/** A report, what counts it, and what our action is asked about it. */
interface Reading {
  readonly report: string;
  readonly peers: readonly ReportPeer[];
  /** What a peer has to print. */
  readonly counted: number;
  readonly inputs: Readonly<Record<string, string>>;
  /** What the outputs of our action have to be, so that no failure passes for a fast run. */
  readonly outputs: Readonly<Record<string, string>>;
}

interface Place {
  readonly folder: string;
  readonly dist: string;
}

const OURS = 'quality-gate';

/** A verdict over tests, in the time and memory of a whole action. */
export const JUNIT_COST: Cell = {
  letter: 'k',
  title: 'JUnit XML with a million cases, and with a hundred thousand, the whole action',
  run: (context) => measureCell(context, readJUnits),
};

/** A verdict over coverage. */
export const LCOV_COST: Cell = {
  letter: 'l',
  title: `LCOV with ${LINES.toLocaleString('en')} lines, the whole action`,
  run: (context) => measureCell(context, readLcov),
};

interface Measured {
  readonly rows: readonly CostRow[];
  readonly goals: readonly Goal[];
  readonly absent: readonly Absent[];
}

async function measureCell(
  context: CellContext,
  measure: (place: Place, context: CellContext) => Promise<Measured>,
): Promise<CellReport> {
  await using folder = await temporaryFolder();
  const dist = join(folder.path, 'dist');
  await cp(distFolder(OURS), dist, { recursive: true });
  const { rows, goals, absent } = await measure({ folder: folder.path, dist }, context);
  return {
    head: ['program', 'what', 'seconds, median (min to max)', 'peak MB'],
    rows: [...rows.map(lineOf), ...absent.map(({ name, reason }) => [name, '', `not measured: ${reason}`, ''])],
    goals,
    notes: [
      'Each run is a process of its own, from its start to its end; memory is the high-water mark of that process. The action recognises the report, reads it, judges it, and writes its summary; the parsers only count.',
    ],
  };
}

async function readJUnits(place: Place, context: CellContext): Promise<Measured> {
  const { junit, absent } = await installReportPeers(place.folder);
  const [many, few] = [await junitOf(place, CASES, junit), await junitOf(place, FEWER_CASES, junit)];
  const large = await measureAll(place, many, context);
  const small = await measureAll(place, few, context);
  return {
    rows: [...labelled(large, CASES), ...labelled(small, FEWER_CASES)],
    goals: [
      timeGoal(`${CASES.toLocaleString('en')} cases`, large, 3),
      memoryGoal(`${CASES.toLocaleString('en')} cases`, large, 110),
      timeGoal(`${FEWER_CASES.toLocaleString('en')} cases`, small, 0.5),
    ],
    absent: absent.filter(({ name }) => !name.startsWith('lcov')),
  };
}

async function junitOf({ folder }: Place, cases: number, peers: readonly ReportPeer[]): Promise<Reading> {
  const report = join(folder, `junit-${cases}.xml`);
  const failures = await writeJUnit(report, cases);
  return {
    report,
    peers,
    counted: cases,
    inputs: { junit: report, 'min-tests': `${cases}`, 'max-failures': `${failures}` },
    outputs: { verdict: 'pass', tests: `${cases}`, failures: `${failures}` },
  };
}

async function readLcov(place: Place, context: CellContext): Promise<Measured> {
  const { lcov, absent } = await installReportPeers(place.folder);
  const report = join(place.folder, 'lcov.info');
  await writeLcov(report, LINES);
  const inputs = { coverage: report, 'min-coverage': '90' };
  const rows = await measureAll(
    place,
    { report, peers: lcov, counted: LINES, inputs, outputs: { verdict: 'pass' } },
    context,
  );
  return {
    rows,
    goals: [timeGoal('5,000,000 lines', rows, 0.8), memoryGoal('5,000,000 lines', rows, 100)],
    absent: absent.filter(({ name }) => name.startsWith('lcov')),
  };
}

/** In every run all take their turn, so that what slows the machine down slows all of them. */
async function measureAll(
  place: Place,
  reading: Reading,
  { runs, progress }: CellContext,
): Promise<readonly CostRow[]> {
  const ours: Cost[] = [];
  const theirs = new Map<ReportPeer, Cost[]>(reading.peers.map((peer) => [peer, []]));
  for (let run = 1; run <= runs; run += 1) {
    ours.push(await runOurs(place, reading));
    for (const [peer, costs] of theirs) costs.push(await runPeer(place, peer, reading));
    progress(`run ${run}: ${ours.at(-1)?.seconds.toFixed(2)} s, ${ours.at(-1)?.peakMegabytes.toFixed(0)} MB`);
  }
  return [
    { name: OURS, what: 'the whole action', costs: ours },
    ...[...theirs].map(([{ name, what }, costs]) => ({ name, what, costs })),
  ];
}

const PEAK_OPTION = `--import=${new URL('./peak-memory.js', import.meta.url).href}`;

async function runOurs({ folder, dist }: Place, { inputs, outputs }: Reading): Promise<Cost> {
  const peakFile = join(folder, 'peak');
  const run = await runAction({
    action: OURS,
    dist,
    inputs,
    env: { PLIMSOLL_BENCH_PEAK: peakFile, GITHUB_WORKSPACE: folder },
    nodeOptions: [PEAK_OPTION],
    timeLimitMs: TIME_LIMIT_MS,
  });
  for (const [name, value] of Object.entries(outputs)) {
    if (run.outputs[name] === value) continue;
    throw new Error(`${name} is ${run.outputs[name]}, not ${value}: ${(run.stderr + run.stdout).trim().slice(-2000)}`);
  }
  return { seconds: run.durationMs / 1000, peakMegabytes: await takePeak(peakFile) };
}

async function runPeer({ folder }: Place, { name, script }: ReportPeer, { report, counted }: Reading): Promise<Cost> {
  const peakFile = join(folder, 'peak');
  const env = { ...process.env, PLIMSOLL_BENCH_PEAK: peakFile };
  const args = [PEAK_OPTION, script, report];
  const { stdout, stderr, durationMs } = await runCommand({
    program: process.execPath,
    args,
    env,
    timeLimitMs: TIME_LIMIT_MS,
  });
  if (stdout.trim() !== `${counted}`) {
    throw new Error(`${name} counts ${stdout.trim()}, not ${counted}: ${stderr.trim().slice(-2000)}`);
  }
  return { seconds: durationMs / 1000, peakMegabytes: await takePeak(peakFile) };
}

async function takePeak(path: string): Promise<number> {
  const kilobytes = Number((await readFile(path, 'utf8')).trim().split('\n')[0]);
  await rm(path);
  return (kilobytes * 1024) / MEGABYTE;
}

function labelled(rows: readonly CostRow[], cases: number): CostRow[] {
  return rows.map((row) => ({ ...row, what: `${row.what}, ${cases.toLocaleString('en')} cases` }));
}

function lineOf({ name, what, costs }: CostRow): readonly string[] {
  const seconds = spreadOf(costs.map((cost) => cost.seconds));
  const peak = spreadOf(costs.map(({ peakMegabytes }) => peakMegabytes));
  const text = `${seconds.median.toFixed(2)} (${seconds.min.toFixed(2)} to ${seconds.max.toFixed(2)})`;
  return [name, what, text, peak.max.toFixed(0)];
}

function timeGoal(what: string, [ours]: readonly CostRow[], most: number): Goal {
  const seconds = spreadOf(ours?.costs.map((cost) => cost.seconds) ?? []).median;
  return { goal: `${what}: at most ${most} s`, measured: `${seconds.toFixed(2)} s`, reached: seconds <= most };
}

function memoryGoal(what: string, [ours]: readonly CostRow[], most: number): Goal {
  const peak = spreadOf(ours?.costs.map(({ peakMegabytes }) => peakMegabytes) ?? []).max;
  return {
    goal: `${what}: at most ${most} MB, in every run`,
    measured: `${peak.toFixed(0)} MB`,
    reached: peak <= most,
  };
}
