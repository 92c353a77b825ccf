import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { judgeAge, newestVerified } from '../../src/backup/max-age.ts';
import { stored } from './support.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-02-01T12:00:00Z');
const OLD = '20260131T100000Z-20260131T090000Z-1a2b3c4';
const NEW = '20260201T110000Z-20260201T100000Z-5d6e7f8';

const judged = (backups: Parameters<typeof stored>[], maxAgeMs: number) =>
  judgeAge({ backups: backups.map((one) => stored(...one)), maxAgeMs, clock: NOW / 1000 });

describe('max-age', () => {
  test.each([
    ['the newest one is young enough', [[OLD], [NEW]], HOUR],
    ['it is as old as it may be', [[NEW]], HOUR],
    ['a younger one is not verified', [[OLD], [NEW, { verified: 'no' }]], 26 * HOUR],
    ['a younger one is damaged', [[OLD], [NEW, { verified: 'damaged', problem: 'x' }]], 26 * HOUR],
    ['it was verified by its checksum', [[NEW, { verified: 'checksum' }]], HOUR],
  ] as const)('passes when %s', (_what, backups, limit) => {
    expect(
      judged(
        backups.map(([id, more]) => [id, more ?? {}]),
        limit,
      ),
    ).toBeUndefined();
  });

  test.each([
    ['there is none', [], 'There is no backup at all'],
    ['the newest one is older', [[OLD], [NEW, { at: '2026-02-01T10:59:59Z' }]], '1 h old, and max-age is 1 h'],
    ['only an older one is verified', [[OLD], [NEW, { verified: 'no' }]], `${OLD}, is 26 h old`],
    [
      'none is verified',
      [
        [OLD, { verified: 'no' }],
        [NEW, { verified: 'damaged' }],
      ],
      'None of 2 backups is verified',
    ],
    ['the newest one is of another environment', [[OLD], [NEW, { problem: 'of test' }]], `${OLD}, is 26 h old`],
    ['its time cannot be read', [[NEW, { at: '' }]], 'no time in the past'],
    ['its time is to come', [[NEW, { at: '2026-02-01T12:06:00Z' }]], 'no time in the past'],
  ] as const)('fails when %s', (_what, backups, words) => {
    const failure = judged(
      backups.map(([id, more]) => [id, more ?? {}]),
      HOUR,
    );
    expect([failure?.code, failure?.message]).toEqual(['backup-too-old', expect.stringContaining(words)]);
  });

  test('is decided by the newest verified one alone, whatever the order', () => {
    const ages = fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 10_000 }), verified: fc.boolean() }));
    fc.assert(
      fc.property(ages, fc.integer({ min: 1, max: 10_000 }), (list, limit) => {
        const backups = list.map(({ minutes, verified }) => {
          const at = new Date(NOW - minutes * 60_000).toISOString();
          const id = `${at.replace(/[-:]|\.\d+/g, '')}-none`;
          return stored(id, { at, verified: verified ? 'restore' : 'no' });
        });
        const youngest = Math.min(...list.filter(({ verified }) => verified).map(({ minutes }) => minutes));
        const failure = judgeAge({ backups, maxAgeMs: limit * 60_000, clock: NOW / 1000 });
        expect(failure === undefined).toBe(youngest <= limit);
        expect(newestVerified(backups)?.at).toBe(
          Number.isFinite(youngest) ? new Date(NOW - youngest * 60_000).toISOString() : undefined,
        );
      }),
    );
  });
});
