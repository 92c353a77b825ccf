/** Deployments to disks that share blocks, and to disks that are full. A real sshd of this machine serves them; they need no host of their own. */
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActionRun, Runner, SshServer, StoreReport } from '@plimsoll/testkit';
import { checkStore, createRunner, findProgram, generateKey, mustRun, startSshd, treeBuilder } from '@plimsoll/testkit';
import { describeOnHosts } from './describe-on-hosts.ts';
import { complaintOf } from './web-app.ts';
import type { Volume } from './xfs.ts';
import { smallTmpfs, xfsImage } from './xfs.ts';

const MEGABYTE = 1 << 20;

/** What takes all that is left of a disk, in its working directory. */
const FILLERS = {
  room: 'dd if=/dev/zero of=filler bs=64k 2>/dev/null',
  inodes: 'number=0; while : >"filler-$number"; do number=$((number + 1)); done 2>/dev/null',
};

describeOnHosts('A disk', () => {
  let server: SshServer;
  /** A shell command in this file runs on the server right before it unpacks a release. */
  let beforeUnpacking: string;
  let runner: Runner;
  let privateKey: string;
  beforeAll(async () => {
    const key = await generateKey();
    privateKey = key.privateKey;
    runner = await createRunner();
    beforeUnpacking = join(runner.workspace, 'before-unpacking');
    const tar = `#!/bin/sh\nif [ -e ${beforeUnpacking} ]; then sh ${beforeUnpacking}; fi\nexec ${await findProgram('tar')} "$@"\n`;
    server = await startSshd({ authorizedKeys: [key.publicKey], commands: { tar } });
  });
  afterAll(async () => {
    await server?.stop();
    await runner?.[Symbol.asyncDispose]();
  });

  /** Files by their names, with their contents or the number of their bytes. */
  async function deploy(
    volume: Volume,
    files: Readonly<Record<string, string | number>>,
    more: Readonly<Record<string, string>> = {},
  ): Promise<ActionRun> {
    const source = join(runner.workspace, 'source');
    await rm(source, { recursive: true, force: true });
    const tree = treeBuilder(source);
    for (const [path, content] of Object.entries(files)) {
      await tree.file(path, typeof content === 'string' ? content : noise(content));
    }
    const inputs = {
      hosts: `${server.user}@${server.host}:${server.port}`,
      'private-key': privateKey,
      'known-hosts': server.knownHosts(),
      'deploy-path': join(volume.path, 'app'),
      source,
      'health-command': 'test -s version',
      ...more,
    };
    return runner.run({ action: 'deploy-ssh', inputs });
  }

  test('with reflinks shares the blocks of unchanged files, and a change in place stays in its release', async () => {
    await using volume = await xfsImage({ sizeMb: 512 });
    expect(complaintOf(await deploy(volume, { big: 16 * MEGABYTE, version: '1' }))).toBe('');
    const before = await usedBytes(volume);
    const second = await deploy(volume, { big: 16 * MEGABYTE, version: '2' });
    expect(complaintOf(second)).toBe('');
    expect(second.stdout).toContain('shared with the release before (reflinks)');
    expect((await usedBytes(volume)) - before).toBeLessThan(4 * MEGABYTE);

    const [older = '', newer = ''] = (await storeOf(volume)).releases.map(({ id }) =>
      join(volume.path, 'app/releases', id),
    );
    expect(await sharedExtents(join(older, 'big'))).toBeGreaterThan(0);
    expect((await stat(join(older, 'big'))).ino).not.toBe((await stat(join(newer, 'big'))).ino);
    const content = await readFile(join(older, 'big'));
    await writeFile(join(newer, 'big'), 'changed in place', { flag: 'r+' });
    expect((await readFile(join(older, 'big'))).equals(content)).toBe(true);
  });

  test('without room is said before anything is sent, and is enough once there is room again', async () => {
    await using volume = await smallTmpfs({ sizeMb: 24, inodes: 0 });
    expect(complaintOf(await deploy(volume, { version: '1' }))).toBe('');
    await expectRefused(volume, await deploy(volume, { version: '2', big: 22 * MEGABYTE }));
    expect(complaintOf(await deploy(volume, { version: '3', big: 2 * MEGABYTE }))).toBe('');
    expect(await currentVersion(volume)).toBe('3');
  });

  test('without inodes is said before anything is sent, and is enough once there are some again', async () => {
    await using volume = await smallTmpfs({ sizeMb: 64, inodes: 200 });
    expect(complaintOf(await deploy(volume, { version: '1' }))).toBe('');
    const many = Object.fromEntries(Array.from({ length: 180 }, (_, index) => [`file-${index}`, 'x']));
    await expectRefused(volume, await deploy(volume, { ...many, version: '2' }));
    expect(complaintOf(await deploy(volume, { version: '3' }))).toBe('');
    expect(await currentVersion(volume)).toBe('3');
  });

  test.each(['room', 'inodes'] as const)(
    'that runs out of %s while a release arrives is said, and is enough later',
    async (what) => {
      await using volume = await smallTmpfs({ sizeMb: 24, inodes: 1000 });
      expect(complaintOf(await deploy(volume, { version: '1' }))).toBe('');
      await writeFile(beforeUnpacking, `cd ${volume.path} && ${FILLERS[what]}\n`);
      try {
        await expectRefused(volume, await deploy(volume, { version: '2', big: MEGABYTE }));
      } finally {
        await rm(beforeUnpacking);
      }
      await removeFillers(volume);
      expect(complaintOf(await deploy(volume, { version: '3', big: MEGABYTE }))).toBe('');
      expect(await currentVersion(volume)).toBe('3');
    },
  );

  test.each(['room', 'inodes'] as const)(
    'that runs out of %s after the switch does not stop the way back',
    async (what) => {
      await using volume = await smallTmpfs({ sizeMb: 24, inodes: 1000 });
      expect(complaintOf(await deploy(volume, { version: '1' }))).toBe('');
      const run = await deploy(
        volume,
        { version: '2' },
        { 'after-switch': `cd ${volume.path} && ${FILLERS[what]}; exit 7` },
      );
      expect(complaintOf(run)).toContain('back on the release before');
      expect(run).toMatchObject({ exitCode: 30, outputs: { 'failure-code': 'reverted' } });
      expect(await currentVersion(volume)).toBe('1');
      await removeFillers(volume);
      expect(complaintOf(await deploy(volume, { version: '3' }))).toBe('');
      expect(await currentVersion(volume)).toBe('3');
    },
  );
});

