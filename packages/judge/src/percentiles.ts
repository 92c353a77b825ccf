import { chanceOfAtLeast, chanceOfAtMost } from './binomial.ts';
import { CONFIDENCE } from './intervals.ts';

/** A percentile of samples, and what the true one may be, in milliseconds. */
export interface Percentile {
  readonly value: number;
  /** The true one is at least this, with 95 %; 0 when there are too few samples to say. */
  readonly low: number;
  /** The true one is at most this, with 95 %; undefined when there are too few samples to say. */
  readonly high: number | undefined;
}

/**
 * Which of n sorted samples, counted from 1, is the percentile (above 0, at most 1): the nearest rank, that is the smallest sample with at
 * least that share of samples at or below it. The p95 of 10 samples is the slowest of them.
 */
export function rankOf(percentile: number, samples: number): number {
  // 0.7 * 10 is a little more than 7.
  return Math.max(1, Math.ceil(percentile * samples - 1e-9));
}

/**
 * The percentile of at least one sample, sorted upwards. The interval lies between two of the samples and assumes nothing about their
 * distribution: the number of samples at or below the true percentile is binomial.
 *
 * Source: order statistics; W. R. Thompson, On Confidence Ranges for the Median and Other Expectation Distributions for Populations of
 * Unknown Distribution Form, Annals of Mathematical Statistics 7 (1936), 122-128; H. A. David and H. N. Nagaraja, Order Statistics, 7.1.
 */
export function percentileOf(sorted: ArrayLike<number>, percentile: number): Percentile {
  const draws = { draws: sorted.length, chance: percentile };
  // The highest rank that at least so many samples reach, and the lowest one that at most so many do.
  const above = firstRank(sorted.length, (rank) => chanceOfAtLeast(rank, draws) < CONFIDENCE);
  const high = firstRank(sorted.length, (rank) => chanceOfAtMost(rank - 1, draws) >= CONFIDENCE);
  return {
    value: sorted[rankOf(percentile, sorted.length) - 1] ?? 0,
    low: sorted[above - 2] ?? 0,
    high: sorted[high - 1],
  };
}

/** How many samples it takes for an upper end of the percentile: 59 for p95. Infinite for the percentile 1. */
export function samplesToBound(percentile: number): number {
  return percentile === 1 ? Number.POSITIVE_INFINITY : Math.ceil(Math.log(1 - CONFIDENCE) / Math.log(percentile));
}

/** The first rank of 1 to n at which a condition holds that holds for all ranks above as well; n + 1 if for none. */
function firstRank(samples: number, holds: (rank: number) => boolean): number {
  let low = 1;
  let high = samples + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
