import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ownProgram } from './own-program.ts';
import { signalProcess } from './process-tree.ts';
import { waitUntil } from './wait-until.ts';

/** Where to look. The files have to be in every release; together their contents tell which release it is, and that it is whole. */
export interface ObservationRequest {
  readonly deployPath: string;
  readonly files: readonly [string, ...string[]];
}

/** All that was seen. */
export interface Observations {
  readonly reads: number;
  /** Number of reads that failed, by what went wrong. */
  readonly missing: ReadonlyMap<string, number>;
  /** Number of reads by what the files held, in the order of the request; contents are joined by a NUL. */
  readonly contents: ReadonlyMap<string, number>;
}

/** Somebody who reads all the time. */
export interface Observer extends AsyncDisposable {
  /** Ends the reading and tells what was seen. */
  stop(): Promise<Observations>;
}

/**
 * Reads `<deployPath>/current` as fast as it can, in a process of its own, until it is stopped. `current` has to be there at the start.
 *
 * @throws Error when the reader does not start.
 */
export async function observeCurrent({ deployPath, files }: ObservationRequest): Promise<Observer> {
  const program = fileURLToPath(ownProgram('current-reader'));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, deployPath, ...files], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const heard = hear(child);
  await waitUntil(() => heard().includes('ready\n') || child.exitCode !== null, {
    deadlineMs: 60_000,
    what: 'the reader of current to start',
  });
  return {
    stop: () => finish(child, heard),
    [Symbol.asyncDispose]: async () => {
      if (child.pid !== undefined) signalProcess(child.pid, 'SIGKILL');
    },
  };
}

type Reader = ChildProcessByStdio<Writable, Readable, null>;

function hear(child: Reader): () => string {
  let text = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (part: string) => (text += part));
  return () => text;
}

async function finish(child: Reader, heard: () => string): Promise<Observations> {
  const { promise, resolve } = Promise.withResolvers<void>();
  child.on('close', () => resolve());
  child.stdin.end();
  if (child.exitCode === null) await promise;
  const report: unknown = JSON.parse(heard().replace('ready\n', ''));
  if (!isReport(report)) throw new Error(`The reader of current reported ${heard()}.`);
  return { reads: report.reads, missing: new Map(report.missing), contents: new Map(report.contents) };
}

interface Report {
  readonly reads: number;
  readonly missing: readonly [string, number][];
  readonly contents: readonly [string, number][];
}

function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && 'reads' in value && 'missing' in value && 'contents' in value;
}
