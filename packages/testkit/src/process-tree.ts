import { readdir, readFile } from 'node:fs/promises';
import { runCommand } from './command.ts';
import { waitUntil } from './wait-until.ts';

/** Ids of all processes below these, the given ones not included. */
export async function descendantsOf(roots: readonly number[]): Promise<number[]> {
  const parents = await parentOfEach();
  const family = new Set(roots);
  // Children can have lower ids than their parents, hence repeated passes until none joins.
  for (let size = -1; size !== family.size; ) {
    size = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  return [...family].filter((pid) => !roots.includes(pid));
}

async function parentOfEach(): Promise<Map<number, number>> {
  const { stdout } = await runCommand({ program: 'ps', args: ['-A', '-o', 'pid=,ppid='] });
  const rows = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  return new Map(rows.map(([pid = 0, parent = 0]) => [pid, parent]));
}

/**
 * Ids of all processes of this machine that carry the variable `name=value` in the environment they were started with. Finds what detached
 * itself from its parents. Linux only: empty elsewhere.
 */
export async function processesWithVariable(name: string, value: string): Promise<number[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((entry) => /^\d+$/.test(entry)).map(Number);
  const marked = await Promise.all(pids.map((pid) => hasVariable(pid, `${name}=${value}`)));
  return pids.filter((_, index) => marked[index]);
}

async function hasVariable(pid: number, assignment: string): Promise<boolean> {
  // A process may end meanwhile, or belong to somebody else: either way it is not ours.
  const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
  return environment.split('\0').includes(assignment);
}

/** Sends a signal; a process that is already gone is no error. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  refuseOwnGroup(pid);
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!isNoSuchProcess(error)) throw error;
  }
}

/** What comes of a text without a number in it, and means the whole test run to the kernel. */
function refuseOwnGroup(pid: number): void {
  if (!Number.isInteger(pid) || pid === 0) throw new TypeError(`${pid} is no process id.`);
}

/** Errors of Node itself are of another realm under jest, so `instanceof Error` would not recognise them. */
function isNoSuchProcess(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ESRCH';
}

/** Whether there is such a process; one that ended and was not yet collected by its parent counts as gone. */
export async function isAlive(pid: number): Promise<boolean> {
  refuseOwnGroup(pid);
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const status = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  return !/\) [ZX] /.test(status);
}

/** Kills these processes and waits until they are gone. */
export async function endProcesses(pids: readonly number[]): Promise<void> {
  for (const pid of pids) signalProcess(pid, 'SIGKILL');
  for (const pid of pids)
    await waitUntil(async () => !(await isAlive(pid)), { deadlineMs: 60_000, what: `process ${pid} to end` });
}
