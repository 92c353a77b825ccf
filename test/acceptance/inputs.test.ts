import { readdir } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { generateKey, readManifest } from '@plimsoll/testkit';
import { resultOf, useServer } from '../integration/site.ts';
import { expectReported } from './reported.ts';

const shared = useServer();

/** Inputs in the order in which a message tells what is wrong with them. */
function namesIn(message: string, all: readonly string[]): string[] {
  const found = all.map((name) => ({ name, at: message.search(new RegExp(`(?:\\. |; )${name}: `)) }));
  return found
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
}

const BAD_SERVER_INPUTS = {
  hosts: 'user@host:99999',
  'private-key': 'no key',
  certificate: 'no certificate',
  'known-hosts': 'no line of known_hosts',
  'proxy-jump': 'a b c',
  'connect-timeout': '30',
  'command-timeout': '-1s',
  'deploy-path': 'srv/../app',
  environment: 'two words',
  'lock-timeout': 'forever',
};

const BAD_DEPLOYMENT = {
  ...BAD_SERVER_INPUTS,
  source: '',
  include: '!negated',
  exclude: 'fine\n!negated',
  version: 'two words',
  shared: '/absolute\n../up',
  links: 'no arrow',
  services: '--now\nthis; that',
  'health-url': 'ftp://example.org',
  'health-timeout': 'soon',
  'startup-wait': '1h',
  'confirm-within': '1s',
  confirm: 'maybe',
  'keep-releases': '1',
  'verify-content': 'some',
  'dry-run': 'yes',
};

const BAD_ROLLBACK = {
  ...BAD_SERVER_INPUTS,
  mode: 'back',
  release: '../../etc',
  'backup-id': '../20260201T030000Z-none',
  destination: '../backups',
  'expected-current': 'current',
  force: 'really',
};

const BAD_BACKUP = {
  ...BAD_SERVER_INPUTS,
  operation: 'make',
  paths: '/etc/passwd\n../up\nshared/../../x',
  destination: '../backups',
  keep: '-1',
  'keep-for': '30d',
  verify: 'maybe',
  'max-age': 'yesterday',
  'backup-id': 'latest',
  'restore-to': 'a/../../b',
};

describe.each([
  ['backup', BAD_BACKUP],
  ['deploy-ssh', BAD_DEPLOYMENT],
  ['rollback', BAD_ROLLBACK],
] as const)('%s', (action, bad) => {
  test('reports every bad input in one message, in the order of action.yml, and touches nothing', async () => {
    const site = await shared.site();
    const before = await shared.server.counts();
    const run = await site.runner.run({ ...site.request(action), inputs: { ...site.inputs, ...bad } });
    await expectReported(run, action, 'input');
    const { inputs } = await readManifest(action);
    const [error] = run.annotations;
    expect(namesIn(error?.message ?? '', inputs)).toEqual(inputs.filter((name) => name in bad));
    expect(String(resultOf(run)['summary'])).toMatch(new RegExp(`^${Object.keys(bad).length} inputs are wrong\\. `));
    expect(await shared.server.counts()).toEqual(before);
    expect(await site.runner.leftovers()).toEqual([]);
  });

  test('needs what action.yml says it needs', async () => {
    const site = await shared.site();
    const run = await site.runner.run({ action, inputs: {} });
    await expectReported(run, action, 'input');
    const required = [
      'hosts',
      'private-key',
      'known-hosts',
      'deploy-path',
      ...(action === 'deploy-ssh' ? ['source'] : []),
    ];
    expect(namesIn(run.annotations[0]?.message ?? '', (await readManifest(action)).inputs)).toEqual(required);
  });
});

