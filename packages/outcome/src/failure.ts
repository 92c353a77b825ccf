import type { FailureCode } from './failure-codes.ts';

/**
 * An expected failure: something a user, a server or the network did, with the code that names it. Anything else that
 * is thrown is a fault of ours and becomes `internal`.
 */
export class Failure extends Error {
  readonly code: FailureCode;

  /** @param message what happened, the value seen, what to do; the first line has to make sense alone */
  constructor(code: FailureCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'Failure';
    this.code = code;
  }
}

/** What was thrown as a `Failure`: itself if it is one, otherwise `internal` with what was thrown as its cause. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) {
    return thrown;
  }
  return new Failure('internal', `Unexpected error: ${describe(thrown)}`, { cause: thrown });
}

/** One line for anything that can be thrown, without a stack: this text may end up in an annotation. */
function describe(thrown: unknown): string {
  try {
    return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  } catch {
    // An object without a usable toString must not hide the failure that is being reported.
    return 'a value that has no text';
  }
}
