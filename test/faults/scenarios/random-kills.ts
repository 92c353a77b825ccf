import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { processesWithVariable, type Random, signalProcess } from '@plimsoll/testkit';
import { BED_VARIABLE, type Bed, type Order, type Step } from './bed.ts';
import { expectTidyPost } from './failpoints.ts';
import { expectRecovery, expectSettled, expectSound } from './sound.ts';

/** How many kills struck a run, by what was killed; `too late` when the run had ended before. */
export type KillCounts = Map<'runner' | 'server' | 'too late', number>;

export interface KillRequest {
  readonly random: Random;
  readonly counts: KillCounts;
}

/**
 * Kills the action, or everything that runs for it on the server, at any moment of a deployment or a rollback. Half of the times the post step
 * follows, half of the times nobody comes before the next run.
 */
export async function killAtRandom(bed: Bed, { random, counts }: KillRequest): Promise<void> {
  const order = await randomOrder(bed, random);
  const victim = random.below(10) < 7 ? 'runner' : 'server';
  // Spread over the whole of a run, however fast this machine is at the moment.
  const delayMs = random.below(Math.ceil(bed.memory.lastDurationMs));
  const post = random.below(2) === 0;
  await using step = await bed.start(order);
  const isTooLate = await endsWithin(step, delayMs);
  const struck = isTooLate ? 'too late' : victim;
  counts.set(struck, (counts.get(struck) ?? 0) + 1);
  if (isTooLate) return void (await expectSettled(bed));
  if (victim === 'runner') step.running.kill('SIGKILL');
  else for (const pid of await processesWithVariable(BED_VARIABLE, bed.folder)) signalProcess(pid, 'SIGKILL');
  const run = await step.running.ended;
  if (victim === 'server') expect(['pass', 'fail']).toContain(run.outputs['verdict']);
  await expectSound(bed);
  if (post) await expectTidyPost(step);
  await expectSound(bed);
  await expectRecovery(bed);
}

async function randomOrder(bed: Bed, random: Random): Promise<Order> {
  if (random.below(4) === 0) return { action: 'rollback' };
  const source = await bed.nextSource();
  const refusal = random.below(3) === 0 ? { 'health-command': 'exit 1', 'health-timeout': '1s' } : {};
  return { action: 'deploy-ssh', inputs: { source, 'keep-releases': '2', ...refusal } };
}

async function endsWithin(step: Step, ms: number): Promise<boolean> {
  return Promise.race([step.running.ended.then(() => true), pause(ms, false, { ref: false })]);
}
