/** What a drill in memory risks: another user of the machine, and a limit of memory. Both need root to be made. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, lstat, mkdir, readdir, readFile, rmdir, stat, writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { describeTree, mustRun, Random, treeBuilder, waitUntil } from '@plimsoll/testkit';
import { describeUnless } from '../../../../test/setup/needs.ts';
import { type BackupBed, openBackupBed } from '../support/backup-bed.ts';
import { expectNothingLeft } from '../support/backup-cases.ts';
import { failureOf } from '../support/failures.ts';
import { openStoreBed } from '../support/store-bed.ts';
import { type Struck, strikeAt, withoutLimits } from '../support/strike.ts';
import { useStore } from '../support/use-store.ts';

const describeAsRoot = describeUnless(
  process.getuid?.() === 0 ? undefined : 'Only root can be two users and limit memory. Run the tests as root.',
);

interface MemoryGroups {
  /** Where groups can be made. */
  readonly mount: string;
  /** File of a group that takes its limit. */
  readonly limit: string;
}

/** Of the version that this machine has for memory; undefined where no limits can be set. */
async function findMemoryGroups(): Promise<MemoryGroups | undefined> {
  const mounts = (await readFile('/proc/self/mounts', 'utf8').catch(() => ''))
    .split('\n')
    .map((line) => line.split(' '));
  const one = mounts.find(([, , type, options = '']) => type === 'cgroup' && options.split(',').includes('memory'));
  if (one?.[1] !== undefined) return { mount: one[1], limit: 'memory.limit_in_bytes' };
  const two = mounts.find(([, , type]) => type === 'cgroup2')?.[1];
  const controlled = await readFile(`${two}/cgroup.subtree_control`, 'utf8').catch(() => '');
  return two !== undefined && controlled.includes('memory') ? { mount: two, limit: 'memory.max' } : undefined;
}

const groups = await findMemoryGroups();
const describeWithGroups = describeUnless(
  groups === undefined
    ? 'Memory cannot be limited: mount control groups with memory among their controllers.'
    : undefined,
);

const STRANGER = 65_534;
const AS_STRANGER = `setpriv --reuid ${STRANGER} --regid ${STRANGER} --clear-groups`;
const TELL_PLACE = 'emit note "$compare_folder"; : step unpacked';

