/** What a backup does when it cannot be made, found or brought back: every case is several runs of whole actions. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { UNHURRIED, waitUntil } from '@plimsoll/testkit';
import { backedUp, endOf, nextVersion, siteWithData } from '../integration/backup-site.ts';
import { resultOf, useServer } from '../integration/site.ts';

const shared = useServer();

type Inputs = Readonly<Record<string, string>>;

describe('a backup', () => {
  test('fails where `before` fails or hangs, runs `after` all the same, and leaves nothing', async () => {
    const { site } = await siteWithData(shared);
    const cases: readonly (readonly [Inputs, string])[] = [
      [{ before: 'echo no database; exit 3' }, 'before ended with status 3'],
      [{ before: 'sleep 300', 'command-timeout': '5s' }, 'before did not end within 5 s'],
    ];
    for (const [inputs, words] of cases) {
      const run = await site.backup({ ...inputs, after: 'echo x >>after-ran' });
      expect([endOf(run), resultOf(run)['summary']]).toEqual([[60, 'backup'], expect.stringContaining(words)]);
    }
    expect(await readFile(`${site.root}/after-ran`, 'utf8')).toBe('x\n'.repeat(cases.length));
    expect(await readdir(`${site.root}/backups/default`)).toEqual([]);
    await site.expectSound();
  });

  test('fails where a path is missing, with its name', async () => {
    const { site } = await siteWithData(shared);
    const run = await site.backup({ paths: 'current\nshared/missing' });
    expect([endOf(run), resultOf(run)['summary']]).toEqual([[60, 'backup'], expect.stringContaining('shared/missing')]);
    await site.expectSound();
  });

  test('that is restored already, not there, of another environment, or of a newer format, is refused by its name', async () => {
    const { site } = await siteWithData(shared);
    const id = await backedUp(site, { environment: 'test', verify: 'checksum' });
    const restore = { operation: 'restore', 'backup-id': id, environment: 'test' };
    const restored = await site.backup(restore);
    expect(endOf(restored)).toEqual([0, '']);
    const again = await site.backup(restore);
    expect([endOf(again), resultOf(again)['summary']]).toEqual([
      [60, 'backup'],
      expect.stringContaining('is there already'),
    ]);
    const refused = async (inputs: Inputs): Promise<unknown> => {
      const run = await site.backup({ ...restore, ...inputs });
      expect(endOf(run)).toEqual([60, 'backup']);
      return resultOf(run)['summary'];
    };
    expect(await refused({ 'backup-id': '20200101T000000Z-none' })).toEqual(expect.stringContaining(id));
    await mkdir(`${site.root}/backups/production`);
    await copyBackup(`${site.root}/backups/test/${id}`, `${site.root}/backups/production/${id}`);
    expect(await refused({ environment: 'production' })).toEqual(
      expect.stringContaining('not of environment production'),
    );
    await rewriteSidecar(`${site.root}/backups/test/${id}/backup.json`, 'plimsoll/backup@1', 'plimsoll/backup@2');
    expect(await refused({})).toEqual(expect.stringContaining('newer version of Plimsoll'));
  });

  /** As a version would have written it that closes its lines in the same way. */
  async function rewriteSidecar(path: string, from: string, to: string): Promise<void> {
    const [body = ''] = (await readFile(path, 'utf8')).replace(from, to).split(',"digest":');
    const digest = createHash('sha256').update(body).digest('hex');
    await writeFile(path, `${body},"digest":"${digest}"}\n`);
  }

  async function copyBackup(from: string, to: string): Promise<void> {
    await mkdir(to);
    for (const name of await readdir(from)) await writeFile(join(to, name), await readFile(join(from, name)));
  }

  test('that is cut short by a cancelled job leaves no lease and no backup', async () => {
    const { site } = await siteWithData(shared);
    const inputs = { before: 'echo dumping\nexec sleep 300', after: 'echo x >after-ran' };
    const action = await site.runner.start(site.request('backup', inputs));
    await waitUntil(() => action.output().includes('| dumping'), { deadlineMs: 60_000, what: 'the command to start' });
    expect(endOf(await action.cancel(UNHURRIED))).toEqual([90, 'cancelled']);
    await waitUntil(async () => (await readdir(site.root)).includes('after-ran'), {
      deadlineMs: 60_000,
      what: 'after to run',
    });
    expect(await backedUp(site)).not.toBe('');
    expect((await readdir(`${site.root}/backups/default`)).length).toBe(1);
    await site.expectSound();
  });

  test('comes back from its copy on the runner when the server has lost it', async () => {
    const { site } = await siteWithData(shared);
    const id = await backedUp(site, { verify: 'none', paths: 'shared' });
    const fetched = await site.backup({ operation: 'verify', 'download-to': 'off-site' });
    expect([endOf(fetched), fetched.outputs['backup-id']]).toEqual([[0, ''], id]);
    const folder = `${site.root}/backups/default/${id}`;
    await rm(folder, { recursive: true });
    const gone = await site.backup({ operation: 'list', 'max-age': '1h' });
    expect([endOf(gone), gone.outputs['backups']]).toEqual([[62, 'backup-too-old'], '[]']);
    await copyBackup(join(site.runner.workspace, 'off-site', id), folder);
    const verified = await site.backup({ operation: 'verify', 'max-age': '1h' });
    expect([endOf(verified), verified.outputs['backups']]).toEqual([[0, ''], fetched.outputs['backups']]);
    await rm(`${site.root}/shared/uploads`, { recursive: true });
    expect(endOf(await site.backup({ operation: 'restore', 'backup-id': id }))).toEqual([0, '']);
    expect(await readdir(`${site.root}/restored/${id}/shared/uploads`)).toEqual(["a b's $x.txt"]);
  });

  test('whose process is killed is cleaned up by its post step', async () => {
    const { site } = await siteWithData(shared);
    const request = site.request('backup', { before: 'echo dumping\nexec sleep 300', after: 'echo x >>after-ran' });
    const action = await site.runner.start(request);
    await waitUntil(() => action.output().includes('| dumping'), { deadlineMs: 60_000, what: 'the command to start' });
    action.kill('SIGKILL');
    const post = await site.runner.post(request, await action.ended);
    expect([post.exitCode, post.stderr]).toEqual([0, '']);
    expect(post.stdout).toContain('the servers are looked after now');
    expect(await readdir(`${site.root}/backups/default`)).toEqual([]);
    expect(await readFile(`${site.root}/after-ran`, 'utf8')).toBe('x\n');
    expect(await site.runner.leftovers()).toEqual([]);
    await site.expectSound();
  });
});

describe('rollback to a backup', () => {
  test('that is not well goes back to what was live', async () => {
    const { site } = await siteWithData(shared);
    await site.deployed({ 'health-command': 'test ! -e "$PLIMSOLL_DEPLOY_PATH/broken"', 'health-timeout': '3s' });
    const id = await backedUp(site, { paths: 'current' });
    const live = await nextVersion(site);
    await writeFile(`${site.root}/broken`, '');
    const run = await site.rollback({ mode: 'backup', 'backup-id': id });
    expect([endOf(run), await site.live()]).toEqual([[30, 'reverted'], live]);
    await site.expectSound();
  });

  test('of something else than a release is refused', async () => {
    const { site, release } = await siteWithData(shared);
    const id = await backedUp(site, { paths: 'shared' });
    const run = await site.rollback({ mode: 'backup', 'backup-id': id });
    expect([endOf(run), await site.live()]).toEqual([[60, 'backup'], release]);
  });
});
