import { lstat, mkdir, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { checkStore, describeTree, type ShellKind, type TreeBuilder, treeBuilder, waitUntil } from '@plimsoll/testkit';
import { failureOf } from './support/failures.ts';
import { type LocalHost, SHELLS, startLocalHost } from './support/local-host.ts';
import {
  beginSwitch,
  closeRelease,
  deployRelease,
  openForDeployment,
  openStoreBed,
  type StoreBed,
  stageRelease,
} from './support/store-bed.ts';

let host: LocalHost;
let root: string;
let source: TreeBuilder;
let bed: StoreBed;
let round = 0;

function useHost(shell: ShellKind): void {
  beforeAll(async () => {
    host = await startLocalHost(shell);
  });
  beforeEach(async () => {
    round += 1;
    root = `${host.folder}/srv-${round}`;
    source = treeBuilder(`${host.folder}/source-${round}`);
    await source.file('a.txt', 'one');
    bed = openStoreBed(host, root);
  });
  afterAll(async () => host[Symbol.asyncDispose]());
}

const live = (): Promise<string> => readlink(`${root}/current`);
const inode = async (path: string): Promise<number> => (await stat(path)).ino;
const meta = (path: string): string => `${root}/.plimsoll/${path}`;

async function expectSound(): Promise<void> {
  expect(await checkStore(root)).toMatchObject({ violations: [], unsettled: [] });
}

describe.each(SHELLS)('a store on a server with %s', (shell) => {
  useHost(shell);

  test('receives a tree exactly as it is, and the next one by what changed', async () => {
    await source.file('bin/run me', '#!/bin/sh\n', 0o755);
    await source.file('-rf $(touch x) \'q\' "d"\n\t\r\\n', 'odd');
    await source.file('\xff\xfe/\xe9', 'no UTF-8', 0o600);
    await source.file(`${'n'.repeat(255)}/${'m'.repeat(255)}`, '');
    await source.link('bin/link\n', '../a.txt');
    await source.link('dangling', 'no\\where');
    await source.folder('empty/deep');
    const first = await deployRelease(bed, source.root);
    expect(await describeTree(`${root}/current/.`)).toEqual(await describeTree(source.root));
    await source.file('a.txt', 'two');
    await source.file('new', 'x');
    await rm(`${source.root}/bin/run me`);
    const second = await deployRelease(bed, source.root);
    expect(await describeTree(`${root}/current/.`)).toEqual(await describeTree(source.root));
    expect(second.linked).toMatch(/^(-l|reflink=always) 3$/);
    expect(await live()).toBe(`releases/${second.release}`);
    const odd = '-rf $(touch x) \'q\' "d"\n\t\r\\n';
    if (second.linked.startsWith('-l')) {
      // Plain names are linked all at once, names with odd bytes are copied one by one.
      expect(await inode(`${root}/releases/${first.release}/${'n'.repeat(255)}/${'m'.repeat(255)}`)).toBe(
        await inode(`${root}/current/${'n'.repeat(255)}/${'m'.repeat(255)}`),
      );
    }
    expect(await readFile(`${root}/current/${odd}`, 'utf8')).toBe('odd');
    await expectSound();
  });

  test('keeps what it knows to its owner, and shows readable files', async () => {
    await source.file('private', 'x', 0o600);
    await deployRelease(bed, source.root);
    const mode = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);
    expect([await mode(meta('.')), await mode(`${root}/releases`), await mode(`${root}/current/.`)]).toEqual([
      '700',
      '755',
      '755',
    ]);
    expect([await mode(`${root}/current/a.txt`), await mode(`${root}/current/private`)]).toEqual(['644', '600']);
  });

  test('sends a file again that was changed in place, and leaves the harmed release alone', async () => {
    const first = await deployRelease(bed, source.root);
    await writeFile(`${root}/current/a.txt`, 'ONE');
    const second = await stageRelease(bed, source.root);
    expect([...(second.report.base?.damaged ?? [])]).toEqual(['a.txt']);
    expect(await readFile(`${root}/releases/${second.release}/a.txt`, 'utf8')).toBe('one');
    expect(await readFile(`${root}/releases/${first.release}/a.txt`, 'utf8')).toBe('ONE');
  });

  test('goes back when the gate says so, and the release before is as it was', async () => {
    const first = await deployRelease(bed, source.root);
    await source.file('a.txt', 'bad');
    const runbook = { healthCommand: 'echo sick; exit 3' };
    const second = await stageRelease(bed, source.root, { runbook });
    const { gate, revertTarget } = await beginSwitch(bed, second).go();
    expect(gate).toMatchObject({
      code: 'health',
      detail: expect.stringContaining('health-command ended with status 3'),
    });
    expect([await live(), revertTarget]).toEqual([`releases/${second.release}`, first.release]);
    expect(await closeRelease(bed, second, { decision: 'revert', mark: 'failed' })).toMatchObject({
      end: 'reverted',
      liveRelease: first.release,
    });
    expect([await live(), await readFile(`${root}/current/a.txt`, 'utf8')]).toEqual([
      `releases/${first.release}`,
      'one',
    ]);
    await expectSound();
  });

  test('stops at the first command of a hook that fails', async () => {
    const staged = await stageRelease(bed, source.root);
    const prepare = 'echo before >a\nfalse\necho after >b';
    const failure = await failureOf(beginSwitch(bed, staged, { prepare }).ready);
    expect(failure).toMatchObject({
      code: 'remote-command',
      message: 'prepare ended with status 1. Nothing was switched.',
    });
    expect((await readdir(`${root}/releases/${staged.release}`)).sort()).toEqual(['a', 'a.txt']);
    await closeRelease(bed, staged, { decision: 'drop' });
    expect(await readdir(`${root}/releases`)).toEqual([]);
    await expectSound();
  });

  test('waits for the order to switch, and does not when the runner goes away', async () => {
    const staged = await stageRelease(bed, source.root);
    const run = new AbortController();
    const switching = beginSwitch(bed, staged, { order: 'awaited', signal: run.signal });
    await switching.ready;
    run.abort();
    expect(await failureOf(switching.go())).toMatchObject({ code: 'cancelled' });
    await expect(live()).rejects.toThrow('ENOENT');
  });

  test('goes back by itself when nobody confirms', async () => {
    const first = await deployRelease(bed, source.root);
    await source.file('a.txt', 'two');
    const second = await stageRelease(bed, source.root);
    const { watchdog } = await beginSwitch(bed, second, { confirmWithinMs: 2_000 }).go();
    expect([watchdog, await live()]).toEqual(['detached', `releases/${second.release}`]);
    await closeRelease(bed, second, { decision: 'later' });
    await waitUntil(async () => (await live()) === `releases/${first.release}`, {
      deadlineMs: 12_000,
      what: 'the watchdog',
    });
    await waitUntil(async () => (await checkStore(root)).isSettled, { deadlineMs: 5_000, what: 'its book-keeping' });
    await expectSound();
    expect((await checkStore(root)).ledger.at(-1)).toMatchObject({
      event: 'reverted',
      release: second.release,
      previous: first.release,
    });
  });
});

