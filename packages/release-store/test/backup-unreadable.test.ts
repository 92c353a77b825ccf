import { chmod, chown, mkdir } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { treeBuilder } from '@plimsoll/testkit';
import { type BackupBed, openBackupBed } from './support/backup-bed.ts';
import { failureOf } from './support/failures.ts';
import { type LocalHost, startLocalHost } from './support/local-host.ts';
import { openStoreBed } from './support/store-bed.ts';

/** root may read everything, so somebody else deploys where the tests are root's. */
const NOBODY = process.getuid?.() === 0 ? 65_534 : undefined;

let host: LocalHost;
let root: string;
let backups: BackupBed;

beforeEach(async () => {
  host = await startLocalHost('system', {}, NOBODY);
  root = `${host.folder}/srv`;
  await mkdir(`${root}/shared`, { recursive: true });
  const shared = treeBuilder(`${root}/shared`);
  await shared.file('open', 'may be read');
  await shared.file('locked', 'may not');
  await chmod(`${root}/shared/open`, 0o644);
  await chmod(`${root}/shared/locked`, 0o000);
  if (NOBODY !== undefined) for (const path of [root, `${root}/shared`]) await chown(path, NOBODY, NOBODY);
  backups = openBackupBed(openStoreBed(host, root), `${root}/backups/default`);
});
afterEach(async () => {
  await host[Symbol.asyncDispose]();
});

test('a file that cannot be read fails the backup, which names it and says what to do', async () => {
  expect(await failureOf(backups.create({ paths: ['shared'] }))).toMatchObject({
    code: 'backup',
    message: expect.stringMatching(/shared\/locked cannot be read by .*optional:/),
  });
  expect(await backups.list()).toEqual([]);
});

test('it may be left out where it is optional, and the backup says so', async () => {
  await backups.create({ paths: ['shared', 'optional:shared/locked'] });
  const [backup] = await backups.list();
  expect(backup?.verified).toBe('restore');
  expect(JSON.stringify(backup)).toContain('shared/locked');
});

test('a folder that cannot be entered likewise', async () => {
  await mkdir(`${root}/shared/cache`);
  await chmod(`${root}/shared/cache`, 0o000);
  const paths = ['shared', 'optional:shared/locked'];
  expect(await failureOf(backups.create({ paths }))).toMatchObject({
    code: 'backup',
    message: expect.stringMatching(/shared\/cache.*optional:/),
  });
  await backups.create({ paths: [...paths, 'optional:shared/cache'] });
  expect(JSON.stringify(await backups.list())).toContain('shared/cache');
});
