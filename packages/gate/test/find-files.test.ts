import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseReportPattern } from '@plimsoll/gate';
import { type TemporaryFolder, temporaryFolder } from '@plimsoll/testkit';
import { alternativesOf } from '../src/files/braces.ts';
import { findFiles, shownPath } from '../src/files/find-files.ts';

let folder: TemporaryFolder;
let root: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  root = await realpath(folder.path);
  const files = [
    'reports/a.xml',
    'reports/deep/b.xml',
    'reports/deep/c.json',
    'node_modules/x/d.xml',
    '.git/e.xml',
    '.cache/f.xml',
    'one.xml',
    'dirs/x.xml/inner.xml',
  ];
  for (const file of files) {
    await mkdir(join(root, file, '..'), { recursive: true });
    await writeFile(join(root, file), '');
  }
  await symlink('a.xml', join(root, 'reports/link.xml'));
  await symlink('deep', join(root, 'reports/linked-folder'));
  await symlink('gone', join(root, 'broken.xml'));
});
afterAll(() => folder.remove());

async function found(pattern: string): Promise<unknown> {
  const result = await findFiles(root, pattern);
  return result.kind === 'files' ? result.paths.map((path) => shownPath(root, path)) : result.kind;
}

describe('a pattern', () => {
  test.each([
    ['one.xml', ['one.xml']],
    ['./one.xml', ['one.xml']],
    ['reports/*.xml', ['reports/a.xml']],
    ['reports/**/*.xml', ['reports/a.xml', 'reports/deep/b.xml']],
    ['reports/**', ['reports/a.xml', 'reports/deep/b.xml', 'reports/deep/c.json']],
    ['reports/{a,deep/b}.xml', ['reports/a.xml', 'reports/deep/b.xml']],
    ['reports/{a,nothing}.xml', 'nothing'],
    ['{reports/*,*one}.xml', ['one.xml', 'reports/a.xml']],
    [`{${'one,'.repeat(1000)}one}.xml`, 'unreadable'],
    ['**/f.xml', ['.cache/f.xml']],
    ['**/d.xml', 'nothing'],
    ['**/e.xml', 'nothing'],
    ['node_modules/**/d.xml', ['node_modules/x/d.xml']],
    ['reports/deep/../a.xml', ['reports/a.xml']],
    ['missing.xml', 'nothing'],
    ['missing/**/*.xml', 'nothing'],
    ['reports', 'no-file'],
    ['reports/*', 'no-file'],
    ['dirs/*.xml', 'no-file'],
    ['/dev/null', 'no-file'],
    ['broken.xml', 'nothing'],
    ['broken*', 'unreadable'],
    ['one.xml/x', 'nothing'],
  ])('%s', async (pattern, expected) => {
    expect(await found(pattern)).toEqual(expected);
  });

  test('may be absolute', async () => {
    expect(await found(join(root, 'reports/deep/*.json'))).toEqual(['reports/deep/c.json']);
  });
});

describe('braces', () => {
  test.each([
    ['a.xml', ['a.xml']],
    ['s-{1,2}.xml', ['s-1.xml', 's-2.xml']],
    ['s-{1..3}.xml', ['s-1.xml', 's-2.xml', 's-3.xml']],
    ['s-{09..11}', ['s-09', 's-10', 's-11']],
    ['{3..1}', ['1', '2', '3']],
    ['{a,b{c,d}}/{,x}', ['a/', 'a/x', 'bc/', 'bc/x', 'bd/', 'bd/x']],
    ['{a}{b', ['{a}{b']],
    ['{{a,b}', ['{a', '{b']],
    [String.raw`\{a,b\}`, [String.raw`\{a,b\}`]],
    ['{a..c}', ['{a..c}']],
  ])('%s', (pattern, expected) => {
    expect([...alternativesOf(pattern)]).toEqual(expected);
  });

  test('the message names the alternative without a file', async () => {
    expect(await findFiles(root, 'reports/{a,lost}.xml')).toEqual({ kind: 'nothing', pattern: 'reports/lost.xml' });
  });
});

describe('lines of patterns', () => {
  test.each([
    ['build/*.xml', { pattern: 'build/*.xml', forced: undefined }],
    ['lcov:build/x.info', { pattern: 'build/x.info', forced: 'lcov' }],
    ['coverage.py: c.json', { pattern: 'c.json', forced: 'coverage.py' }],
    ['C:/x.xml', { pattern: 'C:/x.xml', forced: undefined }],
  ])('%s', (line, expected) => {
    expect(parseReportPattern('coverage')(line)).toEqual({ text: line, ...expected });
  });

  test.each(['clover:x.xml', 'junit:x.xml', 'sarif:x', 'lcov:', '!x.xml'])('%s is refused for coverage', (line) => {
    expect(() => parseReportPattern('coverage')(line)).toThrow();
  });
});
