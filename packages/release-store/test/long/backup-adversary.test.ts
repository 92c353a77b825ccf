/** What others do to the files while they are backed up, on every kind of server, and what a backup must then not do or miss. */
import { chmod, chown, link, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkStore, describeTree, mustRun, type TreeBuilder, treeBuilder } from '@plimsoll/testkit';
import { describeOnShells, describeUnless } from '../../../../test/setup/needs.ts';
import { type BackupBed, openBackupBed } from '../support/backup-bed.ts';
import { expectNothingLeft } from '../support/backup-cases.ts';
import { failureOf } from '../support/failures.ts';
import { type LocalHost, startLocalHost } from '../support/local-host.ts';
import { deployRelease, openStoreBed } from '../support/store-bed.ts';
import { type Struck, strikeAt, whilePacking } from '../support/strike.ts';
import { useStore } from '../support/use-store.ts';

await describeOnShells('what others do while a backup is made, on a server with', (shell) => {
  const at = useStore(shell);
  let backups: BackupBed;
  let shared: TreeBuilder;
  const bedOn = (host: Struck): BackupBed => openBackupBed(openStoreBed(host, at.root), backups.place.folder);
  beforeEach(async () => {
    backups = openBackupBed(at.bed, `${at.root}/backups/default`);
    shared = treeBuilder(`${at.root}/shared`);
    await shared.file('data', 'x');
  });

  describe('a folder that becomes a link to the outside', () => {
    let outside: string;
    const [away, back] = [
      'mv "$root/shared/d" "$root/shared/e"; ln -s "$root-outside" "$root/shared/d"',
      '[ ! -L "$root/shared/d" ] || { rm "$root/shared/d"; mv "$root/shared/e" "$root/shared/d"; }',
    ];
    beforeEach(async () => {
      outside = `${at.root}-outside`;
      await treeBuilder(outside).file('secret', 'nobody’s but ours');
      await treeBuilder(outside).file('other', 'ours too');
      await shared.file('d/secret', 'put there by who owns the folder');
    });

    test('between two copies does not lead the second one there', async () => {
      const failure = await failureOf(bedOn(strikeAt(strikeAt(at.host, 'hashed', away), 'copied', back)).create());
      expect(failure).toMatchObject({ code: 'backup', message: expect.stringContaining('shared/d/secret') });
    });

    test('and back, without what was below, has nothing removed there', async () => {
      await shared.file('d/other', 'x');
      const gone = `${back}; rm -f "$root/shared/d/other"`;
      await failureOf(bedOn(strikeAt(strikeAt(at.host, 'hashed', away), 'copied', gone)).create());
    });

    test('at the moment when it is packed does not lead the look at the backup there', async () => {
      const changing = strikeAt(at.host, 'hashed', 'echo changed >"$root/shared/d/secret"');
      const host = whilePacking(strikeAt(changing, 'packed', back), away);
      expect(await failureOf(bedOn(host).create())).toMatchObject({ code: 'integrity' });
    });

    afterEach(async () => {
      expect(await readFile(`${outside}/secret`, 'utf8')).toBe('nobody’s but ours');
      expect(await readFile(`${outside}/other`, 'utf8')).toBe('ours too');
      await backups.create();
      await expectNothingLeft(at, backups);
    });
  });

  test.each([
    ['a file', 'mv "$root/shared/old/1" "$root/shared/old/one"', ['old/2', 'old/odd\\\\', 'old/one']],
    ['a folder', 'mv "$root/shared/old" "$root/shared/new"', ['new/1', 'new/2', 'new/odd\\\\']],
    [
      'a folder for another',
      'mv "$root/shared/old" "$root/old"; mkdir "$root/shared/old"; echo 3 >"$root/shared/old/3"',
      ['old/3'],
    ],
  ])('%s that gets another name is in the backup under that', async (_what, move, names) => {
    for (const name of ['1', '2', 'odd\\']) await shared.file(`old/${name}`, `content of ${name}`);
    for (const step of ['hashed', 'packed']) {
      const once = `[ -e "$work/once" ] || { true >"$work/once"; ${move}; }`;
      const { backup } = await bedOn(strikeAt(at.host, step, once)).create();
      const lines = (await readFile(`${backups.place.folder}/${backup.id}/manifest`, 'utf8')).split('\n');
      const files = lines.filter((line) => line.startsWith('f')).map((line) => line.slice(72));
      expect(files.sort()).toEqual(['shared/data', ...names.map((name) => `shared/${name}`)].sort());
      expect(await describeTree(`${await backups.restore(backup.id)}/shared`)).toEqual(await describeTree(shared.root));
      await rm(`${shared.root}/new`, { recursive: true, force: true });
      await rm(`${shared.root}/old`, { recursive: true, force: true });
      await rm(`${at.root}/old`, { recursive: true, force: true });
      for (const name of ['1', '2', 'odd\\']) await shared.file(`old/${name}`, `content of ${name}`);
    }
  });

  test('a dump that somebody still writes fails the backup', async () => {
    const before =
      'echo begun >"$PLIMSOLL_DUMPS/dump"; { sleep 30; echo all; } >>"$PLIMSOLL_DUMPS/dump" 2>/dev/null & echo $! >writer';
    expect(await failureOf(backups.create({ before }))).toMatchObject({
      code: 'backup',
      message: expect.stringContaining('still has dumps/dump open'),
    });
    await mustRun({ program: 'kill', args: [(await readFile(`${at.root}/writer`, 'utf8')).trim()] });
    // Opens it only now and then.
    const unseen = bedOn(whilePacking(at.host, ':', 'echo more >>"$own/dumps/dump"'));
    expect(
      await failureOf(unseen.create({ before: 'echo begun >"$PLIMSOLL_DUMPS/dump"', verify: 'checksum' })),
    ).toMatchObject({
      code: 'backup',
      message: expect.stringContaining('wrote to dumps'),
    });
    expect(await backups.names()).toEqual([]);
  });

  test('a release of which files have other names elsewhere comes back from its backup', async () => {
    await at.source.file('o\\dd', 'two');
    const { release } = await deployRelease(at.bed, at.source.root);
    await mkdir(`${at.root}/assets`);
    await link(`${at.root}/current/a.txt`, `${at.root}/assets/a.txt`);
    await link(`${at.root}/current/o\\dd`, `${shared.root}/plain`);
    const { backup } = await backups.create({ paths: ['assets', 'current', 'shared'] });
    await backups.stage(backup.id, '20270101T000000Z-abcdef0');
    expect(await describeTree(`${at.root}/releases/20270101T000000Z-abcdef0`)).toEqual(
      await describeTree(`${at.root}/releases/${release}`),
    );
    expect((await backups.list()).map(({ verified }) => verified)).toEqual(['restore']);
  });

  test('a deploy path that is a link does not make backups of backups', async () => {
    await rename(at.root, `${at.root}-real`);
    await symlink(`${at.root}-real`, at.root);
    await backups.create({ paths: ['*'] });
    const { backup } = await backups.create({ paths: ['*'] });
    expect(backup.files).toBe(1);
  });

  test('a folder that would be taken for dumps is refused', async () => {
    await treeBuilder(`${at.root}/dumps`).file('own', 'x');
    expect(await failureOf(backups.create({ paths: ['*'] }))).toMatchObject({
      code: 'backup',
      message: expect.stringContaining('Rename it'),
    });
  });
});

