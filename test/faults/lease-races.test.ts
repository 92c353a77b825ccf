import { expect, test } from '@jest/globals';
import { raceForLease } from './scenarios/lease-races.ts';

test('of many runs that want the lease at once, one holds it at a time, and its numbers only grow', async () => {
  expect(await raceForLease({ shell: 'dash', contenders: 8, rounds: 4 })).toBe(32);
}, 60_000);
