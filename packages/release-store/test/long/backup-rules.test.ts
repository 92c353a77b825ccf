import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, readlink, rename, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { checkStore, type TreeBuilder, treeBuilder } from '@plimsoll/testkit';
import type { StoredBackup } from '../../src/index.ts';
import { type BackupBed, openBackupBed } from '../support/backup-bed.ts';
import { failureOf } from '../support/failures.ts';
import { deployRelease, openStoreBed } from '../support/store-bed.ts';
import { strikeAt } from '../support/strike.ts';
import { useStore } from '../support/use-store.ts';

describe('the rules of backups: a backup', () => {
  const at = useStore('system');
  let backups: BackupBed;
  let shared: TreeBuilder;
  beforeEach(async () => {
    backups = openBackupBed(at.bed, `${at.root}/backups/default`);
    shared = treeBuilder(`${at.root}/shared`);
    await shared.file('data', 'x');
  });

  const fileOf = (backup: StoredBackup, name: string): string => `${backups.place.folder}/${backup.id}/${name}`;

  test.each([
    ['hangs', 'sleep 60', 'before did not end within 1 s and was stopped'],
    [
      'leaves a link',
      'ln -s /etc/hosts "$PLIMSOLL_DUMPS/hosts"',
      'before left what is no file: dumps/hosts. Let it write the dump itself there',
    ],
    [
      'leaves an empty dump',
      'true >"$PLIMSOLL_DUMPS/empty.sql"',
      'before left an empty file: dumps/empty.sql. If it holds nothing worth keeping, let before remove it',
    ],
    [
      'leaves an empty dump in a folder',
      'mkdir "$PLIMSOLL_DUMPS/shop"; cd "$PLIMSOLL_DUMPS/shop"; true >orders.bson; true >a.txt; true >a.sql; echo 16 >PG_VERSION.txt',
      /^before left an empty file: dumps\/shop\/(?:orders\.bson|a\.txt|a\.sql)\./,
    ],
    [
      'leaves an empty dump beside a folder of PostgreSQL',
      'mkdir "$PLIMSOLL_DUMPS/base"; echo 16 >"$PLIMSOLL_DUMPS/base/PG_VERSION"; true >"$PLIMSOLL_DUMPS/globals.sql"',
      /^before left an empty file: dumps\/globals\.sql\./,
    ],
  ])('fail when before %s, and run after all the same', async (_what, before, message) => {
    await shared.file('data', 'x');
    const order = { before, after: 'echo up >app-state', commandTimeoutMs: 1_000 };
    expect(await failureOf(backups.create(order))).toMatchObject({
      code: 'backup',
      message: typeof message === 'string' ? `${message}. No backup was made.` : expect.stringMatching(message),
    });
    expect(await readFile(`${at.root}/app-state`, 'utf8')).toBe('up\n');
    expect(await backups.names()).toEqual([]);
  });

  test.each([
    ['mongodump', 'mkdir shop; true >shop/orders.bson; echo {} >shop/orders.metadata.json'],
    ['mysqldump --tab', 'true >orders.txt; echo "CREATE TABLE orders (id int);" >orders.sql'],
    [
      'pg_basebackup',
      'mkdir -p base/1 pg_wal/archive_status; echo 16 >PG_VERSION; true >base/1/1417; true >pg_wal/archive_status/1.done',
    ],
  ])('takes the files that %s leaves empty', async (_tool, write) => {
    const { backup } = await backups.create({ before: `cd "$PLIMSOLL_DUMPS"; ${write}` });
    expect(backup.verified).toBe('restore');
  });

  test('are entered into the ledger', async () => {
    await deployRelease(at.bed, at.source.root);
    const { backup } = await backups.create({ paths: ['current'] });
    expect((await checkStore(at.root)).violations).toEqual([]);
    expect((await checkStore(at.root)).ledger.at(-1)).toMatchObject({
      event: 'backed-up',
      release: (await readlink(`${at.root}/current`)).slice('releases/'.length),
      backup: backup.id,
      sha256: backup.sha256,
      verified: 'restore',
      by: 'me',
    });
  });

  test('says what it is, by the clock of its server or the time that it was given', async () => {
    await deployRelease(at.bed, at.source.root);
    const release = (await readlink(`${at.root}/current`)).slice('releases/'.length);
    const info = { version: 'v"1"', by: 'Zoë', run: 'https://ci/2' };
    const time = '20260201T030000Z';
    const { backup: first } = await backups.create({ time, info, verify: 'none' });
    const { backup: second } = await backups.create({ time, verify: 'checksum' });
    const sha256 = createHash('sha256')
      .update(await readFile(fileOf(first, first.archive)))
      .digest('hex');
    expect(first).toMatchObject({ id: `${time}-${release}`, releaseId: release, ...info, sha256, verified: 'no' });
    expect(second).toMatchObject({ id: `${time}-${release}-2`, version: 'v1', verified: 'checksum' });
    expect(await backups.list()).toEqual([first, second]);
    expect((await backups.verify(first.id, 'checksum')).backup.verified).toBe('checksum');
    expect((await backups.verify('')).backup).toMatchObject({ id: second.id, verified: 'restore' });
    expect((await backups.verify(second.id, 'checksum')).backup.verified).toBe('restore');
  });

  test('counts as unverified when what says otherwise was changed, or is of another one', async () => {
    const { backup: first } = await backups.create();
    const { backup: second } = await backups.create({ verify: 'none' });
    await cp(fileOf(first, 'verified'), fileOf(second, 'verified'));
    const content = await readFile(fileOf(first, 'verified'));
    await writeFile(fileOf(first, 'verified'), content.toString().replace('restore', 'restorE'));
    expect((await backups.list()).map(({ verified }) => verified)).toEqual(['no', 'no']);
  });

  test('that moved under another name is not used', async () => {
    const { backup } = await backups.create();
    await rename(`${backups.place.folder}/${backup.id}`, `${backups.place.folder}/20260101T000000Z-none`);
    expect((await failureOf(backups.restore('20260101T000000Z-none'))).code).toBe('backup');
  });

  test('is restored only to where nothing is', async () => {
    const { backup } = await backups.create();
    await mkdir(`${at.root}/elsewhere`);
    expect(await failureOf(backups.restore(backup.id, `${at.root}/elsewhere`))).toMatchObject({
      code: 'backup',
      message: expect.stringContaining('is there already'),
    });
    expect(await backups.restore(backup.id, `${at.root}/elsewhere/new`)).toBe(`${at.root}/elsewhere/new`);
    expect(await readdir(`${at.root}/elsewhere`)).toEqual(['new']);
    expect((await failureOf(backups.restore(backup.id, `${at.root}/no/where`))).message).toContain('Make it first');
  });

  test('without a release makes no release', async () => {
    const { backup } = await backups.create();
    expect(await failureOf(backups.stage(backup.id, '20270101T000000Z-abcdef0'))).toMatchObject({
      code: 'backup',
      message: expect.stringContaining('holds no release'),
    });
  });

  test('goes when neither number nor age wants it, but not the newest that was verified, nor that of the live release', async () => {
    const create = (time: string, order: object = {}): Promise<unknown> =>
      backups.create({ time, verify: 'none', ...order });
    await create('20260101T000000Z', { verify: 'restore' });
    await deployRelease(at.bed, at.source.root);
    await create('20260102T000000Z');
    await at.source.file('a.txt', 'two');
    await deployRelease(at.bed, at.source.root);
    await create('20260103T000000Z');
    await create('20260104T000000Z');
    await create('20260105T000000Z', { keep: 9, keepForMs: 1_000 });
    const days = async (): Promise<string[]> => (await backups.names()).map((name) => name.slice(6, 8));
    expect(await days()).toEqual(['01', '02', '03', '04', '05']);
    const { removed } = await backups.create({ time: '20260106T000000Z', verify: 'none', keep: 2 });
    expect(await days()).toEqual(['01', '05', '06']);
    expect(removed).toHaveLength(3);
    expect((await checkStore(at.root)).violations).toEqual([]);
    const removals = (await checkStore(at.root)).ledger.filter(({ event }) => event === 'backup-removed');
    expect(removals).toHaveLength(3);
    await create('20260107T000000Z', { keepForMs: 365 * 86_400_000 });
    expect(await days()).toEqual(['01', '05', '06', '07']);
  });

  test('that was killed is cleaned up by a deployment too', async () => {
    const struck = openBackupBed(openStoreBed(strikeAt(at.host, 'whole'), at.root), backups.place.folder);
    await failureOf(struck.create());
    expect(await backups.names()).toHaveLength(1);
    await deployRelease(at.bed, at.source.root);
    expect(await backups.names()).toEqual([]);
  });
});
