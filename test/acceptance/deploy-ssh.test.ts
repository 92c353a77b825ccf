import { readdir, rm } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { generateKey, waitUntil } from '@plimsoll/testkit';
import { expectPass, SOON_GIVEN_UP, useServer } from '../integration/site.ts';
import { expectReported } from './reported.ts';

const shared = useServer();

describe('a run that passes', () => {
  test('sets every output, writes a summary, and leaves nothing on the runner', async () => {
    const site = await shared.site();
    const run = await site.deploy({ version: 'v1.2.3' });
    await expectReported(run, 'deploy-ssh', '');
    expect(run.summary).toContain('Deployment of <code>v1.2.3</code>');
    expect(run.summary).toContain(run.outputs['release-id']);
    expect(await site.runner.leftovers()).toEqual([]);
    expect(run.stderr).toBe('');
    const back = await site.deployed().then(() => site.rollback());
    await expectReported(back, 'rollback', '');
    await expectReported(await site.rollback({ mode: 'list' }), 'rollback', '');
    await expectReported(await site.deploy({ 'dry-run': 'true' }), 'deploy-ssh', '');
  });

  test('needs no file for a job summary', async () => {
    const site = await shared.site();
    for (const path of [undefined, '', `${site.runner.temp}/no/such/summary`]) {
      const run = await site.runner.run({ ...site.request('deploy-ssh'), env: { GITHUB_STEP_SUMMARY: path } });
      expectPass(run);
    }
  });

  test('needs nothing of GitHub', async () => {
    const site = await shared.site();
    const names = [
      'ACTIONS',
      'ACTOR',
      'TRIGGERING_ACTOR',
      'REPOSITORY',
      'RUN_ID',
      'RUN_ATTEMPT',
      'SERVER_URL',
      'SHA',
      'REF_NAME',
      'REF_TYPE',
    ];
    const env = Object.fromEntries(names.map((name) => [`GITHUB_${name}`, undefined]));
    const run = await site.runner.run({ ...site.request('deploy-ssh'), env });
    expectPass(run);
    expect(run.outputs['release-id']).toMatch(/Z-local$/);
  });

  test('takes the tag for the version where a tag is deployed', async () => {
    const site = await shared.site();
    const env = { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v2.0.0' };
    const run = await site.runner.run({ ...site.request('deploy-ssh'), env });
    expect(run.outputs['result']).toContain('"version":"v2.0.0"');
  });
});

describe('a run that fails', () => {
  test('before it connects, while it connects and after it, says so by code, exit code, outputs, result and summary', async () => {
    const site = await shared.site();
    const stranger = await generateKey();
    const { port } = shared.server;
    const otherKey = `[127.0.0.1]:${port} ${(await generateKey()).publicKey}`;
    const cases = [
      ['connect', { port: '1', 'known-hosts': shared.server.knownHosts({ host: '127.0.0.1', port: 1 }) }],
      ['host-key', { 'known-hosts': otherKey }],
      ['authentication', { 'private-key': stranger.privateKey }],
      ['remote-environment', { 'deploy-path': '/dev/null/srv' }],
      ['remote-command', { 'before-switch': 'exit 7' }],
      ['health', { ...SOON_GIVEN_UP, 'health-command': 'false' }],
    ] as const;
    for (const [code, inputs] of cases) await expectReported(await site.deploy(inputs), 'deploy-ssh', code);
    await site.deployed();
    await expectReported(await site.deploy({ ...SOON_GIVEN_UP, 'health-command': 'false' }), 'deploy-ssh', 'reverted');
    await expectReported(
      await site.rollback({ 'expected-current': '20200101T000000Z-abcdefa' }),
      'rollback',
      'unexpected-current',
    );
    await expectReported(await site.rollback(), 'rollback', 'no-release');
    expect(await site.runner.leftovers()).toEqual([]);
  });
});

describe('the post step', () => {
  test('after a main step that ended by itself does nothing, on the server and here', async () => {
    const site = await shared.site();
    for (const inputs of [{}, { ...SOON_GIVEN_UP, 'health-command': 'false' }]) {
      const main = await site.deploy(inputs);
      const before = await shared.server.counts();
      const post = await site.runner.post(site.request('deploy-ssh', inputs), main);
      expect([post.exitCode, post.annotations, post.outputs]).toEqual([0, [], {}]);
      expect(await shared.server.counts()).toEqual(before);
    }
    expect(await site.runner.leftovers()).toEqual([]);
  });

  test('after a main step that was killed before it said anything does not run it a second time', async () => {
    const site = await shared.site();
    const before = await shared.server.counts();
    const post = await site.runner.run({ ...site.request('deploy-ssh'), state: {} });
    expect([post.exitCode, post.annotations, post.outputs]).toEqual([0, [], {}]);
    expect(await shared.server.counts()).toEqual(before);
  });

  test('after a main step that was killed gives the lease back, takes the switch back and cleans up', async () => {
    const site = await shared.site();
    const before = await site.deployed();
    await site.source.file('index.html', 'two');
    const inputs = { 'after-switch': 'echo switched\nexec sleep 300' };
    const action = await site.start(inputs);
    await waitUntil(() => action.output().includes('| switched'), { deadlineMs: 60_000, what: 'the switch' });
    action.kill('SIGKILL');
    const main = await action.ended;
    expect([main.signal, await site.live()]).toEqual(['SIGKILL', expect.not.stringMatching(`^${before}$`)]);
    const post = await site.runner.post(site.request('deploy-ssh', inputs), main);
    expect([post.exitCode, await site.live()]).toEqual([0, before]);
    expect(post.stdout).toContain('The step did not come to its end: the servers are looked after now.');
    await site.expectSound();
    expect(await site.runner.leftovers()).toEqual([]);
  });

  test('after a main step that was killed while it staged removes what was staged', async () => {
    const site = await shared.site();
    const inputs = { prepare: 'echo prepared\nexec sleep 300' };
    const action = await site.start(inputs);
    await waitUntil(() => action.output().includes('| prepared'), { deadlineMs: 60_000, what: 'the release' });
    action.kill('SIGKILL');
    const post = await site.runner.post(site.request('deploy-ssh', inputs), await action.ended);
    expect([post.exitCode, await readdir(`${site.root}/releases`)]).toEqual([0, []]);
    await site.expectSound();
    expect(await site.runner.leftovers()).toEqual([]);
  });

  test('never fails the job, not even when the server is gone', async () => {
    const site = await shared.site();
    const main = await site.deploy();
    const state = { ...main.state, hold: 'held', leftovers: '' };
    const request = {
      ...site.request('deploy-ssh', {
        port: '1',
        'known-hosts': shared.server.knownHosts({ host: '127.0.0.1', port: 1 }),
      }),
      state,
    };
    await rm(site.runner.temp, { recursive: true });
    const post = await site.runner.run(request);
    expect(post.exitCode).toBe(0);
    expect(post.annotations.map(({ name }) => name)).toEqual(['warning']);
  });
});
