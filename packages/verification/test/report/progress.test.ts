import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Progress, progressLine } from '../../src/report/index.ts';
import { hostileText } from './hostile-reports.ts';

const counts = { name: 'health', samples: 120, errors: 0, unknown: 0, p95Ms: 84, leftMs: 2_500 };
const refused = { name: 'database', detail: 'connection refused' };

describe('the line of progress', () => {
  it.each<[Progress, string]>([
    [{ kind: 'sampling', most: 900, ...counts }, 'health: 120 samples, 0 errors, p95 84 ms, at most 900, 2.5 s left'],
    [
      { kind: 'sampling', most: 10, ...counts, samples: 1, errors: 1, unknown: 2, p95Ms: undefined },
      'health: 1 sample, 1 error, 2 unknown, at most 10, 2.5 s left',
    ],
    [{ kind: 'monitoring', ...counts, leftMs: 840_000 }, 'health: 120 samples, 0 errors, p95 84 ms, 14 min left'],
    [{ kind: 'monitoring', ...counts, leftMs: -5 }, 'health: 120 samples, 0 errors, p95 84 ms, 0 ms left'],
    [
      { kind: 'readiness', waiting: [refused], leftMs: 98_000 },
      'not ready yet: database (connection refused), 1 min 38 s left',
    ],
    [
      { kind: 'readiness', waiting: ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, detail: '503' })), leftMs: 500 },
      'not ready yet: a (503), b (503), c (503), 2 more, 500 ms left',
    ],
  ])('of %j is %j', (progress, line) => {
    expect(progressLine(progress)).toBe(line);
  });

  it('is one line that fits a screen and ends with the time left, whatever is in it', () => {
    fc.assert(
      fc.property(hostileText, fc.nat(20), (text, repeats) => {
        const waiting = ['a', 'b', 'c'].map(() => ({ name: text, detail: text.repeat(repeats) }));
        for (const line of [
          progressLine({ kind: 'readiness', waiting, leftMs: 1_000 }),
          progressLine({ kind: 'monitoring', ...counts, name: text, leftMs: 1_000 }),
        ]) {
          expect(line).toMatch(/^[^\p{Cc}\p{Cf}\u2028\u2029]{1,240}$/u);
          expect(line.endsWith(', 1 s left')).toBe(true);
        }
      }),
    );
  });
});
