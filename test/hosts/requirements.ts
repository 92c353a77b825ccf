import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The Debian and Ubuntu package of each program that this level starts. */
const PROGRAMS: Readonly<Record<string, string>> = {
  '/lib/systemd/systemd': 'systemd',
  '/usr/bin/dbus-daemon': 'dbus',
  '/usr/bin/python3': 'python3',
  '/usr/sbin/filefrag': 'e2fsprogs',
  '/usr/sbin/sshd': 'openssh-server',
  curl: 'curl',
  ip: 'iproute2',
  'mkfs.xfs': 'xfsprogs',
  mount: 'mount',
  nsenter: 'util-linux',
  setpriv: 'util-linux',
  ssh: 'openssh-client',
  sudo: 'sudo',
  unshare: 'util-linux',
  useradd: 'passwd',
};

/** Names the module that gives SSH sessions a user manager; the module's own path depends on the architecture. */
const PAM_SESSION = '/etc/pam.d/common-session';

/**
 * Why Linux hosts cannot run here, as a sentence that also says what to do; nothing when they can.
 */
export function whyNoHosts(): string | undefined {
  if (process.platform !== 'linux')
    return 'Linux hosts need Linux. Run `npm run test:hosts` on a Linux machine as root.';
  if (!mayAdminister()) return 'Linux hosts need root with all its capabilities. Run `sudo npm run test:hosts`.';
  if (!isAllowed('/proc/self/ns/time', constants.R_OK)) return 'Linux hosts need time namespaces: Linux 5.6 or newer.';
  const packages = missingPackages();
  if (packages.length > 0) return `Linux hosts need more programs. Run \`apt-get install ${packages.join(' ')}\`.`;
  if (controlGroupMount() === undefined)
    return 'Linux hosts need a writable cgroup2 mount (`mount -t cgroup2 none /sys/fs/cgroup`).';
  return undefined;
}

/**
 * Where control groups of version 2 can be made, such as `/sys/fs/cgroup`, or nothing. Of several mounts the first counts.
 */
export function controlGroupMount(): string | undefined {
  const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n');
  const paths = mounts.map((line) => line.split(' ')).filter(([, , type]) => type === 'cgroup2');
  return paths.map(([, path = '']) => path).find((path) => isAllowed(path, constants.W_OK));
}

/** CAP_NET_ADMIN and CAP_SYS_ADMIN: root in a container often lacks them. */
const NEEDED_CAPABILITIES = (1n << 12n) | (1n << 21n);

function mayAdminister(): boolean {
  const [, effective = '0'] = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return (BigInt(`0x${effective}`) & NEEDED_CAPABILITIES) === NEEDED_CAPABILITIES;
}

function missingPackages(): string[] {
  const missing = Object.entries(PROGRAMS).filter(([program]) => !isInstalled(program));
  const packages = missing.map(([, name]) => name);
  if (!hasSessionModule()) packages.push('libpam-systemd');
  return [...new Set(packages)];
}

function hasSessionModule(): boolean {
  return isAllowed(PAM_SESSION, constants.R_OK) && readFileSync(PAM_SESSION, 'utf8').includes('pam_systemd.so');
}

function isInstalled(program: string): boolean {
  if (program.startsWith('/')) return isAllowed(program, constants.X_OK);
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => isAllowed(join(folder, program), constants.X_OK));
}

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
