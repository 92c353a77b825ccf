import { setTimeout as pause } from 'node:timers/promises';
import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import { type ActionRun, distWithFailpoint, type Step as Marker, type TemporaryFolder, waitUntil } from '@plimsoll/testkit';
import { type Bed, type Flag, makeFlag, type Order, type Step } from './bed.ts';
import type { ActionName } from './quick-bundles.ts';
import { expectHonest, expectPass, expectRecovery, expectSound } from './sound.ts';

/** What is under way when the fault strikes. */
export type Journey = 'deployment' | 'refused deployment' | 'rollback' | 'repair' | 'watchdog';

/** Who dies: the program on the server, the action on its runner, or both at once. */
export type Victim = 'program' | 'runner' | 'both';

export interface Strike {
  readonly journey: Journey;
  readonly marker: Marker;
  readonly victim: Victim;
  /** Whether the post step runs afterwards, or nobody looks after it before the next run. */
  readonly post: boolean;
}

/** Kills at a named step, and checks that the store is sound at once and is repaired by the next run. */
export async function strike(bed: Bed, request: Strike): Promise<void> {
  await prepareFor(bed, request.journey);
  const flag = makeFlag(bed);
  const order = await orderFor(bed, request.journey);
  await using bundle = await bundleWith(bed, { ...request, action: order.action, flag });
  await using step = await bed.start({ ...order, dist: bundle.path });
  await killAt(step, flag, request.victim);
  const run = await step.running.ended;
  await expectSound(bed);
  if (request.victim === 'program') await expectHonest(bed, run);
  if (request.post) await expectTidyPost(step);
  await expectSound(bed);
  await expectRecovery(bed);
}

/** The post step never fails a job, and leaves nothing on the runner. */
export async function expectTidyPost(step: Step): Promise<ActionRun> {
  const post = await step.post();
  expectPass(post);
  expect(await step.leftovers()).toEqual([]);
  return post;
}

async function prepareFor(bed: Bed, journey: Journey): Promise<void> {
  if (journey === 'rollback') expectPass(await bed.deploy());
  if (journey !== 'repair') return;
  // A switch that nobody ended, on a release that nobody confirmed.
  const flag = makeFlag(bed);
  const order = await orderFor(bed, 'deployment');
  const marker = { program: 'switch', marker: 'switched' };
  await using bundle = await bundleWith(bed, { action: order.action, marker, victim: 'both', flag });
  await using step = await bed.start({ ...order, dist: bundle.path });
  await killAt(step, flag, 'both');
}

async function orderFor(bed: Bed, journey: Journey): Promise<Order> {
  if (journey === 'rollback') return { action: 'rollback' };
  const source = await bed.nextSource();
  const refusal = { 'health-command': 'exit 1', 'health-timeout': '1s' };
  return {
    action: 'deploy-ssh',
    inputs: { source, 'keep-releases': '2', ...(journey === 'refused deployment' ? refusal : {}) },
  };
}

interface Failpoint {
  readonly action: ActionName;
  readonly marker: Marker;
  readonly victim: Victim;
  readonly flag: Flag;
}

function bundleWith({ bundles }: Bed, { action, marker, victim, flag }: Failpoint): Promise<TemporaryFolder> {
  return distWithFailpoint({ ...marker, action, dist: bundles.folder(action), line: faultLine(victim, flag) });
}

/** Only the programs that a runner started are meant here, not the watchdog, which runs the same text. */
function faultLine(victim: Victim, { path, goPath }: Flag): string {
  const fault = victim === 'runner' ? `until [ -e ${goPath} ]; do sleep 0.05; done` : 'kill -s KILL $$';
  return `if [ "\${arg_do:-}" != watch ] && [ ! -e ${path} ]; then echo $$ >${path}; ${fault}; fi`;
}

/** Waits for the flag and kills the action where it is to die. */
export async function killAt(step: Step, flag: Flag, victim: Victim): Promise<void> {
  const ended = step.running.ended.then(() => true);
  const isUp = await waitUntil(async () => (await flag.isUp()) || (await Promise.race([ended, pause(0, false)])), {
    deadlineMs: 60_000,
    what: 'the step to be reached',
  });
  if (!isUp || !(await flag.isUp())) {
    throw new Error(`The step was never reached: ${(await step.running.ended).stdout}`);
  }
  if (victim !== 'program') step.running.kill('SIGKILL');
  await step.running.ended;
  if (victim === 'runner') await flag.release();
}

/** Process id of the program that stands at the flag. */
export async function programAt(flag: Flag): Promise<number> {
  return Number(await readFile(flag.path, 'utf8'));
}
