import { asFailure, type Failure } from '@plimsoll/outcome';
import { concludeHost, type HostRecord, isGood, settlementOf } from './decision.ts';
import type { Attempt, HostOutcome, RolloutHost, Settled } from './host.ts';

export interface RolloutRequest {
  readonly hosts: readonly RolloutHost[];
  /** `later`: leave passed hosts to be confirmed by somebody else before their deadline. */
  readonly confirm: 'auto' | 'later';
  readonly signal: AbortSignal;
}

/**
 * Takes all hosts through stage, prepare and switch side by side. Each step starts only when the one before succeeded on every host, and
 * all hosts are waited for, so that they end on one version: every host that was switched is confirmed, or every one goes back.
 */
export async function rollOut(request: RolloutRequest): Promise<readonly HostOutcome[]> {
  const records = request.hosts.map(
    (host): HostRecord => ({ host, reached: 'open', trouble: undefined, gate: undefined }),
  );
  const go = (): boolean => !request.signal.aborted && records.every(isGood);
  if (go()) await each(records, 'stage', ({ host }) => host.stage());
  if (go()) await each(records, 'prepare', ({ host }) => host.prepare());
  if (go())
    await each(records, 'switch', async (record) => Object.assign(record, { gate: await record.host.activate() }));
  const decision = go() ? (request.confirm === 'auto' ? 'confirm' : 'later') : 'undo';
  return Promise.all(records.map(async (record) => concludeHost(record, await settle(record, decision))));
}

async function each(
  records: readonly HostRecord[],
  step: HostRecord['reached'],
  run: (record: HostRecord) => Promise<unknown>,
): Promise<void> {
  await Promise.all(
    records.map(async (record) => {
      record.reached = step;
      await run(record).catch((thrown: unknown) => {
        record.trouble = asFailure(thrown);
      });
    }),
  );
}

async function settle(record: HostRecord, decision: 'confirm' | 'later' | 'undo'): Promise<Attempt<Settled>> {
  try {
    return { ok: true, value: await record.host.settle(settlementOf(record, decision)) };
  } catch (thrown) {
    return { ok: false, failure: asFailure(thrown) satisfies Failure };
  }
}
