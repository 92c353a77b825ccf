import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { checkStore, waitUntil } from '@plimsoll/testkit';
import { expectPass, jsonOf, resultOf, type Site, SOON_GIVEN_UP, useServer } from './site.ts';

const shared = useServer();

/** A site with this many healthy releases; the last one is live. Answers with their ids too. */
async function siteWith(contents: readonly string[]): Promise<{ site: Site; ids: readonly string[] }> {
  const site = await shared.site();
  const ids: string[] = [];
  for (const content of contents) {
    await site.source.file('index.html', content);
    ids.push(await site.deployed({ 'health-command': `echo asked-${content}` }));
  }
  return { site, ids };
}

async function statesOf(site: Site): Promise<readonly string[]> {
  return (await checkStore(site.root)).releases.map(({ state }) => state);
}

/** A deployment that nobody confirms, made before all tests, so that its ten seconds pass while the others run. */
let unconfirmed: { site: Site; ids: readonly string[]; waiting: string };
beforeAll(async () => {
  const { site, ids } = await siteWith(['one']);
  const run = await site.deploy({ ...SOON_GIVEN_UP, confirm: 'later', 'confirm-within': '10s' });
  expectPass(run);
  unconfirmed = { site, ids, waiting: run.outputs['release-id'] ?? '' };
});

describe('rollback auto', () => {
  test('goes to the last healthy release, asks its own health command, and marks the one that it left', async () => {
    const { site, ids } = await siteWith(['one', 'two']);
    const run = await site.rollback({ reason: 'prices are  wrong\non all pages' });
    expectPass(run);
    expect(await site.live()).toBe(ids[0]);
    expect(run.outputs).toMatchObject({ 'release-id': ids[0], 'previous-release-id': ids[1] });
    expect(jsonOf(run, 'releases')).toMatchObject([
      { id: ids[1], state: 'failed', current: false },
      { id: ids[0], state: 'healthy', current: true },
    ]);
    const ledger = (await readFile(`${site.root}/.plimsoll/ledger.jsonl`, 'utf8')).trimEnd().split('\n').at(-1);
    expect(JSON.parse(ledger ?? '')).toMatchObject({
      event: 'rolled-back',
      reason: 'prices are wrong on all pages',
      forced: 'no',
    });
    await site.expectSound();
    const again = await site.rollback();
    expect([again.exitCode, again.outputs['failure-code'], await site.live()]).toEqual([70, 'no-release', ids[0]]);
  });

  test('takes the next one when the files of the first choice were changed', async () => {
    const { site, ids } = await siteWith(['one', 'two', 'three']);
    await writeFile(`${site.root}/releases/${ids[1]}/index.html`, 'TWO');
    const run = await site.rollback();
    expectPass(run);
    expect(await site.live()).toBe(ids[0]);
    expect(resultOf(run).facts).toMatchObject({ tried: [ids[1]] });
    expect(await statesOf(site)).toEqual(['healthy', 'failed', 'failed']);
  });

  test('takes the next one when the first choice is not healthy any more, and stays where it was when none is', async () => {
    const site = await shared.site();
    const health = 'test ! -e "$PLIMSOLL_DEPLOY_PATH/broken-$(cat index.html)"';
    const ids: string[] = [];
    for (const content of ['one', 'two', 'three']) {
      await site.source.file('index.html', content);
      ids.push(await site.deployed({ 'health-command': health, 'health-timeout': '3s' }));
    }
    await writeFile(`${site.root}/broken-two`, '');
    await writeFile(`${site.root}/broken-one`, '');
    const none = await site.rollback();
    expect([none.exitCode, none.outputs['failure-code'], await site.live()]).toEqual([30, 'reverted', ids[2]]);
    expect(none.outputs['release-id']).toBe('');
    await site.expectSound();
  });
});

describe('rollback to a named release', () => {
  test('goes there, and the release that it left may be good', async () => {
    const { site, ids } = await siteWith(['one', 'two', 'three']);
    expectPass(await site.rollback({ mode: 'to', release: ids[0] ?? '' }));
    expect([await site.live(), await statesOf(site)]).toEqual([ids[0], ['healthy', 'healthy', 'healthy']]);
    expectPass(await site.rollback({ mode: 'to', release: ids[2] ?? '' }));
    expect(await site.live()).toBe(ids[2]);
  });

  test('refuses one that is damaged, not there, or never was healthy, unless it is forced', async () => {
    const { site, ids } = await siteWith(['one', 'two']);
    const refused = async (inputs: Readonly<Record<string, string>>): Promise<string | undefined> => {
      const run = await site.rollback({ mode: 'to', ...inputs });
      expect(await site.live()).toBe(ids[1]);
      return run.outputs['failure-code'];
    };
    expect(await refused({ release: '20200101T000000Z-abcdefa' })).toBe('no-release');
    const failing = await site.deploy({ ...SOON_GIVEN_UP, 'health-command': 'false' });
    const failed = failing.outputs['release-id'] ?? '';
    expect(await refused({ release: failed })).toBe('no-release');
    await writeFile(`${site.root}/releases/${ids[0]}/index.html`, 'ONE');
    expect(await refused({ release: ids[0] ?? '' })).toBe('integrity');
    const forced = await site.rollback({ mode: 'to', release: failed, force: 'true' });
    expectPass(forced);
    expect(await site.live()).toBe(failed);
    expect(forced.annotations.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('forced, the health'),
    );
  });
});

