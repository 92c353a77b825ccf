import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandRequest } from '@plimsoll/testkit';
import { runCommand } from '@plimsoll/testkit';
import type { Bed } from './bed.ts';
import type { Delivery, Job, Tool } from './tool.ts';

/** Whatever takes longer hangs. */
export const TIME_LIMIT_MS = 120_000;

/** Runs a peer's command; a failure must never pass for a fast run. */
export async function timed(request: CommandRequest): Promise<Delivery> {
  const { exitCode, signal, stderr, stdout, durationMs } = await runCommand({ ...request, timeLimitMs: TIME_LIMIT_MS });
  if (exitCode === 0) return { durationMs };
  throw new Error(`${request.program} ended with ${signal ?? exitCode}: ${(stderr || stdout).trim().slice(-2000)}`);
}

/** `user@host` of the bed's server; its port is in the peers' ssh configuration. */
export function destination({ server }: Bed): string {
  return `${server.user}@${server.host}`;
}

function releasePath({ deployPath, sequence }: Job): string {
  return join(deployPath, 'releases', `${sequence}`);
}

/** rsync into a new folder beside the release before: the transfer alone, without a switch, a lock or a check. */
export function rsyncTool(flags: string): Tool {
  return {
    name: `rsync ${flags} --link-dest`,
    side: 'peer',
    async deploy(job) {
      await mkdir(join(job.deployPath, 'releases'), { recursive: true });
      const linkDest = job.sequence === 0 ? [] : [`--link-dest=../${job.sequence - 1}`];
      const args = [flags, ...linkDest, '-e', 'ssh', `${job.source}/`, `${destination(job.bed)}:${releasePath(job)}/`];
      return timed({ program: 'rsync', args, env: job.bed.env });
    },
  };
}

/** rsync as for a first deployment: everything, compressed. */
export function plainRsyncTool(flags: string): Tool {
  return {
    name: `rsync ${flags}`,
    side: 'peer',
    async deploy(job) {
      await mkdir(join(job.deployPath, 'releases'), { recursive: true });
      const args = [flags, '-e', 'ssh', `${job.source}/`, `${destination(job.bed)}:${releasePath(job)}/`];
      return timed({ program: 'rsync', args, env: job.bed.env });
    },
  };
}

/** Everything in one compressed stream: nothing can be faster for a first deployment but by compressing better. */
export const TAR_ZSTD: Tool = {
  name: 'tar | zstd -3 | ssh',
  side: 'peer',
  deploy(job) {
    const remote = 'mkdir -p "$1" && zstd -dc | tar -xf - -C "$1"';
    const command = 'tar -cf - -C "$1" . | zstd -q -3 -T0 -c | ssh "$2" "sh -c \'$4\' sh $3"';
    const args = ['-c', command, 'sh', job.source, destination(job.bed), releasePath(job), remote];
    return timed({ program: 'sh', args, env: job.bed.env });
  },
};
