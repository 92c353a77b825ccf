import { execFileSync } from 'node:child_process';
import { rmSync, unlinkSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { describeTree, type TemporaryFolder, type TreeBuilder, temporaryFolder, treeBuilder } from '@plimsoll/testkit';
import { requireFile, type Selection, scanSource } from '../src/scan.ts';
import { createSelection } from '../src/selection.ts';
import { sizeOf } from '../src/tree.ts';
import { describeEntries } from './support/arbitraries.ts';
import { failureOf } from './support/failures.ts';

const EVERYTHING: Selection = () => true;

let folder: TemporaryFolder;
let source: TreeBuilder;
beforeEach(async () => {
  folder = await temporaryFolder();
  source = treeBuilder(`${folder.path}/source`);
  await source.folder('');
});
afterEach(async () => folder.remove());

async function pathsOf(selects: Selection): Promise<string[]> {
  const entries = await scanSource(source.root, selects);
  return entries.map(({ path }) => path).sort();
}

describe('the scan of a source', () => {
  test('finds every entry with kind, mode and hash, whatever its name is', async () => {
    await source.file('-rf $(x) \'q\' "d"', 'text', 0o755);
    await source.file('deep/er/\xff\xfe\nx', Buffer.alloc(1_200_000, 7), 0o600);
    await source.file(`${'n'.repeat(255)}/${'m'.repeat(255)}`, '');
    await source.link('deep/dangling', 'no/such/\xff');
    await source.link('deep/up', '..');
    await source.folder('empty/inside', 0o755);
    const entries = await scanSource(source.root, EVERYTHING);
    expect(describeEntries(entries)).toEqual(await describeTree(source.root));
  });

  test('knows size and time of each file', async () => {
    await source.file('a', 'four');
    execFileSync('touch', ['-d', '2001-09-09T01:46:40.9Z', `${source.root}/a`]);
    const [entry] = await scanSource(source.root, EVERYTHING);
    expect([sizeOf(entry?.content), entry?.modifiedAt]).toEqual([4, 1_000_000_000]);
  });

  test('gives folders the bits that their owner needs to fill and remove them, and files none beyond the nine', async () => {
    await source.folder('tight', 0o500);
    await source.file('suid', 'x', 0o4755);
    const modes = (await scanSource(source.root, EVERYTHING)).map(({ path, mode }) => `${path} ${mode.toString(8)}`);
    expect(modes.sort()).toEqual(['suid 755', 'tight 700']);
  });

  test('keeps folders that are empty in the source, and leaves out those that the selection emptied', async () => {
    await source.folder('empty');
    await source.file('logs/today.log', 'x');
    await source.file('src/a.ts', 'x');
    expect(await pathsOf(createSelection([], ['*.log']))).toEqual(['empty', 'src', 'src/a.ts']);
  });

  test('takes empty folders only where include covers them', async () => {
    await source.folder('dist/cache');
    await source.folder('tmp');
    await source.file('dist/a', 'x');
    expect(await pathsOf(createSelection(['dist'], []))).toEqual(['dist', 'dist/a', 'dist/cache']);
  });

  test('does not enter what is excluded', async () => {
    await source.file('node_modules/pipe', 'x');
    execFileSync('mkfifo', [`${source.root}/node_modules/fifo`]);
    await source.file('a', 'x');
    expect(await pathsOf(createSelection([], ['node_modules']))).toEqual(['a']);
  });

  test('follows a link that is the source itself, and no other', async () => {
    await source.file('a', 'x');
    await source.link('self', '.');
    await symlink(source.root, `${folder.path}/link`);
    const entries = await scanSource(`${folder.path}/link`, EVERYTHING);
    expect(entries.map(({ path, kind }) => `${kind} ${path}`).sort()).toEqual(['file a', 'link self']);
  });

  test.each([
    [
      'a pipe',
      (path: string) => execFileSync('mkfifo', [`${path}/odd\n`]),
      "'odd\\x0a' is neither file, folder nor link",
    ],
    ['nothing at its path', (path: string) => rmSync(path, { recursive: true }), 'there is no folder'],
  ])('refuses a source with %s', async (_what, spoil, said) => {
    spoil(source.root);
    const failure = await failureOf(scanSource(source.root, EVERYTHING));
    expect([failure.code, failure.message]).toEqual(['input', expect.stringContaining(said)]);
  });

  test.each([
    ['a file', 'is not a folder'],
    ['a link to a file', 'is not a folder'],
    ['a dangling link', 'there is no folder'],
    ['a link to itself', 'ELOOP'],
    ['a file/below', 'there is no folder'],
  ])('refuses %s as source', async (what, said) => {
    await source.file('a file', 'x');
    await source.link('a link to a file', 'a file');
    await source.link('a dangling link', 'nowhere');
    await source.link('a link to itself', 'a link to itself');
    const failure = await failureOf(scanSource(`${source.root}/${what}`, EVERYTHING));
    expect([failure.code, failure.message]).toEqual(['input', expect.stringContaining(said)]);
  });

  test.each(['a', 'b'])('says so when a file goes away while it is scanned (%s)', async (victim) => {
    await source.file('a', 'x');
    await source.file('b', 'x');
    const selects: Selection = (path) => {
      if (path === 'a') unlinkSync(`${source.root}/${victim}`);
      return true;
    };
    const failure = await failureOf(scanSource(source.root, selects));
    expect([failure.code, failure.message]).toEqual(['input', expect.stringContaining(`'${victim}' cannot be read`)]);
  });
});

describe('a source is refused before anything connects', () => {
  test('when it holds no file', async () => {
    await source.folder('only/folders');
    const { code, message } = await failureOf(() => requireFile(source.root, EVERYTHING));
    expect([code, message]).toEqual([
      'input',
      expect.stringContaining(`there is no file to deploy in '${source.root}'`),
    ]);
  });

  test('when the selection leaves none', async () => {
    await source.file('a/b.log', 'x');
    expect(await failureOf(() => requireFile(source.root, createSelection([], ['*.log'])))).toMatchObject({
      code: 'input',
    });
    expect(await failureOf(() => requireFile(source.root, createSelection(['dist'], [])))).toMatchObject({
      code: 'input',
    });
  });

  test('and not when there is a single file or link, however deep', async () => {
    await source.folder('a/empty');
    await source.link('a/b/c', 'nowhere');
    expect(() => requireFile(source.root, EVERYTHING)).not.toThrow();
    expect(() => requireFile(source.root, createSelection(['a/b'], []))).not.toThrow();
  });
});
