import { setTimeout as pause } from 'node:timers/promises';
import { Failure, type FailureCode, type Json } from '@plimsoll/outcome';
import { systemPorts } from '@plimsoll/probe';
import {
  type Baselines,
  type Mode,
  makePlan,
  readCheckFile,
  type Verification,
  type VerificationPlan,
  type VerificationPorts,
  type VerificationReport,
  verify,
} from '@plimsoll/verification';
import { Bed } from './bed.ts';

/** One mapping of a file of checks, as a user writes it. */
export type Written = Readonly<Record<string, Json>>;

/** What is verified, and from where it is looked at. */
export interface Situation {
  readonly checks: readonly Written[];
  /** What stands beside the checks in the file. */
  readonly settings?: Written | undefined;
  readonly mode?: Mode | undefined;
  readonly before?: Baselines | undefined;
  readonly ports?: Partial<VerificationPorts> | undefined;
  /** For plans that no file can ask for. */
  readonly plan?: Partial<VerificationPlan> | undefined;
}

export interface Case {
  readonly name: string;
  /** Empty for a service that is well. */
  readonly expected: FailureCode | '';
  /** What the summary has to say, or the notes of the last attempt. */
  readonly says?: RegExp | undefined;
  readonly arrange: (bed: Bed) => Situation | Promise<Situation>;
}

/** How a case ended; `refused` when there was nothing to verify. */
export interface CaseEnd {
  readonly verdict: VerificationReport['verdict'] | 'refused';
  readonly code: FailureCode | '';
  /** The summary, and what was noted beside it. */
  readonly said: string;
}

/** One round of readiness: what is not well at once never will be here. */
const SETTINGS: Written = { 'ready-within': '400ms' };
/** A file allows 10 ms at least, for the sake of servers that are not one's own. */
const INTERVAL_MS = 1;

/** Starts what a case needs, and verifies it with the whole engine, from the text of the file on. */
export async function runCase({ arrange }: Case): Promise<CaseEnd> {
  await using bed = new Bed();
  try {
    const { report } = await verifyAs(await arrange(bed));
    return { verdict: report.verdict, code: report.code, said: saidBy(report) };
  } catch (thrown) {
    if (thrown instanceof Failure) return { verdict: 'refused', code: thrown.code, said: thrown.message };
    throw thrown;
  }
}

export function verifyAs({ checks, settings, mode = 'post', before, ports, plan }: Situation): Promise<Verification> {
  const file = readCheckFile(JSON.stringify({ checks, ...SETTINGS, ...settings }));
  const made = makePlan({ mode, environment: 'corpus', file, inputs: {} });
  const intervalMs = mode === 'monitor' ? made.intervalMs : INTERVAL_MS;
  return verify({ plan: { ...made, intervalMs, ...plan }, before, ports: portsWith(ports) });
}

function portsWith(more: Partial<VerificationPorts> = {}): VerificationPorts {
  return {
    ...systemPorts,
    sleep: (ms, signal) => pause(ms, undefined, { signal }).catch(() => undefined),
    shells: [],
    progress: () => {},
    signal: new AbortController().signal,
    ...more,
  };
}

function saidBy({ summary, checks }: VerificationReport): string {
  const noted = checks.flatMap(({ last }) => [
    ...(last?.evidence.deadAddresses ?? []).map((address) => `dead: ${address}`),
    ...(last?.evidence.notes ?? []),
  ]);
  return [summary, ...noted].join('\n');
}

const UNDECIDED: readonly string[] = ['inconclusive', 'probe-environment'];
const REFUSED: readonly string[] = ['input', 'cancelled'];

/** The verdict that belongs to a code. */
export function verdictOf(code: FailureCode | ''): CaseEnd['verdict'] {
  if (code === '') return 'pass';
  if (REFUSED.includes(code)) return 'refused';
  return UNDECIDED.includes(code) ? 'inconclusive' : 'fail';
}
