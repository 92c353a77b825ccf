import { describe, expect, test } from '@jest/globals';
import { Random } from '@plimsoll/testkit';
import * as fc from 'fast-check';
import { percentileOf, samplesToBound } from '../src/index.ts';
import { uniform } from './support/chance.ts';

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

describe('a percentile', () => {
  test.each([
    [10, 0.5, 5],
    [10, 0.7, 7],
    [10, 0.9, 9],
    [10, 0.95, 10],
    [20, 0.95, 19],
    [100, 0.99, 99],
    [100, 0.29, 29],
    [1, 0.95, 1],
    [7, 1, 7],
    [10, 0.001, 1],
  ])('of %d samples at %d is the one of rank %d', (samples, percentile, rank) => {
    expect(percentileOf(upTo(samples), percentile).value).toBe(rank);
  });

  test('is the smallest sample with at least that share at or below it', () => {
    const cases = fc.tuple(fc.array(fc.nat(50), { minLength: 1, maxLength: 80 }), fc.integer({ min: 1, max: 100 }));
    fc.assert(
      fc.property(cases, ([values, hundredths]) => {
        const sorted = values.toSorted((a, b) => a - b);
        const { value } = percentileOf(sorted, hundredths / 100);
        const atOrBelow = (limit: number): number => sorted.filter((one) => one <= limit).length * 100;
        expect(sorted).toContain(value);
        expect(atOrBelow(value)).toBeGreaterThanOrEqual(hundredths * sorted.length);
        expect(atOrBelow(value - 1)).toBeLessThan(hundredths * sorted.length);
      }),
    );
  });

  // Ranks by hand: P(Bin(10, 0.5) >= 2) = 0.989 and P(>= 3) = 0.945; 0.95^58 = 0.051 and 0.95^59 = 0.048.
  test.each([
    [10, 0.5, 2, 9],
    [10, 0.95, 8, undefined],
    [58, 0.95, 52, undefined],
    [59, 0.95, 53, 59],
    [4, 0.5, 0, undefined],
    [5, 0.5, 1, 5],
    [300, 1, 300, undefined],
  ])('of %d samples at %d has an interval from rank %d to %s', (...[samples, percentile, low, high]) => {
    expect(percentileOf(upTo(samples), percentile)).toMatchObject({ low, high });
  });

  test.each([
    [10, 0.5],
    [10, 0.95],
    [59, 0.95],
    [303, 0.5],
    [303, 0.95],
  ])('of %d samples at %d holds the true one at each end with at least 95 %', (samples, percentile) => {
    const random = new Random(samples);
    const rounds = Array.from({ length: 1000 }, () =>
      percentileOf(Float64Array.from({ length: samples }, () => uniform(random)).sort(), percentile),
    );
    const below = rounds.filter(({ low }) => low <= percentile).length;
    const above = rounds.filter(({ high = 1 }) => high >= percentile).length;
    // 950, less five standard deviations.
    expect(Math.min(below, above)).toBeGreaterThan(915);
  });
});

test.each([
  [0.5, 5],
  [0.95, 59],
  [0.99, 299],
])('the percentile %d has an upper end from %d samples on', (percentile, samples) => {
  expect(samplesToBound(percentile)).toBe(samples);
  expect(percentileOf(upTo(samples), percentile).high).toBe(samples);
  expect(percentileOf(upTo(samples - 1), percentile).high).toBeUndefined();
});
