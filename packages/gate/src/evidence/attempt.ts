import { Failure, type FailureCode } from '@plimsoll/outcome';
import { type Evidence, known, unknown } from '@plimsoll/policy';

/** Failures that make evidence unknown, and the gate go on to judge the rest. Everything else ends it. */
const MAKES_UNKNOWN: ReadonlySet<FailureCode> = new Set(['report', 'github', 'github-permission', 'input']);

/** What a question gives, or why it gave nothing. */
export async function attempt<T>(question: () => Promise<T>): Promise<Evidence<T>> {
  try {
    return known(await question());
  } catch (thrown) {
    if (thrown instanceof Failure && MAKES_UNKNOWN.has(thrown.code)) return unknown(thrown.code, thrown.message);
    throw thrown;
  }
}

/** What follows from evidence, if there is any. */
export async function andThen<T, U>(evidence: Evidence<T>, next: (facts: T) => Promise<U>): Promise<Evidence<U>> {
  return evidence.kind === 'known' ? attempt(() => next(evidence.facts)) : evidence;
}
