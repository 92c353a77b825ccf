import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** Which program shall own what a test takes from the kernel. */
export interface KeeperRequest {
  /** File name of a shell program in this folder. */
  readonly script: string;
  readonly args: readonly string[];
}

/** A process of its own that holds mounts, links and control groups, and gives them back when this process lets go or dies. */
export interface Keeper {
  /** What it made, by name. @throws Error when the program did not tell. */
  fact(name: string): string;
  /** Gives everything back. A second call does nothing. @throws Error with what the program wrote when something stayed behind. */
  release(): Promise<void>;
}

type KeeperProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Starts a keeper and waits until all is made. It leads its own process group, so that Ctrl-C does not reach it, and it does not keep the
 * test run from ending: its standard input closes with this process, however that ends, and then it cleans up.
 *
 * @throws Error with what the program wrote when it could not make everything; what it had made is undone by then.
 */
export async function startKeeper({ script, args }: KeeperRequest): Promise<Keeper> {
  const program = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn('sh', [program, ...args], { detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  child.stdin.on('error', () => {}); // A keeper that ended early is reported by its end.
  const ended = Promise.withResolvers<number | null>();
  child.on('error', ended.reject);
  child.on('close', ended.resolve);

  const facts = await readFacts(child);
  if (facts === undefined)
    throw new Error(`${script} ended with ${await ended.promise}: ${complaints.join('').trim()}`);
  child.stdout.resume(); // Else its end, and with it the end of the process, would never be seen.
  letGo(child);
  const release = async (): Promise<void> => {
    child.ref();
    child.stdin.end();
    const exitCode = await ended.promise;
    const complaint = complaints.join('').trim();
    if (exitCode !== 0 || complaint !== '') throw new Error(`${script} did not clean up (${exitCode}): ${complaint}`);
  };
  return { fact: (name) => factOf(facts, name), release };
}

/** Answers with nothing when the output ends before `ready`. */
async function readFacts(child: KeeperProcess): Promise<ReadonlyMap<string, string> | undefined> {
  const facts = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'ready') return facts;
    const [name = '', value = ''] = line.split(' ', 2);
    facts.set(name, value);
  }
  return undefined;
}

function factOf(facts: ReadonlyMap<string, string>, name: string): string {
  const value = facts.get(name);
  if (value === undefined)
    throw new Error(`The keeper told nothing of ${name}, only of ${[...facts.keys()].join(', ')}.`);
  return value;
}

/** A test that forgot to stop its host shall not keep the run from ending. Pipes of child processes are sockets in Node. */
function letGo(child: KeeperProcess): void {
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) {
    if (stream instanceof Socket) stream.unref();
  }
}
