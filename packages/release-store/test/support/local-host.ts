import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import type { Connection, Execution, Exit, RemoteEvent, Running } from '@plimsoll/ssh';
import {
  endProcesses,
  MARKER_VARIABLE,
  mustRun,
  processesWithVariable,
  type SessionTools,
  type ShellKind,
  sessionEnvironment,
  temporaryFolder,
} from '@plimsoll/testkit';

const PRELUDE = readFileSync(new URL('../../../ssh/remote/prelude.sh', import.meta.url), 'utf8');
/** What an execution runs on a server, by the description of the wire. */
const BOOT = 'LC_ALL=C; export LC_ALL; IFS= read -r p && eval "$(printf %b "$p")"';
const LINE_FEED = 0x0a;

/** A server without a network: each execution is a shell of this machine. */
export interface LocalHost extends AsyncDisposable {
  readonly connection: Connection;
  /** Empty, and gone at the end with all that was started here. */
  readonly folder: string;
  /** Environment of the executions. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Timers of systemd would be left on the machine that runs the tests. */
const WITHOUT = ['systemctl'];

/** @param uid of who is logged in, where it is not who runs the tests; the folder is theirs then */
export async function startLocalHost(shell: ShellKind, tools: SessionTools = {}, uid?: number): Promise<LocalHost> {
  const folder = await temporaryFolder();
  const session = await sessionEnvironment(folder.path, { without: WITHOUT, ...tools, shell });
  const identity = uid === undefined ? {} : { uid, gid: uid };
  if (uid !== undefined) await mustRun({ program: 'chown', args: ['-R', `${uid}:${uid}`, folder.path] });
  const children = new Set<ChildProcessWithoutNullStreams>();
  const execute = (execution: Execution): Running => {
    const child = spawn(join(folder.path, 'bin', 'sh'), ['-c', BOOT], {
      env: session.variables,
      // Somebody else may not enter where the tests run.
      cwd: folder.path,
      stdio: 'pipe',
      ...identity,
    });
    children.add(child);
    child.once('close', () => children.delete(child));
    return run(child, execution);
  };
  const host = { label: 'here', host: 'here', port: 22, user: 'me' };
  return {
    connection: { host, prepare: () => undefined, execute, close: async () => undefined },
    folder: folder.path,
    variables: session.variables,
    [Symbol.asyncDispose]: async () => {
      for (const child of children) child.kill('SIGKILL');
      await endProcesses(await processesWithVariable(MARKER_VARIABLE, session.marker));
      await folder.remove();
    },
  };
}

/** All that an execution told. */
export interface Told extends Exit {
  readonly events: readonly RemoteEvent[];
  readonly output: readonly string[];
  /** Values of the events with this name. */
  readonly values: (name: string) => readonly string[];
}

/** A program under way. */
export interface Started extends Running {
  readonly told: Promise<Told>;
}

/** Starts a program with the prelude in front of it. */
export function start(host: LocalHost, program: string, more: Partial<Execution> = {}): Started {
  const events: RemoteEvent[] = [];
  const output: string[] = [];
  const running = host.connection.execute({
    program,
    args: {},
    ...more,
    onEvent: (event) => {
      events.push(event);
      more.onEvent?.(event);
    },
    onOutput: (line) => output.push(line),
  });
  const values = (name: string): string[] => events.filter((event) => event.name === name).map(({ value }) => value);
  return { ...running, told: running.ended.then((exit) => ({ ...exit, events, output, values })) };
}

/** Runs a program to its end; standard input stays open. */
export function tell(host: LocalHost, program: string, args: Readonly<Record<string, string>> = {}): Promise<Told> {
  return start(host, program, { args }).told;
}

function run(child: ChildProcessWithoutNullStreams, execution: Execution): Running {
  const nonce = randomBytes(8).toString('hex');
  const stream = new Events(nonce, execution);
  child.stdout.on('data', (bytes: Buffer) => {
    const waiting = stream.push(bytes);
    if (waiting === undefined) return;
    child.stdout.pause();
    void waiting.then(() => child.stdout.resume());
  });
  const errors: Buffer[] = [];
  child.stderr.on('data', (bytes: Buffer) => {
    errors.push(bytes);
    for (const line of bytes.toString().split('\n').filter(Boolean)) execution.onOutput(line);
  });
  child.stdin.on('error', () => undefined);
  child.stdin.write(head(execution, nonce));
  void pump(child, execution);
  const ended = once(child, 'close').then((): Exit => {
    const stderrTail = Buffer.concat(errors).toString();
    return { exitCode: child.exitCode, signal: child.signalCode, stderrTail };
  });
  return {
    send: (line) => void child.stdin.write(`${line}\n`),
    end: () => void child.stdin.end(),
    kill: () => void child.kill('SIGKILL'),
    ended,
  };
}

async function pump(child: ChildProcessWithoutNullStreams, { body }: Execution): Promise<void> {
  if (body === undefined) return;
  for await (const chunk of body) {
    if (!child.stdin.writable) return;
    if (!child.stdin.write(chunk)) await Promise.race([once(child.stdin, 'drain'), once(child.stdin, 'close')]);
  }
  child.stdin.end();
}

function head({ program, args }: Execution, nonce: string): Buffer {
  const code = `${PRELUDE}\n${program}`.split('\n').map((line) => line.trim());
  const text = code.filter((line) => line !== '' && !line.startsWith('#')).join('\n');
  const lines = Object.entries({ ...args, nonce }).map(([name, value]) => `${name} ${escaped(value)}`);
  return Buffer.from([escaped(text), ...lines, '', ''].join('\n'), 'latin1');
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

interface OpenStream {
  readonly target: Writable;
  readonly name: string;
  readonly size: number;
  missing: number;
}

/** Takes standard output apart: lines with the nonce, blocks of raw bytes, and noise. */
class Events {
  readonly #nonce: string;
  readonly #execution: Execution;
  #waiting: Buffer = Buffer.alloc(0);
  #block: { readonly name: string; readonly size: number } | undefined;
  #stream: OpenStream | undefined;

  constructor(nonce: string, execution: Execution) {
    this.#nonce = nonce;
    this.#execution = execution;
  }

  /** A promise when the stream of a block is full. */
  push(bytes: Buffer): Promise<unknown> | undefined {
    this.#waiting = Buffer.concat([this.#waiting, bytes]);
    while (this.#stream === undefined && this.#takeOne());
    return this.#stream === undefined ? undefined : this.#pass(this.#stream);
  }

  #pass(stream: OpenStream): Promise<unknown> | undefined {
    const bytes = this.#take(Math.min(stream.missing, this.#waiting.length));
    stream.missing -= bytes.length;
    const isRoom = stream.target.write(bytes);
    if (stream.missing > 0) return isRoom ? undefined : once(stream.target, 'drain');
    this.#stream = undefined;
    stream.target.end();
    return once(stream.target, 'finish').then(() => {
      this.#execution.onEvent({ name: stream.name, value: String(stream.size) });
      return this.push(Buffer.alloc(0));
    });
  }

  #takeOne(): boolean {
    if (this.#block !== undefined) return this.#takeBlock(this.#block);
    const end = this.#waiting.indexOf(LINE_FEED);
    if (end < 0) return false;
    this.#takeLine(
      this.#take(end + 1)
        .toString('latin1')
        .slice(0, -1),
    );
    return true;
  }

  #takeBlock({ name, size }: { readonly name: string; readonly size: number }): boolean {
    if (this.#waiting.length < size) return false;
    this.#block = undefined;
    this.#execution.onEvent({ name, value: String(size), block: this.#take(size) });
    return true;
  }

  #takeLine(line: string): void {
    const [nonce, name = ''] = line.split(' ', 2);
    const value = line.slice(this.#nonce.length + name.length + 2);
    if (nonce !== this.#nonce) this.#execution.onOutput(line);
    else if (name.startsWith(':')) this.#open(name.slice(1), Number(value));
    else this.#execution.onEvent({ name, value: unescaped(value) });
  }

  #open(name: string, size: number): void {
    const target = this.#execution.onBlock?.(name, size);
    if (target === undefined) this.#block = { name, size };
    else this.#stream = { target, name, size, missing: size };
  }

  #take(size: number): Buffer {
    const taken = this.#waiting.subarray(0, size);
    this.#waiting = this.#waiting.subarray(size);
    return taken;
  }
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([\\n])/g, (_, character: string) => (character === 'n' ? '\n' : '\\'));
}
