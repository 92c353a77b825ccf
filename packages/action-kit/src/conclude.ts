import { exitCodeOf, type FailureCode, type Result } from '@plimsoll/outcome';
import type { Outcome } from './action.ts';
import { messageOf } from './explain.ts';
import { annotation, type Log } from './log.ts';
import { escapeMarkdown } from './markdown.ts';
import { neutralText } from './neutral.ts';
import type { Runner } from './runner.ts';
import { writeSummary } from './summary.ts';

/** What reporting needs to know of the run. */
export interface Run {
  readonly action: string;
  /** Declared outputs besides those every action has. */
  readonly outputs: readonly string[];
  readonly startedAt: Date;
  readonly elapsedMs: () => number;
  readonly summaryPath: string | undefined;
  readonly log: Log;
  readonly runner: Runner;
}

/**
 * Tells the runner how the run ended: outputs first, because the steps that follow decide by them, then job summary,
 * then log and annotation. Everything here is synchronous, so that it also works while the process exits.
 *
 * @returns the exit code that says the same
 */
export function conclude(run: Run, outcome: Outcome): number {
  const code = writeOutputs(run, outcome);
  const unwritten = writeSummary(
    run.summaryPath,
    outcome.report === '' ? plainReport(run.action, outcome) : outcome.report,
  );
  if (unwritten !== undefined) {
    run.log.warning(`The job summary could not be written: ${messageOf(unwritten)}`);
  }
  announce(run, outcome);
  return exitCodeOf(code);
}

/**
 * Sets every output the action has.
 *
 * @returns the code that stands: a pass that cannot be handed over is `internal`, because the steps that rely on it
 *   would see nothing, and an exit code of 0 would contradict that
 */
export function writeOutputs(run: Run, outcome: Outcome): FailureCode | '' {
  const values = outputValues(run, outcome);
  try {
    const wanted = values.map(([name, value]) => run.runner.setOutput(name, value));
    if (!wanted.every(Boolean)) {
      run.log.info(values.map(([name, value]) => `output ${name}: ${value}`).join('\n'));
    }
    return outcome.code;
  } catch (thrown) {
    run.log.error(`The outputs of this step could not be written, later steps will not see them: ${messageOf(thrown)}`);
    return outcome.code === '' ? 'internal' : outcome.code;
  }
}

/** The `result` document of a run. */
export function resultOf(run: Run, outcome: Outcome): Result {
  return {
    schema: 'plimsoll/result@1',
    action: run.action,
    verdict: outcome.verdict,
    code: outcome.code,
    summary: oneLine(outcome.summary),
    startedAt: run.startedAt.toISOString(),
    durationMs: Math.round(run.elapsedMs()),
    facts: outcome.facts,
  };
}

function outputValues(run: Run, outcome: Outcome): readonly (readonly [string, string])[] {
  const undeclared = Object.keys(outcome.outputs).filter((name) => !run.outputs.includes(name));
  if (undeclared.length > 0) {
    run.log.warning(
      `A fault in ${run.action}: outputs that it does not declare are left out: ${undeclared.join(', ')}`,
    );
  }
  return [
    ...run.outputs.map((name) => [name, outcome.outputs[name] ?? ''] as const),
    ['verdict', outcome.verdict],
    ['failure-code', outcome.code],
    ['result', JSON.stringify(resultOf(run, outcome))],
  ];
}

/** One annotation for a failure; what does not fit in its line goes to the log before it. */
function announce(run: Run, outcome: Outcome): void {
  if (outcome.verdict === 'pass') {
    run.log.info(`${run.action}: ${outcome.summary}`);
    return;
  }
  const [, ...details] = outcome.summary.split('\n');
  if (details.length > 0) {
    run.log.info(details.join('\n'));
  }
  run.runner.error(annotation(oneLine(outcome.summary)), neutralText(`${run.action}: ${outcome.code}`));
}

function plainReport(action: string, outcome: Outcome): string {
  const word = outcome.verdict === 'pass' ? 'passed' : `failed (${outcome.code})`;
  return [`### ${action} ${word}`, ...outcome.summary.split('\n').map(escapeMarkdown)].join('\n\n');
}

function oneLine(summary: string): string {
  return neutralText(summary.split('\n', 1)[0] ?? '');
}
