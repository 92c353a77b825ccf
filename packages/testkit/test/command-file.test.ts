import { describe, expect, test } from '@jest/globals';
import { parseCommandFile } from '../src/index.ts';

describe('parseCommandFile', () => {
  test('reads both forms, and the last value of a name wins', () => {
    const text = 'plain=one\nlong<<ghadelimiter_1\nfirst\n\nsecond=2\nghadelimiter_1\nplain=two\n';
    expect(parseCommandFile(text)).toEqual({ plain: 'two', long: 'first\n\nsecond=2' });
  });

  test('takes a line as name=value when the equals sign comes first', () => {
    expect(parseCommandFile('a=b<<c\n')).toEqual({ a: 'b<<c' });
  });

  test('keeps an empty heredoc and an empty value', () => {
    expect(parseCommandFile('a<<E\nE\nb=\n')).toEqual({ a: '', b: '' });
  });

  test.each([
    ['a heredoc without its end', 'a<<E\nvalue\n'],
    ['a line of neither form', 'nonsense\n'],
    ['an empty name', '=value\n'],
    ['an empty delimiter', 'a<<\nvalue\n'],
  ])('refuses %s, as the runner does', (_what, text) => {
    expect(() => parseCommandFile(text)).toThrow(Error);
  });
});
