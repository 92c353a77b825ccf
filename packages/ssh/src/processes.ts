/**
 * Long-lived processes: the agent, connections, executions. They need a streamed standard input and a way to be ended, and `@actions/exec`
 * offers neither (its `input` is one Buffer and it keeps the child to itself); the short tools go through it, in tools.ts.
 */
import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { type Machine, missingProgram, type ProgramName, programEnvironment, programPath } from './programs.ts';

export interface ProcessRequest {
  readonly program: ProgramName;
  readonly args: readonly string[];
  /** Where the process runs: the client's folder. */
  readonly folder: string;
  readonly machine: Machine;
}

export type PipedProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/** How a process ended. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process with pipes for all three standard streams. */
export function startPiped(request: ProcessRequest): PipedProcess {
  return spawn(programPath(request.program, request.machine), request.args, {
    ...options(request),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** A process without input whose output goes to an open file: a pipe would stay open for as long as anything that it starts. */
export function startQuiet(request: ProcessRequest, output: number): ChildProcess {
  return spawn(programPath(request.program, request.machine), request.args, {
    ...options(request),
    stdio: ['ignore', output, output],
  });
}

/** Waits for the exit. Rejects with Failure('connect') when the program is not installed. */
export async function exitOf(child: ChildProcess, { program }: Pick<ProcessRequest, 'program'>): Promise<ProcessEnd> {
  try {
    await once(child, 'exit');
  } catch (cause) {
    throw isMissing(cause) ? missingProgram(program, cause) : cause;
  }
  return { code: child.exitCode, signal: child.signalCode };
}

/** Ends a process and what it has started, such as the ssh processes of hops: one that waits for a silent server would not notice that it is alone. */
export function killGroup(child: ChildProcess, { platform }: Machine): void {
  if (child.pid === undefined) return;
  try {
    process.kill(platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // Ended just now.
  }
}

function isMissing(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'ENOENT';
}

function options({ folder, machine }: ProcessRequest): {
  cwd: string;
  env: Record<string, string>;
  detached: boolean;
  windowsHide: boolean;
} {
  // In a session of their own, so that Ctrl-C in a terminal reaches only this process, which then ends things in order.
  return { cwd: folder, env: programEnvironment(machine), detached: machine.platform !== 'win32', windowsHide: true };
}
