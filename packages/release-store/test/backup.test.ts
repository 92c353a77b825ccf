import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { Random, type TreeBuilder, treeBuilder, waitUntil } from '@plimsoll/testkit';
import { needs } from '../../../test/setup/needs.ts';
import type { StoredBackup } from '../src/index.ts';
import { type BackupBed, openBackupBed } from './support/backup-bed.ts';
import { expectFlipsFound, expectKillHarmless, expectNothingLeft } from './support/backup-cases.ts';
import { failureOf } from './support/failures.ts';
import { deployRelease, openForDeployment, openStoreBed } from './support/store-bed.ts';
import { strikeAt, withoutMemory } from './support/strike.ts';
import { useStore } from './support/use-store.ts';

const describeWithSqlite = await needs('sqlite3');

describe('a backup', () => {
  const at = useStore('system');
  let backups: BackupBed;
  let shared: TreeBuilder;
  beforeEach(async () => {
    backups = openBackupBed(at.bed, `${at.root}/backups/default`);
    shared = treeBuilder(`${at.root}/shared`);
    await shared.file('data', 'x');
  });

  const fileOf = (backup: StoredBackup, name: string): string => `${backups.place.folder}/${backup.id}/${name}`;

  test.each([['fails', 'echo x >"$PLIMSOLL_DUMPS/x"; false; echo no', 'before ended with status 1']])(
    'fail when before %s, and run after all the same',
    async (_what, before, message) => {
      await shared.file('data', 'x');
      const order = { before, after: 'echo up >app-state', commandTimeoutMs: 1_000 };
      expect(await failureOf(backups.create(order))).toMatchObject({
        code: 'backup',
        message: `${message}. No backup was made.`,
      });
      expect(await readFile(`${at.root}/app-state`, 'utf8')).toBe('up\n');
      expect(await backups.names()).toEqual([]);
    },
  );

  test.each([
    ['a path that is missing', ['shared', 'uploads'], 'There is nothing at uploads below'],
    ['a pattern that matches nothing', ['shared/*.db'], 'There is nothing at shared/*.db below'],
    ['a link to the outside', ['outside'], 'outside is a link to /etc'],
    ['a path through a link to the outside', ['outside/hosts'], 'outside/hosts is outside of'],
    ['nothing but exclusions', ['shared', '!shared'], 'there is nothing to back up'],
  ])('refuse %s', async (_what, paths, message) => {
    await shared.file('data', 'x');
    await symlink('/etc', `${at.root}/outside`);
    expect(await failureOf(backups.create({ paths }))).toMatchObject({
      code: 'backup',
      message: expect.stringContaining(message),
    });
    expect(await backups.names()).toEqual([]);
  });

  test('names a file that never stands still, and is not made unless that is optional', async () => {
    await shared.file('busy', 'x');
    // Changes between each copy and the look whether it is the same.
    const lines = 'echo more >>"$root/shared/busy"';
    const restless = strikeAt(strikeAt(at.host, 'hashed', lines), 'copied', lines);
    const struck = openBackupBed(openStoreBed(restless, at.root), backups.place.folder);
    expect(await failureOf(struck.create())).toMatchObject({
      code: 'backup',
      message: expect.stringContaining('Files kept changing while they were copied: shared/busy.'),
    });
    expect(await backups.names()).toEqual([]);
    const { backup } = await struck.create({ paths: ['optional:shared'] });
    expect(backup.omitted).toEqual([{ path: 'shared/busy', reason: 'changing' }]);
  });

  test.each([
    ['without a before', {}],
    ['when a path is missing', { paths: ['nowhere'] }],
  ])('runs after %s', async (_what, order) => {
    await backups.create({ ...order, after: 'echo up >after-ran' }).catch(() => undefined);
    expect(await readFile(`${at.root}/after-ran`, 'utf8')).toBe('up\n');
  });

  test('fails when after fails, and is there all the same', async () => {
    const failure = await failureOf(backups.create({ before: 'true', after: 'exit 7' }));
    const [backup] = await backups.list();
    expect(failure).toMatchObject({
      code: 'backup',
      message: `after ended with status 7. Backup ${backup?.id} was made all the same.`,
    });
    expect(backup?.verified).toBe('restore');
  });

  test('is given up when the runner goes away, and after runs', async () => {
    const run = new AbortController();
    const creating = backups.create({
      before: 'echo begun >state; sleep 60',
      after: 'echo ended >>state',
      signal: run.signal,
    });
    await waitUntil(async () => (await readFile(`${at.root}/state`, 'utf8').catch(() => '')) !== '', {
      deadlineMs: 60_000,
      what: 'before',
    });
    run.abort();
    expect((await failureOf(creating)).code).toBe('cancelled');
    await waitUntil(async () => (await readFile(`${at.root}/state`, 'utf8')) === 'begun\nended\n', {
      deadlineMs: 60_000,
      what: 'after',
    });
    expect(await backups.names()).toEqual([]);
  });

  test('of which any byte was changed is damaged, and nothing is made of it', async () => {
    await deployRelease(at.bed, at.source.root);
    const { backup } = await backups.create({ paths: ['current', 'shared'] });
    // All uses for the sidecar, which the server and the runner look at each for itself.
    await expectFlipsFound(at, backups, { backup, name: 'backup.json', rounds: 4, seed: 5 });
    await expectFlipsFound(at, backups, { backup, name: 'manifest', rounds: 1, seed: 6 });
    await expectFlipsFound(at, backups, { backup, name: backup.archive, rounds: 2, seed: 7 });
    await writeFile(fileOf(backup, backup.archive), 'no archive');
    expect((await failureOf(download(backup.id).done)).code).toBe('integrity');
  });

  function download(id: string): { readonly done: Promise<unknown>; readonly files: Map<string, Buffer> } {
    const files = new Map<string, Buffer>();
    const done = at.bed.store.downloadBackup({
      place: backups.place,
      id,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      open: (_file, name) => {
        const chunks: Buffer[] = [];
        return new Writable({
          write: (chunk: Buffer, _encoding, next) => {
            chunks.push(chunk);
            setImmediate(next);
          },
          final: (next) => {
            files.set(name, Buffer.concat(chunks));
            next();
          },
        });
      },
    });
    return { done, files };
  }

  test('is downloaded as it lies on the server, with the hash of its archive', async () => {
    await shared.file('large', new Random(1).bytes(3_000_000).toString('latin1'));
    const { backup } = await backups.create();
    const { done, files } = download(backup.id);
    expect(await done).toEqual({ backup, sha256: backup.sha256 });
    expect([...files.keys()].sort()).toEqual([backup.archive, 'backup.json', 'manifest'].sort());
    for (const [name, content] of files) expect(content.equals(await readFile(fileOf(backup, name)))).toBe(true);
  });

  test('that is not there, of another environment or from a newer version is refused, and the reason is said', async () => {
    const { backup } = await backups.create();
    expect(await failureOf(backups.verify('20260101T000000Z-none'))).toMatchObject({
      code: 'backup',
      message: expect.stringContaining(`It has: ${backup.id}.`),
    });
    for (const id of ['../default', '.new-1', 'x/y'])
      expect((await failureOf(backups.restore(id))).code).toBe('backup');
    const other = openBackupBed(at.bed, backups.place.folder, 'staging');
    expect(await failureOf(other.restore(backup.id))).toMatchObject({
      code: 'backup',
      message: expect.stringContaining('is not of environment staging'),
    });
    expect((await other.list()).map(({ problem }) => problem)).toEqual(["it is of environment ''"]);
    await seal(backup, (text) => text.replace('plimsoll/backup@1', 'plimsoll/backup@2'));
    expect(await failureOf(backups.verify(backup.id))).toMatchObject({
      code: 'backup',
      message: expect.stringContaining('newer version'),
    });
    expect((await backups.list()).map(({ problem }) => problem)).toEqual(['it was written by a newer version']);
  });

  /** Writes another sidecar that was not damaged. */
  async function seal(backup: StoredBackup, change: (text: string) => string): Promise<void> {
    const text = change((await readFile(fileOf(backup, 'backup.json'), 'utf8')).replace(/,"digest":"[^"]*"\}\n$/, ''));
    const digest = createHash('sha256').update(text).digest('hex');
    await writeFile(fileOf(backup, 'backup.json'), `${text},"digest":"${digest}"}\n`);
  }

  test('that is killed is no backup or a whole one, and the next run cleans up', () =>
    expectKillHarmless(at, backups, 'published'));

  test('is not published by a run that lost its lease', async () => {
    const flag = `${at.root}/waiting`;
    const wait = `true >"${flag}"; while [ -e "${flag}" ]; do sleep 0.05; done`;
    const slow = openBackupBed(openStoreBed(strikeAt(at.host, 'scratch-noted', wait), at.root), backups.place.folder);
    const creating = failureOf(slow.create());
    await waitUntil(async () => (await readdir(at.root)).includes('waiting'), { deadlineMs: 60_000, what: 'the step' });
    // The same owner takes its lease over at once.
    await openForDeployment(at.bed);
    await rm(flag);
    expect((await creating).code).toBe('fenced');
    expect(await backups.names()).toEqual([]);
  });

  const TELL_PLACE = 'emit note "$compare_folder"; : step unpacked';
  const bedOn = (host: Parameters<typeof openStoreBed>[0]): BackupBed =>
    openBackupBed(openStoreBed(host, at.root), backups.place.folder);

  test('is restored in memory to be looked at where it is small, else on the disk', async () => {
    const telling = strikeAt(at.host, 'unpacked', TELL_PLACE);
    const small = await bedOn(telling).create();
    expect(small.notes).toEqual([expect.stringMatching(/^\/dev\/shm\/\.drill-\d+-[0-9a-f]+\/tree$/)]);
    const large = await bedOn(withoutMemory(telling)).create();
    expect(large.notes).toEqual([expect.stringMatching(/\/backups\/default\/\.drill-\d+\/tree$/)]);
    expect([small.backup.verified, large.backup.verified]).toEqual(['restore', 'restore']);
  });

  test('is judged by what can be restored onto the disk when memory loses something', async () => {
    const lose = `case $compare_folder in /dev/shm/*) rm -r "$compare_folder/shared" ;; esac; ${TELL_PLACE}`;
    const { backup, notes } = await bedOn(strikeAt(at.host, 'unpacked', lose)).create();
    expect(notes).toEqual([expect.stringMatching(/^\/dev\/shm\//), expect.stringMatching(/\/backups\/default\//)]);
    expect(backup.verified).toBe('restore');
    const loseAll = strikeAt(at.host, 'unpacked', 'rm -r "$compare_folder/shared"');
    expect(await failureOf(bedOn(loseAll).create())).toMatchObject({ code: 'integrity' });
    expect((await backups.list()).map(({ verified }) => verified)).toEqual(['restore', 'damaged']);
  });

  test.each(['memory', 'disk'])('that is killed while it is looked at in %s leaves nothing there', async (place) => {
    const host = place === 'disk' ? withoutMemory(at.host) : at.host;
    const flag = `${at.root}/where`;
    const die = `echo "$compare_folder" >"${flag}"; kill -9 $$`;
    await failureOf(bedOn(strikeAt(host, 'unpacked', die)).create());
    const where = (await readFile(flag, 'utf8')).trim();
    expect([where.startsWith('/dev/shm/'), await readdir(where)]).toEqual([
      place === 'memory',
      ['.plimsoll', 'shared'],
    ]);
    await backups.create();
    await expect(readdir(join(where, '..'))).rejects.toMatchObject({ code: 'ENOENT' });
    await expectNothingLeft(at, backups);
  });

  describe('of a host that never had a release', () => {
    const COMMANDS = { before: 'echo ran >>ran', after: 'echo ran >>ran' };

    test('is none while nothing that was asked for holds a file, and no command runs', async () => {
      await rm(`${at.root}/shared`, { recursive: true });
      await treeBuilder(`${at.root}/shared`).folder('uploads');
      for (const paths of [['current', 'shared'], ['current']]) {
        expect(await backups.tryCreate({ ...COMMANDS, paths, host: 'new' })).toEqual({ kind: 'nothing' });
      }
      expect((await readdir(at.root)).sort()).toEqual(['.plimsoll', 'releases', 'shared']);
      await expectNothingLeft(at, backups);
    });

    test('is made of what is there already', async () => {
      const { backup } = await backups.create({ ...COMMANDS, paths: ['current', 'shared'], host: 'new' });
      expect(backup).toMatchObject({ files: 1, releaseId: '', verified: 'restore' });
      expect(await readFile(`${at.root}/ran`, 'utf8')).toBe('ran\nran\n');
    });

    test.each([
      ['another path is missing', { paths: ['current', 'uploads'], host: 'new' }, 'nothing at uploads below'],
      ['all is left out', { paths: ['shared', '!shared'], host: 'new' }, 'there is nothing to back up'],
      ['it is no such host', { paths: ['current', 'shared'], host: 'known' }, 'nothing at current below'],
    ] as const)('fails when %s', async (_what, order, message) => {
      expect(await failureOf(backups.tryCreate(order))).toMatchObject({
        code: 'backup',
        message: expect.stringContaining(message),
      });
    });
  });

  describeWithSqlite('of a database of SQLite', () => {
    test('that is in use holds all that was committed, and is checked by sqlite3', async () => {
      const client = spawn('sqlite3', [`${shared.root}/app.db`]);
      client.stdin.write(
        'pragma journal_mode=wal; create table t(n); insert into t values (41); begin; insert into t values (42);\n',
      );
      client.stdin.write('.print ready\n');
      while (!String((await once(client.stdout, 'data'))[0]).includes('ready'));
      const { backup } = await backups.create();
      expect(backup.databases).toEqual([{ path: 'shared/app.db', how: 'sqlite3' }]);
      const path = await backups.restore(backup.id);
      expect((await readdir(`${path}/shared`)).sort()).toEqual(['app.db', 'data']);
      const reader = spawn('sqlite3', [`${path}/shared/app.db`, 'select group_concat(n) from t']);
      expect(String((await once(reader.stdout, 'data'))[0])).toBe('41\n');
      client.stdin.end('rollback;\n');
      await once(client, 'exit');
    });
  });
});
