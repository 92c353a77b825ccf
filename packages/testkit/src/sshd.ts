import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import { knownHostsText, placeHostKeys } from './host-keys.ts';
import { freePort, LOOPBACK } from './loopback.ts';
import { descendantsOf, endProcesses, processesWithVariable, signalProcess } from './process-tree.ts';
import type { SessionEnvironment } from './session-environment.ts';
import { findProgram, MARKER_VARIABLE, sessionEnvironment } from './session-environment.ts';
import type { ServerCounts, SshServer, SshServerRequest } from './ssh-server.ts';
import type { TemporaryFolder } from './temporary-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { waitUntil } from './wait-until.ts';

/** What sshd can be told besides. */
export interface SshdRequest extends SshServerRequest {
  /** Lines of sshd_config that win over those of the testkit, such as `MaxSessions 1` or `TrustedUserCAKeys /path`. */
  readonly extraConfig?: readonly string[];
}

/** Whether this machine has OpenSSH's server. */
export async function hasSshd(): Promise<boolean> {
  return (await findProgram('sshd')) !== undefined;
}

/**
 * Starts OpenSSH's sshd on a free loopback port with an own configuration. Works as root and as an ordinary user: whoever runs the tests is
 * who logs in.
 *
 * @throws Error with what sshd wrote when it does not start.
 */
export async function startSshd(request: SshdRequest): Promise<SshServer> {
  const program = await findProgram('sshd');
  if (program === undefined)
    throw new Error('This machine has no sshd. Install openssh-server, or use startNodeSsh().');
  await makePrivilegeSeparationFolder();
  const folder = await temporaryFolder();
  try {
    return await startIn(folder, program, request);
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

/** As root, sshd wants this folder, which the package only makes when the system's service starts. */
async function makePrivilegeSeparationFolder(): Promise<void> {
  if (userInfo().uid === 0) await mkdir('/run/sshd', { recursive: true, mode: 0o755 });
}

async function startIn(folder: TemporaryFolder, program: string, request: SshdRequest): Promise<SshServer> {
  const keys = await placeHostKeys(folder.path, request.hostKeys);
  const session = await sessionEnvironment(folder.path, request);
  await writeFile(join(folder.path, 'authorized_keys'), `${request.authorizedKeys.join('\n')}\n`);
  const config = {
    program,
    folder: folder.path,
    hostKeyPaths: keys.paths,
    session,
    extraConfig: request.extraConfig ?? [],
  };
  const { daemon, port } = await listenSomewhere(config);
  return sshServer({ daemon, port, folder, session, hostKeys: keys.publicKeys });
}

interface Configuration {
  readonly program: string;
  readonly folder: string;
  readonly hostKeyPaths: readonly string[];
  readonly session: SessionEnvironment;
  readonly extraConfig: readonly string[];
}

interface Daemon {
  readonly daemon: ChildProcess;
  readonly port: number;
}

const ATTEMPTS = 5;

/** sshd takes no port 0, so a port that was free a moment ago may be taken now: then the next one is tried. */
async function listenSomewhere(config: Configuration): Promise<Daemon> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const daemon = await launch(config, port);
    const log = await settle(daemon, config.folder);
    if (log.includes('Server listening on')) return { daemon, port };
    if (attempt === ATTEMPTS || !log.includes('Address already in use')) throw new Error(`sshd did not start: ${log}`);
  }
}

async function launch(config: Configuration, port: number): Promise<ChildProcess> {
  const path = join(config.folder, 'sshd_config');
  await writeFile(path, await configText(config, port));
  await writeFile(logPath(config.folder), '');
  return spawn(config.program, ['-D', '-f', path, '-E', logPath(config.folder)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** Waits until the daemon listens or ends, and answers with what it wrote. */
async function settle(daemon: ChildProcess, folder: string): Promise<string> {
  let complaint = '';
  daemon.stderr?.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  const settled = async (): Promise<string | undefined> => {
    const log = await readFile(logPath(folder), 'utf8');
    return log.includes('Server listening on') || daemon.exitCode !== null ? `${log}${complaint}` : undefined;
  };
  return waitUntil(settled, { deadlineMs: 60_000, what: 'sshd to listen' });
}

function logPath(folder: string): string {
  return join(folder, 'sshd.log');
}

async function configText(config: Configuration, port: number): Promise<string> {
  const variables = Object.entries(config.session.variables).map(([name, value]) => `"${name}=${value}"`);
  const lines = [
    ...config.extraConfig, // The first value of a keyword is the one that counts.
    `ListenAddress ${LOOPBACK}:${port}`,
    ...config.hostKeyPaths.map((path) => `HostKey ${path}`),
    `AuthorizedKeysFile ${join(config.folder, 'authorized_keys')}`,
    `SetEnv ${variables.join(' ')}`,
    'PidFile none',
    'LogLevel VERBOSE',
    // Without root sshd cannot read whether an account is locked, and takes it for locked unless PAM says otherwise.
    `UsePAM ${userInfo().uid === 0 ? 'no' : 'yes'}`,
    'StrictModes no',
    'PermitRootLogin prohibit-password',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'UseDNS no',
    'PrintMotd no',
    'PrintLastLog no',
    'MaxStartups 500',
    'Subsystem sftp internal-sftp',
    ...(await penaltyLines(config.program)),
  ];
  return `${lines.join('\n')}\n`;
}

/** From 9.8 on sshd shuts out addresses that failed to log in, which is what many tests do on purpose. */
async function penaltyLines(program: string): Promise<string[]> {
  const { stdout, stderr } = await runCommand({ program, args: ['-V'] });
  const [, major = '0', minor = '0'] = /OpenSSH_(\d+)\.(\d+)/.exec(`${stdout}${stderr}`) ?? [];
  const hasPenalties = Number(major) > 9 || (Number(major) === 9 && Number(minor) >= 8);
  return hasPenalties ? ['PerSourcePenalties no'] : [];
}

interface RunningSshd {
  readonly daemon: ChildProcess;
  readonly port: number;
  readonly folder: TemporaryFolder;
  readonly session: SessionEnvironment;
  readonly hostKeys: readonly string[];
}

function sshServer({ daemon, port, folder, session, hostKeys }: RunningSshd): SshServer {
  const own = { host: LOOPBACK, port } as const;
  const log = (): Promise<string> => readFile(logPath(folder.path), 'utf8');
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= stopSshd(daemon, session.marker).then(() => folder.remove());
    return stopped;
  };
  return {
    kind: 'openssh',
    ...own,
    user: userInfo().username,
    hostKeys,
    knownHosts: (address = own) => knownHostsText(address, hostKeys),
    counts: async () => countClients(await log()),
    log,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** Counts connections and executions in a log of sshd at level VERBOSE or above. */
export function countClients(log: string): ServerCounts {
  const count = (pattern: RegExp): number => log.match(pattern)?.length ?? 0;
  return { connections: count(/^Connection from /gm), executions: count(/^Starting session: /gm) };
}

/** Ends the listener first, so that nothing new starts; then the sessions; then what detached itself from them. */
async function stopSshd(daemon: ChildProcess, marker: string): Promise<void> {
  const pid = daemon.pid;
  if (pid === undefined) return;
  const family = await descendantsOf([pid]);
  signalProcess(pid, 'SIGKILL');
  await waitUntil(() => daemon.exitCode !== null || daemon.signalCode !== null, {
    deadlineMs: 60_000,
    what: 'sshd to end',
  });
  await endProcesses(family);
  await endProcesses(await processesWithVariable(MARKER_VARIABLE, marker));
}
