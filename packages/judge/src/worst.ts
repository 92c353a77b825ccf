import type { FailureCode, Verdict } from '@plimsoll/outcome';

/** What is compared of a judgement; it may have more. */
export interface Judged {
  readonly verdict: Verdict;
  readonly code: FailureCode | '';
  readonly reason: string;
}

/** The verdict over several checks. */
export type Worst<J extends Judged> =
  | { readonly verdict: 'pass'; readonly code: ''; readonly reason: string; readonly of: J }
  | {
      readonly verdict: 'fail' | 'inconclusive';
      readonly code: FailureCode;
      readonly reason: string;
      /** The one that decided; undefined when there was none at all. */
      readonly of: J | undefined;
    };

const NONE = { verdict: 'inconclusive', code: 'inconclusive', reason: 'Nothing was checked', of: undefined } as const;

/**
 * Several checks in one verdict: fail before inconclusive before pass, and of the same verdict the first. No checks are inconclusive. What
 * contradicts itself, a pass with a code, is a failure.
 */
export function worstOf<J extends Judged>(judgements: readonly J[]): Worst<J> {
  const [of] = judgements.toSorted((a, b) => weightOf(b) - weightOf(a));
  if (of === undefined) return NONE;
  const { reason } = of;
  const verdict = of.verdict === 'pass' && of.code !== '' ? 'fail' : of.verdict;
  if (verdict === 'pass') return { verdict, code: '', reason, of };
  return { verdict, code: of.code || (verdict === 'fail' ? 'internal' : 'inconclusive'), reason, of };
}

function weightOf({ verdict, code }: Judged): number {
  if (verdict === 'inconclusive') return 1;
  return verdict === 'pass' && code === '' ? 0 : 2;
}
