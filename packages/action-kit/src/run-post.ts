import { asFailure } from '@plimsoll/outcome';
import type { ActionDefinition } from './action.ts';
import { createContext } from './context.ts';
import { takeInputs } from './inputs/take-inputs.ts';
import type { Log } from './log.ts';
import { runner } from './runner.ts';
import { watchProcess } from './watch.ts';

/** The state the main step leaves, so that the same bundle knows in the post step what it is. */
export const POST_STATE = 'isPost';

/**
 * Runs the clean-up of an action. The job has its answer from the main step, so nothing that happens here fails it:
 * errors are warnings, and the exit code is 0 even for a process that is ended from inside.
 */
export async function runPost<I>(definition: ActionDefinition<I>, log: Log): Promise<void> {
  const warn = (thrown: unknown): void => {
    log.warning(`Clean-up of ${definition.name} is not complete: ${asFailure(thrown).message}`);
    log.debug(thrown instanceof Error ? (thrown.stack ?? '') : '');
  };
  const watch = watchProcess(process, { onImpatience: () => {}, onCrash: warn });
  process.on('exit', () => {
    process.exitCode = 0;
  });
  try {
    const context = createContext({ action: definition.name, env: process.env, log, runner, signal: watch.signal });
    await definition.post?.(takeInputs(definition, log), context);
  } catch (thrown) {
    warn(thrown);
  }
}