describe('deploy-ssh refuses', () => {
  test.each([
    [
      { 'confirm-within': '60s', 'health-timeout': '50s', 'startup-wait': '10s' },
      'confirm-within: must be longer than startup-wait and health-timeout together (60 s)',
    ],
    [{ source: 'nowhere' }, "there is no folder 'nowhere'"],
    [{ source: 'app/index.html' }, 'is not a folder'],
    [{ exclude: '**' }, "there is no file to deploy in 'app'"],
    [{ 'deploy-path': '/' }, 'is the root of the file system'],
  ])('%j before it connects', async (inputs, said) => {
    const site = await shared.site();
    const before = await shared.server.counts();
    const run = await site.deploy(inputs);
    await expectReported(run, 'deploy-ssh', 'input');
    expect(run.annotations[0]?.message).toContain(said);
    expect(await shared.server.counts()).toEqual(before);
  });

  test('links that leave the release and what is in the way, all in one message, and leaves the server as it was', async () => {
    const site = await shared.site();
    await site.source.link('passwd', '/etc/passwd');
    await site.source.file('.env', 'x');
    const run = await site.deploy({ shared: 'index.html', 'env-file': 'A=1', links: 'no -> where' });
    await expectReported(run, 'deploy-ssh', 'input');
    for (const said of [
      "shared: 'index.html'",
      "env-file: '.env'",
      "links: there is no 'no'",
      "'passwd' -> '/etc/passwd'",
    ]) {
      expect(run.stdout).toContain(said);
    }
    await expect(readdir(site.root)).rejects.toThrow('ENOENT');
  });
});

describe('rollback refuses', () => {
  test.each([
    [{ mode: 'to' }, "release: is missing: mode 'to' needs the id of a release"],
    [{ mode: 'auto', release: '20260131T120000Z-1a2b3c4' }, "release: is only for mode 'to', and mode is 'auto'"],
    [{ mode: 'list', force: 'true' }, "force: means nothing in mode 'list'"],
    [{ mode: 'backup' }, 'backup-id: is missing'],
    [{ mode: 'to', release: '20260131T120000Z-1a2b3c4', destination: 'x' }, "destination: is only for mode 'backup'"],
    [{ mode: 'back' }, 'mode: '],
  ])('%j', async (inputs, said) => {
    const site = await shared.site();
    const run = await site.rollback(inputs);
    await expectReported(run, 'rollback', 'input');
    expect(run.annotations[0]?.message).toContain(said);
  });
});

describe('secrets', () => {
  /** All that a run said, but for the lines by which the runner learns what to hide. */
  function visible({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): string {
    return [...stdout.split('\n').filter((line) => !line.startsWith('::add-mask::')), stderr].join('\n');
  }

  test('are masked before anything else is said, and said nowhere', async () => {
    const site = await shared.site();
    const passphrase = 'open sesame street';
    const key = await generateKey({ passphrase });
    const secrets = { 'private-key': key.privateKey, passphrase, 'env-file': 'TOKEN=abcd1234efgh' };
    const run = await site.deploy(secrets);
    await expectReported(run, 'deploy-ssh', 'authentication');
    const lines = run.stdout.split('\n');
    const lastMask = lines.findLastIndex((line) => line.startsWith('::add-mask::'));
    expect(lines.slice(0, lastMask).filter((line) => !line.startsWith('::add-mask::'))).toEqual([]);
    const hidden = [...key.privateKey.trim().split('\n').slice(1, -1), passphrase, 'abcd1234efgh'];
    for (const text of hidden) {
      expect(run.stdout).toContain(text);
      expect(
        [visible(run), run.summary, JSON.stringify(run.outputs), JSON.stringify(run.state)].join('\n'),
      ).not.toContain(text);
    }
  });

  test('are said nowhere either when they are wrong', async () => {
    const site = await shared.site();
    const key = await generateKey({ passphrase: 'right' });
    const run = await site.deploy({ 'private-key': key.privateKey, passphrase: 'very-wrong-one' });
    await expectReported(run, 'deploy-ssh', 'input');
    expect(visible(run)).not.toContain('very-wrong-one');
    expect(visible(run)).not.toContain(key.privateKey.split('\n')[2]);
  });
});
