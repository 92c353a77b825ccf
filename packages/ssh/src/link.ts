import type { ChildProcess } from 'node:child_process';
import { statSync } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '@plimsoll/outcome';
import { type ConnectionFiles, filesOf, formatConfig, type Hop, TARGET } from './config.ts';
import { type ControlSocket, openControlSocket } from './control-socket.ts';
import { type Credentials, diagnose } from './diagnosis.ts';
import { formatHost, type HostAddress } from './host.ts';
import { formatKnownHosts, type KnownHosts } from './known-hosts.ts';
import { exitOf, killGroup, type ProcessEnd, startQuiet } from './processes.ts';
import { hasMultiplexing, type Machine } from './programs.ts';

/** What all connections of one client have in common. */
export interface Client {
  readonly folder: string;
  readonly machine: Machine;
  readonly known: KnownHosts;
  readonly credentials: Credentials;
  readonly connectTimeoutMs: number;
  readonly keepAliveSeconds: number;
}

export interface LinkRequest {
  readonly client: Client;
  /** Unique within the client: names the files of this connection. */
  readonly id: string;
  readonly host: HostAddress;
  /** Hosts on the way, the first one nearest to the runner. */
  readonly hops: readonly Hop[];
}

/**
 * A way to a host that was seen to work: with multiplexing an open connection that executions share, without it a configuration by which each
 * execution connects anew.
 */
export interface Link {
  readonly host: HostAddress;
  readonly client: Client;
  readonly files: ConnectionFiles;
  readonly multiplexed: boolean;
  /** Hosts on the way that every connection made from the configuration passes. */
  readonly hops: readonly HostAddress[];
  /** Size so far of what ssh wrote about the connection. */
  logSize(): number;
  /** False from the moment on which the connection is known to be gone. */
  isAlive(): boolean;
  /** Never throws. */
  close(): Promise<void>;
}

/** Connects. Throws Failure with code host-key, authentication, connect or cancelled. */
export async function openLink(request: LinkRequest, signal: AbortSignal): Promise<Link> {
  const { client, host } = request;
  const files = filesOf(request.id);
  await writeFiles(request, files);
  const attempt = await tryToConnect({ client, files, signal });
  const control = await takeControl({ client, host, files }, attempt.end);
  if (signal.aborted) {
    await control?.terminate();
    throw cancelled(host, signal);
  }
  if (attempt.end.code !== 0) throw await explain(request, files, attempt);
  return makeLink(request, files, control);
}

function makeLink(
  { client, host, hops }: LinkRequest,
  files: ConnectionFiles,
  control: ControlSocket | undefined,
): Link {
  return {
    host,
    client,
    files,
    multiplexed: control !== undefined,
    hops: unopened(hops),
    isAlive: () => control?.isOpen() ?? true,
    logSize: () => statSync(join(client.folder, files.log), { throwIfNoEntry: false })?.size ?? 0,
    close: async () => control?.terminate(),
  };
}

export function cancelled(host: HostAddress, signal: AbortSignal): Failure {
  return new Failure('cancelled', `Connecting to ${formatHost(host)} was cancelled.`, { cause: signal.reason });
}

/** Everything that ssh and its hops have written about a connection so far. */
export async function readLog({ folder }: Client, name: string): Promise<string> {
  return readFile(join(folder, name), 'utf8').catch(() => '');
}

async function writeFiles({ client, host, hops }: LinkRequest, files: ConnectionFiles): Promise<void> {
  const { folder, known, credentials, connectTimeoutMs, keepAliveSeconds, machine } = client;
  const addresses = [host, ...hops.map((hop) => hop.host)];
  const config = formatConfig({
    host,
    hops,
    files,
    hasCertificate: credentials.certificate !== undefined,
    connectTimeoutMs,
    keepAliveSeconds,
    multiplexed: hasMultiplexing(machine),
  });
  await Promise.all([
    writeFile(join(folder, files.config), config, { mode: 0o600 }),
    writeFile(join(folder, files.knownHosts), formatKnownHosts(known, addresses), { mode: 0o600 }),
  ]);
}

interface TryRequest {
  readonly client: Client;
  readonly files: ConnectionFiles;
  readonly signal: AbortSignal;
}

interface Try {
  readonly end: ProcessEnd;
  readonly timedOut: boolean;
}

/**
 * With multiplexing ssh goes to the background as soon as it is connected, and the process started here ends well. Without, one command that does
 * nothing shows that executions will get through.
 */
async function tryToConnect({ client, files, signal }: TryRequest): Promise<Try> {
  const { folder, machine } = client;
  const purpose = hasMultiplexing(machine) ? ['-f', '-N', '-M', TARGET] : ['-n', TARGET, 'exit 0'];
  const args = ['-F', files.config, '-v', '-E', files.log, ...purpose];
  const errors = await open(join(folder, files.errors), 'a', 0o600);
  try {
    const child = startQuiet({ program: 'ssh', args, folder, machine }, errors.fd);
    return await endWithin({ child, limit: AbortSignal.timeout(client.connectTimeoutMs), signal, machine });
  } finally {
    await errors.close();
  }
}

interface Watch {
  readonly child: ChildProcess;
  readonly limit: AbortSignal;
  readonly signal: AbortSignal;
  readonly machine: Machine;
}

async function endWithin({ child, limit, signal, machine }: Watch): Promise<Try> {
  const either = AbortSignal.any([limit, signal]);
  const stop = (): void => killGroup(child, machine);
  either.addEventListener('abort', stop, { once: true });
  if (either.aborted) stop();
  try {
    const end = await exitOf(child, { program: 'ssh' });
    return { end, timedOut: end.code !== 0 && limit.aborted };
  } finally {
    either.removeEventListener('abort', stop);
  }
}

interface Established {
  readonly client: Client;
  readonly host: HostAddress;
  readonly files: ConnectionFiles;
}

async function takeControl({ client, host, files }: Established, end: ProcessEnd): Promise<ControlSocket | undefined> {
  if (!hasMultiplexing(client.machine) || end.code !== 0) return undefined;
  try {
    return await openControlSocket(join(client.folder, files.controlSocket));
  } catch (cause) {
    throw new Failure('connect', `The connection to ${formatHost(host)} was gone as soon as it was made.`, { cause });
  }
}

/** Hosts that ssh has to connect to on its way. */
function unopened(hops: readonly Hop[]): HostAddress[] {
  return hops.filter(({ controlSocket }) => controlSocket === undefined).map(({ host }) => host);
}

async function explain(
  { client, host, hops }: LinkRequest,
  files: ConnectionFiles,
  { timedOut }: Try,
): Promise<Failure> {
  const [log, errors] = await Promise.all([readLog(client, files.log), readLog(client, files.errors)]);
  return diagnose({
    host,
    hops: unopened(hops),
    log,
    errors,
    known: client.known,
    credentials: client.credentials,
    timedOutAfterMs: timedOut ? client.connectTimeoutMs : undefined,
    now: new Date(),
  });
}
