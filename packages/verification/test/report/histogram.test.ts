import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { histogram, histogramText } from '../../src/report/histogram.ts';

/** The same time, so often. */
function times(count: number, ms: number): readonly number[] {
  return Array.from({ length: count }, () => ms);
}

const anyTimes = fc.array(fc.oneof(fc.double({ min: 0, max: 200_000, noNaN: true }), fc.double({ noNaN: true })), {
  minLength: 1,
  maxLength: 200,
});

describe('a histogram', () => {
  it('has log-spaced buckets, a bar for each, and the percentiles where they lie', () => {
    const spread = [...times(80, 12), ...times(15, 14), ...times(4, 19), 150];
    const marks = [
      { name: 'p50', value: 12 },
      { name: 'p95', value: 14 },
      { name: 'p99', value: 19 },
    ];
    expect(histogramText(histogram(spread, marks))).toBe(
      [
        ' 12 ms –  13 ms ████████████████████████████████ 80 ◄ p50',
        ' 13 ms –  15 ms ██████                           15 ◄ p95',
        ' 15 ms –  16 ms                                   0',
        ' 16 ms –  18 ms                                   0',
        ' 18 ms –  20 ms █▋                                4 ◄ p99',
        '     ⋮',
        '150 ms – 160 ms ▍                                 1',
      ].join('\n'),
    );
  });

  it.each([
    ['nothing', [], ''],
    ['no numbers', [Number.NaN], ''],
    ['one value', [84], `82 ms – 91 ms ${'█'.repeat(32)} 1`],
    ['what takes no time', [0, 0], `0 ms – 0.1 ms ${'█'.repeat(32)} 2`],
  ])('of %s', (_what, times, text) => {
    expect(histogramText(histogram(times, []))).toBe(text);
  });

  it('shows one of ten thousand', () => {
    const text = histogramText(histogram([...times(9_999, 10), 5_000], []));
    expect(text).toContain('▏');
  });

  it('marks several percentiles in one bucket', () => {
    const marks = ['p50', 'p95', 'p99'].map((name) => ({ name, value: 84 }));
    expect(histogramText(histogram([84, 84, 84], marks))).toContain('◄ p50 p95 p99');
  });

  it('counts every value once, in a bucket that holds it', () => {
    fc.assert(
      fc.property(anyTimes, (times) => {
        const buckets = histogram(times, []);
        expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(times.length);
        for (const { from, to, count } of buckets) {
          const held = times
            .map((time) => Math.min(1e7, Math.max(0, time)))
            .filter((time) => time >= from && time < to);
          expect(held).toHaveLength(count);
        }
      }),
    );
  });

  it('takes 16 lines at most, none of them wider than a screen', () => {
    fc.assert(
      fc.property(anyTimes, (times) => {
        const lines = histogramText(histogram(times, [])).split('\n');
        expect(lines.length).toBeLessThanOrEqual(16);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(90);
      }),
    );
  });
});
