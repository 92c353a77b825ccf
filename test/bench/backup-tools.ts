import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgram } from '@plimsoll/testkit';
import { bundled, runOurs, serverInputs } from './ours.ts';
import { timed } from './peers.ts';
import type { Delivery, Job, Tool } from './tool.ts';

/** The tree lies where an application would have it: everything is read from there, by every tool. */
export const TREE_FOLDER = 'shared/app';

/** The whole action: process, connection, lease, archive, drill with every hash compared, ledger. */
export const BACKUP: Tool = {
  name: 'backup, verify: restore',
  side: 'ours',
  async deploy({ bed, deployPath }): Promise<Delivery> {
    const inputs = { ...serverInputs(bed, deployPath), paths: 'shared', keep: '0' };
    const run = await runOurs(bundled(bed, { action: 'backup', inputs }));
    await rm(join(deployPath, 'backups'), { recursive: true });
    return run;
  },
};

/** Beside the tree, on the same disk, and gone afterwards; none of that counts. */
async function inScratch(job: Job, work: (scratch: string) => Promise<Delivery>): Promise<Delivery> {
  const scratch = join(job.deployPath, 'scratch');
  await mkdir(scratch);
  try {
    return await work(scratch);
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/** A backup into a fresh repository and its restore, locally. The repository is made before; nothing is compared in the end. */
export const RESTIC: Tool = {
  name: 'restic backup + restic restore',
  side: 'peer',
  async deploy(job): Promise<Delivery> {
    if ((await findProgram('restic')) === undefined) throw new Error('not installed (apt-get install restic)');
    return inScratch(job, async (scratch) => {
      const repository = join(scratch, 'repository');
      const env = { ...job.bed.env, HOME: scratch, RESTIC_PASSWORD: 'bench', RESTIC_REPOSITORY: repository };
      const restic = (...args: string[]): Promise<Delivery> => timed({ program: 'restic', args: ['-q', ...args], env });
      await restic('init');
      const made = await restic('backup', join(job.deployPath, TREE_FOLDER));
      const restored = await restic('restore', 'latest', '--target', join(scratch, 'restored'));
      return { durationMs: made.durationMs + restored.durationMs };
    });
  },
};

/** What one would write by hand. */
export const TAR_GZIP: Tool = {
  name: 'tar | gzip, unpack, diff -r',
  side: 'peer',
  deploy: (job) =>
    inScratch(job, (scratch) => {
      const script =
        'tar -cf - -C "$1" . | gzip >"$2/archive.tar.gz" && mkdir "$2/restored" && tar -xzf "$2/archive.tar.gz" -C "$2/restored" && diff -r "$1" "$2/restored"';
      return timed({ program: 'sh', args: ['-c', script, 'sh', join(job.deployPath, TREE_FOLDER), scratch] });
    }),
};
