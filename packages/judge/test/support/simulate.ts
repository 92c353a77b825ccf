/**
 * Program: runs of the judge over simulated services, as JSON from standard input to standard output. In a process of its own, because
 * the sandbox of the test runner makes arithmetic many times slower.
 */
import { text } from 'node:stream/consumers';
import { Random } from '@plimsoll/testkit';
import { createJudge, type Judgement, type Rules, sequentialRule } from '../../src/index.ts';
import { type Service, samplesOf } from './services.ts';

/** So many runs of one service, over random numbers that follow from the seed. */
export interface Job {
  readonly service: Service;
  readonly runs: number;
  readonly seed: number;
}

export interface Runs {
  readonly verdicts: Readonly<Record<Judgement['verdict'], number>>;
  /** Samples until the verdict, over all runs. */
  readonly median: number;
  readonly p95: number;
  /** What was said of the runs that did not pass, the first few. */
  readonly reasons: readonly string[];
}

const RULES: Rules = { errors: sequentialRule(0.01), latency: { maxResponseTimeMs: 500, percentile: 0.95 } };

/** Three minutes at 20 per second; a judge that has not decided by then is not one to wait for. */
const LONGEST = 3600;

function runOne(service: Service, random: Random): { readonly taken: number; readonly judgement: Judgement } {
  const judge = createJudge(RULES);
  let taken = 0;
  for (const sample of samplesOf(service, random)) {
    taken += 1;
    if (judge.observe(sample) === 'decided' || taken === LONGEST) break;
  }
  return { taken, judgement: judge.conclude() };
}

function runAll({ service, runs, seed }: Job): Runs {
  const random = new Random(seed);
  const verdicts = { pass: 0, fail: 0, inconclusive: 0 };
  const reasons: string[] = [];
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const one = runOne(service, random);
    verdicts[one.judgement.verdict] += 1;
    taken.push(one.taken);
    if (one.judgement.verdict !== 'pass' && reasons.length < 3) reasons.push(one.judgement.reason);
  }
  taken.sort((a, b) => a - b);
  const rank = (percentile: number): number => taken[Math.ceil(percentile * runs) - 1] ?? 0;
  return { verdicts, median: rank(0.5), p95: rank(0.95), reasons };
}

function isJobs(value: unknown): value is readonly Job[] {
  return Array.isArray(value) && value.every((job) => typeof job === 'object' && job !== null && 'service' in job);
}

const jobs: unknown = JSON.parse(await text(process.stdin));
if (!isJobs(jobs)) throw new Error('The jobs are to be a list, as JSON');
process.stdout.write(JSON.stringify(jobs.map(runAll)));
