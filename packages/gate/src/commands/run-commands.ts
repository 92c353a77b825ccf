import type { Log } from '@plimsoll/action-kit';
import { formatDuration } from '@plimsoll/figures';
import type { CommandEnd, CommandOrder, CommandRunner } from './command-end.ts';

/** Commands and who runs them. */
export interface CommandsRequest {
  readonly orders: readonly CommandOrder[];
  /** How many run at a time. */
  readonly atATime: number;
  readonly run: CommandRunner;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * Runs all commands side by side, each to its end whatever becomes of the others: who broke two things wants to hear of both. What a command
 * printed is shown as one group when it has ended.
 *
 * @returns how they ended, in the order they were given
 * @throws the reason of the signal when it is aborted
 */
export async function runCommands(request: CommandsRequest): Promise<readonly CommandEnd[]> {
  const { orders, atATime, signal } = request;
  const ends: CommandEnd[] = [];
  const waiting = [...orders.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      signal.throwIfAborted();
      const [place, order] = next;
      ends[place] = await runAndShow(order, request);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, orders.length) }, work));
  return ends;
}

async function runAndShow(order: CommandOrder, { run, log, signal }: CommandsRequest): Promise<CommandEnd> {
  log.info(`${order.name}: started`);
  const end = await run(order, signal);
  await log.group(`${end.name}: ${endText(end)} after ${formatDuration(end.durationMs)}`, async () => {
    if (end.output !== '') log.info(end.output.replace(/\n$/u, ''));
  });
  // What it said until then is shown, and counts for nothing.
  signal.throwIfAborted();
  return end;
}

function endText({ end }: CommandEnd): string {
  switch (end.kind) {
    case 'exited':
      return end.status === 0 ? 'passed' : `failed with exit code ${end.status}`;
    case 'killed':
      return `failed, ended by ${end.signal}`;
    case 'timed-out':
      return 'ended at its time limit';
    case 'not-started':
      return `not started (${end.why})`;
  }
}
