import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { mustRun } from '@plimsoll/testkit';
import { describeOnHosts } from './describe-on-hosts.ts';
import { smallTmpfs, xfsImage } from './xfs.ts';

describeOnHosts('A volume of its own', () => {
  test('as XFS shares the blocks of copies', async () => {
    await using volume = await xfsImage({ sizeMb: 512 });
    await writeFile(join(volume.path, 'original'), Buffer.alloc(8 << 20, 'x'));
    await mustRun({ program: 'sync', args: ['-f', volume.path] });
    const before = await usedBytes(volume.path);
    await mustRun({
      program: 'cp',
      args: ['--reflink=always', join(volume.path, 'original'), join(volume.path, 'copy')],
    });
    await mustRun({ program: 'sync', args: ['-f', volume.path] });
    expect((await usedBytes(volume.path)) - before).toBeLessThan(1 << 20);
    expect(await readFile(join(volume.path, 'copy'), 'utf8')).toHaveLength(8 << 20);
  });

  test('as a small memory disk is full when its bytes are', async () => {
    await using volume = await smallTmpfs({ sizeMb: 1, inodes: 0 });
    await expect(writeFile(join(volume.path, 'big'), Buffer.alloc(2 << 20))).rejects.toThrow('ENOSPC');
  });

  test('as a small memory disk is full when its inodes are', async () => {
    await using volume = await smallTmpfs({ sizeMb: 1, inodes: 4 });
    const files = ['a', 'b', 'c', 'd', 'e'].map((name) => writeFile(join(volume.path, name), ''));
    await expect(Promise.all(files)).rejects.toThrow('ENOSPC');
  });

  test('disappears with all its traces', async () => {
    const volumes = await Promise.all([xfsImage({ sizeMb: 300 }), smallTmpfs({ sizeMb: 1, inodes: 0 })]);
    await Promise.all(volumes.map((volume) => volume.remove()));
    for (const { path } of volumes) {
      await expect(stat(path)).rejects.toThrow('ENOENT');
      await expect(readdir(join(path, '..'))).rejects.toThrow('ENOENT');
    }
  });
});

async function usedBytes(path: string): Promise<number> {
  const text = await mustRun({ program: 'df', args: ['--block-size=1', '--output=used', path] });
  return Number(text.split('\n')[1]);
}
