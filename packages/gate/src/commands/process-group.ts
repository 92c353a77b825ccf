import { readdir, readFile } from 'node:fs/promises';

/** @returns whether anybody of the group is left */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    // Nobody is there any more. Whoever changed his user cannot be ended by us, nor waited for.
    return false;
  }
}

/**
 * Whether somebody of the group still runs. What has ended and is collected by nobody does not: jobs in containers have no init that would,
 * and such remains can be signalled for ever.
 */
export async function isGroupAlive(group: number): Promise<boolean> {
  if (!signalGroup(group, 0)) return false;
  const entries = await readdir('/proc').catch(() => undefined);
  if (entries === undefined) return true;
  const states = await Promise.all(entries.filter((name) => /^\d+$/u.test(name)).map((pid) => stateIn(group, pid)));
  return states.some((state) => state !== '' && state !== 'Z' && state !== 'X');
}

/** The state of a process of the group; empty for one of another. */
async function stateIn(group: number, pid: string): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  // The name in brackets may hold anything. Behind it: state, parent, group. Source: proc_pid_stat(5).
  const [state = '', , of] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return Number(of) === group ? state : '';
}
