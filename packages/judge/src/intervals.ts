import { chanceOfAtLeast, chanceOfAtMost } from './binomial.ts';

/** How sure each end of every interval is, on its own; both ends together hold with at least 90 %. */
export const CONFIDENCE = 0.95;

const DOUBT = 1 - CONFIDENCE;

/**
 * Samples that end where they have decided are not any samples: an end of an exact interval that is meant to miss once in 20 then misses up
 * to once in 9. Meant to miss once in 50, it misses at most once in 20, whatever the limit and the true rate are (test/intervals.test.ts).
 */
const DOUBT_WHERE_DECIDED = 0.02;

/** What ended the samples: their number, or what they showed. */
export type Ending = 'planned' | 'decided';

/** What the true rate may be: shares from 0 to 1. */
export interface RateInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * The exact interval of the true error rate, after so many errors in so many samples. Each end is exact at 95 % on its own, as one asks
 * "up to what?": 0 of 10 leaves room for 26 %, 0 of 299 for 1 %. Without samples it is 0 to 1. Where the samples ended as they had decided,
 * and not without an error, it is as much wider as it takes to hold with 95 % all the same.
 *
 * Source: C. J. Clopper and E. S. Pearson, The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial,
 * Biometrika 26 (1934), 404-413.
 */
export function rateInterval(errors: number, samples: number, ending: Ending = 'planned'): RateInterval {
  const doubt = ending === 'decided' && errors > 0 ? DOUBT_WHERE_DECIDED : DOUBT;
  return {
    low: errors === 0 ? 0 : solve((chance) => chanceOfAtLeast(errors, { draws: samples, chance }) < doubt),
    high: errors === samples ? 1 : solve((chance) => chanceOfAtMost(errors, { draws: samples, chance }) > doubt),
  };
}

/** How many samples without an error show that the true rate is below `rate` (above 0, below 1): 299 for 1 %. */
export function cleanSamplesToShow(rate: number): number {
  return Math.ceil(Math.log(DOUBT) / Math.log1p(-rate));
}

/** The chance at which a condition that holds for small ones stops to hold. */
function solve(holds: (chance: number) => boolean): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