describeAsRoot('a drill in memory', () => {
  const at = useStore('system');
  let backups: BackupBed;
  const bedOn = (host: Struck): BackupBed => openBackupBed(openStoreBed(host, at.root), backups.place.folder);
  beforeEach(async () => {
    backups = openBackupBed(at.bed, `${at.root}/backups/default`);
    await treeBuilder(`${at.root}/shared`).file('data', 'nobody else is to read this');
  });

  describe('where another user', () => {
    let strangers: string;
    beforeEach(async () => {
      strangers = `${at.root}/strangers`;
      await mkdir(strangers, { recursive: true });
      for (const folder of [at.host.folder, at.root, strangers]) await chmod(folder, 0o777);
      await treeBuilder(strangers).file('mine', 'the stranger’s');
    });
    const strangersFiles = async (): Promise<string[]> => {
      const names = (await readdir('/dev/shm')).filter((name) => name.startsWith('.drill-'));
      const owners = await Promise.all(names.map(async (name) => (await lstat(`/dev/shm/${name}`)).uid));
      return names.filter((_, index) => owners[index] === STRANGER);
    };
    afterEach(async () => {
      await mustRun({ program: 'find', args: ['/dev/shm', '-mindepth', '1', '-user', `${STRANGER}`, '-delete'] });
    });

    test.each([
      ['link', 'ln -s "$root/strangers" "$2"'],
      ['folder', 'mkdir -m 777 "$2"; ln -s "$root/strangers" "$2/tree"'],
      ['file', 'true >"$2"'],
    ])('was there first with a %s is done on the disk, and nothing of it is touched', async (_what, plant) => {
      const line = `case $2 in /dev/shm/*) root=$root ${AS_STRANGER} sh -c '${plant}' sh "$1" "$2" ;; esac; : step scratch-noted`;
      const before = await describeTree(strangers);
      const { backup, notes } = await bedOn(
        strikeAt(strikeAt(at.host, 'scratch-noted', line), 'unpacked', TELL_PLACE),
      ).create();
      expect([backup.verified, notes]).toEqual([
        'restore',
        [expect.stringMatching(/\/backups\/default\/\.drill-\d+\/tree$/)],
      ]);
      expect(await describeTree(strangers)).toEqual(before);
      await expectNothingLeft(at, backups);
      expect(await strangersFiles()).toHaveLength(1);
    });

    test('tries all it can while it goes on, reads nothing and moves nothing', async () => {
      const tries = `
        while [ ! -e "$1/tried" ]; do
          for drill in /dev/shm/.drill-*; do
            [ -e "$drill" ] || continue
            { cat "$drill/tree/shared/data" || ls "$drill" || mv "$drill" /dev/shm/taken || rmdir "$drill" ||
              ln -sfn "$1" "$drill" || ln -sn "$1" "$drill/tree" || ln "$drill" "$1/linked" || chmod 777 "$drill"; } && true >"$1/reached"
            true >"$1/tried"
          done
        done 2>/dev/null`;
      const stranger = spawn('setpriv', [...AS_STRANGER.split(' ').slice(1), 'sh', '-c', tries, 'sh', strangers]);
      const wait = `until [ -e "$root/strangers/tried" ]; do sleep 0.05; done; ${TELL_PLACE}`;
      const { backup, notes } = await bedOn(strikeAt(at.host, 'unpacked', wait)).create();
      if (stranger.exitCode === null) await once(stranger, 'exit');
      expect([backup.verified, notes]).toEqual(['restore', [expect.stringMatching(/^\/dev\/shm\//)]]);
      expect((await readdir(strangers)).sort()).toEqual(['mine', 'tried']);
    });

    test('took the name that a dead drill had leaves its files alone', async () => {
      const flag = `${at.root}/where`;
      await failureOf(bedOn(strikeAt(at.host, 'unpacked', `echo "$drill_folder" >"${flag}"; kill -9 $$`)).create());
      const where = (await readFile(flag, 'utf8')).trim();
      // As after a reboot, which empties the memory and not the notes.
      await mustRun({ program: 'rm', args: ['-r', where] });
      const plant = 'mkdir "$2" "$2/deep" && true >"$2/deep/file" && chmod 0 "$2/deep"';
      await mustRun({
        program: 'setpriv',
        args: [...AS_STRANGER.split(' ').slice(1), 'sh', '-c', plant, 'sh', strangers, where],
      });
      await backups.create();
      expect((await stat(`${where}/deep`)).mode & 0o777).toBe(0);
      await expectNothingLeft(at, backups);
    });
  });

  describeWithGroups('of a program whose memory is limited', () => {
    let group: string;
    beforeAll(async () => {
      group = `${groups?.mount}/plimsoll-test-${process.pid}`;
      await mkdir(group);
      await writeFile(`${group}/${groups?.limit}`, '48000000');
    });
    afterAll(async () => {
      await waitUntil(
        () =>
          rmdir(group).then(
            () => true,
            () => false,
          ),
        { deadlineMs: 60_000, what: 'the group to be empty' },
      );
    });
    // From where on only the look at what was made is left.
    const inGroup = (): Struck => strikeAt(at.host, 'published', `echo $$ >"${group}/cgroup.procs"`);
    beforeEach(async () => {
      await treeBuilder(`${at.root}/shared`).file('large', new Random(9).bytes(40_000_000).toString('latin1'));
    });

    test('is done on the disk', async () => {
      const { backup, notes } = await bedOn(strikeAt(inGroup(), 'unpacked', TELL_PLACE)).create();
      expect([backup.verified, notes]).toEqual([
        'restore',
        [expect.stringMatching(/\/backups\/default\/\.drill-\d+\/tree$/)],
      ]);
      await expectNothingLeft(at, backups);
    });

    test('would lose processes in memory, and leaves nothing that the next one does not remove', async () => {
      const places = `${at.root}/places`;
      const note = `case $2 in /dev/shm/*) echo "$2" >>"${places}" ;; esac; : step scratch-noted`;
      await bedOn(strikeAt(withoutLimits(inGroup()), 'scratch-noted', note))
        .create()
        .catch(() => undefined);
      expect(await killsIn(group)).toBeGreaterThan(0);
      const drills = (await readFile(places, 'utf8')).trimEnd().split('\n');
      const { backup } = await backups.create();
      expect(backup.verified).toBe('restore');
      for (const { id } of await backups.list()) expect((await backups.verify(id)).backup.verified).toBe('restore');
      await expectNothingLeft(at, backups);
      for (const drill of drills) await expect(lstat(drill)).rejects.toMatchObject({ code: 'ENOENT' });
    });
  });
});

/** How many processes were ended there for want of memory. */
async function killsIn(group: string): Promise<number> {
  const names = ['memory.oom_control', 'memory.events'].map((name) => `${group}/${name}`);
  const texts = await Promise.all(names.map((name) => readFile(name, 'utf8').catch(() => '')));
  return Number(/^oom_kill (\d+)$/m.exec(texts.join(''))?.[1] ?? 0);
}
