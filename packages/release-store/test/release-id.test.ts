import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { createReleaseId, RELEASE_ID } from '../src/release-id.ts';

const NOON = new Date('2026-01-31T12:00:00.987Z');
const COMMIT = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';

describe('a release id', () => {
  test('is the time in UTC and the first seven digits of the commit', () => {
    expect(createReleaseId(NOON, COMMIT, new Set())).toBe('20260131T120000Z-1a2b3c4');
  });

  test.each(['', 'main', '1a2b3c'])('without a commit (%j) says local', (commit) => {
    expect(createReleaseId(NOON, commit, new Set())).toBe('20260131T120000Z-local');
  });

  test('never is one that is taken', () => {
    const taken = new Set<string>();
    for (let round = 0; round < 12; round += 1) taken.add(createReleaseId(NOON, COMMIT, taken));
    expect(taken.size).toBe(12);
    expect([...taken].slice(0, 3)).toEqual(['', '-2', '-3'].map((suffix) => `20260131T120000Z-1a2b3c4${suffix}`));
  });

  test('is always of the form that rollback takes, and sorts by time', () => {
    const time = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(time, time, fc.string(), (one, other, commit) => {
        const [first, second] = [createReleaseId(one, commit, new Set()), createReleaseId(other, commit, new Set())];
        expect(first).toMatch(RELEASE_ID);
        if (Math.trunc(one.getTime() / 1000) < Math.trunc(other.getTime() / 1000)) expect(first < second).toBe(true);
      }),
    );
  });

  test.each([
    '',
    'current',
    '../../etc',
    '20260131T120000Z-',
    '20260131T120000Z-a/b',
    '20260131T120000Z-a\nb',
    ' 20260131T120000Z-a',
  ])('%j is none', (text) => {
    expect(RELEASE_ID.test(text)).toBe(false);
  });
});
