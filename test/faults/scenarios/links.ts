import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { checkStore, type FaultProxy, startFaultProxy, waitUntil } from '@plimsoll/testkit';
import { type Bed, type Flag, makeFlag, type Order, type Step } from './bed.ts';
import { expectTidyPost, reached, stopAt } from './failpoints.ts';
import { expectHonest, expectRecovery, expectSettled, expectSound } from './sound.ts';

export const LINK_PHASES = ['open', 'transfer', 'prepare', 'gate', 'close'] as const;
export type LinkPhase = (typeof LINK_PHASES)[number];

export interface LinkFault {
  readonly phase: LinkPhase;
  /** `cut`: reset from the middle of the way. `freeze`: nothing passes any more, and nothing tells so. */
  readonly kind: 'cut' | 'freeze';
  readonly post: boolean;
}

/** The line to the server breaks during an execution. The action ends by itself, and says what it does not know. */
export async function breakLink(bed: Bed, { phase, kind, post }: LinkFault): Promise<void> {
  const flag = makeFlag(bed);
  await using proxy = await startFaultProxy({ target: bed.server });
  await using order = await orderFor(bed, phase, flag);
  await using step = await bed.start({ ...order, address: proxy });
  await strikeIn(phase, { kind, proxy, step, flag });
  const run = await step.running.ended;
  await flag.release();
  expect([run.outputs['verdict'], run.outputs['failure-code']]).toEqual(['fail', 'connect']);
  await expectSound(bed);
  if (phase !== 'close') await expectHonest(bed, run);
  proxy.thaw();
  if (post) await expectTidyPost(step);
  await expectSound(bed);
  await expectRecovery(bed);
}

/** The line freezes after the switch, and nobody ever comes back: the server goes back by itself, at its deadline. */
export async function freezeForever(bed: Bed, bundles: Bed['bundles']): Promise<void> {
  const flag = makeFlag(bed);
  await using proxy = await startFaultProxy({ target: bed.server });
  const source = await bed.nextSource();
  const { current: before } = await checkStore(bed.deployPath);
  await using step = await bed.start({
    action: 'deploy-ssh',
    inputs: { source, 'health-command': `: >${flag.path}; sleep 20`, 'health-timeout': '30s' },
    dist: bundles.folder('deploy-ssh'),
    address: proxy,
  });
  await reached(step, flag);
  proxy.freeze();
  step.running.kill('SIGKILL');
  const isBack = async (): Promise<boolean> => {
    const { current, isSettled } = await checkStore(bed.deployPath);
    return isSettled && JSON.stringify(current) === JSON.stringify(before);
  };
  await waitUntil(isBack, { deadlineMs: 180_000, what: 'the server to go back by itself' });
  expect((await expectSettled(bed)).ledger.at(-1)).toMatchObject({ event: 'reverted' });
  await expectRecovery(bed);
}

interface Scene extends Pick<LinkFault, 'kind'> {
  readonly proxy: FaultProxy;
  readonly step: Step;
  readonly flag: Flag;
}

async function strikeIn(phase: LinkPhase, { kind, proxy, step, flag }: Scene): Promise<void> {
  if (phase === 'transfer') {
    proxy[kind]({ direction: 'up', afterBytes: TRANSFER_BYTES / 2 });
    await waitUntil(() => proxy.hasStruck(), { deadlineMs: 60_000, what: 'half of the transfer' });
    return;
  }
  await reached(step, flag);
  proxy[kind]();
}

/** Of bytes that no compression makes less, so that the middle of the transfer is the middle of the stream. */
const TRANSFER_BYTES = 2_000_000;

async function orderFor(bed: Bed, phase: LinkPhase, flag: Flag): Promise<Order & AsyncDisposable> {
  const source = await bed.nextSource();
  if (phase === 'transfer') await writeFile(join(source, 'big'), randomBytes(TRANSFER_BYTES));
  const hook = `: >${flag.path}; until [ -e ${flag.goPath} ]; do sleep 0.05; done`;
  const plain = (inputs: Readonly<Record<string, string>> = {}): Order & AsyncDisposable => ({
    action: 'deploy-ssh',
    inputs: { source, ...inputs },
    [Symbol.asyncDispose]: async () => {},
  });
  switch (phase) {
    case 'transfer':
      return plain();
    case 'prepare':
      return plain({ prepare: hook });
    case 'gate':
      return plain({ 'health-command': hook });
    case 'open':
      return stopAt(bed, { program: 'open', marker: 'recovered' }, flag);
    case 'close':
      return stopAt(bed, { program: 'armed', marker: 'confirmed' }, flag);
  }
}
