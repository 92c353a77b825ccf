import type { SequentialRule } from './rules.ts';

/** A sequential probability ratio test in numbers. */
interface Test {
  /** What one error adds to the log of the likelihood ratio. */
  readonly wrong: number;
  /** What one success adds; below zero. */
  readonly ok: number;
  /** At or above it the rate is too high. */
  readonly failAt: number;
  /** At or below it the rate is low enough. */
  readonly passAt: number;
}

/**
 * Wald's sequential probability ratio test of half the limit against twice the limit. Looking at every sample does not inflate its
 * error probabilities: they are at most alpha / (1 - beta) and beta / (1 - alpha), and smaller in fact, since the ratio overshoots.
 *
 * Source: A. Wald, Sequential Tests of Statistical Hypotheses, Annals of Mathematical Statistics 16 (1945), 117-186, (3.26)-(3.30).
 */
export function testOf({ maxErrorRate, alpha, beta }: SequentialRule): Test {
  const good = maxErrorRate / 2;
  // Twice a large limit is no rate any more; halfway between the limit and 1 is.
  const bad = Math.min(maxErrorRate * 2, (1 + maxErrorRate) / 2);
  return {
    wrong: Math.log(bad / good),
    ok: Math.log((1 - bad) / (1 - good)),
    failAt: Math.log((1 - beta) / alpha),
    passAt: Math.log(beta / (1 - alpha)),
  };
}

/** How many samples without any error end the test: 303 for 1 % with alpha and beta 1 %; the cap itself for a limit of 0. */
export function cleanSamplesToPass(rule: SequentialRule): number {
  if (rule.maxErrorRate === 0) return rule.cap;
  const { ok, passAt } = testOf(rule);
  return Math.ceil(passAt / ok);
}
