import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { CONTROL_SOCKET } from './config.ts';
import { openControlSocket } from './control-socket.ts';
import type { Machine } from './programs.ts';

const PREFIX = 'plimsoll-ssh-';
/** Unix sockets take 104 bytes of path on macOS, and OpenSSH adds 17 to the name while it makes one. */
const MAX_SOCKET_PATH = 104 - 17 - 1;
const LONGEST_FILE = 'h000000.sock';

/** Makes the folder of a client (mode 0700): in the given place, unless sockets in there would have too long a path. */
export async function makeFolder(place: string, machine: Machine): Promise<string> {
  const places = machine.platform === 'win32' ? [place] : [place, tmpdir(), '/tmp'];
  const fitting = places.find(
    (candidate) => Buffer.byteLength(join(candidate, `${PREFIX}XXXXXX`, LONGEST_FILE)) <= MAX_SOCKET_PATH,
  );
  return mkdtemp(join(fitting ?? place, PREFIX));
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
