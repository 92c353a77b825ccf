import { join } from 'node:path';
import { temporaryFolder } from '@plimsoll/testkit';
import type { Cell, CellContext, CellReport } from './cell.ts';
import { spreadOf } from './measure.ts';
import { type Service, startService } from './service.ts';
import { secondsText } from './side-by-side.ts';
import { keepBundle, measureVerification } from './verifications.ts';

const SAMPLES = 300;
const MOST_SECONDS = 16;

interface SampledRun {
  /** What the action says of its verification, from the first look at the service to the verdict. */
  readonly seconds: number;
  /** All else: Node, inputs, report. */
  readonly startSeconds: number;
  readonly peakMegabytes: number;
}

/** As many samples as show an error rate below 1 %, at the pace that users get when they say nothing. */
export const CLEAN_SAMPLES: Cell = {
  letter: 'h',
  title: `${SAMPLES} clean samples at the default pace, the whole action`,
  async run(context): Promise<CellReport> {
    const runs = await sampleAgain(context);
    const seconds = runs.map((run) => run.seconds);
    const slowest = spreadOf(seconds).max;
    return {
      head: ['samples', 'verification, seconds', 'start and end, seconds', 'peak MB'],
      rows: [
        [
          `${SAMPLES}`,
          secondsText(seconds),
          secondsText(runs.map(({ startSeconds }) => startSeconds)),
          spreadOf(runs.map(({ peakMegabytes }) => peakMegabytes)).max.toFixed(0),
        ],
      ],
      goals: [
        {
          goal: `${SAMPLES} clean samples: at most ${MOST_SECONDS} s, in every run`,
          measured: `${slowest.toFixed(2)} s`,
          reached: slowest <= MOST_SECONDS,
        },
      ],
      notes: ['The verification waits until the service is ready, samples it, and comes to its verdict.'],
    };
  },
};

async function sampleAgain({ runs, progress }: CellContext): Promise<readonly SampledRun[]> {
  await using folder = await temporaryFolder();
  await using service = await startService();
  const dist = await keepBundle(folder.path);
  const sampled: SampledRun[] = [];
  for (let run = 1; run <= runs; run += 1) {
    sampled.push(await sample(dist, service, join(folder.path, `peak-${run}`)));
    progress(`run ${run}: ${sampled.at(-1)?.seconds.toFixed(2)} s`);
  }
  return sampled;
}

async function sample(dist: string, { url }: Service, peakFile: string): Promise<SampledRun> {
  const inputs = { 'health-url': url, samples: `${SAMPLES}` };
  const { run, peakMegabytes } = await measureVerification({ dist, inputs, peakFile });
  const { verdict, 'samples-taken': taken } = run.outputs;
  if (verdict !== 'pass' || taken !== `${SAMPLES}`) {
    throw new Error(`${taken} samples ended with ${verdict}: ${(run.stderr + run.stdout).trim().slice(-2000)}`);
  }
  const seconds = verificationSeconds(run.outputs['report'] ?? '');
  return { seconds, startSeconds: run.durationMs / 1000 - seconds, peakMegabytes };
}

function verificationSeconds(report: string): number {
  const value: unknown = JSON.parse(report);
  if (typeof value === 'object' && value !== null && 'durationMs' in value && typeof value.durationMs === 'number') {
    return value.durationMs / 1000;
  }
  throw new Error('The report does not say how long the verification took.');
}
