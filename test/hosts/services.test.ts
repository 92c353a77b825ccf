/** Deployments of a service that systemd runs: what its users see when a version is good, crashes, or is not well. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeOnHosts } from './describe-on-hosts.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import type { WebApp } from './web-app.ts';
import { AS_ROOT, factsOf, hostRow, installApp, prepareUsers, WAYS, WITHOUT_LINGER } from './web-app.ts';
import { answersOf, deployAll, faultsOf, installApps, mustPass } from './web-apps.ts';

describeOnHosts('A service of systemd', () => {
  let host: Host;
  /** The same service in every way, on version 1 before and after each test. */
  let apps: readonly WebApp[];
  beforeAll(async () => {
    host = await startHost({ name: 'services' });
    await prepareUsers(host);
    apps = await installApps({ host, name: 'web', ways: WAYS });
  });
  afterAll(() => host?.stop());

  test('is restarted with the new version, and its watchdog is named and gone', async () => {
    const runs = await deployAll(apps, { version: '2' });
    mustPass(runs);
    expect(await answersOf(apps)).toEqual(['2', '2', '2']);
    expect(runs.map((run) => factsOf(run)['watchdog'])).toEqual(['system-timer', 'user-timer', 'detached']);
    for (const [index, way] of WAYS.entries()) expect(runs[index]?.summary).toContain(way.watchdog);
    expect(await faultsOf(apps)).toEqual([]);

    mustPass(await Promise.all(apps.map((app) => app.rollback({ mode: 'auto' }))));
    expect(await answersOf(apps)).toEqual(['1', '1', '1']);
    expect(await faultsOf(apps)).toEqual([]);
  });

  test('goes back to the version before when the new one crashes at its start', async () => {
    // Long enough for a busy machine to start it, and to see it crash.
    const inputs = { 'startup-wait': '5s' };
    const runs = await deployAll(apps, { version: '3', behaviour: 'crashes' }, { inputs });
    for (const [index, run] of runs.entries()) {
      const user = WAYS[index]?.user ?? '';
      expect(run).toMatchObject({ exitCode: 30, outputs: { 'failure-code': 'reverted' } });
      expect(factsOf(run)).toMatchObject({ cause: 'process', reason: expect.stringContaining(`web-${user}.service`) });
      expect(hostRow(run)).toMatchObject({ state: 'reverted', after: hostRow(run)['before'] });
    }
    expect(await answersOf(apps)).toEqual(['1', '1', '1']);
    expect(await faultsOf(apps)).toEqual([]);
  });

  test('goes back to the version before when the new one says that it is not well', async () => {
    const runs = await deployAll(apps, { version: '4', behaviour: 'is-unwell' });
    for (const run of runs) {
      expect(run).toMatchObject({ exitCode: 30, outputs: { 'failure-code': 'reverted' } });
      expect(factsOf(run)).toMatchObject({ cause: 'health', reason: expect.stringContaining('503') });
    }
    expect(await answersOf(apps)).toEqual(['1', '1', '1']);
    expect(await faultsOf(apps)).toEqual([]);
  });

  test('goes back to the version before when its health command hangs, after no more than the time for health', async () => {
    const inputs = { 'health-command': 'sleep 600', 'health-timeout': '3s' };
    const runs = await deployAll(apps, { version: '5' }, { inputs });
    for (const run of runs) {
      expect(run).toMatchObject({ exitCode: 30, outputs: { 'failure-code': 'reverted' } });
      expect(factsOf(run)).toMatchObject({
        cause: 'health',
        // What is left of the time when it is asked, in whole seconds.
        reason: expect.stringMatching(/did not end within [1-3] s/),
      });
    }
    expect(await answersOf(apps)).toEqual(['1', '1', '1']);
    expect(await faultsOf(apps)).toEqual([]);
  });

  test('that does not exist is named before anything is switched', async () => {
    const runs = await deployAll(apps, { version: '6' }, { inputs: { services: 'ghost.service' } });
    for (const run of runs) {
      expect(run).toMatchObject({ exitCode: 58, outputs: { 'failure-code': 'remote-environment' } });
      expect(run.stdout).toContain('Unit ghost.service not found');
      expect(hostRow(run)).toMatchObject({ state: 'untouched' });
    }
    expect(await answersOf(apps)).toEqual(['1', '1', '1']);
    expect(await faultsOf(apps)).toEqual([]);
  });

  test('that does not exist after the switch is named, and the version before comes back', async () => {
    const inputs = { services: 'user:ghost.service', 'after-switch': 'echo makes no unit' };
    const runs = await deployAll(apps, { version: '7' }, { inputs });
    for (const run of runs) {
      expect(run).toMatchObject({ exitCode: 30, stdout: expect.stringContaining('Unit ghost.service not found') });
    }
    expect(await answersOf(apps)).toEqual(['1', '1', '1']);
    expect(await faultsOf(apps)).toEqual([]);
  });

  test('comes back although systemd had given up on the version that crashed again and again', async () => {
    const serviceLines = ['Restart=always', 'RestartSec=50ms'];
    const ways = [AS_ROOT, WITHOUT_LINGER];
    const impatient = await Promise.all(
      ways.map((way) => installApp({ host, way, name: `impatient-${way.user}`, serviceLines })),
    );
    mustPass(await deployAll(impatient, { version: '1' }));
    const inputs = { 'startup-wait': '3s' };
    const runs = await deployAll(impatient, { version: '2', behaviour: 'crashes' }, { inputs });
    for (const run of runs) expect(run).toMatchObject({ exitCode: 30, outputs: { 'failure-code': 'reverted' } });
    expect(await answersOf(impatient)).toEqual(['1', '1']);
  });

  test('that the user may not restart is said with what to do, and nothing is switched', async () => {
    const [forbidden] = await installApps({ host, name: 'forbidden', ways: [WITHOUT_LINGER] });
    if (forbidden === undefined) throw new Error('There is no app.');
    await host.run(`rm /etc/sudoers.d/${forbidden.name}_service`);
    const run = await forbidden.deploy({ version: '2' });
    expect(run).toMatchObject({ exitCode: 58, outputs: { 'failure-code': 'remote-environment' } });
    expect(run.stdout).toContain(`plain may not restart ${forbidden.name}.service. Nothing was switched.`);
    expect(await forbidden.currentVersion()).toBe('1');
    expect(await forbidden.answer()).toBe('1');
    expect(await faultsOf([forbidden])).toEqual([]);
  });
});
