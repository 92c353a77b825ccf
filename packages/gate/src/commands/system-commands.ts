import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { CommandEnd, CommandOrder, CommandRunner } from './command-end.ts';
import { OutputKeeper } from './output-keeper.ts';
import { isGroupAlive, signalGroup } from './process-group.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const GRACE_MS = 3000;
/** How long output is waited for after a command has ended: whoever it left behind may hold the pipe open. */
const LAST_WORDS_MS = 1000;
/** How long the end of a command is waited for after its group was ended. */
const LAST_BREATH_MS = 1000;

/**
 * What belongs to this step and to nothing that it runs: its inputs and state, the files through which it speaks to the runner (a test must
 * not write our verdict), and the token of the runner's own services, which commands of a workflow do not get either.
 */
const WITHHELD = /^(?:INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_URL$|ACTIONS_CACHE_URL$)/u;
const COMMAND_FILES = new Set(['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY']);

/** The environment of commands. */
export function commandEnvironment(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value === undefined || WITHHELD.test(name.toUpperCase()) || COMMAND_FILES.has(name) ? [] : [[name, value]],
    ),
  );
}

/**
 * Runs commands on this machine, in bash as a step of a workflow does, each in a process group of its own that ends with it.
 *
 * @param graceMs from the polite signal to the one that cannot be ignored
 */
export function systemCommands(env: Environment, folder: string, graceMs: number = GRACE_MS): CommandRunner {
  const commandEnv = commandEnvironment(env);
  return async (order, signal) => {
    const startedAt = performance.now();
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', order.command], {
      cwd: folder,
      env: commandEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const output = listenTo(child);
    const stop = (): Promise<void> => endGroup(child, graceMs);
    const end = await endOf({ child, order, stop, signal });
    await stop();
    await output.closed();
    return { name: order.name, end, durationMs: performance.now() - startedAt, output: output.text() };
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly order: CommandOrder;
  /** Ends all of it. */
  readonly stop: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** Resolves when the command has ended, by itself or because its time was over. */
async function endOf({ child, order, stop, signal }: Running): Promise<CommandEnd['end']> {
  const { limitMs } = order;
  const ended = exitOf(child);
  const time = new AbortController();
  const over = AbortSignal.any([signal, time.signal]);
  const limit = pause(limitMs, 'limit' as const, { signal: over }).catch(() => 'limit' as const);
  const first = await Promise.race([ended, limit]);
  if (first !== 'limit') {
    time.abort();
    return first;
  }
  await stop();
  await atMost(LAST_BREATH_MS, ended);
  // What runs as another user (sudo) we may not end. It is left to itself: a time limit is one.
  child.unref();
  return signal.aborted ? { kind: 'killed', signal: 'the cancellation' } : { kind: 'timed-out', limitMs };
}

/** Resolves with the promise, or when the time is over. */
async function atMost(ms: number, promise: Promise<unknown>): Promise<void> {
  const enough = new AbortController();
  await Promise.race([promise, pause(ms, undefined, { signal: enough.signal }).catch(() => undefined)]);
  enough.abort();
}

async function exitOf(child: ChildProcess): Promise<CommandEnd['end']> {
  const { promise, resolve } = Promise.withResolvers<CommandEnd['end']>();
  child.once('error', ({ message }) => resolve({ kind: 'not-started', why: message }));
  child.once('exit', (status, signal) =>
    resolve(status === null ? { kind: 'killed', signal: signal ?? 'a signal' } : { kind: 'exited', status }),
  );
  return promise;
}

/** Ends everything that the command started and that is still there. */
async function endGroup({ pid }: ChildProcess, graceMs: number): Promise<void> {
  if (pid === undefined || !signalGroup(pid, 'SIGTERM')) return;
  const deadline = performance.now() + graceMs;
  while (performance.now() < deadline && (await isGroupAlive(pid))) await pause(20);
  signalGroup(pid, 'SIGKILL');
}

interface Listener {
  text(): string;
  closed(): Promise<void>;
}

function listenTo(child: ChildProcessByStdio<null, Readable, Readable>): Listener {
  const kept = new OutputKeeper();
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => kept.write(chunk));
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    text: () => kept.text(),
    closed: async () => {
      await atMost(LAST_WORDS_MS, closed);
      child.stdout.destroy();
      child.stderr.destroy();
    },
  };
}
