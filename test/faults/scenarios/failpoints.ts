import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import {
  type ActionRun,
  checkStore,
  distWithFailpoint,
  type Step as Marker,
  signalProcess,
  type TemporaryFolder,
  waitUntil,
} from '@plimsoll/testkit';
import { type Bed, type Flag, makeFlag, type Order, type Step } from './bed.ts';
import type { ActionName } from './quick-bundles.ts';
import { expectHonest, expectPass, expectRecovery, expectSettled, expectSound } from './sound.ts';

/** What is under way when the fault strikes; `repair` is a deployment that finds an unconfirmed switch of a dead run. */
export type Journey = 'deployment' | 'refused deployment' | 'rollback' | 'repair';

/** Who dies: the program on the server, the action on its runner, or both at once. */
export type Victim = 'program' | 'runner' | 'both';

export interface Strike {
  readonly journey: Journey;
  readonly marker: Marker;
  readonly victim: Victim;
  /** Whether the post step runs afterwards, or nobody looks after it before the next run. */
  readonly post: boolean;
}

/** The action that a journey starts, whose bundle has the failpoint. */
export function actionOf(journey: Journey): ActionName {
  return journey === 'rollback' ? 'rollback' : 'deploy-ssh';
}

/** Kills at a named step, and checks that the store is sound at once and is repaired by the next run. */
export async function strike(bed: Bed, request: Strike): Promise<void> {
  await prepareFor(bed, request.journey);
  const flag = makeFlag(bed);
  const order = await orderFor(bed, request.journey);
  await using bundle = await failpointBundle(bed, {
    ...request,
    action: order.action,
    fault: faultOf(request.victim, flag),
    flag,
  });
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

/** Leaves a switch behind that nobody ended: runner and program die together right after it. */
export async function abandonSwitch(bed: Bed, bundles = bed.bundles): Promise<{ readonly release: string }> {
  const flag = makeFlag(bed);
  const order = await orderFor(bed, 'deployment');
  const marker = { program: 'switch', marker: 'switched' };
  const action = order.action;
  await using bundle = await failpointBundle(
    { ...bed, bundles },
    { action, marker, fault: faultOf('both', flag), flag },
  );
  await using step = await bed.start({ ...order, dist: bundle.path });
  await killAt(step, flag, 'both');
  const { current } = await checkStore(bed.deployPath);
  if (current.kind !== 'release') throw new Error(`Nothing was switched: ${JSON.stringify(current)}`);
  return { release: current.release };
}

/**
 * The program on the server falls asleep at a named step, as a whole machine does that is moved or stopped, for longer than its lease; another
 * run deploys; then it wakes. It must not change anything any more.
 */
export async function sleepThrough(bed: Bed, { journey, marker }: Pick<Strike, 'journey' | 'marker'>): Promise<void> {
  await prepareFor(bed, journey);
  const flag = makeFlag(bed);
  const order = await orderFor(bed, journey);
  // Signal to the whole process group: what works beside the program sleeps as well.
  await using bundle = await failpointBundle(bed, { action: order.action, marker, fault: 'kill -s STOP 0', flag });
  await using step = await bed.start({ ...order, dist: bundle.path });
  await reached(step, flag);
  const faster = await bed.deploy();
  expectPass(faster);
  await expectSound(bed);
  signalProcess(-(await programAt(flag)), 'SIGCONT');
  const slept = await step.running.ended;
  await expectTidyPost(step);
  const { current } = await expectSettled(bed);
  // Whoever slept before it had a lease takes one now, sees what the other did, and deploys on top of it.
  const [verdict, live] = marker.marker === 'lease-claimed' ? ['pass', slept] : ['fail', faster];
  expect(slept.outputs['verdict']).toBe(verdict);
  expect(current).toEqual({ kind: 'release', release: live.outputs['release-id'] });
  await expectRecovery(bed);
}

/** A watchdog that dies at a named step of its own is followed by the next run. */
export async function strikeWatchdog(
  bed: Bed,
  { bundles, marker }: { readonly bundles: Bed['bundles']; readonly marker: Marker },
): Promise<void> {
  const flag = makeFlag(bed);
  const fault = `[ "\${arg_do:-}" != watch ] || { echo $$ >${flag.path}; kill -s KILL $$; }`;
  await using bundle = await distWithFailpoint({
    ...marker,
    action: 'deploy-ssh',
    dist: bundles.folder('deploy-ssh'),
    line: fault,
  });
  const { release } = await abandonSwitch(bed, { ...bundles, folder: () => bundle.path });
  await waitUntil(() => flag.isUp(), { deadlineMs: 60_000, what: 'the watchdog to reach the step' });
  const { current } = await expectSound(bed);
  expect(current).not.toMatchObject({ release });
  await expectRecovery(bed);
}

async function prepareFor(bed: Bed, journey: Journey): Promise<void> {
  if (journey === 'rollback') expectPass(await bed.deploy());
  if (journey === 'repair') await abandonSwitch(bed);
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

export interface Failpoint {
  readonly action: ActionName;
  readonly marker: Marker;
  /** What the program does at the marker. */
  readonly fault: string;
  readonly flag: Flag;
}

/** A bundle that raises the flag at a step, once, and then does what it is told. The watchdog, which runs the same text, is not meant. */
export function failpointBundle(
  { bundles }: Pick<Bed, 'bundles'>,
  { action, marker, fault, flag }: Failpoint,
): Promise<TemporaryFolder> {
  const line = `if [ "\${arg_do:-}" != watch ] && [ ! -e ${flag.path} ]; then echo $$ >${flag.path}; ${fault}; fi`;
  return distWithFailpoint({ ...marker, action, dist: bundles.folder(action), line });
}

/** Where the runner dies, it dies first: it would act on the death of the program within milliseconds. */
function faultOf(victim: Victim, { goPath }: Flag): string {
  const wait = `until [ -e ${goPath} ]; do sleep 0.05; done`;
  const death = 'kill -s KILL $$';
  return { runner: wait, program: death, both: `${wait}; ${death}` }[victim];
}

/** Waits for the flag and kills the action where it is to die. */
async function killAt(step: Step, flag: Flag, victim: Victim): Promise<void> {
  await reached(step, flag);
  if (victim !== 'program') step.running.kill('SIGKILL');
  await step.running.ended;
  if (victim !== 'program') await flag.release();
}

/** Waits until the program stands at its failpoint. @throws Error when the action ends without getting there */
export async function reached(step: Step, flag: Flag): Promise<void> {
  const ended = step.running.ended.then(() => true);
  await waitUntil(async () => (await flag.isUp()) || (await Promise.race([ended, pause(0, false)])), {
    deadlineMs: 180_000,
    what: 'the step to be reached',
  });
  if (!(await flag.isUp())) throw new Error(`The step was never reached: ${(await step.running.ended).stdout}`);
}

/** Process id of the program that stands at the flag. */
async function programAt(flag: Flag): Promise<number> {
  return Number(await flag.text());
}

/** An order that waits at a step until it is let go. */
export async function stopAt(bed: Bed, marker: Marker, flag: Flag): Promise<Order & AsyncDisposable> {
  const fault = `until [ -e ${flag.goPath} ]; do sleep 0.05; done`;
  const bundle = await failpointBundle(bed, { action: 'deploy-ssh', marker, fault, flag });
  return {
    action: 'deploy-ssh',
    inputs: { source: await bed.nextSource() },
    dist: bundle.path,
    [Symbol.asyncDispose]: () => bundle.remove(),
  };
}
