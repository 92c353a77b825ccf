import { readdir, readFile, writeFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import { checkStore, Random } from '@plimsoll/testkit';
import type { StoredBackup } from '../../src/index.ts';
import { type BackupBed, openBackupBed } from './backup-bed.ts';
import { failureOf } from './failures.ts';
import { openStoreBed } from './store-bed.ts';
import { strikeAt } from './strike.ts';
import type { StoreInTest } from './use-store.ts';

export const BACKUP_USES = ['verify', 'checksum', 'restore', 'stage'] as const;

function useBackup(backups: BackupBed, id: string, use: (typeof BACKUP_USES)[number]): Promise<unknown> {
  switch (use) {
    case 'verify':
      return backups.verify(id, 'restore');
    case 'checksum':
      return backups.verify(id, 'checksum');
    case 'restore':
      return backups.restore(id);
    case 'stage':
      return backups.stage(id, '20270101T000000Z-abcdef0');
  }
}

/** Changes one bit of a file of a backup at a time, and sees that nothing is made of it, whatever it is used for. */
export async function expectFlipsFound(
  at: StoreInTest,
  backups: BackupBed,
  { backup, name, rounds, seed }: { backup: StoredBackup; name: string; rounds: number; seed: number },
): Promise<void> {
  const path = `${backups.place.folder}/${backup.id}/${name}`;
  const content = await readFile(path);
  const random = new Random(seed);
  const releases = await readdir(`${at.root}/releases`);
  for (let round = 0; round < rounds; round += 1) {
    const use = BACKUP_USES[round % BACKUP_USES.length] ?? 'verify';
    // The very last byte is one that line-based tools tend not to look at.
    const place = round === 0 ? content.length - 1 : random.below(content.length);
    const harmed = Buffer.from(content);
    harmed[place] = (harmed[place] ?? 0) ^ (1 << random.below(8));
    await writeFile(path, harmed);
    const { code, message } = await failureOf(useBackup(backups, backup.id, use));
    expect([name, use, place, code, message]).toEqual([
      name,
      use,
      place,
      'integrity',
      expect.stringContaining(backup.id),
    ]);
    expect((await backups.list()).map(({ verified }) => verified)).toEqual(['damaged']);
  }
  expect(await readdir(`${at.root}/restored`).catch(() => [])).toEqual([]);
  expect(await readdir(`${at.root}/releases`)).toEqual(releases);
  await writeFile(path, content);
  expect((await backups.verify(backup.id)).backup.verified).toBe('restore');
  expect(await backups.names()).toEqual([backup.id]);
}

/** Kills a creation at a step: there is no backup then or a whole one, and the next run leaves nothing of it. */
export async function expectKillHarmless(at: StoreInTest, backups: BackupBed, marker: string): Promise<void> {
  await backups.create({ time: '20250101T000000Z' });
  // Only what changes is copied.
  const restless = strikeAt(at.host, 'hashed', 'echo more >>"$root/shared/data"');
  const struckHost = strikeAt(marker === 'copied' ? restless : at.host, marker);
  const struck = openBackupBed(openStoreBed(struckHost, at.root), backups.place.folder);
  await failureOf(struck.create({ before: 'echo dump >"$PLIMSOLL_DUMPS/dump"', keep: 1 }));
  for (const { id, problem } of await backups.list()) {
    expect([id, problem, (await backups.verify(id)).backup.verified]).toEqual([id, '', 'restore']);
  }
  const { backup } = await backups.create({ keep: 1 });
  expect((await backups.list()).at(-1)).toEqual(backup);
  await expectNothingLeft(at, backups);
}

/** Nothing half made lies about, and the books are right. */
export async function expectNothingLeft(at: StoreInTest, backups: BackupBed): Promise<void> {
  expect((await backups.names()).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(await readdir(at.meta('scratch')).catch(() => [])).toEqual([]);
  expect((await checkStore(at.root)).violations).toEqual([]);
}
