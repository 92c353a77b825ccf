import { readdir, readlink } from 'node:fs/promises';
import { expect } from '@jest/globals';
import { checkStore, isAlive, signalProcess, waitUntil } from '@plimsoll/testkit';
import { type Bed, makeFlag } from './bed.ts';
import { expectTidyPost, failpointBundle, reached } from './failpoints.ts';
import { expectHonest, expectPass, expectRecovery, expectSettled, expectSound } from './sound.ts';

/** The post step of a dead run comes when another run's release waits for its confirmation: it is none of its business. */
export async function latePost(bed: Bed): Promise<void> {
  const flag = makeFlag(bed);
  const source = await bed.nextSource();
  await using bundle = await failpointBundle(bed, {
    action: 'deploy-ssh',
    marker: { program: 'stage', marker: 'published' },
    fault: 'kill -s KILL $$',
    flag,
  });
  await using dead = await bed.start({ action: 'deploy-ssh', inputs: { source }, dist: bundle.path });
  await reached(dead, flag);
  dead.running.kill('SIGKILL');
  const other = await bed.deploy({ inputs: { confirm: 'later' } });
  expectPass(other);
  await expectTidyPost(dead);
  const confirmed = await bed.rollback({ inputs: { mode: 'confirm' } });
  expectPass(confirmed);
  expect((await expectSettled(bed)).current).toEqual({ kind: 'release', release: other.outputs['release-id'] });
  await expectRecovery(bed);
}

/** The runner and all its ssh processes sleep while a hook runs, until the lease is over and another run has deployed. */
export async function sleepingRunner(bed: Bed, hook: 'before-switch' | 'health-command'): Promise<void> {
  const flag = makeFlag(bed);
  const source = await bed.nextSource();
  const wait = `: >${flag.path}; until [ -e ${flag.goPath} ]; do sleep 0.05; done`;
  await using step = await bed.start({ action: 'deploy-ssh', inputs: { source, [hook]: wait } });
  await reached(step, flag);
  const sleepers = [step.running.pid, ...(await processesIn(step.temp))];
  for (const pid of sleepers) signalProcess(pid, 'SIGSTOP');
  const faster = await bed.deploy();
  expectPass(faster);
  await flag.release();
  for (const pid of sleepers) signalProcess(pid, 'SIGCONT');
  const slept = await step.running.ended;
  expect(slept.outputs['verdict']).toBe('fail');
  await expectTidyPost(step);
  const { current, releases } = await expectSettled(bed);
  expect(current).toEqual({ kind: 'release', release: faster.outputs['release-id'] });
  expect(releases.find(({ id }) => id === slept.outputs['release-id'])?.state).not.toBe('healthy');
  await expectRecovery(bed);
}

/** Several deployments and a rollback start at the same moment: each has its turn. */
export async function crowd(bed: Bed, deployments: number): Promise<void> {
  const runs = await Promise.all([
    ...Array.from({ length: deployments }, () => bed.deploy()),
    bed.rollback({ inputs: { mode: 'auto' } }),
  ]);
  for (const run of runs) expectPass(run);
  await expectSettled(bed);
  await expectRecovery(bed);
}

/** Something on the server kills the program while it runs a hook: the hook ends, the runner hears of it, and the next run has no long wait. */
export async function programDiesInHook(bed: Bed): Promise<void> {
  const flag = makeFlag(bed);
  const source = await bed.nextSource();
  const hook = `echo $$ >${flag.path}; kill -s KILL $PPID; sleep 300`;
  await using step = await bed.start({ action: 'deploy-ssh', inputs: { source, prepare: hook } });
  await reached(step, flag);
  const run = await step.running.ended;
  expect(run.outputs['verdict']).toBe('fail');
  // Long before the hook would end by itself.
  expect(run.durationMs).toBeLessThan(150_000);
  await expectHonest(bed, run);
  await expectSound(bed);
  await expectTidyPost(step);
  const pid = Number(await flag.text());
  await waitUntil(async () => !(await isAlive(pid)), { deadlineMs: 60_000, what: 'the hook to be stopped' });
  await expectRecovery(bed);
}

/** The watchdog alone: runner and program die right after the switch, and nobody comes. */
export async function nobodyComes(bed: Bed, abandon: () => Promise<{ readonly release: string }>): Promise<void> {
  const { ledger: before } = await checkStore(bed.deployPath);
  const { release } = await abandon();
  await waitUntil(async () => (await checkStore(bed.deployPath)).isSettled, {
    deadlineMs: 180_000,
    what: 'the watchdog to go back and to enter it',
  });
  const { current, ledger, releases } = await expectSettled(bed);
  expect(ledger.length).toBe(before.length + 1);
  expect(ledger.at(-1)).toMatchObject({ event: 'reverted', release });
  expect(current).toEqual({ kind: 'release', release: ledger.at(-1)?.previous });
  expect(releases.find(({ id }) => id === release)?.state).toBe('reverted');
  await expectRecovery(bed);
}

/** Processes that work in a folder: those of the ssh client do so in their runner's. */
async function processesIn(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
  return pids.filter((_, index) => places[index]?.startsWith(`${folder}/`));
}
