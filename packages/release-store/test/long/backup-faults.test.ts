import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mustRun, Random, type TreeBuilder, treeBuilder, waitUntil } from '@plimsoll/testkit';
import { describeOnShells, describeUnless } from '../../../../test/setup/needs.ts';
import { type BackupBed, openBackupBed } from '../support/backup-bed.ts';
import { expectFlipsFound, expectKillHarmless, expectNothingLeft } from '../support/backup-cases.ts';
import { failureOf } from '../support/failures.ts';
import { deployRelease, openStoreBed } from '../support/store-bed.ts';
import { type Struck, strikeAt, withoutMemory } from '../support/strike.ts';
import { useStore } from '../support/use-store.ts';

/** Everything that a creation says it does, in its order. */
const STEPS = [
  'scratch-noted',
  'before',
  'hashed',
  'copied',
  'packed',
  'whole',
  'published',
  'unpacked',
  'drilled',
  'marked',
  'entered',
  'backup-removed',
] as const;

await describeOnShells('a backup on a server with', (shell) => {
  const at = useStore(shell);
  let backups: BackupBed;
  let shared: TreeBuilder;
  beforeEach(async () => {
    backups = openBackupBed(at.bed, `${at.root}/backups/default`);
    shared = treeBuilder(`${at.root}/shared`);
    await shared.file('data', 'x'.repeat(3_000));
  });

  test.each(STEPS)('that is killed at %s is none or a whole one', (step) => expectKillHarmless(at, backups, step));

  test.each(['restored', 'unpacked'])('whose restore is killed at %s leaves nothing half restored', async (step) => {
    const { backup } = await backups.create();
    const struck = openBackupBed(openStoreBed(strikeAt(at.host, step), at.root), backups.place.folder);
    await failureOf(struck.restore(backup.id));
    expect(await readdir(`${at.root}/restored`).then((names) => names.filter((name) => !name.startsWith('.')))).toEqual(
      [],
    );
    await backups.restore(backup.id);
    await expectNothingLeft(at, backups);
    expect(await readdir(`${at.root}/restored`)).toEqual([backup.id]);
  });

  test.each(['staged-record', 'staged-files'])('whose stage is killed at %s is no release', async (step) => {
    await deployRelease(at.bed, at.source.root);
    const { backup } = await backups.create({ paths: ['current'] });
    const struck = openBackupBed(openStoreBed(strikeAt(at.host, step), at.root), backups.place.folder);
    await failureOf(struck.stage(backup.id, '20270101T000000Z-abcdef0'));
    await deployRelease(at.bed, at.source.root);
    await at.expectSound();
    await backups.stage(backup.id, '20270101T000000Z-abcdef0');
  });

  test('of which any byte was changed is damaged', async () => {
    await deployRelease(at.bed, at.source.root);
    const { backup } = await backups.create({ paths: ['current', 'shared'] });
    for (const name of ['backup.json', 'manifest', backup.archive]) {
      await expectFlipsFound(at, backups, { backup, name, rounds: 16, seed: 11 });
    }
  });

  test('of files that change all the time holds each as it was at one moment, or is not made', async () => {
    for (let index = 0; index < 200; index += 1) await shared.file(`still/${index}`, `${index}`);
    await shared.file('log', 'begin\n');
    const busy = `${shared.root}/busy`;
    await writeFile(busy, Buffer.alloc(3_000_000));
    // Each line says its own number, so that a torn copy could be told from any state that ever was.
    const lines = 'n=0; while :; do n=$((n + 1)); echo "line $n of the log" >>log; sleep 0.01; done';
    const logging = spawn('sh', ['-c', lines], { cwd: shared.root });
    // First the begin, then the end: whoever reads one of them alone has a torn copy.
    const program = `const fs=require('fs');const f=fs.openSync(process.argv[1],'r+');let n=0;for(;;){n=n+1>>>0;
      const b=Buffer.alloc(4);b.writeUInt32LE(n);fs.writeSync(f,b,0,4,0);fs.writeSync(f,b,0,4,2900000)}`;
    const writing = spawn(process.execPath, ['-e', program, busy]);
    try {
      const isWriting = async (): Promise<boolean> => (await readFile(busy)).readUInt32LE(0) > 0;
      await waitUntil(isWriting, { deadlineMs: 20_000, what: 'the writer' });
      for (const verify of ['none', 'restore'] as const) {
        const { backup } = await backups.create({ paths: ['optional:shared'], verify });
        const path = await backups.restore(backup.id);
        const kept = await readdir(`${path}/shared`);
        // What never held still while it was copied is left out of what is optional, and named.
        const left = ['busy', 'log'].filter((name) => !kept.includes(name));
        const named = backup.omitted.map(({ path: omitted, reason }) => `${reason} ${omitted}`).toSorted();
        expect(named).toEqual(left.map((name) => `changing shared/${name}`));
        const log = left.includes('log') ? [] : (await readFile(`${path}/shared/log`, 'utf8')).split('\n');
        expect(log.slice(1, -1)).toEqual(log.slice(1, -1).map((_, index) => `line ${index + 1} of the log`));
        const copy = left.includes('busy') ? Buffer.alloc(3_000_000) : await readFile(`${path}/shared/busy`);
        const ahead = copy.readUInt32LE(0) - copy.readUInt32LE(2_900_000);
        expect([0, 1]).toContain(ahead);
      }
    } finally {
      logging.kill('SIGKILL');
      writing.kill('SIGKILL');
    }
  });
});

