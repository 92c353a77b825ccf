import type { FailureCode } from '@plimsoll/outcome';

/** What a rule is about; one table of the report each. */
export type Area = 'commands' | 'tests' | 'coverage' | 'findings' | 'version' | 'source' | 'environment' | 'approvals';

/** Why a rule came out as it did. Closed: workflows may compare it. */
export type Reason =
  | 'met'
  | 'no-evidence' // what the rule needs is missing, empty, unreadable or could not be asked for
  | 'too-few'
  | 'too-many'
  | 'too-low'
  | 'dropped'
  | 'unmeasured' // changed code of which no report says anything
  | 'found'
  | 'wrong-form'
  | 'differs'
  | 'missing'
  | 'wrong-ref'
  | 'pull-request'
  | 'not-live'
  | 'unprotected'
  | 'rejected'
  | 'role-unfilled'
  | 'exit-code'
  | 'timed-out';

/** One rule with what came of it. Texts may hold what reports or people wrote: escape them. */
export interface Ruling {
  readonly area: Area;
  /** The input that asked for it, and what of it where it has several: `coverage`, `min-coverage src/core/**`. */
  readonly rule: string;
  readonly verdict: 'pass' | 'fail';
  /** Empty exactly when the verdict is `pass`. */
  readonly code: FailureCode | '';
  readonly reason: Reason;
  readonly wanted: string;
  readonly seen: string;
  /** What to know beside the figures: who does not count, what was left out. Often empty. */
  readonly detail: string;
}

/** The part of a ruling that is known before it is judged. */
export interface RuleName {
  readonly area: Area;
  readonly rule: string;
  readonly wanted: string;
}

/** What was seen when a rule was judged. */
export interface Sight {
  readonly seen: string;
  readonly detail?: string;
}

export function met(name: RuleName, { seen, detail = '' }: Sight): Ruling {
  return { ...name, verdict: 'pass', code: '', reason: 'met', seen, detail };
}

/** How a rule was broken. */
export interface Breach extends Sight {
  readonly code: FailureCode;
  readonly reason: Exclude<Reason, 'met'>;
}

export function broken(name: RuleName, { code, reason, seen, detail = '' }: Breach): Ruling {
  return { ...name, verdict: 'fail', code, reason, seen, detail };
}