describe('backups that lie on a server', () => {
  const at = useStore('system');
  let backups: BackupBed;
  beforeEach(async () => {
    backups = openBackupBed(at.bed, `${at.root}/backups/default`);
    await treeBuilder(`${at.root}/shared`).file('data', 'x');
  });

  test.each([
    ['archive is gone', (path: string) => rm(path), 'is not there'],
    ['archive is cut short', (path: string) => writeFile(path, 'x'), 'has 1 bytes, and was written with'],
    ['manifest is gone', (path: string) => rm(path.replace(/archive[^/]*$/, 'manifest')), 'its manifest is not there'],
  ])('are damaged when their %s, and do not count as the newest verified one', async (_what, harm, message) => {
    const { backup: older } = await backups.create({ time: '20260101T000000Z' });
    const { backup: newer } = await backups.create({ time: '20260102T000000Z' });
    await harm(`${backups.place.folder}/${newer.id}/${newer.archive}`);
    expect((await backups.list()).map(({ verified, problem }) => [verified, problem])).toEqual([
      ['restore', ''],
      ['damaged', expect.stringContaining(message)],
    ]);
    await backups.create({ time: '20260103T000000Z', verify: 'none', keep: 1 });
    expect((await backups.names()).slice(0, 2)).toEqual([older.id, newer.id]);
    expect((await backups.verify('')).backup.id).toMatch(/^20260103/);
  });

  test('from the future do not push out the one that was just made', async () => {
    await backups.create({ time: '20990101T000000Z' });
    const { backup } = await backups.create({ keep: 1 });
    expect((await backups.list()).map(({ id }) => id)).toContain(backup.id);
  });

  test('are not missed where all of backups was taken out of the deploy path, which no disk does that is not mounted', async () => {
    await backups.create();
    const all = dirname(backups.place.folder);
    await rename(all, `${all}-old`);
    const { backup } = await backups.create();
    expect(await backups.names()).toEqual([backup.id]);
    await rm(all, { recursive: true });
    // Where a link to the disk is left.
    await symlink(`${at.root}/nowhere`, all);
    await expect(failureOf(backups.create())).resolves.toMatchObject({ code: 'backup' });
  });

  test('are missed where their disk is not mounted', async () => {
    await backups.create();
    await rename(backups.place.folder, `${backups.place.folder}-unmounted`);
    expect(await failureOf(backups.create())).toMatchObject({
      code: 'backup',
      message: expect.stringContaining('held backups, and is not there any more'),
    });
    await mkdir(backups.place.folder);
    await backups.create();
    expect((await checkStore(at.root)).ledger.at(-1)).toMatchObject({ folder: backups.place.folder });
  });
});

