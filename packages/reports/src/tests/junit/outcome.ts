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
  // TestNG.
  ['ignored', { kind: 'outcome', outcome: SKIPPED }],
  ['rerunFailure', { kind: 'outcome', outcome: FAILED }],
  ['rerunError', { kind: 'outcome', outcome: ERRORED }],
  ['flakyFailure', { kind: 'recovered' }],
  ['flakyError', { kind: 'recovered' }],
]);

function words(outcome: CaseOutcome, all: string): (readonly [string, CaseOutcome])[] {
  return all.split(' ').map((word) => [word, outcome] as const);
}

const BY_STATUS: ReadonlyMap<string, CaseOutcome> = new Map<string, CaseOutcome>([
  ...words(PASSED, 'run passed pass success successful ok completed'),
  ...words(
    FAILED,
    'fail failed failure failing broken timeout timedout unexpected undefined ambiguous unstable nok ko notok',
  ),
  ...words(
    ERRORED,
    'error errored abort aborted crash crashed killed interrupted cancelled canceled terminated invalid unknown',
  ),
  ...words(
    SKIPPED,
    'skip skipped suppressed notrun notexecuted disabled ignored pending todo untested inconclusive incomplete blocked deselected',
  ),
]);

/** What the attributes `status` and `result` of a case say, as GoogleTest, CTest and others write them; words that are not known say nothing. */
export function outcomeOfStatus(status: string): CaseOutcome {
  // Most of a million cases say it as it stands here. `not run`, `not_run` and `NotRun` are one word.
  return BY_STATUS.get(status) ?? BY_STATUS.get(status.toLowerCase().replace(/[\s_-]+/gu, '')) ?? PASSED;
}

/** The worse of two. */
export function worse(one: CaseOutcome, other: CaseOutcome): CaseOutcome {
  return one >= other ? one : other;
}
