/** Deployments of a service that systemd runs: what its users see when a version is good, crashes, or is not well. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActionRun } from '@plimsoll/testkit';
import { describeOnHosts } from './describe-on-hosts.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import type { AppVersion, DeployOptions, WebApp } from './web-app.ts';
import {
  AS_ROOT,
  complaintOf,
  factsOf,
  hostRow,
  installApp,
  prepareUsers,
  WAYS,
  WITHOUT_LINGER,
  watchdogFiles,
} from './web-app.ts';

describeOnHosts('A service of systemd', () => {
  let host: Host;
  /** The same service in every way, on version 1 before and after each test. */
  let apps: readonly WebApp[];
  beforeAll(async () => {
    host = await startHost({ name: 'services' });
    await prepareUsers(host);
    apps = await Promise.all(WAYS.map((way) => installApp({ host, way, name: `web-${way.user}` })));
    const runs = await deployAll({ version: '1' });
    expect(runs.map(complaintOf)).toEqual(['', '', '']);
  });
  afterAll(() => host?.stop());

  async function deployAll(version: AppVersion, options?: DeployOptions): Promise<readonly ActionRun[]> {
    return Promise.all(apps.map((app) => app.deploy(version, options)));
  }

  async function answers(): Promise<readonly string[]> {
    return Promise.all(apps.map((app) => app.answer()));
  }

  async function violations(): Promise<readonly string[]> {
    return (await Promise.all(apps.map((app) => app.store()))).flatMap((store) => [
      ...store.violations,
      ...store.unsettled,
    ]);
  }

  test('is restarted with the new version, and its watchdog is named and gone', async () => {
    const runs = await deployAll({ version: '2' });
    expect(runs.map(complaintOf)).toEqual(['', '', '']);
    expect(await answers()).toEqual(['2', '2', '2']);
    expect(runs.map((run) => factsOf(run)['watchdog'])).toEqual(['system-timer', 'user-timer', 'detached']);
    for (const [index, way] of WAYS.entries()) expect(runs[index]?.summary).toContain(way.watchdog);
    expect(await watchdogFiles(host)).toEqual([]);
    expect(await violations()).toEqual([]);

    const back = await Promise.all(apps.map((app) => app.rollback({ mode: 'auto' })));
    expect(back.map(complaintOf)).toEqual(['', '', '']);
    expect(await answers()).toEqual(['1', '1', '1']);
  });

  test('goes back to the version before when the new one crashes at its start', async () => {
    const runs = await deployAll({ version: '3', behaviour: 'crashes' }, { inputs: { 'startup-wait': '1s' } });
    for (const [index, run] of runs.entries()) {
      const app = apps[index];
      expect(run).toMatchObject({ exitCode: 30, outputs: { 'failure-code': 'reverted' } });
      expect(factsOf(run)).toMatchObject({ cause: 'process', reason: expect.stringContaining(`web-${app?.way.user}`) });
      expect(hostRow(run)).toMatchObject({ state: 'reverted', after: hostRow(run)['before'] });
    }
    expect(await answers()).toEqual(['1', '1', '1']);
    expect(await violations()).toEqual([]);
  });

  test('goes back to the version before when the new one says that it is not well', async () => {
    const runs = await deployAll({ version: '4', behaviour: 'is-unwell' });
    for (const run of runs) {
      expect(run).toMatchObject({ exitCode: 30, outputs: { 'failure-code': 'reverted' } });
      expect(factsOf(run)).toMatchObject({ cause: 'health', reason: expect.stringContaining('503') });
    }
    expect(await answers()).toEqual(['1', '1', '1']);
    expect(await watchdogFiles(host)).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  test('that does not exist is named before anything is switched', async () => {
    const runs = await deployAll({ version: '5' }, { inputs: { services: 'ghost.service\nuser:ghost.service' } });
    for (const run of runs) {
      expect(run).toMatchObject({ exitCode: 58, outputs: { 'failure-code': 'remote-environment' } });
      expect(run.stdout).toContain('Unit ghost.service not found');
      expect(hostRow(run)).toMatchObject({ state: 'untouched' });
    }
    expect(await answers()).toEqual(['1', '1', '1']);
    expect(await violations()).toEqual([]);
  });

  test('that does not exist after the switch is named, and the version before comes back', async () => {
    const [app] = apps;
    const inputs = { services: 'ghost.service', 'after-switch': 'echo makes no unit' };
    const run = await app?.deploy({ version: '6' }, { inputs });
    expect(run).toMatchObject({ exitCode: 30, stdout: expect.stringContaining('Unit ghost.service not found') });
    expect(await app?.answer()).toBe('1');
  });

  test('comes back although systemd had given up on the version that crashed again and again', async () => {
    const serviceLines = ['Restart=always', 'RestartSec=50ms'];
    const app = await installApp({ host, way: AS_ROOT, name: 'impatient', serviceLines });
    expect(complaintOf(await app.deploy({ version: '1' }))).toBe('');
    const run = await app.deploy({ version: '2', behaviour: 'crashes' }, { inputs: { 'startup-wait': '3s' } });
    expect(run.exitCode).toBe(30);
    expect(await app.answer()).toBe('1');
  });

  test('that the user may not restart is said with what to do, and the version before stays', async () => {
    const app = await installApp({ host, way: WITHOUT_LINGER, name: 'forbidden' });
    expect(complaintOf(await app.deploy({ version: '1' }))).toBe('');
    await host.run('rm /etc/sudoers.d/forbidden_service');
    const run = await app.deploy({ version: '2' });
    expect(run).toMatchObject({ exitCode: 58, outputs: { 'failure-code': 'remote-environment' } });
    expect(run.stdout).toContain('plain may not restart forbidden.service. Nothing was switched.');
    expect(await app.currentVersion()).toBe('1');
    expect(await app.answer()).toBe('1');
    expect((await app.store()).violations).toEqual([]);
  });
});
