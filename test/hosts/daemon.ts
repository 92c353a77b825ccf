import { type ChildProcess, spawn } from 'node:child_process';
import { chown, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import {
  descendantsOf,
  endProcesses,
  findProgram,
  freePort,
  mustRun,
  signalProcess,
  temporaryFolder,
  waitUntil,
} from '@plimsoll/testkit';

const HOST = '127.0.0.1';
/** User and group `nobody`, whom root becomes: no service of the tests needs more. */
const NOBODY = 65_534;
const START_MS = 120_000;
const END_MS = 60_000;

/** What the files and arguments of a daemon are made from. */
export interface DaemonPlace {
  /** Its own folder, which it may write to. */
  readonly folder: string;
  /** Free a moment ago, on 127.0.0.1. */
  readonly port: number;
}

export interface DaemonRequest {
  /** A name that is looked up in PATH, or a path. */
  readonly program: string;
  readonly args: (place: DaemonPlace) => readonly string[];
  /** Files to put into its folder first, by name. */
  readonly files?: (place: DaemonPlace) => Readonly<Record<string, string>>;
  /** Commands to run before, as the same user, such as one that makes an empty database. */
  readonly before?: (place: DaemonPlace) => readonly { readonly program: string; readonly args: readonly string[] }[];
  /** SIGTERM unless told. */
  readonly endSignal?: NodeJS.Signals;
}

/** A real service, without privileges, on loopback, with a folder of its own. */
export interface Daemon extends DaemonPlace, AsyncDisposable {
  readonly pid: number;
  /** Ends it and what it started. A second call does nothing. */
  stop(): Promise<void>;
}

/** Starts a service and waits until its port takes connections. @throws Error with what it wrote when it ends before. */
export async function startDaemon(request: DaemonRequest): Promise<Daemon> {
  const folder = await temporaryFolder();
  const place = { folder: folder.path, port: await freePort() };
  const remove = (): Promise<void> => folder.remove();
  try {
    await prepare(request, place);
    return daemon(await launch(request, place), { request, place, remove });
  } catch (error) {
    await remove();
    throw error;
  }
}

async function prepare({ files, before }: DaemonRequest, place: DaemonPlace): Promise<void> {
  const { folder } = place;
  if (isRoot()) await chown(folder, NOBODY, NOBODY);
  for (const [name, text] of Object.entries(files?.(place) ?? {})) await writeFile(join(folder, name), text);
  for (const { program, args } of before?.(place) ?? []) await runAsNobody({ program, args, folder });
}

/** Runs a command as the user that daemons run as. */
async function runAsNobody(command: { program: string; args: readonly string[]; folder: string }): Promise<void> {
  const { program, args, folder } = command;
  const drop = isRoot() ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : [];
  const [first = program, ...rest] = [...drop, program, ...args];
  await mustRun({ program: first, args: rest, cwd: folder, env: environment(folder) });
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function environment(folder: string): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', HOME: folder, TMPDIR: folder, LC_ALL: 'C', TZ: 'UTC' };
}

async function launch({ program, args }: DaemonRequest, place: DaemonPlace): Promise<ChildProcess> {
  const path = program.startsWith('/') ? program : await findProgram(program);
  if (path === undefined) throw new Error(`This machine has no ${program}.`);
  const user = isRoot() ? { uid: NOBODY, gid: NOBODY } : {};
  const env = environment(place.folder);
  const child = spawn(path, [...args(place)], { cwd: place.folder, env, stdio: ['ignore', 'pipe', 'pipe'], ...user });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (words = `${words}${text}`.slice(-4000)));
  }
  await waitUntil(() => hasEnded(child) || isOpen(place.port), { deadlineMs: START_MS, what: `${program} to listen` });
  if (hasEnded(child)) throw new Error(`${program} ended with ${child.exitCode ?? child.signalCode}: ${words}`);
  return child;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function isOpen(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ host: HOST, port }, () => resolve(true));
  socket.on('error', () => resolve(false));
  return promise.finally(() => socket.destroy());
}

interface Parts {
  readonly request: DaemonRequest;
  readonly place: DaemonPlace;
  readonly remove: () => Promise<void>;
}

function daemon(child: ChildProcess, { request, place, remove }: Parts): Daemon {
  const { pid } = child;
  if (pid === undefined) throw new Error(`${request.program} has no process.`);
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= end(child, pid, request).then(remove));
  return { ...place, pid, stop, [Symbol.asyncDispose]: stop };
}

async function end(child: ChildProcess, pid: number, { program, endSignal = 'SIGTERM' }: DaemonRequest): Promise<void> {
  const family = await descendantsOf([pid]);
  if (!hasEnded(child)) signalProcess(pid, endSignal);
  await waitUntil(() => hasEnded(child), { deadlineMs: END_MS, what: `${program} to end` }).catch(() => undefined);
  await endProcesses([...(hasEnded(child) ? [] : [pid]), ...family]);
}
