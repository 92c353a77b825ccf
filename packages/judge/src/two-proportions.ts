import { logFactorial } from './binomial.ts';

/** Errors among samples. */
export interface Proportion {
  readonly errors: number;
  readonly samples: number;
}

/**
 * The chance to see at least as many of all errors on the second side, if both sides err alike: Fisher's exact test, one-sided. 1 where
 * a side has no samples.
 *
 * Source: R. A. Fisher, Statistical Methods for Research Workers, 5th edition (1934), section 21.02.
 */
export function chanceOfSoManyMore(first: Proportion, second: Proportion): number {
  const errors = first.errors + second.errors;
  const all = logChoices(first.samples + second.samples, errors);
  let chance = 0;
  for (let more = second.errors; more <= Math.min(errors, second.samples); more += 1) {
    if (errors - more > first.samples) continue;
    chance += Math.exp(logChoices(second.samples, more) + logChoices(first.samples, errors - more) - all);
  }
  return Math.min(1, chance);
}

/** The logarithm of the number of ways to choose so many of n. */
function logChoices(n: number, chosen: number): number {
  return logFactorial(n) - logFactorial(chosen) - logFactorial(n - chosen);
}
