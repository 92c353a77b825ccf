import { join } from 'node:path';
import { generateTree } from '@plimsoll/testkit';
import { FAR, makeBed } from './bed.ts';
import type { Cell, CellContext, CellReport } from './cell.ts';
import type { Row } from './measure.ts';
import { deploySsh } from './ours.ts';
import { plainRsyncTool, TAR_ZSTD } from './peers.ts';
import { Race } from './race.ts';
import { ratioGoal, tableOf } from './side-by-side.ts';

/** Everything is new: what counts is how little goes over the line, and how much of the work is hidden behind it. */
export const FIRST_DEPLOYMENT: Cell = {
  letter: 'c',
  title: 'First deployment, 4,100 files / 54 MB, RTT 40 ms, 200 Mbit/s',
  async run(context): Promise<CellReport> {
    const rows = await firstDeployments(context);
    const ours = 'deploy-ssh, verify-content: full';
    const goal = ratioGoal({ rows, ours, limit: 0.85, isRival: (name) => name === 'rsync -az', rivals: '`rsync -az`' });
    return { ...tableOf(rows), goals: [goal], notes: [] };
  },
};

async function firstDeployments({ runs, peers, progress }: CellContext): Promise<Row[]> {
  await using bed = await makeBed(FAR);
  const source = join(bed.folder, 'source');
  await generateTree({ root: source, files: 4100, bytes: 53_600_000, seed: 1 });
  const { tools: fromNpm, absent } = await peers();
  const tools = [deploySsh('full'), plainRsyncTool('-az'), plainRsyncTool('-a'), TAR_ZSTD, ...fromNpm];
  const race = new Race({ bed, source, tools, absent, kind: 'first', progress });
  for (let lap = 1; lap <= runs; lap += 1) await race.lap(lap);
  return race.rows();
}
