import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '@plimsoll/testkit';

/** What a host is told before it boots for the first time. */
export interface DiskRequest {
  /** Its root folder as seen from outside: an overlay, so that nothing here reaches the machine. */
  readonly rootPath: string;
  /** Host name. */
  readonly name: string;
  /** Private host key in OpenSSH's format. */
  readonly hostKey: string;
  /** The key that lets in root and every other user, as a line of authorized_keys. */
  readonly authorizedKey: string;
  /** Ordinary user to make. */
  readonly user: string;
}

/** Makes a copy of this machine's root folder a host of its own: name, identity, users, sshd, and no service besides. */
export async function prepareDisk(request: DiskRequest): Promise<void> {
  const { rootPath, name, user } = request;
  const etc = join(rootPath, 'etc');
  await writeFile(join(etc, 'hostname'), `${name}\n`);
  await writeFile(join(etc, 'hosts'), `127.0.0.1 localhost\n127.0.1.1 ${name}\n::1 localhost\n`);
  await replaceFile(join(etc, 'machine-id'), `${randomBytes(16).toString('hex')}\n`);
  await writeFile(join(etc, 'fstab'), '');
  await prepareSshd(join(etc, 'ssh'), request);
  await prepareUnits(join(etc, 'systemd', 'system'));
  await dropLoginFiles(join(rootPath, 'root'));
  await addUser(rootPath, user);
}

async function replaceFile(path: string, text: string): Promise<void> {
  await rm(path, { force: true }); // It may be read-only, or a link to somewhere else.
  await writeFile(path, text);
}

const SSHD_CONFIG = [
  'Port 22',
  'HostKey /etc/ssh/host_key',
  'AuthorizedKeysFile /etc/ssh/authorized_keys',
  // PAM opens the session at logind, which starts the user's own systemd and sets XDG_RUNTIME_DIR.
  'UsePAM yes',
  'PermitRootLogin prohibit-password',
  'PasswordAuthentication no',
  'KbdInteractiveAuthentication no',
  'UseDNS no',
  'PrintMotd no',
  'PrintLastLog no',
  'MaxStartups 100',
  'LogLevel VERBOSE',
  'Subsystem sftp internal-sftp',
];

async function prepareSshd(folder: string, { hostKey, authorizedKey }: DiskRequest): Promise<void> {
  await writeFile(join(folder, 'host_key'), hostKey, { mode: 0o600 });
  await writeFile(join(folder, 'authorized_keys'), `${authorizedKey}\n`);
  await replaceFile(join(folder, 'sshd_config'), `${SSHD_CONFIG.join('\n')}\n`);
}

/** Units that reach for the kernel of the machine, or are slow and serve nobody here. */
const MASKED_UNITS = [
  'dev-hugepages.mount',
  'kmod-static-nodes.service',
  'proc-sys-fs-binfmt_misc.automount',
  'sys-fs-fuse-connections.mount',
  'sys-kernel-config.mount',
  'sys-kernel-debug.mount',
  'sys-kernel-tracing.mount',
  'systemd-binfmt.service',
  'systemd-modules-load.service',
  'systemd-random-seed.service',
  'systemd-sysctl.service',
  'systemd-timesyncd.service',
  'systemd-udevd.service',
];

/** Drops whatever the machine has enabled. What systemd itself starts stays: D-Bus and logind among it. */
async function prepareUnits(folder: string): Promise<void> {
  const enabled = (await readdir(folder)).filter((name) => /\.(wants|requires)$/.test(name));
  await Promise.all(enabled.map((name) => rm(join(folder, name), { recursive: true })));
  await mkdir(join(folder, 'multi-user.target.wants'));
  const links = [
    ['multi-user.target.wants/ssh.service', '/lib/systemd/system/ssh.service'],
    ['default.target', '/lib/systemd/system/multi-user.target'],
    ...MASKED_UNITS.map((unit) => [unit, '/dev/null'] as const),
  ] as const;
  for (const [name, target] of links) {
    await rm(join(folder, name), { force: true });
    await symlink(target, join(folder, name));
  }
}

/** What root's shell does at a login on this machine, such as preparing tools for developers, is slow and none of a server's business. */
async function dropLoginFiles(home: string): Promise<void> {
  const names = ['.bashrc', '.bash_profile', '.bash_login', '.profile', '.ssh'];
  await Promise.all(names.map((name) => rm(join(home, name), { recursive: true, force: true })));
}

async function addUser(rootPath: string, user: string): Promise<void> {
  const passwd = await readFile(join(rootPath, 'etc', 'passwd'), 'utf8');
  if (passwd.split('\n').some((line) => line.startsWith(`${user}:`))) return;
  await mustRun({
    program: 'chroot',
    args: [rootPath, 'useradd', '--create-home', '--user-group', '--shell', '/bin/bash', user],
  });
}
