import { asFailure, Failure } from '@plimsoll/outcome';
import type { Outcome } from './action.ts';
import type { Interruptions } from './watch.ts';

/** How the main part of an action ended; `vanished` when the process ends while it has not. */
export type Ending =
  | { readonly kind: 'returned'; readonly outcome: Outcome }
  | { readonly kind: 'threw'; readonly thrown: unknown }
  | { readonly kind: 'vanished' };

const VANISHED =
  'Ended before it was finished: the process was ended from inside, or nothing was left that it could wait for';

/** The outcome to report. Whatever is doubtful is not a pass. */
export function judge(ending: Ending, interruptions: Interruptions): Outcome {
  const { cancelled, crash } = interruptions;
  if (ending.kind === 'threw') {
    return outcomeOf(failureBehind(ending.thrown, interruptions));
  }
  if (ending.kind === 'vanished') {
    const stop = crash === undefined ? cancelled : asFailure(crash.thrown);
    return outcomeOf(stop ?? new Failure('internal', VANISHED));
  }
  const outcome = consistent(ending.outcome);
  return crash === undefined ? outcome : afterCrash(outcome, asFailure(crash.thrown));
}

/** A failure as an outcome, with nothing known besides it. */
export function outcomeOf(failure: Failure): Outcome {
  const verdict = failure.code === 'inconclusive' ? 'inconclusive' : 'fail';
  return { verdict, code: failure.code, summary: failure.message, facts: {}, outputs: {}, report: '' };
}

/** A pass with a code, or a failure without one, contradicts itself; it is reported as what it is worst. */
function consistent(outcome: Outcome): Outcome {
  if (outcome.verdict === 'pass') {
    return outcome.code === '' ? outcome : { ...outcome, verdict: 'fail' };
  }
  if (outcome.code !== '') {
    return outcome;
  }
  return { ...outcome, code: outcome.verdict === 'inconclusive' ? 'inconclusive' : 'internal' };
}

/** A crash spoils a pass, and is more precise than a cancellation that it caused itself; it hides no other failure. */
function afterCrash(outcome: Outcome, crash: Failure): Outcome {
  if (outcome.verdict !== 'pass' && outcome.code !== 'cancelled') {
    return outcome;
  }
  return { ...outcome, verdict: 'fail', code: crash.code, summary: crash.message };
}

/**
 * What was thrown, unless it only happened because the run was stopped: then the reason for stopping. An expected
 * failure with a code of its own, such as `revert-failed`, says more than "cancelled" and stands.
 */
function failureBehind(thrown: unknown, { cancelled, crash }: Interruptions): Failure {
  const failure = asFailure(thrown);
  const stop = crash === undefined ? cancelled : asFailure(crash.thrown);
  if (stop === undefined) {
    return failure;
  }
  if (isAbort(failure.cause) || (crash !== undefined && failure.cause === crash.thrown)) {
    return stop;
  }
  return failure.code === 'internal' ? alsoWhileStopping(stop, failure) : failure;
}

function alsoWhileStopping(stop: Failure, failure: Failure): Failure {
  return new Failure(stop.code, `${stop.message}\nWhile it stopped: ${failure.message}`, { cause: failure.cause });
}

/** Whether an error is, or was caused by, an aborted signal. */
function isAbort(thrown: unknown): boolean {
  // By its name and not its class: what Node aborts with is a DOMException here and an error of its own there.
  if (typeof thrown !== 'object' || thrown === null) {
    return false;
  }
  const stopped =
    thrown instanceof Failure ? thrown.code === 'cancelled' : 'name' in thrown && thrown.name === 'AbortError';
  return stopped || ('cause' in thrown && isAbort(thrown.cause));
}
