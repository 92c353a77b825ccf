import { rename, rm, symlink } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { ObservationRequest, Observations, TemporaryFolder } from '../src/index.ts';
import { observeCurrent, temporaryFolder, treeBuilder, waitUntil } from '../src/index.ts';

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

/** Watches somebody at work, again and again: on a busy machine all the work can be done before the reader gets its turn. */
function watching(
  request: ObservationRequest,
  work: () => Promise<void>,
  isSeen: (observations: Observations) => boolean,
): Promise<Observations> {
  const watchOnce = async (): Promise<Observations | false> => {
    await using observer = await observeCurrent(request);
    await work();
    const observations = await observer.stop();
    return isSeen(observations) && observations;
  };
  return waitUntil(watchOnce, { deadlineMs: 60_000, what: 'the reader to see the work' });
}

describe('observeCurrent', () => {
  test('sees both releases and nothing else when the link is switched by a rename', async () => {
    await using folder = await deployment();
    const switchOften = async (): Promise<void> => {
      for (let turn = 0; turn < 100; turn += 1) {
        await symlink(`releases/${turn % 2 === 0 ? 'r2' : 'r1'}`, `${folder.path}/next`);
        await rename(`${folder.path}/next`, `${folder.path}/current`);
      }
    };
    const request = { deployPath: folder.path, files: ['a', 'b'] } as const;
    const { reads, contents } = await watching(request, switchOften, (seen) => {
      expect([...seen.missing]).toEqual([]);
      return seen.contents.size > 1;
    });
    expect(reads).toBeGreaterThan(200);
    expect([...contents.keys()].sort()).toEqual(['r1\0r1', 'r2\0r2']);
  });

  test('notices a link that is taken away and made again', async () => {
    await using folder = await deployment();
    const breakOften = async (): Promise<void> => {
      for (let turn = 0; turn < 300; turn += 1) {
        await rm(`${folder.path}/current`);
        await symlink('releases/r2', `${folder.path}/current`);
      }
    };
    const request = { deployPath: folder.path, files: ['a'] } as const;
    const { missing } = await watching(request, breakOften, (seen) => seen.missing.size > 0);
    expect([...missing.keys()].join()).toContain('ENOENT');
  });

  test('notices a release that is not whole', async () => {
    await using folder = await deployment();
    await treeBuilder(folder.path).file('releases/r1/b', 'torn');
    await using observer = await observeCurrent({ deployPath: folder.path, files: ['a', 'b'] });
    expect([...(await observer.stop()).contents.keys()]).toEqual(['r1\0torn']);
  });
});
