import { describe, expect, it } from '@jest/globals';
import { counted, formatBytes, formatDuration, formatShare } from '@plimsoll/figures';
import * as fc from 'fast-check';

describe('a duration', () => {
  it.each([
    [0, '0 ms'],
    [0.4, '0 ms'],
    [850, '850 ms'],
    [999.4, '999 ms'],
    [999.6, '1 s'],
    [1000, '1 s'],
    [1449, '1.4 s'],
    [59_949, '59.9 s'],
    [59_950, '1 min'],
    [60_000, '1 min'],
    [123_000, '2 min 3 s'],
    [3_599_499, '59 min 59 s'],
    [3_599_500, '1 h'],
    [3_629_999, '1 h'],
    [3_900_000, '1 h 5 min'],
    [90_000_000, '25 h'],
  ])('of %d ms reads %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it('never reads as much of a unit as makes one of the next', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e10, noNaN: true }), (ms) => {
        expect(formatDuration(ms)).not.toMatch(/\b(?:1000 ms|60 s|60 min)/u);
      }),
    );
  });
});

describe('a size', () => {
  it.each([
    [0, '0 B'],
    [512, '512 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [1449, '1.4 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1 MB'],
    [10_000_000, '10 MB'],
    [1_234_567_890, '1.2 GB'],
    [5e18, '5000 PB'],
  ])('of %d bytes reads %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('a share', () => {
  it.each([
    [0, 2, '0 %'],
    [0.0098765, 2, '0.99 %'],
    [0.26, 2, '26 %'],
    [0.9234, 3, '92.3 %'],
    [1, 2, '100 %'],
  ])('of %d with %d digits reads %s', (share, digits, text) => {
    expect(formatShare(share, digits)).toBe(text);
  });
});

describe('a count', () => {
  it.each([
    [0, '0 hosts'],
    [1, '1 host'],
    [2, '2 hosts'],
  ])('of %d reads %s', (count, text) => {
    expect(counted(count, 'host')).toBe(text);
  });
});
