import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { spreadGaps } from '../src/spread-gaps.ts';

/** When each look is due. */
function timesOf(looks: number, intervalMs: number): readonly number[] {
  const gapAfter = spreadGaps(looks, intervalMs);
  const times = [0];
  for (let look = 0; look < looks - 1; look += 1) times.push((times.at(-1) ?? 0) + gapAfter(look));
  return times;
}

const LOOKS = fc.integer({ min: 1, max: 200 });
const INTERVAL_MS = 60_000;

describe('the looks of a window', () => {
  test('are one in each interval, from its beginning to its end', () => {
    fc.assert(
      fc.property(LOOKS, (looks) => {
        const times = timesOf(looks, INTERVAL_MS).map((time) => time / INTERVAL_MS);
        expect(times.filter((time, look) => !(time > look - 1 && time <= look + 1e-9))).toEqual([]);
        expect(times.at(-1)).toBeCloseTo(looks - 1, 9);
      }),
    );
  });

  test('never come at once, nor further apart than two intervals', () => {
    fc.assert(
      fc.property(LOOKS, (looks) => {
        const gaps = Array.from({ length: looks - 1 }, (_, look) => spreadGaps(looks, INTERVAL_MS)(look) / INTERVAL_MS);
        expect(gaps.filter((gap) => !(gap > 0.38 && gap < 2))).toEqual([]);
      }),
    );
  });

  test.each([1, 2, 3, 60])(
    'find a fault of a fifth of each period of 1/%i of the interval, whenever it comes',
    (part) => {
      const period = INTERVAL_MS / part;
      const times = timesOf(16, 60_000);
      for (let phase = 0; phase < 100; phase += 1) {
        const from = (phase / 100) * period;
        const isInFault = (time: number): boolean => (time + period - from) % period < period / 5 + 1e-6;
        expect(times.filter(isInFault).length).toBeGreaterThan(0);
      }
    },
  );
});
