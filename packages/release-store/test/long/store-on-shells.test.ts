import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { Connection } from '@plimsoll/ssh';
import { checkStore, describeTree, waitUntil } from '@plimsoll/testkit';
import { describeOnShells } from '../../../../test/setup/needs.ts';
import { failureOf } from '../support/failures.ts';
import {
  beginSwitch,
  closeRelease,
  deployRelease,
  openForDeployment,
  openStoreBed,
  stageRelease,
} from '../support/store-bed.ts';
import { useStore } from '../support/use-store.ts';

const inode = async (path: string): Promise<number> => (await stat(path)).ino;

await describeOnShells('a store on a server with', (shell) => {
  const at = useStore(shell);

  test('receives a tree exactly as it is, and the next one by what changed', async () => {
    await at.source.file('bin/run me', '#!/bin/sh\n', 0o755);
    await at.source.file('-rf $(touch x) \'q\' "d"\n\t\r\\n', 'odd');
    await at.source.file('\xff\xfe/\xe9', 'no UTF-8', 0o600);
    await at.source.file(`${'n'.repeat(255)}/${'m'.repeat(255)}`, '');
    await at.source.link('bin/link\n', '../a.txt');
    await at.source.link('dangling', 'no\\where');
    await at.source.folder('empty/deep');
    const first = await deployRelease(at.bed, at.source.root);
    expect(await describeTree(`${at.root}/current/.`)).toEqual(await describeTree(at.source.root));
    await at.source.file('a.txt', 'two');
    await at.source.file('new', 'x');
    await rm(`${at.source.root}/bin/run me`);
    const second = await deployRelease(at.bed, at.source.root);
    expect(await describeTree(`${at.root}/current/.`)).toEqual(await describeTree(at.source.root));
    expect(second.linked).toMatch(/^(hardlink|reflink) 3$/);
    expect(await at.live()).toBe(`releases/${second.release}`);
    const odd = '-rf $(touch x) \'q\' "d"\n\t\r\\n';
    if (second.linked.startsWith('hardlink')) {
      // Plain names are linked all at once, names with odd bytes are copied one by one.
      expect(await inode(`${at.root}/releases/${first.release}/${'n'.repeat(255)}/${'m'.repeat(255)}`)).toBe(
        await inode(`${at.root}/current/${'n'.repeat(255)}/${'m'.repeat(255)}`),
      );
    }
    expect(await readFile(`${at.root}/current/${odd}`, 'utf8')).toBe('odd');
    await at.expectSound();
  });

  test('keeps what it knows to its owner, and shows readable files', async () => {
    await at.source.file('private', 'x', 0o600);
    await deployRelease(at.bed, at.source.root);
    const mode = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);
    expect([await mode(at.meta('.')), await mode(`${at.root}/releases`), await mode(`${at.root}/current/.`)]).toEqual([
      '700',
      '755',
      '755',
    ]);
    expect([await mode(`${at.root}/current/a.txt`), await mode(`${at.root}/current/private`)]).toEqual(['644', '600']);
  });

  test('sends a file again that was changed in place, and leaves the harmed release alone', async () => {
    const first = await deployRelease(at.bed, at.source.root);
    await writeFile(`${at.root}/current/a.txt`, 'ONE');
    const second = await stageRelease(at.bed, at.source.root);
    expect([...(second.report.base?.damaged ?? [])]).toEqual(['a.txt']);
    expect(await readFile(`${at.root}/releases/${second.release}/a.txt`, 'utf8')).toBe('one');
    expect(await readFile(`${at.root}/releases/${first.release}/a.txt`, 'utf8')).toBe('ONE');
  });

  test('goes back when the gate says so, and the release before is as it was', async () => {
    const first = await deployRelease(at.bed, at.source.root);
    await at.source.file('a.txt', 'bad');
    const runbook = { healthCommand: 'echo sick; exit 3' };
    const second = await stageRelease(at.bed, at.source.root, { runbook });
    const { gate, revertTarget } = await beginSwitch(at.bed, second).go();
    expect(gate).toMatchObject({
      code: 'health',
      detail: expect.stringContaining('health-command ended with status 3'),
    });
    expect([await at.live(), revertTarget]).toEqual([`releases/${second.release}`, first.release]);
    expect(await closeRelease(at.bed, second, { decision: 'revert', mark: 'failed' })).toMatchObject({
      end: 'reverted',
      liveRelease: first.release,
    });
    expect([await at.live(), await readFile(`${at.root}/current/a.txt`, 'utf8')]).toEqual([
      `releases/${first.release}`,
      'one',
    ]);
    await at.expectSound();
  });

  test('stops at the first command of a hook that fails', async () => {
    const staged = await stageRelease(at.bed, at.source.root);
    const prepare = 'echo before >a\nfalse\necho after >b';
    const switching = beginSwitch(at.bed, staged, { prepare });
    expect(switching.switched()).toBe('unknown');
    const failure = await failureOf(switching.ready);
    expect(failure).toMatchObject({
      code: 'remote-command',
      message: 'prepare ended with status 1. Nothing was switched.',
    });
    expect(switching.switched()).toBe('no');
    expect((await readdir(`${at.root}/releases/${staged.release}`)).sort()).toEqual(['a', 'a.txt']);
    await closeRelease(at.bed, staged, { decision: 'drop' });
    expect(await readdir(`${at.root}/releases`)).toEqual([]);
    await at.expectSound();
  });

  test('waits for the order to switch, and does not when the runner goes away', async () => {
    const staged = await stageRelease(at.bed, at.source.root);
    const run = new AbortController();
    const switching = beginSwitch(at.bed, staged, { order: 'awaited', signal: run.signal });
    await switching.ready;
    run.abort();
    expect(await failureOf(switching.go())).toMatchObject({ code: 'cancelled' });
    await expect(at.live()).rejects.toThrow('ENOENT');
  });

  test('confirms nothing without the word of the runner, and does not wait for it for ever', async () => {
    const first = await deployRelease(at.bed, at.source.root);
    const second = await stageRelease(at.bed, at.source.root);
    const { connection } = at.host;
    const execute: Connection['execute'] = (execution) => {
      const running = connection.execute(execution);
      return { ...running, send: (line) => (line === 'settle' ? undefined : running.send(line)) };
    };
    const cutOff = openStoreBed({ connection: { ...connection, execute } }, at.root);
    const whenPassed = { decision: 'confirm', event: 'deployed', markFailed: '', keep: 2 } as const;
    const { code, message } = await failureOf(beginSwitch(cutOff, second, { confirmWithinMs: 4_000, whenPassed }).go());
    expect([code, message]).toEqual(['remote-environment', expect.stringContaining('status 143')]);
    await waitUntil(async () => (await at.live()) === `releases/${first.release}`, {
      deadlineMs: 60_000,
      what: 'the watchdog',
    });
    const { fence } = await openForDeployment(at.bed);
    await at.bed.store.close({ decision: 'drop', fence, release: '', markFailed: '', keep: 0 });
    await at.expectSound();
  });

  test('goes back by itself when nobody confirms', async () => {
    const first = await deployRelease(at.bed, at.source.root);
    await at.source.file('a.txt', 'two');
    const second = await stageRelease(at.bed, at.source.root);
    const { watchdog } = await beginSwitch(at.bed, second, { confirmWithinMs: 6_000 }).go();
    expect([watchdog, await at.live()]).toEqual(['detached', `releases/${second.release}`]);
    await closeRelease(at.bed, second, { decision: 'later' });
    await waitUntil(async () => (await at.live()) === `releases/${first.release}`, {
      deadlineMs: 60_000,
      what: 'the watchdog',
    });
    await waitUntil(async () => (await checkStore(at.root)).isSettled, {
      deadlineMs: 60_000,
      what: 'its book-keeping',
    });
    await at.expectSound();
    expect((await checkStore(at.root)).ledger.at(-1)).toMatchObject({
      event: 'reverted',
      release: second.release,
      previous: first.release,
    });
  });
});
