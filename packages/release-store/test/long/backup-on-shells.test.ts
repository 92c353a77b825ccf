import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm } from 'node:fs/promises';
import { beforeEach, expect, test } from '@jest/globals';
import { describeTree, type TreeBuilder, treeBuilder } from '@plimsoll/testkit';
import { describeOnShells } from '../../../../test/setup/needs.ts';
import { type BackupBed, openBackupBed } from '../support/backup-bed.ts';
import { beginSwitch, closeRelease, deployRelease, openStoreBed } from '../support/store-bed.ts';
import { strikeAt } from '../support/strike.ts';
import { useStore } from '../support/use-store.ts';

await describeOnShells('backups on a server with', (shell) => {
  const at = useStore(shell);
  let backups: BackupBed;
  let shared: TreeBuilder;
  beforeEach(async () => {
    backups = openBackupBed(at.bed, `${at.root}/backups/default`);
    shared = treeBuilder(`${at.root}/shared`);
  });

  test('hold what was there exactly, and give it back', async () => {
    await shared.file('bin/run me', '#!/bin/sh\n', 0o755);
    await shared.file('-rf $(touch x) \'q\' "d"\n\t\r\\n', 'odd');
    await shared.file('\xff\xfe/\xe9', 'no UTF-8', 0o600);
    await shared.file('odd\\folder/plain', 'below', 0o640);
    await shared.file('.hidden', '');
    await shared.link('link\n', '../a.txt');
    await shared.link('dangling', 'no\\where');
    await shared.folder('empty/deep', 0o700);
    await deployRelease(at.bed, at.source.root);
    const expected = await describeTree(shared.root);
    await shared.file('cache/b', 'b');
    await shared.file('empty/deep/c.log', 'c');
    await once(spawn('mkfifo', [`${shared.root}/pipe`]), 'exit');
    const { backup } = await backups.create({
      paths: ['current', 's*', 'optional:uploads', '!shared/cache', '!shared/**/*.log'],
      before: 'echo "$PLIMSOLL_BACKUP" >"$PLIMSOLL_DUMPS/id"; pwd >"$PLIMSOLL_DUMPS/where"\necho down >app-state',
      after: 'echo up >>app-state',
    });
    expect(backup).toMatchObject({ verified: 'restore', problem: '', releaseId: expect.stringMatching(/-abcdef0$/) });
    expect(backup.omitted).toEqual([{ path: 'shared/pipe', reason: 'fifo' }]);
    expect(await backups.list()).toEqual([backup]);
    expect(await backups.names()).toEqual([backup.id]);
    expect((await readdir(`${backups.place.folder}/${backup.id}`)).sort()).toEqual(
      [backup.archive, 'backup.json', 'manifest', 'verified'].sort(),
    );
    const path = await backups.restore(backup.id);
    expect(await describeTree(`${path}/shared`)).toEqual(expected);
    expect(await describeTree(`${path}/current`)).toEqual(await describeTree(`${at.root}/current/.`));
    expect(await readFile(`${path}/dumps/id`, 'utf8')).toBe(`${backup.id}\n`);
    expect(await readFile(`${path}/dumps/where`, 'utf8')).toBe(`${at.root}\n`);
    expect(await readFile(`${at.root}/app-state`, 'utf8')).toBe('down\nup\n');
  });

  test('make a release of a backup that is switched to like any other', async () => {
    const first = await deployRelease(at.bed, at.source.root, { healthCommand: 'grep -q one a.txt' });
    const { backup } = await backups.create({ paths: ['current'] });
    await at.source.file('a.txt', 'two');
    await deployRelease(at.bed, at.source.root);
    await rm(`${at.root}/releases/${first.release}`, { recursive: true });
    const release = '20270101T000000Z-abcdef0';
    const fence = await backups.stage(backup.id, release);
    const staged = { release, report: { ...first.report, fence } };
    expect((await beginSwitch(at.bed, staged, { verify: 'again' }).go()).gate.code).toBe('');
    await closeRelease(at.bed, staged, { decision: 'confirm', event: 'rolled-back' });
    expect(await at.live()).toBe(`releases/${release}`);
    expect(await readFile(`${at.root}/current/a.txt`, 'utf8')).toBe('one');
    await at.expectSound();
  });

  test.each(['hashed', 'packed'])('hold a file that changed after it was %s as it is now', async (step) => {
    await shared.file('still', 'x');
    await shared.file('log', 'old\n');
    const once = `[ -e "$work/once" ] || { true >"$work/once"; echo "${step}" >>"$root/shared/log"; rm -f "$root/shared/still"; }`;
    const struck = openBackupBed(openStoreBed(strikeAt(at.host, step, once), at.root), backups.place.folder);
    const { backup } = await struck.create({ verify: 'none' });
    const path = await backups.restore(backup.id);
    expect(await readdir(`${path}/shared`)).toEqual(['log']);
    expect(await readFile(`${path}/shared/log`, 'utf8')).toBe(`old\n${step}\n`);
  });
});
