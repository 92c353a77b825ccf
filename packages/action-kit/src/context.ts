import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { ActionContext } from './action.ts';
import type { Log } from './log.ts';
import type { Runner } from './runner.ts';

interface ContextParts {
  readonly action: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly runner: Runner;
  readonly signal: AbortSignal;
}

/** What the action is given to work with. */
export function createContext(parts: ContextParts): ActionContext {
  const { action, env, log, runner, signal } = parts;
  return {
    action,
    log,
    signal,
    now: () => new Date(),
    env: Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_'))),
    temporaryFolder: resolve(env['RUNNER_TEMP'] || tmpdir()),
    // Outside a runner there is no post step either, so there is nobody to keep anything for.
    saveState: (name, value) => void runner.saveState(name, value),
    state: (name) => runner.getState(name),
  };
}
