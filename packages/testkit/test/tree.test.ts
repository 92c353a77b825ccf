import { readFile, stat, utimes } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import {
  byteString,
  bytesOf,
  changeFiles,
  generateTree,
  listTree,
  temporaryFolder,
  touchAll,
  treeBuilder,
} from '../src/index.ts';

async function contentOf(root: string): Promise<Map<string, string>> {
  const contents = new Map<string, string>();
  for (const [path, { kind }] of await listTree(root)) {
    if (kind === 'file') contents.set(path, await readFile(bytesOf(`${byteString(root)}/${path}`), 'latin1'));
  }
  return contents;
}

describe('treeBuilder', () => {
  test('writes names that are no UTF-8, modes, links and big files', async () => {
    await using folder = await temporaryFolder();
    const tree = treeBuilder(folder.path);
    await tree.file('a/\xff\n$(x)', 'text', 0o755);
    await tree.link('a/link', 'nowhere');
    await tree.folder('empty');
    await tree.bigFile('big', 3_000_000_000);
    expect([...(await listTree(folder.path))]).toEqual([
      ['a', { kind: 'folder' }],
      ['a/link', { kind: 'link' }],
      ['a/\xff\n$(x)', { kind: 'file', executable: true, size: 4 }],
      ['big', { kind: 'file', executable: false, size: 3_000_000_000 }],
      ['empty', { kind: 'folder' }],
    ]);
  });

  test('refuses text that was not turned into bytes', async () => {
    await using folder = await temporaryFolder();
    await expect(treeBuilder(folder.path).file('€', '')).rejects.toThrow('byteString()');
    await treeBuilder(folder.path).file(byteString('€'), 'x');
    expect((await stat(`${folder.path}/€`)).size).toBe(1);
  });
});

describe('generateTree', () => {
  test('gives the same bytes for the same seed, in the size asked for, and compresses like an application', async () => {
    await using folder = await temporaryFolder();
    const size = { files: 410, bytes: 5_400_000, seed: 7 };
    await generateTree({ ...size, root: `${folder.path}/one` });
    await generateTree({ ...size, root: `${folder.path}/two` });
    const one = await contentOf(`${folder.path}/one`);
    expect(one).toEqual(await contentOf(`${folder.path}/two`));
    const text = [...one.values()].join('');
    expect(one.size).toBe(410);
    expect(Math.abs(text.length / 5_400_000 - 1)).toBeLessThan(0.05);
    const compressed = gzipSync(Buffer.from(text, 'latin1')).length / text.length;
    expect(compressed).toBeGreaterThan(0.4);
    expect(compressed).toBeLessThan(0.56);
  });

  test('changes exactly the files it names', async () => {
    await using folder = await temporaryFolder();
    await generateTree({ root: folder.path, files: 82, bytes: 400_000, seed: 1 });
    const before = await contentOf(folder.path);
    const changed = await changeFiles({ root: folder.path, count: 9, seed: 3 });
    const after = await contentOf(folder.path);
    const differing = [...before.keys()].filter((path) => before.get(path) !== after.get(path));
    expect(differing).toEqual([...changed].sort());
    expect(differing).toHaveLength(9);
  });

  test('gives every file a new time', async () => {
    await using folder = await temporaryFolder();
    await treeBuilder(folder.path).file('a/b', 'x');
    await utimes(`${folder.path}/a/b`, 1000, 1000);
    expect(await touchAll(folder.path)).toBe(1);
    expect(Date.now() - (await stat(`${folder.path}/a/b`)).mtimeMs).toBeLessThan(60_000);
  });
});
