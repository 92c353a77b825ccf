import { describe, expect, test } from '@jest/globals';
import { raceForLease } from '../faults/scenarios/lease-races.ts';

const rounds = process.env['PLIMSOLL_FAULTS'] === 'short' ? 5 : 34;

describe('a race for the lease', () => {
  test.each(['dash', 'bash', 'busybox'] as const)('has one winner at a time under %s', async (shell) => {
    expect(await raceForLease({ shell, contenders: 10, rounds })).toBe(10 * rounds);
  });
});
