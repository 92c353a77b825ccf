import { createHash } from 'node:crypto';
import { readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ActionRun } from '@plimsoll/testkit';
import { backedUp, endOf, flipBit, ledgerOf, nextVersion, siteWithData } from './backup-site.ts';
import { expectPass, jsonOf, type Site, useServer } from './site.ts';

const shared = useServer();

describe('a backup', () => {
  test('is made of what was asked for, verified, listed, fetched, and restored as it was', async () => {
    const { site, release } = await siteWithData(shared);
    const run = await site.backup({
      environment: 'production',
      before: 'echo rows >"$PLIMSOLL_DUMPS/shop.txt"\npwd -P >"$PLIMSOLL_DUMPS/where"',
      after: 'echo done >after-ran',
      paths: 'current\nshared\n!shared/link\noptional:nowhere',
      'download-to': 'fetched',
    });
    expectPass(run);
    const id = run.outputs['backup-id'] ?? '';
    expect(id).toMatch(new RegExp(`^\\d{8}T\\d{6}Z-${release}$`));
    expect(jsonOf(run, 'backups')).toEqual([
      {
        id,
        releaseId: release,
        version: '1111111',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        size: Number(run.outputs['size']),
        sha256: run.outputs['sha256'],
        verified: 'restore',
      },
    ]);
    expect(await readFile(`${site.root}/after-ran`, 'utf8')).toBe('done\n');
    expect((await ledgerOf(site)).at(-1)).toMatchObject({ event: 'backed-up', release });
    await expectFetched(run, site.runner.workspace);
    await site.expectSound();

    await rm(`${site.root}/shared/uploads`, { recursive: true });
    const list = await site.backup({ operation: 'list', environment: 'production', 'max-age': '1h' });
    expectPass(list);
    expect([list.outputs['backups'], list.outputs['backup-id']]).toEqual([run.outputs['backups'], id]);
    const restored = await site.backup({ operation: 'restore', environment: 'production', 'backup-id': id });
    expectPass(restored);
    await expectRestored(site, `${site.root}/restored/${id}`);
    await site.expectSound();
  });

  async function expectFetched(run: ActionRun, workspace: string): Promise<void> {
    const folder = join(workspace, 'fetched', run.outputs['backup-id'] ?? '');
    const names = (await readdir(folder)).sort();
    expect(names).toEqual([expect.stringMatching(/^archive\.tar\.(?:zst|gz)$/), 'backup.json', 'manifest']);
    const hash = createHash('sha256')
      .update(await readFile(join(folder, names[0] ?? '')))
      .digest('hex');
    expect(hash).toBe(run.outputs['sha256']);
  }

  async function expectRestored(site: Site, folder: string): Promise<void> {
    const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');
    expect((await readdir(folder)).sort()).toEqual(['.plimsoll', 'current', 'dumps', 'shared']);
    expect([await read('current/index.html'), await read("shared/uploads/a b's $x.txt")]).toEqual(['one', 'picture']);
    expect([await read('dumps/shop.txt'), await read('dumps/where')]).toEqual(['rows\n', `${site.root}\n`]);
    expect((await stat(join(folder, "shared/uploads/a b's $x.txt"))).mode & 0o777).toBe(0o640);
    await expect(readlink(join(folder, 'shared/link'))).rejects.toThrow('ENOENT');
    // Nothing of it is put where the live files are.
    await expect(stat(`${site.root}/shared/uploads`)).rejects.toThrow('ENOENT');
  }
});

describe('rollback to a backup', () => {
  test('makes a release of it that goes through the gate, and leaves shared files as they are', async () => {
    const { site, release } = await siteWithData(shared);
    const id = await backedUp(site);
    const live = await nextVersion(site);
    await writeFile(`${site.root}/shared/new.txt`, 'written since');
    // The release that the backup was taken of may be damaged, or gone.
    await writeFile(`${site.root}/releases/${release}/index.html`, 'broken');
    const run = await site.rollback({ mode: 'backup', 'backup-id': id, reason: 'disk' });
    expectPass(run);
    const made = run.outputs['release-id'] ?? '';
    expect(made).toMatch(/^\d{8}T\d{6}Z-1111111/);
    expect([made === release, made === live, await site.live()]).toEqual([false, false, made]);
    expect(run.stdout).toContain('127.0.0.1: health');
    expect(await readFile(`${site.root}/current/index.html`, 'utf8')).toBe('one');
    expect(await readFile(`${site.root}/shared/new.txt`, 'utf8')).toBe('written since');
    expect((await ledgerOf(site)).at(-1)).toMatchObject({ event: 'rolled-back', release: made, backup: id });
    expect(jsonOf(run, 'releases')).toContainEqual(
      expect.objectContaining({ id: made, state: 'healthy', current: true, version: '1111111' }),
    );
    await writeFile(`${site.root}/releases/${release}/index.html`, 'one');
    await site.expectSound();
  });

  test('switches nothing where a byte of it was changed, and lists it as damaged from then on', async () => {
    const { site } = await siteWithData(shared);
    const id = await backedUp(site);
    const live = await nextVersion(site);
    const releases = await readdir(`${site.root}/releases`);
    const folder = `${site.root}/backups/default/${id}`;
    const archive = (await readdir(folder)).find((name) => name.startsWith('archive')) ?? '';
    await flipBit(join(folder, archive));
    const run = await site.rollback({ mode: 'backup', 'backup-id': id });
    expect([endOf(run), await site.live()]).toEqual([[57, 'integrity'], live]);
    expect(await readdir(`${site.root}/releases`)).toEqual(releases);
    const gate = await site.backup({ operation: 'list', 'max-age': '1h' });
    expect([endOf(gate), jsonOf(gate, 'backups')]).toEqual([
      [62, 'backup-too-old'],
      [expect.objectContaining({ id, verified: 'damaged' })],
    ]);
    await site.expectSound();
  });
});
