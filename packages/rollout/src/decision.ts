import type { Failure, FailureCode } from '@plimsoll/outcome';
import type { Attempt, GateVerdict, HostEnd, HostOutcome, RolloutHost, Settled, Settlement } from './host.ts';

/** What is known of a host while the rollout goes on. */
export interface HostRecord {
  readonly host: RolloutHost;
  reached: 'open' | 'stage' | 'prepare' | 'switch';
  trouble: Failure | undefined;
  gate: GateVerdict | undefined;
}

export function isGood(record: HostRecord): boolean {
  return record.trouble === undefined && (record.gate?.code ?? '') === '';
}

/** What is to be done with one host once it is decided for all. */
export function settlementOf(record: HostRecord, decision: 'confirm' | 'later' | 'undo'): Settlement {
  if (decision !== 'undo') return { decision };
  if (record.reached !== 'switch') return { decision: 'drop' };
  const cause = causeOf(record);
  // Only its own gate can say that a release is bad; a cancelled run or another host's trouble says nothing about it.
  const refused = record.gate !== undefined && record.gate.code !== '' && record.gate.code !== 'cancelled';
  return { decision: 'revert', cause: cause || 'other-host', mark: refused ? 'failed' : 'reverted' };
}

const ENDS: Readonly<Record<Settled['end'], HostEnd>> = {
  confirmed: 'healthy',
  pending: 'pending',
  dropped: 'untouched',
  reverted: 'reverted',
  'revert-failed': 'revert-failed',
  stayed: 'failed',
  late: 'reverted',
};

/** What is reported of a host: what it said last, and the first reason why it is not better. */
export function concludeHost(record: HostRecord, settled: Attempt<Settled>): HostOutcome {
  const { label } = record.host;
  if (!settled.ok) return concludeUnsettled(record, settled.failure);
  const { end, detail } = settled.value;
  if (end === 'late')
    return { label, end: 'reverted', code: 'reverted', detail: `The confirmation came too late: ${detail}.` };
  const code = causeOf(record);
  return { label, end: ENDS[end], code, detail: detailOf(record) || detail };
}

/** A host that was not switched and does not answer any more is untouched all the same; a switched one is unknown. */
function concludeUnsettled(record: HostRecord, failure: Failure): HostOutcome {
  const end = record.reached === 'switch' ? 'unknown' : 'untouched';
  const first =
    causeOf(record) === ''
      ? { code: failure.code, detail: failure.message }
      : { code: causeOf(record), detail: detailOf(record) };
  return { label: record.host.label, end, ...first };
}

function causeOf(record: HostRecord): FailureCode | '' {
  return record.trouble?.code ?? record.gate?.code ?? '';
}

function detailOf(record: HostRecord): string {
  return record.trouble?.message ?? record.gate?.detail ?? '';
}

/** The verdict over all hosts: what the worst of them says. */
export interface RolloutVerdict {
  /** Empty when every host is healthy or pending. */
  readonly code: FailureCode | '';
  /** Why it failed, before any revert: the code of the first host with a reason. */
  readonly cause: FailureCode | '';
  readonly detail: string;
  readonly host: string;
}

/**
 * One code for the whole rollout. A revert that failed and a host of which nothing is known weigh most, because a person has to look;
 * then a cancelled run; then that hosts went back; and where nothing was switched, the reason itself.
 */
export function concludeRollout(outcomes: readonly HostOutcome[], cancelled: boolean): RolloutVerdict {
  const first = outcomes.find((outcome) => outcome.code !== '');
  const base = { cause: first?.code ?? '', detail: first?.detail ?? '', host: first?.label ?? '' } as const;
  const has = (end: HostEnd): boolean => outcomes.some((outcome) => outcome.end === end);
  if (has('revert-failed')) return { ...base, code: 'revert-failed' };
  const unknown = outcomes.find((outcome) => outcome.end === 'unknown');
  if (unknown !== undefined) return { ...base, code: unknown.code || 'connect' };
  if (cancelled && !outcomes.every((outcome) => outcome.end === 'healthy' || outcome.end === 'pending'))
    return { ...base, code: 'cancelled' };
  if (has('reverted')) return { ...base, code: 'reverted' };
  return { ...base, code: base.cause };
}
