import { readdir, readFile } from 'node:fs/promises';
import { endProcesses } from '@plimsoll/testkit';

/**
 * Ends every process that was started with a path below `folder` in its environment, such as the ssh-agent of an action that was killed,
 * which would look after itself only some seconds later.
 */
export async function endStragglers(folder: string): Promise<void> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const isStraggler = await Promise.all(pids.map((pid) => knowsFolder(pid, folder)));
  await endProcesses(pids.filter((pid, index) => isStraggler[index] === true && pid !== process.pid));
}

async function knowsFolder(pid: number, folder: string): Promise<boolean> {
  // A process that has ended meanwhile, or that is somebody else's, is none of ours.
  const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
  return environment.includes(`=${folder}/`);
}
