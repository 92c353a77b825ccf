import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { timingSafeEqual } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { userInfo } from 'node:os';
import type { AuthContext, Connection, ParsedKey, PublicKeyAuthContext, Server, ServerChannel, Session } from 'ssh2';
import ssh2 from 'ssh2';
import { knownHostsText, placeHostKeys } from './host-keys.ts';
import { LOOPBACK, listenOnLoopback } from './loopback.ts';
import { endProcesses, processesWithVariable, signalProcess } from './process-tree.ts';
import { MARKER_VARIABLE, sessionEnvironment } from './session-environment.ts';
import type { SshServer, SshServerRequest } from './ssh-server.ts';
import type { TemporaryFolder } from './temporary-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * Starts an SSH server in this process, for machines without sshd and without root: public keys only, any number of sessions on a connection,
 * commands run by `sh -c` with the rights of whoever started it. Standard input, output, error, their ends, exit status and signals pass as they
 * do with sshd; so does a client that goes away: its commands see their input end and their output closed, and get no signal. Direct
 * forwarding (`ssh -J`) works; SFTP, terminals and certificates do not.
 */
export async function startNodeSsh(request: SshServerRequest): Promise<SshServer> {
  const folder = await temporaryFolder();
  const { marker, variables } = await sessionEnvironment(folder.path, request);
  const keys = await placeHostKeys(folder.path, request.hostKeys);
  const house: House = {
    folder,
    marker,
    environment: variables,
    user: userInfo().username,
    authorized: request.authorizedKeys.map(parsePublicKey),
    clients: new Set(),
    commands: new Set(),
    lines: [],
    counts: { connections: 0, executions: 0 },
    own: { port: 0 },
  };
  const server = new ssh2.Server({ hostKeys: [...keys.privateKeys] }, (client) => welcome(house, client));
  house.own.port = await listenOnLoopback(server);
  return nodeServer({ house, server, hostKeys: keys.publicKeys });
}

/** What all connections of one server share. */
interface House {
  readonly folder: TemporaryFolder;
  readonly marker: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string;
  readonly authorized: readonly ParsedKey[];
  readonly clients: Set<Connection>;
  readonly commands: Set<ChildProcessWithoutNullStreams>;
  readonly lines: string[];
  readonly counts: { connections: number; executions: number };
  /** Known when it listens. */
  readonly own: { port: number };
}

interface RunningServer {
  readonly house: House;
  readonly server: Server;
  readonly hostKeys: readonly string[];
}