function removeFillers({ path }: Volume): Promise<string> {
  return mustRun({ program: 'find', args: [path, '-maxdepth', '1', '-name', 'filler*', '-delete'] });
}

/** The code says that it is the disk, and the version before is untouched. */
async function expectRefused(volume: Volume, run: ActionRun): Promise<void> {
  expect(run).toMatchObject({ exitCode: 56, outputs: { 'failure-code': 'disk' } });
  expect(await currentVersion(volume)).toBe('1');
  const { violations, unsettled } = await storeOf(volume);
  expect([...violations, ...unsettled]).toEqual([]);
}

function storeOf(volume: Volume): Promise<StoreReport> {
  return checkStore(join(volume.path, 'app'));
}

function currentVersion(volume: Volume): Promise<string> {
  return readFile(join(volume.path, 'app/current/version'), 'utf8');
}

/** Bytes that do not compress, the same ones each time. */
function noise(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let state = 1;
  for (let offset = 0; offset < size; offset += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes.writeUInt32LE(state, offset);
  }
  return bytes;
}

async function usedBytes({ path }: Volume): Promise<number> {
  await mustRun({ program: 'sync', args: ['-f', path] });
  const text = await mustRun({ program: 'df', args: ['--block-size=1', '--output=used', path] });
  return Number(text.split('\n')[1]);
}

/** How many extents of a file it shares with others. */
async function sharedExtents(path: string): Promise<number> {
  const text = await mustRun({ program: 'filefrag', args: ['-v', path] });
  return text.split('\n').filter((line) => line.includes('shared')).length;
}
