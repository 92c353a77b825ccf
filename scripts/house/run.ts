/** Starts the tools of the house: output goes to the terminal, a failure is an exit status. */
import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { inRepository, ROOT } from './repository.ts';

interface RunLimits {
  /** Then it is ended, and its status is that of timeout(1). */
  readonly timeLimitMs?: number;
}

/** Of timeout(1), for a command that took too long. */
const TIMED_OUT = 124;

/** Runs a command from the root, tools of node_modules first. @returns its exit status */
export function run(command: string, args: readonly string[], { timeLimitMs }: RunLimits = {}): number {
  const path = [inRepository('node_modules/.bin'), process.env['PATH']].join(delimiter);
  const ended = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
    shell: process.platform === 'win32',
    ...(timeLimitMs === undefined ? {} : { timeout: timeLimitMs }),
  });
  if (ended.error !== undefined && 'code' in ended.error && ended.error.code === 'ETIMEDOUT') return TIMED_OUT;
  if (ended.error !== undefined) throw new Error(`${command} could not be started`, { cause: ended.error });
  return ended.status ?? 1;
}

/** Like `run`, for steps without which the next one makes no sense: a failure ends the script. */
export function must(command: string, args: readonly string[]): void {
  const status = run(command, args);
  if (status === 0) return;
  console.error(`${command} ended with status ${status}; nothing further was done.`);
  process.exit(status);
}
