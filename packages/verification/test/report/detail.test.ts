import { describe, expect, it } from '@jest/globals';
import { cut } from '../../src/report/detail.ts';

describe('a text that is too long', () => {
  it.each([
    ['', 3, ''],
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['ab🚢', 4, 'ab🚢'],
    ['ab🚢d', 4, 'ab…'],
  ])('%j within %d characters is %j', (text, most, shorter) => {
    expect(cut(text, most)).toBe(shorter);
  });
});
