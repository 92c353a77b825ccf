import { FAR, NEAR } from './bed.ts';
import type { Cell, CellReport, Goal } from './cell.ts';
import type { Row, Sample } from './measure.ts';
import { spreadOf } from './measure.ts';
import { redeploy } from './redeploy.ts';
import { ratioGoal, tableOf } from './side-by-side.ts';

const FULL = 'deploy-ssh, verify-content: full';
const CHANGED = 'deploy-ssh, verify-content: changed';

const rsync = { isRival: (name: string): boolean => name.startsWith('rsync '), rivals: 'the best rsync line' } as const;

/** Little changed, far away: what counts is the number of round trips. */
export const FAR_REDEPLOY: Cell = {
  letter: 'a',
  title: '4,100 files / 54 MB, 20 changed, fresh times, RTT 40 ms, 200 Mbit/s',
  async run(context): Promise<CellReport> {
    const rows = await redeploy({ link: FAR, files: 4100, bytes: 53_600_000, changed: 20, context });
    const goals = [ratioGoal({ rows, ours: FULL, limit: 0.8, ...rsync }), linkGoal(rows), diskGoal(rows)];
    return { ...tableOf(rows), goals, notes: [] };
  },
};

/** Many files, nearby: what counts is the work for each file. */
export const NEAR_REDEPLOY: Cell = {
  letter: 'b',
  title: '10,000 files / 130 MB, 100 changed, fresh times, RTT under 1 ms, 200 Mbit/s',
  async run(context): Promise<CellReport> {
    const rows = await redeploy({ link: NEAR, files: 10_000, bytes: 130_000_000, changed: 100, context });
    const goals = [
      ratioGoal({ rows, ours: CHANGED, limit: 0.7, ...rsync }),
      ratioGoal({ rows, ours: FULL, limit: 1, ...rsync }),
    ];
    return { ...tableOf(rows), goals, notes: [] };
  },
};

function worst(rows: readonly Row[], value: (sample: Sample) => number): number {
  const samples = rows.filter(({ side }) => side === 'ours').flatMap(({ samples }) => samples);
  return samples.length === 0 ? Infinity : spreadOf(samples.map(value)).max;
}

function linkGoal(rows: readonly Row[]): Goal {
  const connections = worst(rows, (sample) => sample.connections);
  const executions = worst(rows, (sample) => sample.executions);
  return {
    goal: 'connections / executions for a host: 1 / at most 4, in every run',
    measured: `${connections} / ${executions}`,
    reached: connections === 1 && executions <= 4,
  };
}

function diskGoal(rows: readonly Row[]): Goal {
  const megabytes = worst(rows, (sample) => sample.megabytesNew);
  return {
    goal: 'new disk for a release: at most 8 MB, in every run',
    measured: `${megabytes.toFixed(1)} MB`,
    reached: megabytes <= 8,
  };
}
