import { join } from 'node:path';
import { changeFiles, generateTree, readManifest, touchAll } from '@plimsoll/testkit';
import type { Bed } from './bed.ts';
import { FAR, makeBed } from './bed.ts';
import type { Cell, CellContext, CellReport, Goal } from './cell.ts';
import type { Row, Sample } from './measure.ts';
import { measure, medianSeconds } from './measure.ts';
import { bundled, deploySsh, runOurs, serverInputs } from './ours.ts';
import { tableOf } from './side-by-side.ts';
import type { Tool } from './tool.ts';

const TREE = { files: 4100, bytes: 53_600_000, seed: 1 } as const;
const CHANGED = 20;

/** From a release back to the healthy one before it, again and again. */
export const ROLLBACK: Cell = {
  letter: 'd',
  title: 'Rollback to the last healthy release, 4,100 files / 54 MB, RTT 40 ms, 200 Mbit/s',
  async run(context): Promise<CellReport> {
    await using bed = await makeBed(FAR);
    const source = join(bed.folder, 'source');
    await generateTree({ root: source, ...TREE });
    const rows: Row[] = [];
    for (const tool of await rollbackTools()) rows.push(await rollBack({ tool, bed, source, context }));
    return { ...tableOf(rows), goals: goalsOf(rows), notes: [] };
  },
};

const LIMITS = [
  { verify: 'full', seconds: 3, words: 'rollback with every file of the target hashed' },
  { verify: 'changed', seconds: 1.2, words: 'rollback on the cached digest, without hooks' },
] as const;

function nameOf(verify: string): string {
  return `rollback, verify-content: ${verify}`;
}

/** Both ways of checking the target, or the only one there is. */
async function rollbackTools(): Promise<Tool[]> {
  const hasChoice = (await readManifest('rollback')).inputs.includes('verify-content');
  return LIMITS.filter(({ verify }) => hasChoice || verify === 'full').map(({ verify }): Tool => {
    const choice: Record<string, string> = hasChoice ? { 'verify-content': verify } : {};
    return {
      name: nameOf(verify),
      side: 'ours',
      deploy: ({ bed, deployPath }) =>
        runOurs(
          bundled(bed, { action: 'rollback', inputs: { ...serverInputs(bed, deployPath), mode: 'auto', ...choice } }),
        ),
    };
  });
}

interface RollbackRace {
  readonly tool: Tool;
  readonly bed: Bed;
  readonly source: string;
  readonly context: CellContext;
}

/** Every rollback marks the release it leaves as failed, so there has to be one healthy release for each run, and one more. */
async function rollBack({ tool, bed, source, context }: RollbackRace): Promise<Row> {
  const deployPath = await bed.deployPath(tool.name.replaceAll(/\W+/g, '-'));
  const deploy = deploySsh('full', context.runs + 2);
  for (let sequence = 0; sequence <= context.runs; sequence += 1) {
    await changeFiles({ root: source, count: CHANGED, seed: 100 + sequence });
    await touchAll(source);
    await deploy.deploy({ bed, source, deployPath, sequence });
  }
  const samples: Sample[] = [];
  for (let run = 1; run <= context.runs; run += 1) {
    const sample = await measure(tool, { bed, source, deployPath, sequence: run });
    context.progress(`run ${run}: ${tool.name}: ${sample.seconds.toFixed(2)} s`);
    samples.push(sample);
  }
  return { name: tool.name, side: 'ours', samples };
}

function goalsOf(rows: readonly Row[]): Goal[] {
  return LIMITS.map(({ verify, seconds, words }) => {
    // An action that always hashes everything has to meet both limits in that way.
    const row = rows.find(({ name }) => name === nameOf(verify)) ?? rows[0];
    const median = row === undefined ? Infinity : medianSeconds(row);
    const measured = `${median.toFixed(2)} s${row?.name === nameOf(verify) ? '' : ', everything hashed'}`;
    return { goal: `${words}: at most ${seconds} s`, measured, reached: median <= seconds };
  });
}
