/** Two servers in one deployment: they end on one version. */
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeOnHosts } from './describe-on-hosts.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import type { WebApp } from './web-app.ts';
import { AS_ROOT, hostRow, installApp } from './web-app.ts';
import { answersOf, faultsOf, mustPass } from './web-apps.ts';

const KEYS = 'etc/ssh/authorized_keys';

describeOnHosts('Two servers', () => {
  let hosts: readonly Host[];
  let apps: readonly WebApp[];
  /** Of a deployment to both. A server refuses a version for which it has the file `/etc/refuses-<version>`. */
  let inputs: Readonly<Record<string, string>>;
  beforeAll(async () => {
    hosts = await Promise.all(['left', 'right'].map((name) => startHost({ name })));
    await Promise.all(hosts.map((host) => letIn(host, hosts)));
    apps = await Promise.all(hosts.map((host) => installApp({ host, way: AS_ROOT, name: 'web', port: 8000 })));
    inputs = {
      hosts: hosts.map(({ address }) => address).join('\n'),
      'known-hosts': hosts.map(({ knownHosts }) => knownHosts).join('\n'),
      'health-command': 'test ! -e "/etc/refuses-$(cat version)"',
    };
    mustPass([await first(apps).deploy({ version: '1' }, { inputs })]);
  });
  afterAll(() => Promise.all((hosts ?? []).map((host) => host.stop())));

  test('both go back when one of them is not well', async () => {
    await hosts[1]?.run('touch /etc/refuses-2');
    const run = await first(apps).deploy({ version: '2' }, { inputs: { ...inputs, 'health-timeout': '5s' } });
    expect(run).toMatchObject({ exitCode: 30, outputs: { 'failure-code': 'reverted' } });
    expect([0, 1].map((index) => hostRow(run, index))).toEqual([
      expect.objectContaining({ host: hosts[0]?.address, state: 'reverted', code: '' }),
      expect.objectContaining({ host: hosts[1]?.address, state: 'reverted', code: 'health' }),
    ]);
    expect(await answersOf(apps)).toEqual(['1', '1']);
    expect(await faultsOf(apps)).toEqual([]);
  });

  test('both go on when both are well', async () => {
    mustPass([await first(apps).deploy({ version: '3' }, { inputs })]);
    expect(await answersOf(apps)).toEqual(['3', '3']);
    expect(await faultsOf(apps)).toEqual([]);
  });

  test('neither is touched when one of them cannot be reached', async () => {
    await hosts[1]?.cutNetwork();
    try {
      const run = await first(apps).deploy({ version: '4' }, { inputs: { ...inputs, 'connect-timeout': '3s' } });
      expect(run).toMatchObject({ exitCode: 50, outputs: { 'failure-code': 'connect' } });
      expect(run.stdout).toContain(hosts[1]?.address ?? 'no host');
    } finally {
      await hosts[1]?.restoreNetwork();
    }
    expect(await answersOf(apps)).toEqual(['3', '3']);
    expect(await faultsOf(apps)).toEqual([]);
  });
});

/** Every host has a key of its own. One action has one key, so each host lets in the keys of all. */
async function letIn(host: Host, all: readonly Host[]): Promise<void> {
  const others = all.filter((other) => other !== host);
  for (const { rootPath } of others) {
    await appendFile(join(host.rootPath, KEYS), await readFile(join(rootPath, KEYS), 'utf8'));
  }
}

function first(apps: readonly WebApp[]): WebApp {
  const [app] = apps;
  if (app === undefined) throw new Error('There is no app.');
  return app;
}
