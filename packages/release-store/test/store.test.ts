import { lstat, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { checkStore, waitUntil } from '@plimsoll/testkit';
import { failureOf } from './support/failures.ts';
import {
  beginSwitch,
  closeRelease,
  deployRelease,
  openForDeployment,
  openStoreBed,
  stageRelease,
} from './support/store-bed.ts';
import { diesBooked } from './support/strike.ts';
import { useStore } from './support/use-store.ts';

describe('a store', () => {
  const at = useStore('system');

  describe('opened', () => {
    test('for a look changes nothing, not even when nothing is there', async () => {
      const signal = new AbortController().signal;
      expect(await at.bed.store.look({ base: 'listed', signal })).toMatchObject({
        currentKind: 'none',
        fence: 0,
        releases: [],
      });
      await expect(stat(at.root)).rejects.toThrow('ENOENT');
      await deployRelease(at.bed, at.source.root);
      const before = await snapshot();
      expect(await at.bed.store.look({ base: 'listed', signal })).toMatchObject({ currentKind: 'release', fence: 0 });
      expect(await snapshot()).toEqual(before);
    });

    async function snapshot(): Promise<string[]> {
      const paths = await readdir(at.root, { recursive: true });
      const lines = paths.sort().map(async (path) => {
        const { mtimeMs, ctimeMs, size, ino } = await lstat(`${at.root}/${path}`);
        return `${path} ${mtimeMs} ${ctimeMs} ${size} ${ino}`;
      });
      return Promise.all(lines);
    }

    test('refuses a current that is a real directory', async () => {
      await mkdir(`${at.root}/current`, { recursive: true });
      const failure = await failureOf(openForDeployment(at.bed));
      expect(failure).toMatchObject({
        code: 'remote-environment',
        message: expect.stringContaining('is not a symbolic link'),
      });
      expect(await readdir(at.root)).toEqual(['current']);
    });

    test('says that current is no link when it only looks', async () => {
      await mkdir(`${at.root}/current`, { recursive: true });
      const { signal } = new AbortController();
      expect(await at.bed.store.look({ base: 'listed', signal })).toMatchObject({
        currentKind: 'no-link',
        currentRelease: '',
      });
    });

    test.each([
      ['a dangling link', 'nowhere', 'dangling'],
      ['a link to something else', '.', 'foreign'],
      ['a link to a release without a record', 'releases/by-hand', 'foreign'],
      ['a link into a release', 'releases/by-hand/..', 'foreign'],
    ])('says that current is %s, and replaces it', async (_what, target, kind) => {
      await mkdir(`${at.root}/releases/by-hand`, { recursive: true });
      await symlink(target, `${at.root}/current`);
      const report = await openForDeployment(at.bed);
      expect(report).toMatchObject({ currentKind: kind, currentRelease: '', foreign: ['by-hand'] });
      const staged = await stageRelease(at.bed, at.source.root, { report });
      await beginSwitch(at.bed, staged).go();
      await closeRelease(at.bed, staged, { decision: 'confirm', keep: 2 });
      expect(await at.live()).toBe(`releases/${staged.release}`);
      expect(await readdir(`${at.root}/releases`)).toContain('by-hand');
    });

    test('waits for nobody when there is no time, and names who holds the lease', async () => {
      await openForDeployment(openStoreBed(at.host, at.root, 'somebody else'));
      const failure = await failureOf(openForDeployment(at.bed));
      expect(failure).toMatchObject({
        code: 'locked',
        message: expect.stringContaining('held by run of somebody else'),
      });
    });

    test('removes what a run left that died while it staged', async () => {
      const left = await stageRelease(at.bed, at.source.root);
      const report = await openForDeployment(at.bed);
      expect(report.recovered).toEqual([`release ${left.release} was staged and never switched; it was removed`]);
      expect([report.releases, await readdir(`${at.root}/releases`)]).toEqual([[], []]);
    });

    test('takes a switch back that a run left which died after it', async () => {
      const first = await deployRelease(at.bed, at.source.root);
      await at.source.file('a.txt', 'two');
      const second = await stageRelease(at.bed, at.source.root);
      await beginSwitch(at.bed, second).go();
      const report = await openForDeployment(at.bed);
      expect(report.undone).toEqual([{ release: second.release, live: first.release }]);
      expect([report.currentRelease, await at.live()]).toEqual([first.release, `releases/${first.release}`]);
      expect(report.releases.map(({ state }) => state)).toEqual(['healthy', 'reverted']);
    });

    test('enters nothing again that a run entered which died before it closed its books', async () => {
      const events = async (): Promise<unknown> => (await checkStore(at.root)).ledger.map(({ event }) => event);
      const dying = openStoreBed(diesBooked(at.host), at.root);
      const first = await stageRelease(at.bed, at.source.root);
      await beginSwitch(at.bed, first).go();
      await failureOf(closeRelease(dying, first, { decision: 'confirm' }));
      expect((await openForDeployment(at.bed)).recovered).toEqual([expect.stringContaining('had been confirmed')]);
      expect(await events()).toEqual(['deployed']);
      await at.source.file('a.txt', 'two');
      const second = await stageRelease(at.bed, at.source.root);
      await beginSwitch(at.bed, second).go();
      await failureOf(closeRelease(dying, second, { decision: 'revert', mark: 'failed' }));
      await openForDeployment(at.bed);
      expect(await events()).toEqual(['deployed', 'reverted']);
    });

    test('takes a base whose manifest is damaged for none', async () => {
      const first = await deployRelease(at.bed, at.source.root);
      await writeFile(at.meta(`releases/${first.release}/manifest.gz`), 'what is this');
      const second = await stageRelease(at.bed, at.source.root);
      expect([second.report.base, second.linked]).toEqual([undefined, 'none 0']);
      expect(second.report.recovered).toEqual([expect.stringContaining('cannot be read')]);
    });
  });

  describe('an owner that lost its lease', () => {
    test.each(['stage', 'switch', 'close'] as const)('is fenced when it comes to %s', async (execution) => {
      const first = await deployRelease(at.bed, at.source.root);
      await at.source.file('a.txt', 'two');
      const report = await openForDeployment(at.bed);
      const late = execution === 'stage' ? undefined : await stageRelease(at.bed, at.source.root, { report });
      const switched = late !== undefined && execution === 'close' ? beginSwitch(at.bed, late) : undefined;
      await switched?.go();
      await writeFile(at.meta(`lease/${report.fence}/expires`), 'another boot\n');
      const other = await openForDeployment(openStoreBed(at.host, at.root, 'other'));
      expect(other.fence).toBe(report.fence + 1);
      const attempts = {
        stage: () => stageRelease(at.bed, at.source.root, { report }),
        switch: () => beginSwitch(at.bed, { release: late?.release ?? '', report }).ready,
        close: () => closeRelease(at.bed, { release: late?.release ?? '', report }, { decision: 'confirm' }),
      };
      const failure = await failureOf(attempts[execution]());
      expect([failure.code, failure.message]).toEqual(['fenced', expect.stringContaining('run of other')]);
      expect(await at.live()).toBe(`releases/${first.release}`);
    });
  });

  test('flushes the file system of a release before it is published, and not all others of the machine', async () => {
    const program = `${at.host.folder}/bin/sync`;
    const calls = `${at.root}.calls`;
    try {
      await writeFile(program, `#!/bin/sh\necho "sync $*" >>${calls}\n`, { mode: 0o755 });
      const { report } = await stageRelease(at.bed, at.source.root);
      const [first = '', ...others] = (await readFile(calls, 'utf8')).trimEnd().split('\n');
      expect(first).toBe(`sync -f ${at.meta(`lease/${report.fence}/stage`)}`);
      expect(others).toEqual([`sync ${at.root}/releases ${at.meta('releases')}`]);
    } finally {
      await rm(program);
    }
  });

  describe('closed', () => {
    test('keeps as many healthy releases as it is told, and what failed last', async () => {
      const good = { decision: 'confirm', keep: 2 } as const;
      const bad = { decision: 'revert', mark: 'failed' } as const;
      const ids: string[] = [];
      const removed: (readonly string[])[] = [];
      for (const [index, ending] of [good, good, good, bad, bad, good].entries()) {
        await at.source.file('a.txt', `version ${index}`);
        const staged = await stageRelease(at.bed, at.source.root);
        await beginSwitch(at.bed, staged).go();
        ids.push(staged.release);
        removed.push((await closeRelease(at.bed, staged, ending)).removed);
      }
      expect(removed).toEqual([[], [], [ids[0]], [], [], [ids[1], ids[3]]]);
      expect((await readdir(`${at.root}/releases`)).sort()).toEqual([ids[2], ids[4], ids[5]]);
      await at.expectSound();
    });

    test('never removes the live release, nor the one to go back to, however few are to be kept', async () => {
      const first = await deployRelease(at.bed, at.source.root);
      const second = await deployRelease(at.bed, at.source.root);
      const report = await openForDeployment(at.bed);
      const back = beginSwitch(at.bed, { release: first.release, report }, { verify: 'again' });
      await back.go();
      const { removed } = await closeRelease(
        at.bed,
        { release: first.release, report },
        { decision: 'confirm', keep: 1 },
      );
      expect([removed, await at.live()]).toEqual([[], `releases/${first.release}`]);
      expect((await readdir(`${at.root}/releases`)).sort()).toEqual([first.release, second.release].sort());
    });

    test('marks the release that a rollback left, so that it is not offered again', async () => {
      const first = await deployRelease(at.bed, at.source.root);
      const second = await deployRelease(at.bed, at.source.root);
      const report = await openForDeployment(at.bed);
      await beginSwitch(at.bed, { release: first.release, report }, { verify: 'again' }).go();
      const ending = { decision: 'confirm', event: 'rolled-back', markFailed: second.release } as const;
      const { releases } = await closeRelease(at.bed, { release: first.release, report }, ending);
      expect(releases.map(({ id, state, current }) => [id, state, current])).toEqual([
        [first.release, 'healthy', true],
        [second.release, 'failed', false],
      ]);
    });

    test('without a healthy release to go back to stays, and says so', async () => {
      const staged = await stageRelease(at.bed, at.source.root, { runbook: { healthCommand: 'false' } });
      const { gate, revertTarget } = await beginSwitch(at.bed, staged).go();
      expect([gate.code, revertTarget]).toEqual(['health', '']);
      expect(await closeRelease(at.bed, staged, { decision: 'revert', mark: 'failed' })).toMatchObject({
        end: 'stayed',
        liveRelease: staged.release,
      });
      expect((await checkStore(at.root)).releases.map(({ state }) => state)).toEqual(['failed']);
    });

    test('too late says so, and the release before stays live', async () => {
      const first = await deployRelease(at.bed, at.source.root);
      const second = await stageRelease(at.bed, at.source.root);
      await beginSwitch(at.bed, second, { confirmWithinMs: 4_000 }).go();
      await waitUntil(async () => (await at.live()) === `releases/${first.release}`, {
        deadlineMs: 60_000,
        what: 'the watchdog',
      });
      expect(await closeRelease(at.bed, second, { decision: 'confirm' })).toMatchObject({ end: 'late' });
      expect(await at.live()).toBe(`releases/${first.release}`);
    });

    test('says when the release before is not well either', async () => {
      await deployRelease(at.bed, at.source.root, { healthCommand: `test ! -e ${at.root}/broken` });
      await at.source.file('a.txt', 'two');
      const second = await stageRelease(at.bed, at.source.root, { runbook: { healthCommand: 'false' } });
      await beginSwitch(at.bed, second).go();
      await writeFile(`${at.root}/broken`, '');
      const closed = await closeRelease(at.bed, second, { decision: 'revert', mark: 'failed' });
      expect(closed).toMatchObject({ end: 'revert-failed', detail: expect.stringContaining('not healthy') });
    });
  });

  describe('a switch that is told how to end', () => {
    const confirm = { decision: 'confirm', event: 'deployed', markFailed: '', keep: 2 } as const;

    test('confirms by itself, tidies up and gives the lease back, as closing does', async () => {
      const first = await deployRelease(at.bed, at.source.root);
      const second = await deployRelease(at.bed, at.source.root);
      const third = await stageRelease(at.bed, at.source.root);
      const { gate, closed } = await beginSwitch(at.bed, third, { whenPassed: confirm }).go();
      expect([gate.code, closed]).toEqual([
        '',
        expect.objectContaining({ end: 'confirmed', removed: [first.release] }),
      ]);
      expect(closed?.releases.map(({ id, state, current }) => [id, state, current])).toEqual([
        [second.release, 'healthy', false],
        [third.release, 'healthy', true],
      ]);
      await at.expectSound();
      expect((await checkStore(at.root)).ledger.at(-1)).toMatchObject({ event: 'deployed', release: third.release });
    });

    test('is left to be closed when the gate refuses', async () => {
      const first = await deployRelease(at.bed, at.source.root);
      const second = await stageRelease(at.bed, at.source.root, { runbook: { healthCommand: 'false' } });
      const { gate, closed } = await beginSwitch(at.bed, second, { whenPassed: confirm }).go();
      expect([gate.code, closed]).toEqual(['health', undefined]);
      expect(await closeRelease(at.bed, second, { decision: 'revert', mark: 'failed' })).toMatchObject({
        end: 'reverted',
        liveRelease: first.release,
      });
      await at.expectSound();
    });

    test('can leave it to somebody else', async () => {
      await deployRelease(at.bed, at.source.root);
      const second = await stageRelease(at.bed, at.source.root);
      const { closed } = await beginSwitch(at.bed, second, { whenPassed: { decision: 'later', keep: 0 } }).go();
      expect([closed?.end, await at.live()]).toEqual(['pending', `releases/${second.release}`]);
      expect(await readFile(at.meta(`armed/${second.release}/confirm`), 'utf8')).toBe('later\n');
    });

    test('comes too late when its gate took longer than it had', async () => {
      const first = await deployRelease(at.bed, at.source.root);
      const afterSwitch = 'while [ "$(readlink ../../current)" = "releases/$PLIMSOLL_RELEASE" ]; do sleep 0.1; done';
      const second = await stageRelease(at.bed, at.source.root, { runbook: { afterSwitch } });
      const { closed } = await beginSwitch(at.bed, second, { confirmWithinMs: 4_000, whenPassed: confirm }).go();
      expect([closed?.end, await at.live()]).toEqual(['late', `releases/${first.release}`]);
    });

    test('and dies in the middle of it is not taken back by whoever comes to revert', async () => {
      await deployRelease(at.bed, at.source.root);
      const second = await stageRelease(at.bed, at.source.root);
      await beginSwitch(at.bed, second).go();
      await rename(at.meta(`armed/${second.release}/back`), at.meta(`armed/${second.release}/confirmed`));
      const revert = { decision: 'revert', mark: 'reverted' } as const;
      expect(await closeRelease(at.bed, second, revert)).toMatchObject({ end: 'confirmed' });
      expect(await at.live()).toBe(`releases/${second.release}`);
      const { recovered, fence } = await openForDeployment(at.bed);
      expect(recovered).toEqual([expect.stringContaining('had been confirmed')]);
      // The same once more, when the books were closed and the lease was not.
      const again = { release: second.release, report: { ...second.report, fence } };
      expect(await closeRelease(at.bed, again, revert)).toMatchObject({ end: 'confirmed' });
      expect(await at.live()).toBe(`releases/${second.release}`);
      await at.expectSound();
    });
  });

  describe('a switch', () => {
    test('leaves all the time to confirm that was promised, though the clock of the server shows whole seconds', async () => {
      await deployRelease(at.bed, at.source.root);
      const { release, report } = await stageRelease(at.bed, at.source.root);
      const before = Number((await readFile('/proc/uptime', 'utf8')).split(' ')[0]);
      await beginSwitch(at.bed, { release, report }, { confirmWithinMs: 60_000 }).go();
      const deadline = await readFile(at.meta(`armed/${release}/deadline`), 'utf8');
      const [, since, within] = deadline.split(' ').map(Number);
      expect(within).toBe(60);
      expect(since).toBeGreaterThanOrEqual(before);
    });

    test('to a release whose files changed since is refused', async () => {
      const first = await deployRelease(at.bed, at.source.root);
      await at.source.file('a.txt', 'two');
      const second = await deployRelease(at.bed, at.source.root);
      await writeFile(`${at.root}/releases/${first.release}/a.txt`, 'ONE');
      const report = await openForDeployment(at.bed);
      const failure = await failureOf(
        beginSwitch(at.bed, { release: first.release, report }, { verify: 'again' }).ready,
      );
      expect([failure.code, failure.message]).toEqual(['integrity', expect.stringContaining('a.txt')]);
      expect(await at.live()).toBe(`releases/${second.release}`);
    });

    test('to what is no release is refused', async () => {
      await deployRelease(at.bed, at.source.root);
      for (const release of ['', 'no-such-release', '../../etc', '.']) {
        const report = await openForDeployment(at.bed);
        expect((await failureOf(beginSwitch(at.bed, { release, report }).ready)).code).toBe('no-release');
      }
    });

    test('that is forced does not ask for health, and passes whatever the other commands say', async () => {
      const runbook = { healthCommand: 'echo asked', afterSwitch: 'exit 9' };
      const staged = await stageRelease(at.bed, at.source.root, { runbook });
      const { gate } = await beginSwitch(at.bed, staged, { gate: 'skipped' }).go();
      expect(gate).toEqual({ code: '', detail: 'remote-command: after-switch ended with status 9' });
      expect(at.bed.output).not.toContain('asked');
    });

    test('asks again until the release is well', async () => {
      const healthCommand =
        'echo try >>"$PLIMSOLL_DEPLOY_PATH/tries"; [ "$(wc -l <"$PLIMSOLL_DEPLOY_PATH/tries")" -ge 3 ]';
      const staged = await stageRelease(at.bed, at.source.root, {
        runbook: { healthCommand, healthTimeoutMs: 20_000 },
      });
      expect((await beginSwitch(at.bed, staged).go()).gate).toEqual({ code: '', detail: '' });
      expect(await readFile(`${at.root}/tries`, 'utf8')).toBe('try\ntry\ntry\n');
    });
  });
});
