import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { handedOut } from '../src/handed-out.ts';

const ROWS = fc.array(fc.record({ id: fc.string({ unit: 'grapheme' }), size: fc.nat() }), {
  size: 'max',
  maxLength: 2_000,
});

describe('a list that is handed to later steps', () => {
  test('has all its rows when they are few', () => {
    expect(handedOut([])).toBe('[]');
    expect(handedOut([{ id: 'ü' }, { id: 'b' }])).toBe('[{"id":"ü"},{"id":"b"}]');
  });

  test('has as many of its first rows as fit into 20 kB, never a part of one', () => {
    fc.assert(
      fc.property(ROWS, (rows) => {
        const text = handedOut(rows);
        const kept: unknown = JSON.parse(text);
        const count = Array.isArray(kept) ? kept.length : -1;
        expect(kept).toEqual(rows.slice(0, count));
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20_000);
        if (count === rows.length) return;
        expect(Buffer.byteLength(JSON.stringify(rows.slice(0, count + 1)))).toBeGreaterThan(19_998);
      }),
      { numRuns: 50 },
    );
  });

  test('leaves out what is older', () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => ({ id: `20261121T000000Z-${index}` }));
    const text = handedOut(rows);
    expect(text.startsWith('[{"id":"20261121T000000Z-0"},')).toBe(true);
    expect(text.length).toBeGreaterThan(19_900);
  });
});
