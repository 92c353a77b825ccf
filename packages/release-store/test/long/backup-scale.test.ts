import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Connection } from '@plimsoll/ssh';
import { generateTree } from '@plimsoll/testkit';
import { type BackupBed, openBackupBed } from '../support/backup-bed.ts';
import { openStoreBed } from '../support/store-bed.ts';
import { useStore } from '../support/use-store.ts';

const GIGABYTE = 1024 ** 3;
const MEGABYTE = 1024 ** 2;

describe('a large backup', () => {
  const at = useStore('dash');
  let backups: BackupBed;
  beforeEach(() => {
    // Every program of the server has to do with this: what grew with the data would end here.
    const { connection } = at.host;
    const execute: Connection['execute'] = (execution) =>
      connection.execute({ ...execution, program: `ulimit -v 600000\n${execution.program}` });
    const bed = openStoreBed({ connection: { ...connection, execute } }, at.root);
    backups = openBackupBed(bed, `${at.root}/backups/default`);
  });

  test('of one file of 2 GB needs no more memory than a small one, and tells how far it is', async () => {
    await mkdir(`${at.root}/shared`, { recursive: true });
    await writeFile(`${at.root}/shared/large`, 'begin');
    await truncate(`${at.root}/shared/large`, 2 * GIGABYTE);
    const { backup } = await backups.create();
    expect(backup).toMatchObject({ size: 2 * GIGABYTE, verified: 'restore' });
    expect(backups.progress.length).toBeGreaterThan(0);
  });

  test('of 40,000 files needs no more memory than a small one', async () => {
    await generateTree({ root: `${at.root}/shared`, files: 40_000, bytes: 40 * MEGABYTE, seed: 4 });
    const { backup } = await backups.create();
    expect(backup).toMatchObject({ files: 40_000, verified: 'restore' });
  });
});
