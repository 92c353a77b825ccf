import type { FailureCode } from '@plimsoll/outcome';
import type { Baseline } from './baseline.ts';
import type { Evidence } from './evidence.ts';

interface Said {
  /** One sentence with the numbers that were seen. */
  readonly reason: string;
  /** One line: what this many samples can and cannot show. */
  readonly shows: string;
  readonly evidence: Evidence;
}

export interface Passed extends Said {
  readonly verdict: 'pass';
  readonly code: '';
}

export interface NotPassed extends Said {
  readonly verdict: 'fail' | 'inconclusive';
  readonly code: FailureCode;
}

export type Judgement = Passed | NotPassed;

/** What to keep of a judgement to compare a later one with. */
export function baselineOf({ verdict, code, reason, evidence }: Judgement): Baseline {
  const { ok, wrong, latency } = evidence;
  return { schema: 'plimsoll/baseline@1', verdict, code, reason, samples: ok + wrong, errors: wrong, latency };
}
