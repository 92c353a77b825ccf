import type { FailureCode } from '@plimsoll/outcome';
import { broken, type RuleName, type Ruling } from './ruling.ts';

/** Something a rule needs to know: known as a whole, or not known. There is no half of it. */
export type Evidence<T> = Known<T> | Unknown;

export interface Known<T> {
  readonly kind: 'known';
  readonly facts: T;
}

/** Not known, with the failure that this is. A rule that needs it is broken. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly code: FailureCode;
  /** One sentence: what is missing, and what to do. */
  readonly why: string;
}

export function known<T>(facts: T): Known<T> {
  return { kind: 'known', facts };
}

export function unknown(code: FailureCode, why: string): Unknown {
  return { kind: 'unknown', code, why };
}

/** Judges what is known; what is not known breaks the rule. */
export function judgeKnown<T>(name: RuleName, evidence: Evidence<T>, judge: (facts: T) => Ruling): Ruling {
  return evidence.kind === 'known' ? judge(evidence.facts) : notKnown(name, evidence);
}

/** A rule that cannot be judged is broken. */
export function notKnown(name: RuleName, { code, why }: Unknown): Ruling {
  return broken(name, { code, reason: 'no-evidence', seen: 'not known', detail: why });
}
