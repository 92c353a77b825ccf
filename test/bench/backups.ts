import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { distFolder, generateTree, temporaryFolder } from '@plimsoll/testkit';
import { type Load, type Memory, measureMemory } from './backup-memory.ts';
import { BACKUP, RESTIC, TAR_GZIP, TREE_FOLDER } from './backup-tools.ts';
import { makeBed, NEAR } from './bed.ts';
import type { Cell, CellContext, CellReport, Goal } from './cell.ts';
import { medianSeconds, type Row, type Sample, settleDisk } from './measure.ts';
import { ratioGoal, secondsText } from './side-by-side.ts';
import type { Job, Tool } from './tool.ts';

const TREE = { files: 4100, bytes: 63_000_000, seed: 1 } as const;
const TOOLS = [BACKUP, RESTIC, TAR_GZIP] as const;
const MOST_SECONDS = 3;
/** How much more memory ten times the bytes, or four times the files, may take. */
const FLAT = 1.25;

const LARGE: readonly Load[] = [
  { name: '10,000 files of 3 kB', files: 10_000, bytesPerFile: 3_000 },
  { name: '40,000 files of 3 kB', files: 40_000, bytesPerFile: 3_000 },
  { name: 'one file of 200 MB', bytes: 200_000_000 },
  { name: 'one file of 2 GB', bytes: 2_000_000_000 },
];

/** Made and restored, beside what one would use instead; and what happens to memory when there is more. */
export const BACKUPS: Cell = {
  letter: 'j',
  title: 'Backup and restore drill, 4,100 files / 63 MB on the server, RTT under 1 ms; memory with more',
  async run(context): Promise<CellReport> {
    const rows = await raceTools(context);
    const memory = await measureAll(context);
    return {
      head: [
        'tool',
        'seconds, median (min to max)',
        'peak MB of the action',
        'peak MB on the server',
        'progress lines',
      ],
      rows: [...rows.map(lineOf), ...memory.map(memoryLine)],
      goals: [secondsGoal(rows), ...ratioGoals(rows), ...memoryGoals(memory)],
      notes: [
        'Ours is the whole action over SSH, with its own start, and compares every hash; the peers work on the disk directly. restic restores and compares nothing; its repository is fresh, and made before.',
        'The lines with sizes are one run each, of random bytes for the single files, fetched to the runner as well. Memory on the server is that of all processes of the session, shared pages divided among them; what a drill unpacks into /dev/shm, 128 MiB at most, is not in it.',
      ],
    };
  },
};

/** One that takes part, and how it did. */
interface Runner {
  readonly tool: Tool;
  readonly samples: Sample[];
  absence: string;
}

/** In every lap all take their turn, another one in front. */
async function raceTools(context: CellContext): Promise<Row[]> {
  await using bed = await makeBed(NEAR);
  const deployPath = await bed.deployPath('app');
  await generateTree({ root: join(deployPath, TREE_FOLDER), ...TREE });
  const runners = TOOLS.map((tool): Runner => ({ tool, samples: [], absence: '' }));
  // Lap 0 fills the caches and does not count.
  for (let lap = 0; lap <= context.runs; lap += 1) {
    const at = lap % runners.length;
    const order = [...runners.slice(at), ...runners.slice(0, at)].filter(({ absence }) => absence === '');
    for (const runner of order) await takeTurn(runner, { bed, source: '', deployPath, sequence: lap }, context);
  }
  return runners.map(({ tool: { name, side }, samples, absence }) =>
    absence === '' ? { name, side, samples } : { name, side, samples: [], absence },
  );
}

async function takeTurn(runner: Runner, job: Job, { progress }: CellContext): Promise<void> {
  const { name } = runner.tool;
  await settleDisk();
  try {
    const { durationMs } = await runner.tool.deploy(job);
    const seconds = durationMs / 1000;
    progress(`lap ${job.sequence}: ${name}: ${seconds.toFixed(2)} s`);
    if (job.sequence === 0) return;
    runner.samples.push({ seconds, connections: 0, executions: 0, megabytesUp: 0, megabytesNew: 0 });
  } catch (error) {
    runner.absence = error instanceof Error ? error.message.slice(0, 120) : String(error);
    progress(`lap ${job.sequence}: ${name} failed: ${runner.absence}`);
  }
}

async function measureAll({ progress }: CellContext): Promise<Memory[]> {
  await using folder = await temporaryFolder();
  const dist = join(folder.path, 'dist');
  await cp(distFolder('backup'), dist, { recursive: true });
  const all: Memory[] = [];
  for (const load of LARGE) {
    const measured = await measureMemory(load, dist);
    progress(`${load.name}: ${measured.seconds.toFixed(1)} s`);
    all.push(measured);
  }
  return all;
}

function lineOf({ name, samples, absence }: Row): readonly string[] {
  if (samples.length === 0) return [name, `not measured: ${absence ?? 'it failed'}`, '', '', ''];
  return [name, secondsText(samples.map(({ seconds }) => seconds)), '', '', ''];
}

function memoryLine({ name, seconds, runnerMegabytes, serverMegabytes, progressLines }: Memory): readonly string[] {
  const figures = [runnerMegabytes, serverMegabytes].map((megabytes) => megabytes.toFixed(0));
  return [`backup and download-to, ${name}`, seconds.toFixed(2), ...figures, `${progressLines}`];
}

function secondsGoal(rows: readonly Row[]): Goal {
  const [ours] = rows;
  const seconds = ours === undefined ? Infinity : medianSeconds(ours);
  return {
    goal: `made, restored and compared: at most ${MOST_SECONDS} s`,
    measured: `${seconds.toFixed(2)} s`,
    reached: seconds <= MOST_SECONDS,
  };
}

function ratioGoals(rows: readonly Row[]): readonly Goal[] {
  const ours = BACKUP.name;
  return [
    ratioGoal({ rows, ours, isRival: (name) => name === RESTIC.name, limit: 1.5, rivals: RESTIC.name }),
    ratioGoal({ rows, ours, isRival: (name) => name === TAR_GZIP.name, limit: 1, rivals: TAR_GZIP.name }),
  ];
}

/** Each pair of loads is the same kind, small and large. */
function memoryGoals(all: readonly Memory[]): readonly Goal[] {
  return [0, 2].flatMap((index) => {
    const [small, large] = [all[index], all[index + 1]];
    if (small === undefined || large === undefined) throw new Error('A load was not measured.');
    return [
      flatGoal(`memory of the action, ${large.name}`, small.runnerMegabytes, large.runnerMegabytes),
      flatGoal(`memory on the server, ${large.name}`, small.serverMegabytes, large.serverMegabytes),
      ...(large.seconds < 15 ? [] : [progressGoal(large)]),
    ];
  });
}

function flatGoal(what: string, small: number, large: number): Goal {
  const ratio = large / small;
  return {
    goal: `${what}: at most ${FLAT} of the small one`,
    measured: `${ratio.toFixed(2)} (${large.toFixed(0)} MB)`,
    reached: ratio <= FLAT,
  };
}

function progressGoal({ name, progressLines }: Memory): Goal {
  return { goal: `${name}: progress is shown`, measured: `${progressLines} lines`, reached: progressLines > 0 };
}