const describeAsRoot = describeUnless(
  process.getuid?.() === 0 ? undefined : 'Only root can be somebody else. Run the tests as root.',
);

describeAsRoot('somebody who is not root', () => {
  const NOBODY = 65_534;
  let host: LocalHost;
  let root: string;
  let shared: TreeBuilder;
  const start = async (shell: 'dash' | 'busybox'): Promise<BackupBed> => {
    host = await startLocalHost(shell, {}, NOBODY);
    root = `${host.folder}/srv`;
    shared = treeBuilder(`${root}/shared`);
    await shared.file('data', 'x');
    return openBackupBed(openStoreBed(host, root), `${root}/backups/default`);
  };
  const handOver = (): Promise<unknown> => mustRun({ program: 'chown', args: ['-R', `${NOBODY}:0`, root] });
  afterEach(async () => {
    await host[Symbol.asyncDispose]();
  });

  test.each(['dash', 'busybox'] as const)('gets all modes back from %s', async (shell) => {
    const backups = await start(shell);
    await shared.file('closed/in', 'x', 0o400);
    await shared.file('deep/odd\\name/run', 'x', 0o755);
    await shared.folder('deep', 0o2751);
    await shared.folder('closed', 0o555);
    await handOver();
    await chmod(`${shared.root}/data`, 0o4755);
    const touch = strikeAt(host, 'hashed', 'touch "$root/shared/data"; chmod 4751 "$root/shared/data"');
    const { backup } = await openBackupBed(openStoreBed(touch, root), backups.place.folder).create();
    expect(backup.verified).toBe('restore');
    expect(await describeTree(`${await backups.restore(backup.id)}/shared`)).toEqual(await describeTree(shared.root));
  });

  test.each(['dash', 'busybox'] as const)(
    'misses nothing on %s for its name, and may leave out what cannot be looked at',
    async (shell) => {
      const backups = await start(shell);
      await handOver();
      const folder = `${shared.root}/No such file or directory`;
      await mkdir(folder);
      await chmod(folder, 0o700);
      expect(await failureOf(backups.create())).toMatchObject({
        message: expect.stringContaining('Not all of paths can be read'),
      });
      await chown(folder, NOBODY, 0);
      await treeBuilder(`${shared.root}/seen`).file('not entered', 'x');
      await chmod(`${shared.root}/seen`, 0o744);
      expect(await failureOf(backups.create())).toMatchObject({ message: expect.stringContaining('seen/not entered') });
      const { backup } = await backups.create({ paths: ['shared', 'optional:shared/seen'] });
      expect(backup.omitted).toEqual([{ path: 'shared/seen/not entered', reason: 'unreadable' }]);
      expect(await readdir(`${await backups.restore(backup.id)}/shared`)).toContain('No such file or directory');
    },
  );
});
