import { readFileSync } from 'node:fs';
import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeOnShells, describeUnless } from '../../../test/setup/needs.ts';
import { type LocalHost, startLocalHost, tell } from './support/local-host.ts';

const FUNCTIONS = readFileSync(new URL('../remote/backup-memory.sh', import.meta.url), 'utf8');

/** Files below `/proc` and below the place where control groups are, and the kilobytes that are left. Empty: it cannot be told. */
type Case = readonly [what: string, files: Readonly<Record<string, string>>, room: string];

const MACHINE = { 'proc/meminfo': 'MemTotal: 9000 kB\nMemFree: 10 kB\nMemAvailable:    8000 kB\n' };
const TWO = {
  ...MACHINE,
  'proc/self/cgroup': '0::/user.slice/a:b\n',
  'proc/self/mountinfo': mounts('31 23 0:28 / ROOT/two rw,relatime shared:4 - cgroup2 cgroup rw,nsdelegate'),
  ...second('', {}),
  ...second('/user.slice', { max: 'max', high: 'max', current: 900 * 1024 }),
  ...second('/user.slice/a:b', { max: 4000 * 1024, current: 1000 * 1024 }),
};
const ONE = {
  ...MACHINE,
  'proc/self/cgroup': '9:name=systemd:/\n4:cpu,memory:/slice/in\n0::/\n',
  'proc/self/mountinfo': mounts(
    '31 23 0:28 / ROOT/systemd rw - cgroup cgroup rw,name=systemd\n32 23 0:29 / ROOT/one rw - cgroup cgroup rw,cpu,memory\n33 23 0:30 / ROOT/two rw - cgroup2 cgroup2 rw',
  ),
  ...first('', Number.MAX_SAFE_INTEGER, 5),
  ...first('/slice', 3000 * 1024, 500 * 1024),
  ...first('/slice/in', Number.MAX_SAFE_INTEGER, 100 * 1024),
};

const CASES: readonly Case[] = [
  ['the control group', TWO, '3000'],
  ['the one above it', { ...TWO, ...second('/user.slice', { max: 1500 * 1024, current: 1100 * 1024 }) }, '400'],
  ['what is slowed down', { ...TWO, ...second('/user.slice/a:b', { high: 1200 * 1024, current: 1000 * 1024 }) }, '200'],
  ['a group that is over its limit', { ...TWO, ...second('/user.slice', { max: 1024, current: 9999 }) }, '0'],
  ['the machine', { ...TWO, ...second('/user.slice/a:b', { max: 90_000 * 1024, current: 0 }) }, '8000'],
  ['the root alone', { ...TWO, 'proc/self/cgroup': '0::/\n' }, '8000'],
  ['a mount of the group itself', { ...TWO, 'proc/self/mountinfo': of('/user.slice/a:b'), ...inside(3) }, '3'],
  ['a mount of another group', { ...TWO, 'proc/self/mountinfo': of('/user.slice/a') }, ''],
  ['a mount from outside', { ...TWO, 'proc/self/mountinfo': of('/..') }, ''],
  ['a group outside', { ...TWO, 'proc/self/cgroup': '0::/../x\n' }, ''],
  ['a group that is not there', { ...TWO, 'proc/self/cgroup': '0::/user.slice/other\n' }, ''],
  ['no word of groups', { ...TWO, 'proc/self/cgroup': '' }, ''],
  ['groups that are mounted nowhere', { ...TWO, 'proc/self/mountinfo': mounts('') }, ''],
  ['no word of the machine', { ...TWO, 'proc/meminfo': 'MemFree: 10 kB\n' }, ''],
  ['a limit without what is taken', { ...TWO, ...second('/user.slice/a:b', { max: 4096 }), ...none('a:b') }, ''],
  ['a limit that is no number', { ...TWO, ...second('/user.slice', { max: '1G', current: 1 }) }, ''],
  ['version 1', ONE, '2500'],
  ['version 1 without its files', { ...ONE, 'proc/self/cgroup': '4:memory:/slice/other\n0::/\n' }, ''],
  ['version 1 beside the mount of 2 alone', { ...ONE, 'proc/self/mountinfo': of('/') }, ''],
];

function mounts(lines: string): string {
  return `21 1 8:1 / / rw - ext4 /dev/sda rw\n22 21 0:5 / /proc rw - proc proc rw\n${lines}\n`;
}

function of(top: string): string {
  return mounts(`31 23 0:28 ${top} ROOT/two rw - cgroup2 cgroup2 rw`);
}

function second(path: string, limits: Readonly<Record<string, string | number>>): Record<string, string> {
  const files = Object.entries(limits).map(([name, value]) => [`two${path}/memory.${name}`, `${value}\n`] as const);
  return { [`two${path}/cgroup.controllers`]: '', ...Object.fromEntries(files) };
}

function inside(room: number): Record<string, string> {
  return second('', { max: (room + 1) * 1024, current: 1024 });
}

function none(group: string): Record<string, string> {
  return { [`two/user.slice/${group}/memory.current`]: '' };
}

function first(path: string, limit: number, usage: number): Record<string, string> {
  const folder = `one${path}/memory`;
  return { [`${folder}.limit_in_bytes`]: `${limit}\n`, [`${folder}.usage_in_bytes`]: `${usage}\n` };
}

await describeOnShells('memory on a server with', (shell) => {
  let host: LocalHost;
  beforeAll(async () => {
    host = await startLocalHost(shell);
  });
  afterAll(async () => host[Symbol.asyncDispose]());

  async function place(root: string, files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(`${root}/${path}`), { recursive: true });
      await writeFile(`${root}/${path}`, text.replaceAll('ROOT', root));
    }
  }

  test('is what the machine and every control group have left, and none where one of them cannot be told', async () => {
    for (const [index, [, files]] of CASES.entries()) await place(`${host.folder}/${index}`, files);
    const asks = CASES.map((_, index) => `emit room "$(memory_room "${host.folder}/${index}/proc")"`);
    const { values, output } = await tell(host, `${FUNCTIONS}\n${asks.join('\n')}`);
    expect(values('room').map((room, index) => [CASES[index]?.[0], room])).toEqual(
      CASES.map(([what, , room]) => [what, room]),
    );
    expect(output).toEqual([]);
  });

  const describeAsRoot = describeUnless(
    process.getuid?.() === 0 ? undefined : 'Only root can give folders away. Run the tests as root.',
  );
  describeAsRoot('that others may write to', () => {
    test.each([
      { what: 'is root’s and lets nobody rename what is another’s', uid: 0, mode: 0o1777, status: '0' },
      { what: 'lets everybody rename everything', uid: 0, mode: 0o777, status: '1' },
      { what: 'is somebody else’s', uid: 65_534, mode: 0o1777, status: '1' },
    ])('is safe or not: one that $what', async ({ uid, mode, status }) => {
      const folder = `${host.folder}/shm`;
      await mkdir(folder, { recursive: true });
      await chown(folder, uid, uid);
      await chmod(folder, mode);
      expect((await tell(host, `${FUNCTIONS}\nis_safe_for_all "${folder}"; emit safe $?`)).values('safe')).toEqual([
        status,
      ]);
    });
  });
});
