import { lstat, mkdir, readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { checkStore, describeTree, startNodeSsh } from '@plimsoll/testkit';
import { describeOnShells } from '../setup/needs.ts';
import { expectPass, jsonOf, resultOf, type Site, SOON_GIVEN_UP, useServer } from './site.ts';

/** Every path below a folder with its times: any touch shows. */
async function snapshot(root: string): Promise<string[]> {
  const paths = await readdir(root, { recursive: true });
  const lines = paths.sort().map(async (path) => {
    const { mtimeMs, ctimeMs, size, ino, mode } = await lstat(`${root}/${path}`);
    return `${path} ${mtimeMs} ${ctimeMs} ${size} ${ino} ${mode}`;
  });
  return Promise.all(lines);
}

/** The release on the server is the source, exactly. */
async function expectServed({ root, source }: Site): Promise<void> {
  expect(await describeTree(`${root}/current/.`)).toEqual(await describeTree(source.root));
}

await describeOnShells('on a server with', (shell) => {
  const shared = useServer({ shell });

  test('a deployment, a better one, a broken one and a rollback end as they should', async () => {
    const site = await shared.site();
    await site.source.file("bin/it's $(id)\n", '#!/bin/sh\n', 0o755);
    await site.source.link('link', 'index.html');
    await site.source.folder('empty');
    const first = await site.deployed({ 'health-command': 'test -f index.html' });
    await expectServed(site);
    await site.source.file('index.html', 'two');
    const second = await site.deployed();
    await expectServed(site);
    await site.source.file('index.html', 'broken');
    const third = await site.deploy({ ...SOON_GIVEN_UP, 'health-command': 'echo "not today" >&2; exit 3' });
    expect([third.exitCode, third.outputs['failure-code'], await site.live()]).toEqual([30, 'reverted', second]);
    expectPass(await site.rollback());
    expect([await site.live(), await readFile(`${site.root}/current/index.html`, 'utf8')]).toEqual([first, 'one']);
    await site.expectSound();
  });
});

describe('against the server in Node', () => {
  const shared = useServer({}, startNodeSsh);

  test('deployment and rollback work as against sshd, over one connection and three executions', async () => {
    const site = await shared.site();
    const first = await site.deployed();
    expect(await shared.server.counts()).toEqual({ connections: 1, executions: 3 });
    await site.source.file('index.html', 'two');
    await site.deployed();
    expectPass(await site.rollback());
    expect(await site.live()).toBe(first);
    await site.expectSound();
  });
});

describe('a deployment', () => {
  const shared = useServer();

  test('takes one connection and three executions, four when it has to go back, a rollback two', async () => {
    const site = await shared.site();
    const counted = async (run: () => Promise<unknown>): Promise<{ connections: number; executions: number }> => {
      const before = await shared.server.counts();
      await run();
      const after = await shared.server.counts();
      return { connections: after.connections - before.connections, executions: after.executions - before.executions };
    };
    expect(await counted(() => site.deployed())).toEqual({ connections: 1, executions: 3 });
    expect(await counted(() => site.deployed({ prepare: 'true', 'health-command': 'true' }))).toEqual({
      connections: 1,
      executions: 3,
    });
    const refused = { ...SOON_GIVEN_UP, 'health-command': 'false' };
    expect(await counted(() => site.deploy(refused))).toEqual({ connections: 1, executions: 4 });
    expect(await counted(() => site.rollback())).toEqual({ connections: 1, executions: 2 });
    expect(await counted(() => site.rollback({ mode: 'list' }))).toEqual({ connections: 1, executions: 1 });
  });

  test('says what it did in its outputs', async () => {
    const site = await shared.site();
    const first = await site.deploy();
    const { 'release-id': firstId = '' } = first.outputs;
    expect(firstId).toMatch(/^\d{8}T\d{6}Z-1111111(-\d+)?$/);
    expect(first.outputs).toMatchObject({ 'previous-release-id': '', changed: 'true', verdict: 'pass' });
    const again = await site.deploy({ version: 'v1.2', environment: 'test' });
    expect(again.outputs).toMatchObject({ 'previous-release-id': firstId, changed: 'false' });
    expect(jsonOf(again, 'hosts-report')).toEqual([
      {
        host: '127.0.0.1',
        before: firstId,
        after: again.outputs['release-id'],
        state: 'healthy',
        code: '',
        durationMs: expect.any(Number),
        bytes: expect.any(Number),
      },
    ]);
    expect(resultOf(again).facts).toMatchObject({
      version: 'v1.2',
      previous: firstId,
      watchdog: 'detached',
      changedFiles: 0,
    });
    const ledger = (await readFile(`${site.root}/.plimsoll/ledger.jsonl`, 'utf8')).trimEnd().split('\n');
    expect(JSON.parse(ledger.at(-1) ?? '')).toMatchObject({
      event: 'deployed',
      version: 'v1.2',
      environment: 'test',
      by: 'octocat',
      commit: '1'.repeat(40),
    });
  });

  test('adds what is shared, links and the env file', async () => {
    const site = await shared.site();
    await site.source.file('config-prod.json', '{"prod":true}');
    await mkdir(`${site.root}/shared/uploads`, { recursive: true });
    await writeFile(`${site.root}/shared/uploads/kept`, 'kept');
    await site.deployed({
      shared: 'uploads/\nvar/log/',
      links: 'config-prod.json -> config/config.json\nshared/uploads/kept -> kept',
      'env-file': 'KEY=one\nOTHER="two"',
    });
    const current = `${site.root}/current`;
    expect(await readFile(`${current}/uploads/kept`, 'utf8')).toBe('kept');
    expect(await readFile(`${current}/kept`, 'utf8')).toBe('kept');
    expect(await readFile(`${current}/config/config.json`, 'utf8')).toBe('{"prod":true}');
    expect(await readlink(`${current}/var/log`)).toBe('../../../shared/var/log');
    expect(await readFile(`${current}/.env`, 'utf8')).toBe('KEY=one\nOTHER="two"\n');
    expect((await stat(`${current}/.env`)).mode & 0o777).toBe(0o600);
  });

  test('that needs a shared file which is not there is refused, and says what to do', async () => {
    const site = await shared.site();
    const run = await site.deploy({ shared: 'uploads/\nsettings.json' });
    expect(run.outputs['failure-code']).toBe('remote-environment');
    expect(resultOf(run)['summary']).toContain(`There is no ${site.root}/shared/settings.json on the server`);
    await writeFile(`${site.root}/shared/settings.json`, '{}');
    await site.deployed({ shared: 'uploads/\nsettings.json' });
    expect(await readFile(`${site.root}/current/settings.json`, 'utf8')).toBe('{}');
  });

  test('takes what include and exclude say', async () => {
    const site = await shared.site();
    for (const path of ['src/a.ts', 'src/a.test.ts', '.git/config', 'node_modules/x.js'])
      await site.source.file(path, path);
    await site.deployed({ include: 'src\nindex.html # and nothing else', exclude: '*.test.ts' });
    expect((await readdir(`${site.root}/current/.`, { recursive: true })).sort()).toEqual([
      'index.html',
      'src',
      'src/a.ts',
    ]);
  });

  test('keeps as many releases as it is told, and never touches what is not its own', async () => {
    const site = await shared.site();
    await mkdir(`${site.root}/releases/by-hand`, { recursive: true });
    await writeFile(`${site.root}/releases/by-hand/file`, 'mine');
    const ids: string[] = [];
    for (let round = 0; round < 4; round += 1) ids.push(await site.deployed({ 'keep-releases': '2' }));
    expect((await readdir(`${site.root}/releases`)).sort()).toEqual([...ids.slice(2), 'by-hand'].sort());
    expect(await readFile(`${site.root}/releases/by-hand/file`, 'utf8')).toBe('mine');
  });

  test('with verify-content full sends a file again that somebody changed in place, with changed it does not look', async () => {
    const site = await shared.site();
    await site.deployed();
    await writeFile(`${site.root}/current/index.html`, 'ONE');
    const full = await site.deploy({ 'verify-content': 'full' });
    expectPass(full);
    expect(await readFile(`${site.root}/current/index.html`, 'utf8')).toBe('one');
    await writeFile(`${site.root}/current/index.html`, 'ONE');
    await site.deployed({ 'verify-content': 'changed' });
    expect(await readFile(`${site.root}/current/index.html`, 'utf8')).toBe('ONE');
  });

  test('whose prepare fails switches nothing and leaves no release', async () => {
    const site = await shared.site();
    const before = await site.deployed();
    const run = await site.deploy({ prepare: 'echo working\nfalse\necho never' });
    expect([run.exitCode, run.outputs['failure-code']]).toEqual([53, 'remote-command']);
    expect(run.stdout).toContain('127.0.0.1 | working');
    expect(run.stdout).not.toContain('never');
    expect(jsonOf(run, 'hosts-report')).toMatchObject([
      { state: 'untouched', code: 'remote-command', before, after: before },
    ]);
    expect([await site.live(), await readdir(`${site.root}/releases`)]).toEqual([before, [before]]);
    await site.expectSound();
  });

  test('that is not healthy goes back, and tells why', async () => {
    const site = await shared.site();
    const before = await site.deployed();
    await site.source.file('index.html', 'bad');
    const run = await site.deploy({ ...SOON_GIVEN_UP, 'health-command': 'echo "database is away"; exit 3' });
    expect([run.exitCode, await site.live()]).toEqual([30, before]);
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'failure-code': 'reverted', 'previous-release-id': before });
    expect(resultOf(run)).toMatchObject({
      code: 'reverted',
      facts: { cause: 'health', reason: expect.stringContaining('ended with status 3') },
    });
    expect(jsonOf(run, 'hosts-report')).toMatchObject([{ state: 'reverted', code: 'health', before, after: before }]);
    expect(run.stdout).toContain('127.0.0.1 | database is away');
    expect((await checkStore(site.root)).releases.map(({ state }) => state)).toEqual(['healthy', 'failed']);
    await site.expectSound();
  });

  test('that is the first and not healthy stays, and says that there was nothing to go back to', async () => {
    const site = await shared.site();
    const run = await site.deploy({ ...SOON_GIVEN_UP, 'health-command': 'false' });
    expect([run.exitCode, run.outputs['failure-code']]).toEqual([12, 'health']);
    expect(jsonOf(run, 'hosts-report')).toMatchObject([{ state: 'failed', after: run.outputs['release-id'] }]);
    expect(resultOf(run)['summary']).toContain('there was no healthy release to go back to');
    expect(await site.live()).toBe(run.outputs['release-id']);
    await site.source.file('index.html', 'better');
    await site.deployed();
    await site.expectSound();
  });

  test('in a dry run touches nothing and tells what it would do', async () => {
    const site = await shared.site();
    const nothing = await site.deploy({ 'dry-run': 'true' });
    expectPass(nothing);
    await expect(stat(site.root)).rejects.toThrow('ENOENT');
    for (const content of ['1', '2']) {
      await site.source.file('index.html', content);
      await site.source.file('gone', 'x');
      await site.deployed();
    }
    await site.source.file('index.html', '3');
    await site.source.file('new\nfile', '3');
    const before = await snapshot(site.root);
    const run = await site.deploy({
      'dry-run': 'true',
      exclude: 'gone',
      prepare: 'touch /tmp/never',
      services: 'app',
      'keep-releases': '2',
    });
    expectPass(run);
    expect(await snapshot(site.root)).toEqual(before);
    expect(run.outputs).toMatchObject({ 'release-id': '', changed: 'true' });
    const [oldest = ''] = (await readdir(`${site.root}/releases`)).sort();
    for (const line of [
      '+ new\\x0afile',
      '~ index.html',
      '- gone',
      'would run: prepare, restart of app',
      `would remove: ${oldest}`,
      'free on the server: ',
    ]) {
      expect([run.stdout, line]).toEqual([expect.stringContaining(line), line]);
    }
    expect(run.summary).toContain('Dry run');
  });

  test('does not reach any server when one of them cannot be reached', async () => {
    const site = await shared.site();
    const hosts = `127.0.0.1\n127.0.0.1:1`;
    const run = await site.deploy({
      hosts,
      'known-hosts': `${site.inputs['known-hosts']}${shared.server.knownHosts({ host: '127.0.0.1', port: 1 })}`,
    });
    expect([run.exitCode, run.outputs['failure-code']]).toEqual([50, 'connect']);
    await expect(stat(site.root)).rejects.toThrow('ENOENT');
  });
});