const describeAsRoot = describeUnless(
  userInfo().uid === 0 ? undefined : 'Only root can mount a small disk. Run the tests as root.',
);

describeAsRoot('a disk that becomes full', () => {
  const at = useStore('system');
  let backups: BackupBed;
  const fill = (root: string): string => `${root}/fill`;
  /** Where a backup is unpacked to be looked at. */
  const host = (place: 'memory' | 'disk'): Struck => (place === 'disk' ? withoutMemory(at.host) : at.host);

  beforeEach(async () => {
    await mkdir(at.root);
    await mustRun({ program: 'mount', args: ['-t', 'tmpfs', '-o', 'size=24m,nr_inodes=400', 'tmpfs', at.root] });
    backups = openBackupBed(at.bed, `${at.root}/backups/default`);
    await treeBuilder(`${at.root}/shared`).file('data', new Random(3).bytes(1_500_000).toString('latin1'));
  });
  afterEach(async () => {
    // A helper of the last program may still sleep in it for a moment.
    await mustRun({ program: 'umount', args: ['--lazy', at.root] });
  });

  const cases = (['memory', 'disk'] as const).flatMap((place) => STEPS.map((step) => [step, place] as const));

  test.each(cases)('at %s, drilled in %s, leaves no backup that looks whole and is not', async (step, place) => {
    await backups.create({ time: '20250101T000000Z' });
    const line = `head -c 100000000 /dev/zero >"$root/fill" 2>/dev/null; true`;
    const restless = strikeAt(host(place), 'hashed', 'echo more >>"$root/shared/data"');
    const struckHost = strikeAt(step === 'copied' ? restless : host(place), step, line);
    const struck = openBackupBed(openStoreBed(struckHost, at.root), backups.place.folder);
    const order = { before: 'head -c 100000 /dev/urandom >"$PLIMSOLL_DUMPS/dump"', keep: 1 };
    const failure = await struck.create(order).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (failure !== undefined) {
      expect(failure).toMatchObject({ code: expect.stringMatching(/^(disk|backup-unverified|backup)$/) });
    }
    await rm(fill(at.root), { force: true });
    for (const { id, problem } of await backups.list()) {
      expect([step, id, problem, (await backups.verify(id)).backup.verified]).toEqual([step, id, '', 'restore']);
    }
    await backups.create({ keep: 1 });
    await expectNothingLeft(at, backups);
  });

  test('is told before anything is begun where it can be foreseen', async () => {
    await writeFile(fill(at.root), Buffer.alloc(17_000_000));
    expect(await failureOf(backups.create({ before: 'true >begun' }))).toMatchObject({
      code: 'disk',
      message: expect.stringContaining('Not enough room'),
    });
    expect(await readdir(at.root)).not.toContain('begun');
    await rm(fill(at.root));
    const { backup } = await backups.create({ verify: 'none' });
    await writeFile(fill(at.root), Buffer.alloc(18_500_000));
    const onDisk = openBackupBed(openStoreBed(host('disk'), at.root), backups.place.folder);
    expect((await failureOf(onDisk.verify(backup.id))).code).toBe('backup-unverified');
    expect((await failureOf(backups.restore(backup.id))).code).toBe('disk');
    expect((await backups.list()).map(({ verified }) => verified)).toEqual(['no']);
    // What memory has room for needs none on the disk.
    expect((await backups.verify(backup.id)).backup.verified).toBe('restore');
  });
});