describe('rollback with expected-current', () => {
  test('refuses when the server is on something else, and changes nothing', async () => {
    const { site, ids } = await siteWith(['one', 'two']);
    const run = await site.rollback({ 'expected-current': ids[0] ?? '' });
    expect([run.exitCode, run.outputs['failure-code'], await site.live()]).toEqual([71, 'unexpected-current', ids[1]]);
    expectPass(await site.rollback({ 'expected-current': ids[1] ?? '' }));
    await site.expectSound();
  });
});

describe('rollback list', () => {
  test('shows every release, the newest first, marks the live one, and changes nothing', async () => {
    const { site, ids } = await siteWith(['one', 'two']);
    const run = await site.rollback({ mode: 'list' });
    expectPass(run);
    const row = {
      version: '1111111',
      by: 'octocat',
      state: 'healthy',
      size: 3,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    };
    expect(jsonOf(run, 'releases')).toEqual([
      { ...row, id: ids[1], current: true },
      { ...row, id: ids[0], current: false },
    ]);
    expect(run.stdout).toContain(`* ${ids[1]}  healthy`);
    expect(run.summary).toContain(ids[0]);
    expect(run.outputs['release-id']).toBe(ids[1]);
  });

  test('of a server without any release is empty, and makes no folder', async () => {
    const site = await shared.site();
    const run = await site.rollback({ mode: 'list' });
    expectPass(run);
    expect(jsonOf(run, 'releases')).toEqual([]);
    await expect(readdir(site.root)).rejects.toThrow('ENOENT');
  });
});

describe('a deployment with confirm: later', () => {
  test('waits, keeps other deployments waiting, and is healthy once it is confirmed', async () => {
    const { site, ids } = await siteWith(['one']);
    const run = await site.deploy({ confirm: 'later', 'confirm-within': '5m' });
    expectPass(run);
    const release = run.outputs['release-id'];
    expect([await site.live(), await statesOf(site)]).toEqual([release, ['healthy', 'active']]);
    expect(jsonOf(run, 'hosts-report')).toMatchObject([{ state: 'pending', after: release }]);
    const other = await site.deploy();
    expect([other.exitCode, other.outputs['failure-code']]).toEqual([54, 'locked']);
    expect(resultOf(other)['summary']).toContain(`release ${release} waits for its confirmation until `);
    const confirmed = await site.rollback({ mode: 'confirm', 'expected-current': release ?? '' });
    expectPass(confirmed);
    expect(await statesOf(site)).toEqual(['healthy', 'healthy']);
    const again = await site.rollback({ mode: 'confirm' });
    expectPass(again);
    expect(resultOf(again)['summary']).toContain('It had been confirmed before.');
    await site.expectSound();
    expectPass(await site.rollback());
    expect(await site.live()).toBe(ids[0]);
  });

  test('is not confirmed by somebody who thinks of another release', async () => {
    const { site, ids } = await siteWith(['one']);
    const release = (await site.deploy({ confirm: 'later', 'confirm-within': '5m' })).outputs['release-id'];
    const run = await site.rollback({ mode: 'confirm', 'expected-current': ids[0] ?? '' });
    expect([run.exitCode, run.outputs['failure-code']]).toEqual([71, 'unexpected-current']);
    expect([await site.live(), await statesOf(site)]).toEqual([release, ['healthy', 'active']]);
  });

  test('is taken back by a rollback at once', async () => {
    const { site, ids } = await siteWith(['one']);
    const release = (await site.deploy({ confirm: 'later', 'confirm-within': '5m' })).outputs['release-id'];
    const run = await site.rollback({ reason: 'It shows errors.' });
    expectPass(run);
    expect([await site.live(), await statesOf(site)]).toEqual([ids[0], ['healthy', 'reverted']]);
    expect(resultOf(run)['summary']).toBe(
      `${ids[0]} is live again: ${release} had never been confirmed and was taken back.`,
    );
    const ledger = (await readFile(`${site.root}/.plimsoll/ledger.jsonl`, 'utf8')).trimEnd().split('\n').at(-1);
    expect(JSON.parse(ledger ?? '')).toMatchObject({
      event: 'reverted',
      release,
      cause: 'unconfirmed',
      reason: 'It shows errors.',
      undoneBy: expect.any(String),
    });
    await site.expectSound();
  });

  test('is reverted by the server when its time is over, and cannot be confirmed any more', async () => {
    const { site, ids, waiting } = unconfirmed;
    const isBack = async (): Promise<boolean> => (await site.live()) === ids[0];
    await waitUntil(isBack, { deadlineMs: 60_000, what: 'the watchdog to go back' });
    await waitUntil(async () => (await checkStore(site.root)).isSettled, {
      deadlineMs: 60_000,
      what: 'its book-keeping',
    });
    const late = await site.rollback({ mode: 'confirm' });
    expect([late.exitCode, late.outputs['failure-code']]).toEqual([30, 'reverted']);
    expect(resultOf(late)['summary']).toContain(`release ${waiting} was never confirmed and was taken back`);
    const expecting = await site.rollback({ mode: 'confirm', 'expected-current': waiting });
    expect(expecting.outputs['failure-code']).toBe('unexpected-current');
    expect([await site.live(), await statesOf(site)]).toEqual([ids[0], ['healthy', 'reverted']]);
    await site.expectSound();
  });
});

test('a confirmation where nothing is live is refused', async () => {
  const site = await shared.site();
  await mkdir(site.root);
  const run = await site.rollback({ mode: 'confirm' });
  expect([run.exitCode, run.outputs['failure-code']]).toEqual([70, 'no-release']);
});
