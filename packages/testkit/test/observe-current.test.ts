import { rename, rm, symlink } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { TemporaryFolder } from '../src/index.ts';
import { observeCurrent, temporaryFolder, treeBuilder } from '../src/index.ts';

async function deployment(): Promise<TemporaryFolder> {
  const folder = await temporaryFolder();
  const tree = treeBuilder(folder.path);
  for (const release of ['r1', 'r2']) {
    await tree.file(`releases/${release}/a`, release);
    await tree.file(`releases/${release}/b`, release);
  }
  await tree.link('current', 'releases/r1');
  return folder;
}

describe('observeCurrent', () => {
  test('sees both releases and nothing else when the link is switched by a rename', async () => {
    await using folder = await deployment();
    await using observer = await observeCurrent({ deployPath: folder.path, files: ['a', 'b'] });
    for (let turn = 0; turn < 100; turn += 1) {
      await symlink(`releases/${turn % 2 === 0 ? 'r2' : 'r1'}`, `${folder.path}/next`);
      await rename(`${folder.path}/next`, `${folder.path}/current`);
    }
    const { reads, missing, contents } = await observer.stop();
    expect(reads).toBeGreaterThan(200);
    expect([...missing]).toEqual([]);
    expect([...contents.keys()].sort()).toEqual(['r1\0r1', 'r2\0r2']);
  });

  test('notices a link that is taken away and made again', async () => {
    await using folder = await deployment();
    await using observer = await observeCurrent({ deployPath: folder.path, files: ['a'] });
    for (let turn = 0; turn < 300; turn += 1) {
      await rm(`${folder.path}/current`);
      await symlink('releases/r2', `${folder.path}/current`);
    }
    expect((await observer.stop()).missing.size).toBeGreaterThan(0);
  });

  test('notices a release that is not whole', async () => {
    await using folder = await deployment();
    await treeBuilder(folder.path).file('releases/r1/b', 'torn');
    await using observer = await observeCurrent({ deployPath: folder.path, files: ['a', 'b'] });
    expect([...(await observer.stop()).contents.keys()]).toEqual(['r1\0torn']);
  });
});
