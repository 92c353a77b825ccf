import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { type ActionRun, UNHURRIED, waitUntil } from '@plimsoll/testkit';
import { type Bed, type Flag, makeFlag, type Order } from './bed.ts';
import { expectTidyPost, reached, stopAt } from './failpoints.ts';
import { expectHonest, expectRecovery, expectSettled, expectSound } from './sound.ts';

/** Where a run is when its runner cancels it. */
export const CANCELLED_PHASES = [
  'waiting for the lease',
  'unpacking',
  'prepare',
  'prepare that does not listen',
  'gate',
  'closing',
] as const;
export type CancelledPhase = (typeof CANCELLED_PHASES)[number];

/** A run is cancelled as the runner does it: SIGINT, SIGTERM after 7.5 s, SIGKILL after 2.5 s more; the post step follows. */
export async function cancelIn(bed: Bed, phase: CancelledPhase): Promise<void> {
  if (phase === 'waiting for the lease') return cancelWaiting(bed);
  const flag = makeFlag(bed);
  await using order = await orderFor(bed, phase, flag);
  await using step = await bed.start(order);
  await reached(step, flag);
  const run = await step.running.cancel();
  await flag.release();
  await expectSound(bed);
  if (run.signal !== 'SIGKILL') await expectCancelled(bed, run);
  await expectTidyPost(step);
  if (phase !== 'closing') await expectSettled(bed);
  await expectRecovery(bed);
}

/** Only what was still in the middle of its last execution is killed. */
async function expectCancelled(bed: Bed, run: ActionRun): Promise<void> {
  expect([run.outputs['verdict'], run.outputs['failure-code'], run.exitCode]).toEqual(['fail', 'cancelled', 90]);
  await expectHonest(bed, run);
}

async function cancelWaiting(bed: Bed): Promise<void> {
  const holder = join(bed.deployPath, '.plimsoll', 'lease', '1000000');
  await mkdir(holder);
  await writeFile(join(holder, 'who'), 'somebody else\n');
  const [boot, uptime] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    readFile('/proc/uptime', 'utf8'),
  ]);
  await writeFile(join(holder, 'expires'), `${boot.trim()} ${Math.trunc(Number.parseFloat(uptime)) + 600}\n`);
  await using step = await bed.start({ action: 'deploy-ssh', inputs: { source: await bed.nextSource() } });
  await waitUntil(() => step.running.output().includes('somebody else'), {
    deadlineMs: 60_000,
    what: 'the run to wait',
  });
  const run = await step.running.cancel(UNHURRIED);
  await expectCancelled(bed, run);
  await expectTidyPost(step);
  await rm(holder, { recursive: true });
  await expectRecovery(bed);
}

async function orderFor(bed: Bed, phase: CancelledPhase, flag: Flag): Promise<Order & AsyncDisposable> {
  const source = await bed.nextSource();
  const deployment = (inputs: Readonly<Record<string, string>>): Order & AsyncDisposable => ({
    action: 'deploy-ssh',
    inputs: { source, ...inputs },
    [Symbol.asyncDispose]: async () => {},
  });
  switch (phase) {
    case 'unpacking':
      return stopAt(bed, { program: 'stage', marker: 'unpacked' }, flag);
    case 'closing':
      return stopAt(bed, { program: 'armed', marker: 'confirmed' }, flag);
    case 'prepare':
      return deployment({ prepare: `: >${flag.path}; sleep 60` });
    case 'prepare that does not listen':
      return deployment({ prepare: `trap '' TERM; : >${flag.path}; sleep 60; sleep 60` });
    case 'gate':
      return deployment({ 'health-command': `: >${flag.path}; sleep 60` });
    case 'waiting for the lease':
      throw new Error('This phase has no flag.');
  }
}
