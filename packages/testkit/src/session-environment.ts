import { randomBytes } from 'node:crypto';
import { access, chmod, constants, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { runCommand } from './command.ts';

/** Which program `sh` is on the server. With `busybox` every other command is busybox's too, and nothing else is there. */
export type ShellKind = 'system' | 'dash' | 'bash' | 'busybox';

/** What a session on a test server finds when it looks for commands. */
export interface SessionTools {
  readonly shell?: ShellKind;
  /** Commands that shall not be there, such as `zstd`. */
  readonly without?: readonly string[];
  /** Scripts that stand in front of the real commands, by name, such as `{ systemctl: '#!/bin/sh\nexit 1\n' }`. */
  readonly commands?: Readonly<Record<string, string>>;
  /** Run `sh` as this user id and without any privilege, for permission tests by root. Needs root and setpriv. */
  readonly asUser?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Environment of the sessions of one server; `marker` tells its processes from all others of the machine. */
export interface SessionEnvironment {
  readonly marker: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Name of the variable whose value is the marker. */
export const MARKER_VARIABLE = 'PLIMSOLL_TESTKIT_SERVER';

const SYSTEM_FOLDERS = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/local/sbin', '/usr/sbin', '/sbin'] as const;

/** Lays out PATH folders below `folder` and an empty home, and answers with the variables that lead sessions there. */
export async function sessionEnvironment(folder: string, tools: SessionTools): Promise<SessionEnvironment> {
  const marker = randomBytes(8).toString('hex');
  const home = join(folder, 'home');
  await mkdir(home, { recursive: true });
  const path = await searchPath(folder, tools);
  return { marker, variables: { PATH: path.join(delimiter), HOME: home, [MARKER_VARIABLE]: marker, ...tools.env } };
}

async function searchPath(
  folder: string,
  { shell = 'system', without = [], commands = {}, asUser }: SessionTools,
): Promise<string[]> {
  const front = join(folder, 'bin');
  await mkdir(front, { recursive: true });
  for (const [name, script] of Object.entries(commands)) await writeProgram(join(front, name), script);
  const shellPath = await needProgram(shell === 'system' ? 'sh' : shell);
  await placeShell(front, shellPath, asUser);
  // A folder that was made by root has to be entered by the other user as well.
  if (asUser !== undefined) await chmod(folder, 0o755);
  return [front, ...(await commandFolders(folder, shell, without))];
}

async function placeShell(front: string, shellPath: string, asUser: number | undefined): Promise<void> {
  const sh = join(front, 'sh');
  if (asUser === undefined) return symlink(shellPath, sh);
  if (userInfo().uid !== 0) throw new Error(`Only root can run sessions as another user (asUser: ${asUser}).`);
  const drop = `exec ${await needProgram('setpriv')} --reuid=${asUser} --regid=${asUser} --clear-groups --inh-caps=-all --bounding-set=-all`;
  const shell = shellPath.endsWith('busybox') ? `${shellPath} ash` : shellPath;
  // What runs as that user already, such as a hook, cannot drop anything once more.
  return writeProgram(sh, `#!/bin/sh\n[ "$(id -u)" -eq 0 ] || exec ${shell} "$@"\n${drop} ${shell} "$@"\n`);
}

async function commandFolders(folder: string, shell: ShellKind, without: readonly string[]): Promise<string[]> {
  if (shell === 'busybox') return [await busyboxFolder(join(folder, 'busybox'), without)];
  if (without.length > 0) return [await folderOfRest(join(folder, 'rest'), without)];
  return [...SYSTEM_FOLDERS];
}

async function busyboxFolder(folder: string, without: readonly string[]): Promise<string> {
  const busybox = await needProgram('busybox');
  const { stdout } = await runCommand({ program: busybox, args: ['--list'] });
  await mkdir(folder);
  const applets = stdout.split('\n').filter((name) => name !== '' && !without.includes(name));
  await Promise.all(applets.map((name) => symlink(busybox, join(folder, name))));
  return folder;
}

/** A folder with links to everything there is, but for a few. */
async function folderOfRest(folder: string, without: readonly string[]): Promise<string> {
  await mkdir(folder);
  const taken = new Set(without);
  for (const source of SYSTEM_FOLDERS) {
    const names = (await readdir(source).catch(() => [])).filter((name) => !taken.has(name));
    for (const name of names) taken.add(name);
    await Promise.all(names.map((name) => symlink(join(source, name), join(folder, name))));
  }
  return folder;
}

async function writeProgram(path: string, script: string): Promise<void> {
  await writeFile(path, script);
  await chmod(path, 0o755);
}

/** Path of a program of this machine, looked up also in the folders for administrators. */
export async function findProgram(name: string): Promise<string | undefined> {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...SYSTEM_FOLDERS];
  for (const folder of folders) {
    const path = join(folder, name);
    if (folder !== '' && (await isExecutable(path))) return path;
  }
  return undefined;
}

function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function needProgram(name: string): Promise<string> {
  const path = await findProgram(name);
  if (path === undefined) throw new Error(`This machine has no ${name}. Install it to run these tests.`);
  return path;
}
