import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { compareBytes, displayPath, fromText, parentOf, toBytes } from '../src/byte-path.ts';
import { pathArbitrary } from './support/arbitraries.ts';

describe('a byte path', () => {
  test('keeps every byte of a name', () => {
    fc.assert(fc.property(pathArbitrary, (path) => toBytes(path).toString('latin1') === path));
  });

  test('holds text as its UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => toBytes(fromText(text)).toString('utf8') === text),
    );
  });

  test('is compared by its bytes, so that é comes after z and upper case before lower case', () => {
    const sorted = ['a/b', 'a-b', 'Z', 'z', fromText('é'), '\xff', ''].sort(compareBytes);
    expect(sorted).toEqual(['', 'Z', 'a-b', 'a/b', 'z', fromText('é'), '\xff']);
  });

  test.each([
    ['a/b/c', 'a/b'],
    ['a', ''],
  ])('%s lies in the folder %j', (path, parent) => {
    expect(parentOf(path)).toBe(parent);
  });
});

describe('for people, a path', () => {
  test.each([
    [fromText('héllo wörld'), 'héllo wörld'],
    ['a\nb\tc', 'a\\x0ab\\x09c'],
    ['\x1b[31mred', '\\x1b[31mred'],
    ['\xff\xfe/x', '\\xff\\xfe/x'],
    ['caf\xe9', 'caf\\xe9'],
  ])('%j is shown as %s', (path, shown) => {
    expect(displayPath(path)).toBe(shown);
  });

  test('never holds a control character or a line end', () => {
    fc.assert(fc.property(pathArbitrary, (path) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(displayPath(path))));
  });
});
