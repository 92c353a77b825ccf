import { readdir, readlink } from 'node:fs/promises';
import { descendantsOf, isAlive } from '@plimsoll/testkit';

/** Ids of the processes of a client: all run in its folder, but for the agent, whose parent does. */
export async function processesOf(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
  const inside = pids.filter((_, index) => places[index]?.startsWith(folder));
  return [...inside, ...(await descendantsOf(inside))];
}

export async function allEnded(pids: readonly number[]): Promise<boolean> {
  const alive = await Promise.all(pids.map((pid) => isAlive(pid)));
  return !alive.includes(true);
}

/** How many a client at work has: agent, its command, connection and execution. */
export const PROCESSES = 4;
