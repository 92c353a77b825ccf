import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { MAX_LINE_BYTES, OutputLines } from '../src/output-lines.ts';

function read(chunks: readonly Buffer[]): string[] {
  const seen: string[] = [];
  const lines = new OutputLines((line) => seen.push(line));
  for (const chunk of chunks) lines.push(chunk);
  lines.finish();
  return seen;
}

describe('foreign output', () => {
  test('is cut into lines however it arrives, with letters of several bytes whole', () => {
    const text = 'first\nzwölf Boxkämpfer\n\nlast';
    fc.assert(
      fc.property(fc.nat(Buffer.byteLength(text)), (at) => {
        const bytes = Buffer.from(text);
        expect(read([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(text.split('\n'));
      }),
    );
  });

  test('of endless lines is cut, and the next line is whole again', () => {
    const lines = read([...Array.from({ length: 100 }, () => Buffer.alloc(10_000, 'x')), Buffer.from('\nnext\n')]);
    expect(lines).toEqual([`${'x'.repeat(MAX_LINE_BYTES)} … (the rest of this line was left out)`, 'next']);
  });
});
