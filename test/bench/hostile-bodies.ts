import { join } from 'node:path';
import { answers, type ServiceAnswer, startFaultyService, temporaryFolder } from '@plimsoll/testkit';
import type { Cell, CellContext, CellReport } from './cell.ts';
import { spreadOf } from './measure.ts';
import { keepBundle, measureVerification } from './verifications.ts';

const LARGE = 200 * 1024 * 1024;
const MOST_MEGABYTES = 120;

/** What a service answers from its second answer on: with the first one it is ready. */
const BODIES: readonly { readonly name: string; readonly verdict: 'pass' | 'fail'; readonly answer: ServiceAnswer }[] =
  [
    { name: 'well', verdict: 'pass', answer: answers.reply({ body: { status: 'ok' } }) },
    { name: '200 MiB, announced', verdict: 'fail', answer: answers.bodyOf(LARGE, 'length') },
    { name: '200 MiB, chunked', verdict: 'fail', answer: answers.bodyOf(LARGE, 'chunked') },
    { name: 'endless, chunked', verdict: 'fail', answer: answers.bodyOf(Infinity, 'chunked') },
  ];

interface BodyRow {
  readonly name: string;
  readonly samples: string;
  readonly peaks: readonly number[];
  readonly seconds: readonly number[];
}

/** However much a service sends, the runner has no more memory. */
export const HOSTILE_BODIES: Cell = {
  letter: 'i',
  title: 'Memory of the action with bodies that are too large',
  async run(context): Promise<CellReport> {
    const rows: BodyRow[] = [];
    for (const body of BODIES) rows.push(await measureBody(body, context));
    const peak = Math.max(...rows.flatMap(({ peaks }) => peaks));
    return {
      head: ['body', 'samples', 'peak MB, median (min to max)', 'seconds'],
      rows: rows.map(lineOf),
      goals: [
        {
          goal: `memory of the action: at most ${MOST_MEGABYTES} MB, in every run`,
          measured: `${peak.toFixed(0)} MB`,
          reached: peak <= MOST_MEGABYTES,
        },
      ],
      notes: ['Memory is the high-water mark of the action’s own process.'],
    };
  },
};

async function measureBody(body: (typeof BODIES)[number], { runs, progress }: CellContext): Promise<BodyRow> {
  await using folder = await temporaryFolder();
  const dist = await keepBundle(folder.path);
  const [peaks, seconds]: [number[], number[]] = [[], []];
  let samples = '';
  for (let run = 1; run <= runs; run += 1) {
    const measured = await verifyBody(body, { dist, peakFile: join(folder.path, `peak-${run}`) });
    peaks.push(measured.peakMegabytes);
    seconds.push(measured.seconds);
    samples = measured.samples;
  }
  progress(`${body.name}: ${spreadOf(peaks).median.toFixed(0)} MB`);
  return { name: body.name, samples, peaks, seconds };
}

async function verifyBody(
  { name, verdict, answer }: (typeof BODIES)[number],
  place: { readonly dist: string; readonly peakFile: string },
): Promise<{ readonly samples: string; readonly peakMegabytes: number; readonly seconds: number }> {
  const well = answers.reply({ body: { status: 'ok' } });
  await using service = await startFaultyService({ answers: { '*': answers.inTurn(well, answer) } });
  // A verdict that comes late, so that memory has the time to grow.
  const inputs = { 'health-url': `${service.url}/health`, samples: '300', interval: '10ms', 'max-error-rate': '90%' };
  const { run, peakMegabytes } = await measureVerification({ ...place, inputs });
  if (run.outputs['verdict'] !== verdict) {
    throw new Error(`${name} ended with ${run.outputs['verdict']}: ${(run.stderr + run.stdout).trim().slice(-2000)}`);
  }
  return { samples: run.outputs['samples-taken'] ?? '', peakMegabytes, seconds: run.durationMs / 1000 };
}

function lineOf({ name, samples, peaks, seconds }: BodyRow): readonly string[] {
  const { median, min, max } = spreadOf(peaks);
  return [
    name,
    samples,
    `${median.toFixed(0)} (${min.toFixed(0)} to ${max.toFixed(0)})`,
    spreadOf(seconds).median.toFixed(2),
  ];
}
