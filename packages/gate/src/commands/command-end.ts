import type { CommandSeen } from '@plimsoll/policy';
import type { CommandToRun } from './command-line.ts';

/** What is to be run, and for how long at most. */
export interface CommandOrder extends CommandToRun {
  readonly limitMs: number;
}

/** How a command ended. */
export interface CommandEnd extends CommandSeen {
  readonly durationMs: number;
  /** Standard output and error as they came, shortened in the middle where it is too long. */
  readonly output: string;
}

/** Runs one command to its end, to that of its time limit, or to the cancellation of the run. */
export type CommandRunner = (order: CommandOrder, signal: AbortSignal) => Promise<CommandEnd>;
