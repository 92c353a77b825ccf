import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { chanceOfAtLeast, chanceOfAtMost } from '../src/binomial.ts';
import { cleanSamplesToShow, rateInterval, sequentialRule } from '../src/index.ts';
import type { RateInterval } from '../src/intervals.ts';
import { endsOf } from './support/exact-chances.ts';

/** The chance of exactly so many hits, multiplied out: slow, and another way than that of the source. */
function chanceOf(hits: number, { draws, chance }: { readonly draws: number; readonly chance: number }): number {
  let product = 1;
  for (let one = 1; one <= hits; one += 1) product *= ((draws - hits + one) / one) * chance;
  return product * (1 - chance) ** (draws - hits);
}

const draws = fc.record({
  draws: fc.integer({ min: 1, max: 60 }),
  chance: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
});

describe('the binomial distribution', () => {
  test('is the sum of its parts, from below and from above', () => {
    const cases = fc.tuple(fc.integer({ min: -1, max: 61 }), draws);
    fc.assert(
      fc.property(cases, ([hits, one]) => {
        const parts = Array.from({ length: one.draws + 1 }, (_, k) => chanceOf(k, one));
        const sum = (from: number, to: number): number =>
          parts.slice(Math.max(0, from), Math.max(0, to)).reduce((a, b) => a + b, 0);
        expect(chanceOfAtMost(hits, one)).toBeCloseTo(sum(0, hits + 1), 10);
        expect(chanceOfAtLeast(hits, one)).toBeCloseTo(sum(hits, one.draws + 1), 10);
      }),
    );
  });

  test('stays exact for many draws', () => {
    expect(chanceOfAtMost(0, { draws: 100_000, chance: 1e-5 })).toBeCloseTo((1 - 1e-5) ** 100_000, 10);
    expect(chanceOfAtMost(50_000, { draws: 100_001, chance: 0.5 })).toBeCloseTo(0.5, 9);
  });
});

/** The exact chances that the interval is above the true rate, or below it: whichever is greater. */
function missesOf(limit: number, rate: number, intervalOf: (errors: number, samples: number) => RateInterval): number {
  let [above, below] = [0, 0];
  for (const { errors, samples, chance } of endsOf(sequentialRule(limit), rate)) {
    const { low, high } = intervalOf(errors, samples);
    if (low > rate) above += chance;
    if (high < rate) below += chance;
  }
  return Math.max(above, below);
}

/** The same intervals are asked for at every rate. */
function remembered(ending: 'planned' | 'decided'): (errors: number, samples: number) => RateInterval {
  const known = new Map<string, RateInterval>();
  return (errors, samples) => {
    const found = known.get(`${errors} ${samples}`) ?? rateInterval(errors, samples, ending);
    known.set(`${errors} ${samples}`, found);
    return found;
  };
}

describe('the interval of a rate', () => {
  // The upper ends are the figures everybody knows; those with errors are those of R's binom.test(k, n, conf.level = 0.9).
  test.each([
    [0, 10, 0, 0.2589],
    [0, 15, 0, 0.181],
    [0, 50, 0, 0.0582],
    [0, 100, 0, 0.0295],
    [0, 299, 0, 0.00997],
    [1, 10, 0.0051, 0.3942],
    [5, 10, 0.2224, 0.7776],
    [10, 10, 0.7411, 1],
  ])('%d of %d is from %d to %d', (...[errors, samples, low, high]) => {
    const interval = rateInterval(errors, samples);
    expect([interval.low, interval.high]).toEqual([expect.closeTo(low, 4), expect.closeTo(high, 4)]);
  });

  test('is exact: at each end the samples are as unlikely as was promised', () => {
    const counts = fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 2000 }));
    fc.assert(
      fc.property(counts, ([a, b]) => {
        const [errors, samples] = [Math.min(a, b), Math.max(a, b) + 1];
        const { low, high } = rateInterval(errors, samples);
        expect(chanceOfAtLeast(errors, { draws: samples, chance: low })).toBeCloseTo(0.05, 6);
        expect(chanceOfAtMost(errors, { draws: samples, chance: high })).toBeCloseTo(0.05, 6);
        expect(low).toBeLessThan(errors / samples);
        expect(high).toBeGreaterThan(errors / samples);
      }),
    );
  });

  test('holds the true rate at each end with at least 95 %, whatever it is', () => {
    fc.assert(
      fc.property(draws, (one) => {
        let below = 0;
        let above = 0;
        for (let errors = 0; errors <= one.draws; errors += 1) {
          const { low, high } = rateInterval(errors, one.draws);
          if (low <= one.chance) below += chanceOf(errors, one);
          if (high >= one.chance) above += chanceOf(errors, one);
        }
        expect(Math.min(below, above)).toBeGreaterThanOrEqual(0.95 - 1e-9);
      }),
      { numRuns: 15 },
    );
  });

  test.each([0.1, 0.3])(
    'holds with 95 % also where a test of %d ended the samples, which one for a planned number does not',
    (limit) => {
      const [planned, decided] = [remembered('planned'), remembered('decided')];
      const rates = Array.from({ length: 30 }, (_, step) => (limit / 3) * 1.08 ** step);
      expect(Math.max(...rates.map((rate) => missesOf(limit, rate, decided)))).toBeLessThan(0.051);
      expect(Math.max(...rates.map((rate) => missesOf(limit, rate, planned)))).toBeGreaterThan(0.08);
    },
  );

  test('knows nothing without samples', () => {
    expect(rateInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe('samples that are needed without an error', () => {
  test.each([
    [0.01, 299],
    [0.02, 149],
    [0.05, 59],
  ])('for a rate below %d are %d, and not one fewer', (rate, samples) => {
    expect(cleanSamplesToShow(rate)).toBe(samples);
    expect(rateInterval(0, samples).high).toBeLessThanOrEqual(rate);
    expect(rateInterval(0, samples - 1).high).toBeGreaterThan(rate);
  });
});
