import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { CONTROL_SOCKET } from './config.ts';
import { openControlSocket } from './control-socket.ts';
import type { Machine } from './programs.ts';

const PREFIX = 'plimsoll-ssh-';
/** Unix sockets take 104 bytes of path on macOS, and OpenSSH adds 17 to the name while it makes one. */
const MAX_SOCKET_PATH = 104 - 17 - 1;
const LONGEST_FILE = 'h000000.sock';

/** What makes the name of a folder its own. */
const NAME_BYTES = 6;

export interface FolderRequest {
  readonly place: string;
  readonly machine: Machine;
  /** Told before the folder is made, so that whoever is killed right afterwards leaves nothing that nobody knows of. */
  readonly onFolder: (folder: string) => void;
}

/** Makes the folder of a client (mode 0700): in the given place, unless sockets in there would have too long a path. */
export async function makeFolder({ place, machine, onFolder }: FolderRequest): Promise<string> {
  const name = `${PREFIX}${randomBytes(NAME_BYTES).toString('base64url')}`;
  const places = machine.platform === 'win32' ? [place] : [place, tmpdir(), '/tmp'];
  const fitting = places.find((candidate) => Buffer.byteLength(join(candidate, name, LONGEST_FILE)) <= MAX_SOCKET_PATH);
  const folder = join(fitting ?? place, name);
  onFolder(folder);
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

/** Ends the connections of a client whose process is gone, and removes its folder. Never throws; nothing left to do is fine. */
export async function discardSshFolder(folder: string): Promise<void> {
  if (!basename(folder).startsWith(PREFIX)) return; // Whatever it is, it was not made here.
  const files = await readdir(folder).catch(() => []);
  await Promise.all(files.filter((file) => CONTROL_SOCKET.test(file)).map((file) => endLeftover(join(folder, file))));
  await removeFolder(folder);
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}

async function endLeftover(path: string): Promise<void> {
  try {
    const control = await openControlSocket(path);
    await control.terminate();
  } catch {
    // Nobody listens any more.
  }
}