function nodeServer({ house, server, hostKeys }: RunningServer): SshServer {
  const own = { host: LOOPBACK, port: house.own.port } as const;
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= stopNodeServer(house, server).then(() => house.folder.remove());
    return stopped;
  };
  return {
    kind: 'node',
    ...own,
    user: house.user,
    hostKeys,
    knownHosts: (address = own) => knownHostsText(address, hostKeys),
    counts: async () => ({ ...house.counts }),
    log: async () => house.lines.map((line) => `${line}\n`).join(''),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

async function stopNodeServer(house: House, server: Server): Promise<void> {
  server.close();
  for (const client of house.clients) client.end();
  const pids = [...house.commands].map(({ pid }) => pid).filter((pid) => pid !== undefined);
  for (const pid of pids) signalGroup(pid, 'SIGKILL');
  await endProcesses([...pids, ...(await processesWithVariable(MARKER_VARIABLE, house.marker))]);
}

/** Every command leads a process group of its own, as under sshd. */
function signalGroup(leader: number, signal: NodeJS.Signals): void {
  signalProcess(-leader, signal);
}

function welcome(house: House, client: Connection): void {
  house.counts.connections += 1;
  house.clients.add(client);
  house.lines.push('Connection');
  client.on('authentication', (attempt) => authenticate(house, attempt));
  client.on('session', (accept) => serveSession(house, accept()));
  client.on('tcpip', (accept, reject, { destIP, destPort }) => {
    const target = connect(destPort, destIP);
    target.once('connect', () => forward(target.off('error', reject), accept()));
    target.once('error', reject);
  });
  client.on('error', (error) => house.lines.push(`Connection broke: ${error.message}`));
  client.on('close', () => {
    house.clients.delete(client);
    house.lines.push('Connection closed');
  });
}

function forward(target: Socket, channel: ServerChannel): void {
  channel.on('error', () => target.destroy());
  target.on('error', () => channel.end());
  channel.pipe(target).pipe(channel);
}

function authenticate(house: House, attempt: AuthContext): void {
  if (attempt.method === 'publickey' && attempt.username === house.user && isAuthorized(house, attempt)) {
    attempt.accept();
    return;
  }
  house.lines.push(`Refused ${attempt.method} for ${attempt.username}`);
  attempt.reject(['publickey']);
}

/** A client first asks whether a key would do, without a signature, and then proves that it has the private half. */
function isAuthorized(house: House, { key, blob, signature, hashAlgo }: PublicKeyAuthContext): boolean {
  const known = house.authorized.find((candidate) => isSame(candidate.getPublicSSH(), key.data));
  if (known === undefined) return false;
  if (signature === undefined) return true;
  // Contrary to its type, verify() answers with an Error for a signature that it cannot read.
  const verdict: unknown = blob !== undefined && known.verify(blob, signature, hashAlgo);
  return verdict === true;
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

function parsePublicKey(line: string): ParsedKey {
  const key = ssh2.utils.parseKey(line);
  if (key instanceof Error) throw new Error(`Not a public key: ${line}`, { cause: key });
  return key;
}

function serveSession(house: House, session: Session): void {
  session.on('exec', (accept, _reject, { command }) => {
    const channel = accept();
    house.counts.executions += 1;
    house.lines.push(`Starting session: command: ${command}`);
    const child = startCommand(house, command);
    session.on('signal', (_accept, _refuse, { name }) => passSignal(child, name));
    serveCommand(house, channel, child);
  });
}

function startCommand(house: House, command: string): ChildProcessWithoutNullStreams {
  const account = {
    USER: house.user,
    LOGNAME: house.user,
    SHELL: '/bin/sh',
    SSH_CONNECTION: `${LOOPBACK} 0 ${LOOPBACK} ${house.own.port}`,
  };
  const env = { ...account, ...house.environment };
  const child = spawn('/bin/sh', ['-c', command], { env, cwd: house.folder.path, detached: true, stdio: 'pipe' });
  house.commands.add(child);
  child.on('close', () => house.commands.delete(child));
  return child;
}

function serveCommand(house: House, channel: ServerChannel, child: ChildProcessWithoutNullStreams): void {
  channel.pipe(child.stdin);
  child.stdin.on('error', () => channel.resume()); // The command does not read on: what still comes is thrown away, as by sshd.
  child.stdout.pipe(channel, { end: false });
  child.stderr.pipe(channel.stderr, { end: false });
  child.on('error', (error) => house.lines.push(`Command did not start: ${error.message}`));
  child.on('exit', (code, signal) => reportExit(channel, code, signal));
  // The channel stays open for as long as anybody has the command's output open, as with sshd.
  child.on('close', () => channel.end());
  channel.on('error', () => leaveCommand(child));
  channel.on('close', () => leaveCommand(child));
}

function reportExit(channel: ServerChannel, code: number | null, signal: NodeJS.Signals | null): void {
  if (code !== null) channel.exit(code);
  else if (signal !== null) channel.exit(signal.replace(/^SIG/, ''));
}

/** The client is gone: input ends, output is closed. */
function leaveCommand(child: ChildProcessWithoutNullStreams): void {
  child.stdin.end();
  child.stdout.destroy();
  child.stderr.destroy();
}

const SIGNALS: Readonly<Record<string, NodeJS.Signals>> = {
  HUP: 'SIGHUP',
  INT: 'SIGINT',
  KILL: 'SIGKILL',
  QUIT: 'SIGQUIT',
  TERM: 'SIGTERM',
  USR1: 'SIGUSR1',
  USR2: 'SIGUSR2',
};

function passSignal(child: ChildProcessWithoutNullStreams, name: string): void {
  const signal = SIGNALS[name];
  if (signal !== undefined && child.pid !== undefined) signalGroup(child.pid, signal);
}