describe('a store', () => {
  useHost('dash');

  describe('opened', () => {
    test('for a look changes nothing, not even when nothing is there', async () => {
      const signal = new AbortController().signal;
      expect(await bed.store.look({ base: 'listed', signal })).toMatchObject({
        currentKind: 'none',
        fence: 0,
        releases: [],
      });
      await expect(stat(root)).rejects.toThrow('ENOENT');
      await deployRelease(bed, source.root);
      const before = await snapshot();
      expect(await bed.store.look({ base: 'verified', signal })).toMatchObject({ currentKind: 'release', fence: 0 });
      expect(await snapshot()).toEqual(before);
    });

    async function snapshot(): Promise<string[]> {
      const paths = await readdir(root, { recursive: true });
      const lines = paths.sort().map(async (path) => {
        const { mtimeMs, ctimeMs, size, ino } = await lstat(`${root}/${path}`);
        return `${path} ${mtimeMs} ${ctimeMs} ${size} ${ino}`;
      });
      return Promise.all(lines);
    }

    test('refuses a current that is a real directory', async () => {
      await mkdir(`${root}/current`, { recursive: true });
      const failure = await failureOf(openForDeployment(bed));
      expect(failure).toMatchObject({
        code: 'remote-environment',
        message: expect.stringContaining('is not a symbolic link'),
      });
      expect(await readdir(root)).toEqual(['current']);
    });

    test.each([
      ['a dangling link', 'nowhere', 'dangling'],
      ['a link to something else', '.', 'foreign'],
      ['a link to a release without a record', 'releases/by-hand', 'foreign'],
      ['a link into a release', 'releases/by-hand/..', 'foreign'],
    ])('says that current is %s, and replaces it', async (_what, target, kind) => {
      await mkdir(`${root}/releases/by-hand`, { recursive: true });
      await symlink(target, `${root}/current`);
      const report = await openForDeployment(bed);
      expect(report).toMatchObject({ currentKind: kind, currentRelease: '', foreign: ['by-hand'] });
      const staged = await stageRelease(bed, source.root, { report });
      await beginSwitch(bed, staged).go();
      await closeRelease(bed, staged, { decision: 'confirm', keep: 2 });
      expect(await live()).toBe(`releases/${staged.release}`);
      expect(await readdir(`${root}/releases`)).toContain('by-hand');
    });

    test('waits for nobody when there is no time, and names who holds the lease', async () => {
      await openForDeployment(openStoreBed(host, root, 'somebody else'));
      const failure = await failureOf(openForDeployment(bed));
      expect(failure).toMatchObject({
        code: 'locked',
        message: expect.stringContaining('held by run of somebody else'),
      });
    });

    test('removes what a run left that died while it staged', async () => {
      const left = await stageRelease(bed, source.root);
      const report = await openForDeployment(bed);
      expect(report.recovered).toEqual([`release ${left.release} was staged and never switched; it was removed`]);
      expect([report.releases, await readdir(`${root}/releases`)]).toEqual([[], []]);
    });

    test('takes a switch back that a run left which died after it', async () => {
      const first = await deployRelease(bed, source.root);
      await source.file('a.txt', 'two');
      const second = await stageRelease(bed, source.root);
      await beginSwitch(bed, second).go();
      const report = await openForDeployment(bed);
      expect(report.undone).toEqual([{ release: second.release, live: first.release }]);
      expect([report.currentRelease, await live()]).toEqual([first.release, `releases/${first.release}`]);
      expect(report.releases.map(({ state }) => state)).toEqual(['healthy', 'reverted']);
    });

    test('takes a base whose manifest is damaged for none', async () => {
      const first = await deployRelease(bed, source.root);
      await writeFile(meta(`releases/${first.release}/manifest.gz`), 'what is this');
      const second = await stageRelease(bed, source.root);
      expect([second.report.base, second.linked]).toEqual([undefined, 'none 0']);
      expect(second.report.recovered).toEqual([expect.stringContaining('cannot be read')]);
    });
  });

  describe('an owner that lost its lease', () => {
    test.each(['stage', 'switch', 'close'] as const)('is fenced when it comes to %s', async (execution) => {
      const first = await deployRelease(bed, source.root);
      await source.file('a.txt', 'two');
      const report = await openForDeployment(bed);
      const late = execution === 'stage' ? undefined : await stageRelease(bed, source.root, { report });
      const switched = late !== undefined && execution === 'close' ? beginSwitch(bed, late) : undefined;
      await switched?.go();
      await writeFile(meta(`lease/${report.fence}/expires`), 'another boot\n');
      const other = await openForDeployment(openStoreBed(host, root, 'other'));
      expect(other.fence).toBe(report.fence + 1);
      const attempts = {
        stage: () => stageRelease(bed, source.root, { report }),
        switch: () => beginSwitch(bed, { release: late?.release ?? '', report }).ready,
        close: () => closeRelease(bed, { release: late?.release ?? '', report }, { decision: 'confirm' }),
      };
      const failure = await failureOf(attempts[execution]());
      expect([failure.code, failure.message]).toEqual(['fenced', expect.stringContaining('run of other')]);
      expect(await live()).toBe(`releases/${first.release}`);
    });
  });

  describe('closed', () => {
    test('keeps as many healthy releases as it is told, and what failed last', async () => {
      const good = { decision: 'confirm', keep: 2 } as const;
      const bad = { decision: 'revert', mark: 'failed' } as const;
      const ids: string[] = [];
      const removed: (readonly string[])[] = [];
      for (const [index, ending] of [good, good, good, bad, bad, good].entries()) {
        await source.file('a.txt', `version ${index}`);
        const staged = await stageRelease(bed, source.root);
        await beginSwitch(bed, staged).go();
        ids.push(staged.release);
        removed.push((await closeRelease(bed, staged, ending)).removed);
      }
      expect(removed).toEqual([[], [], [ids[0]], [], [], [ids[1], ids[3]]]);
      expect((await readdir(`${root}/releases`)).sort()).toEqual([ids[2], ids[4], ids[5]]);
      await expectSound();
    });

    test('never removes the live release, nor the one to go back to, however few are to be kept', async () => {
      const first = await deployRelease(bed, source.root);
      const second = await deployRelease(bed, source.root);
      const report = await openForDeployment(bed);
      const back = beginSwitch(bed, { release: first.release, report }, { verify: 'again' });
      await back.go();
      const { removed } = await closeRelease(bed, { release: first.release, report }, { decision: 'confirm', keep: 1 });
      expect([removed, await live()]).toEqual([[], `releases/${first.release}`]);
      expect((await readdir(`${root}/releases`)).sort()).toEqual([first.release, second.release].sort());
    });

    test('marks the release that a rollback left, so that it is not offered again', async () => {
      const first = await deployRelease(bed, source.root);
      const second = await deployRelease(bed, source.root);
      const report = await openForDeployment(bed);
      await beginSwitch(bed, { release: first.release, report }, { verify: 'again' }).go();
      const ending = { decision: 'confirm', event: 'rolled-back', markFailed: second.release } as const;
      const { releases } = await closeRelease(bed, { release: first.release, report }, ending);
      expect(releases.map(({ id, state, current }) => [id, state, current])).toEqual([
        [first.release, 'healthy', true],
        [second.release, 'failed', false],
      ]);
    });

    test('without a healthy release to go back to stays, and says so', async () => {
      const staged = await stageRelease(bed, source.root, { runbook: { healthCommand: 'false' } });
      const { gate, revertTarget } = await beginSwitch(bed, staged).go();
      expect([gate.code, revertTarget]).toEqual(['health', '']);
      expect(await closeRelease(bed, staged, { decision: 'revert', mark: 'failed' })).toMatchObject({
        end: 'stayed',
        liveRelease: staged.release,
      });
      expect((await checkStore(root)).releases.map(({ state }) => state)).toEqual(['failed']);
    });

    test('too late says so, and the release before stays live', async () => {
      const first = await deployRelease(bed, source.root);
      const second = await stageRelease(bed, source.root);
      await beginSwitch(bed, second, { confirmWithinMs: 1_100 }).go();
      await waitUntil(async () => (await live()) === `releases/${first.release}`, {
        deadlineMs: 8_000,
        what: 'the watchdog',
      });
      expect(await closeRelease(bed, second, { decision: 'confirm' })).toMatchObject({ end: 'late' });
      expect(await live()).toBe(`releases/${first.release}`);
    });

    test('says when the release before is not well either', async () => {
      await deployRelease(bed, source.root, { healthCommand: `test ! -e ${root}/broken` });
      await source.file('a.txt', 'two');
      const second = await stageRelease(bed, source.root, { runbook: { healthCommand: 'false' } });
      await beginSwitch(bed, second).go();
      await writeFile(`${root}/broken`, '');
      const closed = await closeRelease(bed, second, { decision: 'revert', mark: 'failed' });
      expect(closed).toMatchObject({ end: 'revert-failed', detail: expect.stringContaining('not healthy') });
    });
  });

  describe('a switch', () => {
    test('to a release whose files changed since is refused', async () => {
      const first = await deployRelease(bed, source.root);
      await source.file('a.txt', 'two');
      const second = await deployRelease(bed, source.root);
      await writeFile(`${root}/releases/${first.release}/a.txt`, 'ONE');
      const report = await openForDeployment(bed);
      const failure = await failureOf(beginSwitch(bed, { release: first.release, report }, { verify: 'again' }).ready);
      expect([failure.code, failure.message]).toEqual(['integrity', expect.stringContaining('a.txt')]);
      expect(await live()).toBe(`releases/${second.release}`);
    });

    test.each(['', 'no-such-release', '../../etc', '.'])('to %j, which is no release, is refused', async (release) => {
      await deployRelease(bed, source.root);
      const report = await openForDeployment(bed);
      expect((await failureOf(beginSwitch(bed, { release, report }).ready)).code).toBe('no-release');
    });

    test('that is forced does not ask for health, and passes whatever the other commands say', async () => {
      const runbook = { healthCommand: 'echo asked', afterSwitch: 'exit 9' };
      const staged = await stageRelease(bed, source.root, { runbook });
      const { gate } = await beginSwitch(bed, staged, { gate: 'skipped' }).go();
      expect(gate).toEqual({ code: '', detail: 'remote-command: after-switch ended with status 9' });
      expect(bed.output).not.toContain('asked');
    });

    test('asks again until the release is well', async () => {
      const healthCommand =
        'echo try >>"$PLIMSOLL_DEPLOY_PATH/tries"; [ "$(wc -l <"$PLIMSOLL_DEPLOY_PATH/tries")" -ge 3 ]';
      const staged = await stageRelease(bed, source.root, { runbook: { healthCommand, healthTimeoutMs: 20_000 } });
      expect((await beginSwitch(bed, staged).go()).gate).toEqual({ code: '', detail: '' });
      expect(await readFile(`${root}/tries`, 'utf8')).toBe('try\ntry\ntry\n');
    });
  });
});
