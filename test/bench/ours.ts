import { join } from 'node:path';
import type { ActionRequest, ActionRun } from '@plimsoll/testkit';
import { createRunner } from '@plimsoll/testkit';
import type { Bed } from './bed.ts';
import { TIME_LIMIT_MS } from './peers.ts';
import type { Delivery, Job, Tool } from './tool.ts';

/** How much of a release is hashed on the server before it is switched to. */
type Verify = 'full' | 'changed';
/** As many as the peers keep. */
const KEEP = 5;

/** Inputs of every action that talks to the bed's server. */
export function serverInputs(bed: Bed, deployPath: string): Record<string, string> {
  return {
    hosts: `${bed.server.user}@${bed.server.host}:${bed.proxy.port}`,
    'private-key': bed.key.privateKey,
    'known-hosts': bed.knownHosts,
    'deploy-path': deployPath,
  };
}

/** A request for an action as it was bundled when the bed was made. */
export function bundled(bed: Bed, request: ActionRequest): ActionRequest {
  return { ...request, dist: join(bed.folder, 'dist', request.action), timeLimitMs: TIME_LIMIT_MS };
}

/** Runs an action to its end, with its post step where there is one, and insists on a pass. */
export async function runOurs(request: ActionRequest): Promise<ActionRun> {
  await using runner = await createRunner();
  const run = await runner.run(request);
  if (run.exitCode !== 0 || run.outputs['verdict'] !== 'pass') {
    throw new Error(
      `${request.action} ended with ${run.signal ?? run.exitCode}: ${(run.stderr + run.stdout).trim().slice(-2000)}`,
    );
  }
  if (request.action === 'deploy-ssh') await runner.post(request, run);
  return run;
}

/** A request for the whole deploy-ssh action. */
export function deployRequest({ bed, source, deployPath }: Job, verify: Verify, keep = KEEP): ActionRequest {
  const inputs = { ...serverInputs(bed, deployPath), source, 'verify-content': verify, 'keep-releases': `${keep}` };
  return bundled(bed, { action: 'deploy-ssh', inputs });
}

/** deploy-ssh as a runner starts it: the whole process, with lock, check, switch and ledger. */
export function deploySsh(verify: Verify, keep = KEEP): Tool {
  return {
    name: `deploy-ssh, verify-content: ${verify}`,
    side: 'ours',
    async deploy(job): Promise<Delivery> {
      return runOurs(deployRequest(job, verify, keep));
    },
  };
}
