import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { mustRun, temporaryFolder } from '@plimsoll/testkit';
import * as fc from 'fast-check';
import {
  createManifest,
  escapePath,
  formatLine,
  hashBytes,
  parseManifest,
  textOf,
  unescapePath,
} from '../src/manifest.ts';
import { file, link, nameArbitrary, pathArbitrary, treeArbitrary } from './support/arbitraries.ts';

describe('a manifest', () => {
  test('comes back from its text as it was, whatever bytes names hold', () => {
    fc.assert(
      fc.property(treeArbitrary, (tree) => {
        const manifest = createManifest(tree);
        const read = parseManifest(textOf(manifest.lines));
        const known = tree.map(({ kind, path, mode, hash }) => ({ kind, path, mode, hash }));
        expect(new Set(read.entries)).toEqual(new Set(known));
        expect(read.lines).toEqual(manifest.lines);
        expect(read.digest).toBe(manifest.digest);
      }),
    );
  });

  test('has a digest that depends on content, not on the order in which entries were found', () => {
    const entries = [file('b'), file('a'), link('c', 'a')];
    const { digest } = createManifest(entries);
    expect(createManifest(entries.toReversed()).digest).toBe(digest);
    expect(createManifest([file('b'), file('a', 'x'), link('c', 'a')]).digest).not.toBe(digest);
    expect(createManifest([file('b'), file('a', 'a', 0o755), link('c', 'a')]).digest).not.toBe(digest);
    expect(createManifest([file('b'), file('a'), link('c', 'b')]).digest).not.toBe(digest);
  });

  test('of nothing is an empty text', () => {
    const { lines, digest } = createManifest([]);
    expect([textOf(lines), digest]).toEqual(['', hashBytes('')]);
    expect(parseManifest('')).toEqual({ entries: [], lines: [], digest });
  });

  test('is in the order of the real sort, because servers merge manifests with it', async () => {
    const names = fc.sample(nameArbitrary, { numRuns: 300, seed: 5 });
    const { lines } = createManifest([...new Set(names)].map((name) => file(name, name.slice(0, 1))));
    await using folder = await temporaryFolder();
    const shuffled = lines.toSorted((a, b) => (a.slice(30) < b.slice(30) ? 1 : -1));
    await writeFile(`${folder.path}/lines`, textOf(shuffled), 'latin1');
    const sorting = 'LC_ALL=C sort -- "$1/lines" >"$1/sorted" && sha256sum <"$1/sorted"';
    const sum = await mustRun({ program: 'sh', args: ['-c', sorting, 'sh', folder.path] });
    expect(sum.slice(0, 64)).toBe(hashBytes(textOf(lines)));
  });

  test('has one line for each entry, kind, mode, hash and path', () => {
    const hash = hashBytes('x');
    expect(formatLine({ kind: 'file', mode: 0o644, hash, path: 'a b\n\\' })).toBe(`f 0644 ${hash} a b\\n\\\\`);
    expect(formatLine({ kind: 'link', mode: 0o777, hash, path: 'l' })).toBe(`l 0777 ${hash} l`);
    expect(formatLine({ kind: 'directory', mode: 0o7, hash, path: 'd' })).toBe(`d 0007 ${hash} d`);
  });

  test.each([
    ['garbage', 'what is this'],
    ['an unknown kind', `x 0644 ${'0'.repeat(64)} a`],
    ['a mode with odd bits', `f 4755 ${'0'.repeat(64)} a`],
    ['a short hash', `f 0644 ${'0'.repeat(63)} a`],
    ['no path', `f 0644 ${'0'.repeat(64)} `],
    ['an empty line in the middle', `f 0644 ${'0'.repeat(64)} a\n\nf 0644 ${'0'.repeat(64)} b`],
  ])('with %s is refused', (_what, text) => {
    expect(() => parseManifest(text)).toThrow('Not a manifest line');
  });
});

describe('a path in a manifest', () => {
  test('is escaped to one line and comes back', () => {
    fc.assert(
      fc.property(pathArbitrary, (path) => {
        expect(escapePath(path)).not.toMatch(/[\n\r\t]/);
        expect(unescapePath(escapePath(path))).toBe(path);
      }),
    );
  });
});
