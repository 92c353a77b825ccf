/** How a case ended, the worse the higher. */
export const PASSED = 0;
export const SKIPPED = 1;
export const FAILED = 2;
export const ERRORED = 3;

/** One of the four. */
export type CaseOutcome = typeof PASSED | typeof SKIPPED | typeof FAILED | typeof ERRORED;

/** What an element within a case or suite says about it. */
export type OutcomeElement =
  | { readonly kind: 'outcome'; readonly outcome: CaseOutcome }
  /** An attempt that failed before one that passed. */
  | { readonly kind: 'recovered' };

/**
 * The elements that tell how a case ended. Surefire writes `rerunFailure` beside a `failure` when the case failed again, and
 * `flakyFailure` alone when it passed in the end.
 */
export const OUTCOME_ELEMENTS: ReadonlyMap<string, OutcomeElement> = new Map<string, OutcomeElement>([
  ['failure', { kind: 'outcome', outcome: FAILED }],
  ['error', { kind: 'outcome', outcome: ERRORED }],
  ['skipped', { kind: 'outcome', outcome: SKIPPED }],
  ['rerunFailure', { kind: 'outcome', outcome: FAILED }],
  ['rerunError', { kind: 'outcome', outcome: ERRORED }],
  ['flakyFailure', { kind: 'recovered' }],
  ['flakyError', { kind: 'recovered' }],
]);

const BY_STATUS: ReadonlyMap<string, CaseOutcome> = new Map<string, CaseOutcome>([
  ...['fail', 'failed', 'failure', 'broken', 'timeout', 'timedout'].map((word) => [word, FAILED] as const),
  ...['error', 'errored', 'aborted', 'crashed'].map((word) => [word, ERRORED] as const),
  ...['skip', 'skipped', 'suppressed', 'notrun', 'not run', 'disabled', 'ignored', 'pending', 'todo'].map(
    (word) => [word, SKIPPED] as const,
  ),
]);

/** What the attributes `status` and `result` of a case say, as GoogleTest, CTest and others write them; words that are not known say nothing. */
export function outcomeOfStatus(status: string): CaseOutcome {
  return BY_STATUS.get(status.trim().toLowerCase()) ?? PASSED;
}

/** The worse of two. */
export function worse(one: CaseOutcome, other: CaseOutcome): CaseOutcome {
  return one >= other ? one : other;
}
