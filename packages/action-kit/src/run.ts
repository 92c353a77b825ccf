import { setFlagsFromString } from 'node:v8';
import { asFailure } from '@plimsoll/outcome';
import type { ActionContext, ActionDefinition, Outcome } from './action.ts';
import { conclude, type Run, writeOutputs } from './conclude.ts';
import { createContext } from './context.ts';
import { explain } from './explain.ts';
import { takeInputs } from './inputs/take-inputs.ts';
import { type Ending, judge, outcomeOf } from './judge.ts';
import { createLog, type Log } from './log.ts';
import { endAnyway, ignoreBrokenPipes } from './process-end.ts';
import { POST_STATE, runPost } from './run-post.ts';
import { runner } from './runner.ts';
import { type Watch, watchProcess } from './watch.ts';

/** How long the main part may clean up after a crash elsewhere in the process. Shorter than the runner's patience. */
const CRASH_GRACE_MS = 7_000;

/**
 * Runs an action as the runner starts it, its main part or, in the post step of the same bundle, its clean-up.
 * Outputs, job summary, annotation and exit code are set on every path; the promise never rejects.
 */
export async function runAction<I>(definition: ActionDefinition<I>): Promise<void> {
  // V8 lets its heap grow to several times of what is in use before it collects. Actions share small runners with the jobs
  // that they serve: this halves the peak with 40,000 files, and costs no measurable time.
  setFlagsFromString('--optimize-for-size');
  // The same for bytes that come from sockets and files: V8 lets 64 MB of them pile up before it collects, whatever its heap is.
  // With bodies of 1 MiB the peak is 95 MB instead of 118. (`--max-semi-space-size` has no effect once the process runs.)
  setFlagsFromString('--scavenger-max-new-space-capacity-mb=1');
  const log = createLog(runner);
  ignoreBrokenPipes();
  if (runner.getState(POST_STATE) === '') {
    await runMain(definition, log);
  } else {
    await runPost(definition, log);
  }
  endAnyway(log);
}

async function runMain<I>(definition: ActionDefinition<I>, log: Log): Promise<void> {
  const run = startRun(definition, log);
  let ending: Ending | undefined;
  const watch = watchProcess(process, {
    onImpatience: () => {
      // Whatever is decided later overwrites this; if the runner kills us first, the steps after us know at least this much.
      if (ending === undefined) {
        writeOutputs(run, judge({ kind: 'vanished' }, watch.interruptions()));
      }
    },
    onCrash: (thrown) => {
      explain(log, thrown);
      if (ending === undefined) {
        setTimeout(() => process.exit(), CRASH_GRACE_MS).unref();
      } else {
        report(run, ending, watch);
      }
    },
  });
  // Node exits with 0 when the main part waits for something that can no longer happen. As long as there is no outcome,
  // every way out of this process is a failure.
  process.on('exit', () => {
    if (ending === undefined) {
      report(run, { kind: 'vanished' }, watch);
    }
  });
  ending = await perform(
    definition,
    createContext({ action: definition.name, env: process.env, log, runner, signal: watch.signal }),
  );
  report(run, ending, watch);
}

function startRun<I>(definition: ActionDefinition<I>, log: Log): Run {
  const startedAt = new Date();
  const startedTick = performance.now();
  return {
    action: definition.name,
    outputs: definition.outputs,
    startedAt,
    // The wall clock may be set while we run; a duration must not follow it.
    elapsedMs: () => performance.now() - startedTick,
    summaryPath: process.env['GITHUB_STEP_SUMMARY'],
    log,
    runner,
  };
}

async function perform<I>(definition: ActionDefinition<I>, context: ActionContext): Promise<Ending> {
  try {
    if (definition.post !== undefined) {
      // Before all else: without this mark the post step would run the main part a second time.
      context.saveState(POST_STATE, 'true');
    }
    const inputs = takeInputs(definition, context.log);
    return { kind: 'returned', outcome: await definition.main(inputs, context) };
  } catch (thrown) {
    explain(context.log, thrown);
    return { kind: 'threw', thrown };
  }
}

function report(run: Run, ending: Ending, watch: Watch): void {
  process.exitCode = concludeSafely(run, judge(ending, watch.interruptions()));
}

/** Facts that JSON cannot hold must not cost the other outputs. */
function concludeSafely(run: Run, outcome: Outcome): number {
  try {
    return conclude(run, outcome);
  } catch (thrown) {
    explain(run.log, thrown);
    return conclude(run, outcomeOf(asFailure(thrown)));
  }
}
