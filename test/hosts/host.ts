import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { CommandResult } from '@plimsoll/testkit';
import { generateKey, knownHostsLine, runCommand, waitUntil } from '@plimsoll/testkit';
import { prepareDisk } from './host-disk.ts';
import type { Chassis, Machine } from './host-power.ts';
import { powerOn } from './host-power.ts';
import { startKeeper } from './keeper.ts';
import { controlGroupMount, whyNoHosts } from './requirements.ts';

/** The ordinary user that every host has. */
export const DEPLOY_USER = 'deploy';
const PORT = 22;
const DISK_SIZE = '2g'; // Memory that is not written to is not taken.

/** A Linux host with its own systemd, sshd, users, disk and network address, made of namespaces over this machine's files. */
export interface Host extends AsyncDisposable {
  /** Its host name. */
  readonly name: string;
  /** IPv4 address; only this machine reaches it. */
  readonly address: string;
  readonly port: number;
  /** A line for known_hosts. */
  readonly knownHosts: string;
  /** Lets in root and `deploy`. */
  readonly privateKey: string;
  /** Its root folder as seen from outside, also while it is off. `/run`, `/tmp`, `/proc`, `/sys` and `/dev` are seen only from inside. */
  readonly rootPath: string;
  /** Runs a shell command as root inside, without SSH. Answers with its standard output. @throws Error when it fails, or the host is off. */
  run(command: string): Promise<string>;
  /** The same, and answers however the command ended. @throws Error when the host is off. */
  attempt(command: string): Promise<CommandResult>;
  /** Runs a shell command over SSH, as the user's own client does. */
  login(user: string, command: string): Promise<CommandResult>;
  /** Kills its PID 1 and with it all processes, its peers hear nothing of it. The disk stays, `/run` and `/tmp` are lost. */
  powerCut(): Promise<void>;
  /** Starts it again after a power cut, and waits until it is up. The network is whole then. */
  boot(): Promise<void>;
  /** From now on no packet arrives or leaves. Nobody is told. */
  cutNetwork(): Promise<void>;
  restoreNetwork(): Promise<void>;
  /** Ends and removes it: processes, mounts, network, control groups, files. A second call does nothing. */
  stop(): Promise<void>;
}

/**
 * Starts a host and waits until it has booted and answers on its SSH port, which takes about a second. It is removed when this process
 * ends, however that happens. Any number can run at once, also from several test runs.
 *
 * @throws Error when this machine cannot have hosts, or the host is not up within three minutes.
 */
export async function startHost({ name }: { readonly name: string }): Promise<Host> {
  const reason = whyNoHosts();
  if (reason !== undefined) throw new Error(reason);
  const keeper = await startKeeper({ script: 'host-keeper.sh', args: [controlGroupMount() ?? '', DISK_SIZE] });
  const folder = keeper.fact('folder');
  const chassis: Chassis = {
    rootPath: join(folder, 'root'),
    group: keeper.fact('group'),
    cable: keeper.fact('cable'),
    address: keeper.fact('address'),
    bootLog: join(folder, 'disk', 'boot.log'),
  };
  try {
    const access = await prepareAccess(chassis, { name, folder: join(folder, 'disk') });
    return host({ name, chassis, access, machine: await bootUp(chassis), remove: keeper.release });
  } catch (error) {
    await keeper.release();
    throw error;
  }
}

/** Keys of both sides, as text and as files. */
interface Access {
  readonly knownHosts: string;
  readonly privateKey: string;
  readonly knownHostsPath: string;
  readonly privateKeyPath: string;
}

async function prepareAccess(chassis: Chassis, { name, folder }: { name: string; folder: string }): Promise<Access> {
  const [hostKey, userKey] = await Promise.all([generateKey(), generateKey()]);
  const { rootPath, address } = chassis;
  await prepareDisk({
    rootPath,
    name,
    hostKey: hostKey.privateKey,
    authorizedKey: userKey.publicKey,
    user: DEPLOY_USER,
  });
  const access = {
    knownHosts: knownHostsLine(address, PORT, hostKey.publicKey),
    privateKey: userKey.privateKey,
    knownHostsPath: join(folder, 'known_hosts'),
    privateKeyPath: join(folder, 'key'),
  };
  await writeFile(access.knownHostsPath, `${access.knownHosts}\n`);
  await writeFile(access.privateKeyPath, access.privateKey, { mode: 0o600 });
  return access;
}

async function bootUp(chassis: Chassis): Promise<Machine> {
  const machine = await powerOn(chassis);
  await waitUntil(() => hasBooted(machine), { deadlineMs: 180_000, what: 'the host to boot' });
  await waitUntil(() => speaksSsh(chassis.address), { deadlineMs: 60_000, what: 'sshd of the host to answer' });
  return machine;
}

/** `degraded` is a host on which some unit of the machine's own failed, which is none of the tests' business. */
async function hasBooted(machine: Machine): Promise<boolean> {
  const { stdout } = await machine.attempt('systemctl is-system-running --wait');
  return ['running', 'degraded'].includes(stdout.trim());
}

function speaksSsh(address: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ host: address, port: PORT, timeout: 1000 });
  socket.on('data', (bytes) => resolve(bytes.toString('latin1').startsWith('SSH-')));
  socket.on('timeout', () => resolve(false));
  socket.on('close', () => resolve(false));
  socket.on('error', () => resolve(false));
  return promise.finally(() => socket.destroy());
}

interface Parts {
  readonly name: string;
  readonly chassis: Chassis;
  readonly access: Access;
  readonly machine: Machine;
  readonly remove: () => Promise<void>;
}

function host({ name, chassis, access, machine, remove }: Parts): Host {
  let running: Machine | undefined = machine;
  let removed: Promise<void> | undefined;
  const poweredOn = (): Machine => {
    if (running === undefined) throw new Error(`The host ${name} is off: call boot() first.`);
    return running;
  };
  const attempt = async (command: string): Promise<CommandResult> => poweredOn().attempt(command);
  const stop = (): Promise<void> => {
    removed ??= remove();
    running = undefined;
    return removed;
  };
  return {
    name,
    address: chassis.address,
    port: PORT,
    knownHosts: access.knownHosts,
    privateKey: access.privateKey,
    rootPath: chassis.rootPath,
    attempt,
    run: async (command) => outputOf(command, await attempt(command)),
    login: (user, command) => login(access, `${user}@${chassis.address}`, command),
    powerCut: async () => {
      await poweredOn().cutPower();
      running = undefined;
    },
    boot: async () => {
      if (running !== undefined) throw new Error(`The host ${name} is on: call powerCut() first.`);
      running = await bootUp(chassis);
    },
    cutNetwork: async () => poweredOn().setLink('down'),
    restoreNetwork: async () => poweredOn().setLink('up'),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

function outputOf(command: string, { exitCode, signal, stdout, stderr }: CommandResult): string {
  if (exitCode === 0) return stdout;
  throw new Error(`On the host, ${command} ended with ${signal ?? exitCode}: ${stderr.trim() || stdout.trim()}`);
}

function login(access: Access, destination: string, command: string): Promise<CommandResult> {
  const options = {
    BatchMode: 'yes',
    ConnectTimeout: '30',
    IdentitiesOnly: 'yes',
    IdentityFile: access.privateKeyPath,
    StrictHostKeyChecking: 'yes',
    UserKnownHostsFile: access.knownHostsPath,
  };
  const flags = Object.entries(options).flatMap(([option, value]) => ['-o', `${option}=${value}`]);
  return runCommand({ program: 'ssh', args: ['-F', 'none', ...flags, destination, command] });
}
