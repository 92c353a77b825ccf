export { asFailure, Failure } from './failure.ts';
export type { FailureCode } from './failure-codes.ts';
export { exitCodeOf, FAILURE_CODES, isFailureCode } from './failure-codes.ts';
export type { Json, Result, Verdict } from './result.ts';
