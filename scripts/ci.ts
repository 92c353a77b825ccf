/**
 * `npm run ci`: everything that has to be green, one step after the other, all of them even when one fails. The last
 * line is `N passed, N failed`, where a failed step and a skipped test count as failed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './house/run.ts';
import { type Tally, tallyOf } from './house/tally.ts';

interface Step {
  /** For npm: `test` is `npm test`, as in the README. */
  readonly script: string;
  readonly args: readonly string[];
  /** Whether the step is a run of jest, whose tests are counted. */
  readonly tests: boolean;
}

const STEPS: readonly Step[] = [
  { script: 'lint', args: [], tests: false },
  { script: 'check:dist', args: [], tests: false },
  { script: 'test', args: [], tests: true },
  { script: 'demo', args: [], tests: false },
  { script: 'test:long', args: [], tests: true },
  { script: 'test:act', args: [], tests: true },
  { script: 'test:hosts', args: [], tests: true },
  { script: 'faults', args: ['--short'], tests: true },
];

/** A step that hangs must not take the last line with it. Several times what the longest one takes. */
const TIME_LIMIT_MS = 20 * 60_000;

/** Runs one step. @returns what it adds to the count */
function perform(step: Step, reports: string): Tally {
  const report = join(reports, `${step.script.replace(':', '-')}.json`);
  const counting = step.tests ? ['--json', `--outputFile=${report}`] : [];
  const command = step.script === 'test' ? ['test'] : ['run', step.script];
  console.log(`\n--- npm ${command.join(' ')}`);
  const started = performance.now();
  const status = run('npm', ['--silent', ...command, '--', ...step.args, ...counting], { timeLimitMs: TIME_LIMIT_MS });
  console.log(`--- ${step.script} ended with status ${status} after ${seconds(started)} s`);
  const tally = step.tests ? tallyOf(report) : { passed: status === 0 ? 1 : 0, failed: [] };
  const unexplained = status !== 0 && tally.failed.length === 0;
  return unexplained ? { ...tally, failed: [`npm run ${step.script} ended with status ${status}`] } : tally;
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(0);
}

const reports = mkdtempSync(join(tmpdir(), 'plimsoll-ci-'));
try {
  const tallies = STEPS.map((step) => perform(step, reports));
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.flatMap((tally) => tally.failed);
  console.log(['', ...failed, `${passed} passed, ${failed.length} failed`].join('\n'));
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  rmSync(reports, { recursive: true, force: true });
}
