import type { ConsecutiveRule, ErrorRule, FixedRule, OfRule, SequentialRule } from './rules.ts';
import { testOf } from './sequential.ts';

/** `failing` is for good; `passing` may be lost by later samples; `exhausted` has reached its cap without an answer. */
export type ErrorState = 'undecided' | 'passing' | 'failing' | 'exhausted';

export interface ErrorTest {
  add(kind: 'ok' | 'wrong'): void;
  state(): ErrorState;
}

/** What an error rule says of the samples so far, after each of them. */
export function createErrorTest(rule: ErrorRule): ErrorTest {
  const next = stepOf(rule);
  let state: ErrorState = 'undecided';
  return {
    add(kind) {
      // The step runs on after a failure or the cap, but neither is ever taken back.
      const seen = next(kind);
      if (state === 'failing' || (state === 'exhausted' && seen !== 'failing')) return;
      state = seen;
    },
    state: () => state,
  };
}

type Step = (kind: 'ok' | 'wrong') => ErrorState;

function stepOf(rule: ErrorRule): Step {
  switch (rule.kind) {
    case 'fixed':
      return fixedStep(rule);
    case 'sequential':
      return rule.maxErrorRate === 0 ? fixedStep({ samples: rule.cap, maxErrorRate: 0 }) : sequentialStep(rule);
    case 'of':
      return notBefore(rule.samples, ofStep(rule));
    case 'consecutive':
      return notBefore(rule.samples, consecutiveStep(rule));
  }
}

function fixedStep({ samples, maxErrorRate }: Omit<FixedRule, 'kind'>): Step {
  // 0.29 * 100 is a little less than 29.
  const allowed = Math.floor(samples * maxErrorRate + 1e-9);
  const look = createWindow(samples);
  return (kind) => {
    const { seen, wrong } = look(kind);
    if (wrong > allowed) return 'failing';
    return seen === samples ? 'passing' : 'undecided';
  };
}

function ofStep(rule: OfRule): Step {
  const look = createWindow(rule.of);
  return (kind) => {
    const { seen, wrong } = look(kind);
    if (wrong > rule.of - rule.pass) return 'failing';
    return seen - wrong >= rule.pass ? 'passing' : 'undecided';
  };
}

/** A window is not over because its beginning was well. */
function notBefore(samples: number | undefined, step: Step): Step {
  let seen = 0;
  return (kind) => {
    seen += 1;
    const state = step(kind);
    return state === 'passing' && seen < (samples ?? 0) ? 'undecided' : state;
  };
}

/** The errors among the last so many samples. Only where they were is kept, so that a large window costs no memory. */
function createWindow(size: number): (kind: 'ok' | 'wrong') => { readonly seen: number; readonly wrong: number } {
  const wrongs: number[] = [];
  let seen = 0;
  return (kind) => {
    seen += 1;
    if (kind === 'wrong') wrongs.push(seen);
    while (wrongs[0] !== undefined && wrongs[0] <= seen - size) wrongs.shift();
    return { seen: Math.min(seen, size), wrong: wrongs.length };
  };
}

/**
 * The test goes on after it passed, for as long as the service has to stay healthy: it then gets no credit beyond the line it has
 * crossed, so that ten thousand good samples do not hide the outage after them (E. S. Page, Continuous Inspection Schemes,
 * Biometrika 41, 1954). The cap counts the samples since the line was last reached.
 */
function sequentialStep(rule: SequentialRule): Step {
  const test = testOf(rule);
  let ratio = 0;
  let open = 0;
  return (kind) => {
    ratio = Math.max(test.passAt, ratio + test[kind]);
    if (ratio >= test.failAt) return 'failing';
    open = ratio === test.passAt ? 0 : open + 1;
    if (open === 0) return 'passing';
    return open >= rule.cap ? 'exhausted' : 'undecided';
  };
}

function consecutiveStep({ successes, failures }: ConsecutiveRule): Step {
  const inARow = { ok: 0, wrong: 0 };
  return (kind) => {
    inARow[kind === 'ok' ? 'wrong' : 'ok'] = 0;
    inARow[kind] += 1;
    if (inARow.wrong >= failures) return 'failing';
    return inARow.ok >= successes ? 'passing' : 'undecided';
  };
}
