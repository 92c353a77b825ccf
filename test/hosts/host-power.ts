import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommandResult } from '@plimsoll/testkit';
import { mustRun, runCommand, waitUntil } from '@plimsoll/testkit';

/** What a host consists of before it is switched on. */
export interface Chassis {
  readonly rootPath: string;
  /** Control group that holds all its processes. */
  readonly group: string;
  /** Its end of the cable, while no host has it. */
  readonly cable: string;
  readonly address: string;
  /** Where the programs that run before systemd leave their complaints. */
  readonly bootLog: string;
}

/** A host that is switched on. */
export interface Machine {
  /** Process id of its PID 1, as seen from outside. */
  readonly pid: number;
  /** Runs a shell command as root inside, and answers however it ended. */
  attempt(command: string): Promise<CommandResult>;
  /** Puts the link of its network card up or down. */
  setLink(state: 'up' | 'down'): Promise<void>;
  /** Takes everything from it in one instant, as a power cut does: its peers hear nothing of it. */
  cutPower(): Promise<void>;
}

const NAMESPACES = ['--pid', '--mount', '--cgroup', '--uts', '--ipc', '--net', '--time'];
/** Joins the control group first, so that its new namespace begins there. The clocks that count from boot start at zero. */
const LAUNCH = [
  'echo $$ >"$0/cgroup.procs"',
  'past=-$(cut -d . -f 1 /proc/uptime)',
  `exec unshare --fork --kill-child ${NAMESPACES.join(' ')} --monotonic="$past" --boottime="$past" sh "$1" "$2"`,
].join(' && ');
const PID_ONE = fileURLToPath(new URL('pid-one.sh', import.meta.url));

/**
 * Switches a host on and plugs its cable in. It is still booting then.
 *
 * @throws Error with the boot log when there is no systemd within 60 s.
 */
export async function powerOn(chassis: Chassis): Promise<Machine> {
  const bootLog = await open(chassis.bootLog, 'a');
  const launcher = spawn('sh', ['-c', LAUNCH, chassis.group, PID_ONE, chassis.rootPath], {
    detached: true, // Ctrl-C is for the test run; the keeper ends the host.
    stdio: ['ignore', bootLog.fd, bootLog.fd],
  });
  launcher.unref();
  const ended = once(launcher, 'exit');
  await bootLog.close();
  try {
    const tooEarly = ended.then(() => Promise.reject(new Error('It ended while it started.')));
    const pid = await Promise.race([pidOneOf(launcher.pid ?? 0), tooEarly]);
    await plugIn(chassis, pid);
    const end = (): Promise<unknown> => {
      launcher.ref();
      return ended;
    };
    return machine(chassis, pid, end);
  } catch (cause) {
    throw new Error(`The host did not start: ${await readFile(chassis.bootLog, 'utf8')}`, { cause });
  }
}

/** Waits for systemd itself: what runs before it is not in the host's own root folder yet. */
async function pidOneOf(launcher: number): Promise<number> {
  const systemd = async (): Promise<number | undefined> => {
    const children = await readIfThere(`/proc/${launcher}/task/${launcher}/children`);
    const pid = Number.parseInt(children, 10);
    return (await readIfThere(`/proc/${pid}/comm`)) === 'systemd\n' ? pid : undefined;
  };
  return waitUntil(systemd, { deadlineMs: 60_000, what: 'systemd to start' });
}

async function readIfThere(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

async function plugIn({ cable, address }: Chassis, pid: number): Promise<void> {
  await ip(['link', 'set', cable, 'netns', String(pid), 'name', 'eth0']);
  await ipInside(pid, ['link', 'set', 'lo', 'up']);
  await ipInside(pid, ['address', 'add', `${address}/30`, 'dev', 'eth0']);
  await ipInside(pid, ['link', 'set', 'eth0', 'up']);
}

function machine(chassis: Chassis, pid: number, end: () => Promise<unknown>): Machine {
  return {
    pid,
    attempt: (command) => runInside(pid, command),
    setLink: (state) => ipInside(pid, ['link', 'set', 'eth0', state]),
    cutPower: async () => {
      // The cable goes first, and the dying kernel side of the connections can no longer say goodbye.
      await ipInside(pid, ['link', 'set', 'eth0', 'netns', String(process.pid), 'name', chassis.cable]);
      process.kill(pid, 'SIGKILL');
      await end();
      await waitUntil(() => isEmpty(chassis.group), { deadlineMs: 60_000, what: 'all processes of the host to end' });
    },
  };
}

async function isEmpty(group: string): Promise<boolean> {
  return (await readFile(join(group, 'cgroup.events'), 'utf8')).includes('populated 0');
}

const INSIDE_ENVIRONMENT = {
  HOME: '/root',
  LANG: 'C.UTF-8',
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
};

function runInside(pid: number, command: string): Promise<CommandResult> {
  return runCommand({
    program: 'nsenter',
    args: ['--target', String(pid), ...NAMESPACES, 'sh', '-c', command],
    env: INSIDE_ENVIRONMENT,
  });
}

async function ip(args: readonly string[]): Promise<void> {
  await mustRun({ program: 'ip', args });
}

async function ipInside(pid: number, args: readonly string[]): Promise<void> {
  await mustRun({ program: 'nsenter', args: ['--target', String(pid), '--net', 'ip', ...args] });
}
