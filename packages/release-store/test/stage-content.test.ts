import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { failureOf } from './support/failures.ts';
import { closeRelease, deployRelease, openForDeployment, stageRelease } from './support/store-bed.ts';
import { useStore } from './support/use-store.ts';

describe('a staged release', () => {
  const at = useStore('system');

  test('finds the folders that it shares with others made, and the files where they have to be', async () => {
    await deployRelease(at.bed, at.source.root);
    await writeFile(`${at.root}/shared/secret.json`, '{}');
    await stageRelease(at.bed, at.source.root, { shared: ['logs/', 'var/uploads/', 'secret.json'] });
    expect((await stat(`${at.root}/shared/logs`)).isDirectory()).toBe(true);
    expect((await stat(`${at.root}/shared/var/uploads`)).isDirectory()).toBe(true);
  });

  test('is refused when a file that it links to is not there', async () => {
    await mkdir(at.root, { recursive: true });
    const failure = await failureOf(stageRelease(at.bed, at.source.root, { shared: ['secret.json'] }));
    expect(failure).toMatchObject({
      code: 'remote-environment',
      message: expect.stringContaining('/shared/secret.json on the server, and the release links to it'),
    });
  });

  test('shares no file with the release before when hooks will work in it', async () => {
    const first = await deployRelease(at.bed, at.source.root);
    const plain = await stageRelease(at.bed, at.source.root);
    await closeRelease(at.bed, plain, { decision: 'drop' });
    const hooked = await stageRelease(at.bed, at.source.root, {
      hooks: 'yes',
      report: await openForDeployment(at.bed),
    });
    expect([plain.linked.split(' ')[0], hooked.linked.split(' ')[0]]).toEqual(['hardlink', 'copy']);
    await writeFile(`${at.root}/releases/${hooked.release}/a.txt`, 'written by a hook');
    expect(await readFile(`${at.root}/releases/${first.release}/a.txt`, 'utf8')).toBe('one');
  });
});
