/** The runner, the network or the power is gone after the switch: the server goes back by itself all the same. */
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { waitUntil } from '@plimsoll/testkit';
import { describeOnHosts } from './describe-on-hosts.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import type { WebApp } from './web-app.ts';
import {
  AS_ROOT,
  deadlineOf,
  factsOf,
  installApp,
  killRunners,
  pausedAt,
  prepareUsers,
  resume,
  WAYS,
  WITH_LINGER,
  WITHOUT_LINGER,
} from './web-app.ts';
import {
  answersOf,
  deployAll,
  deployAllUntilPaused,
  faultsOf,
  installApps,
  mustPass,
  untilAnswers,
  untilBackOn1,
  untilClock,
} from './web-apps.ts';

/** In seconds. What a test does before that has to be done by then, also on a busy machine. */
const SOON = 30;
const LATER = 60;

describeOnHosts('An outage after the switch', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startHost({ name: 'outages' });
    await prepareUsers(host);
  });
  afterAll(() => host?.stop());

  test('of the runner ends on the version before, and the next deployment succeeds', async () => {
    const apps = await installApps({ host, name: 'killed', ways: WAYS });
    await using dist = await pausedAt('switched');
    await killRunners(await deployAllUntilPaused(apps, { version: '2' }, { dist: dist.path, inputs: within(SOON) }));
    await Promise.all(apps.map(resume));
    expect(await Promise.all(apps.map((app) => app.currentVersion()))).toEqual(['2', '2', '2']);

    await untilBackOn1(apps);
    expect(await faultsOf(apps)).toEqual([]);
    mustPass(await deployAll(apps, { version: '3' }));
    expect(await answersOf(apps)).toEqual(['3', '3', '3']);
  });

  test('of the network ends on the version before while it lasts, and the post step cleans up after it', async () => {
    const apps = await installApps({ host, name: 'cut-off', ways: WAYS });
    await using dist = await pausedAt('switched');
    const deployments = await deployAllUntilPaused(apps, { version: '2' }, { dist: dist.path, inputs: within(SOON) });
    await host.cutNetwork();
    try {
      await Promise.all(apps.map(resume));
      await untilAnswers(apps, '2');
      await untilAnswers(apps, '1');
    } finally {
      await host.restoreNetwork();
      for (const { running } of deployments) running.kill('SIGKILL'); // It would notice the broken link after a while.
      mustPass(await Promise.all(deployments.map((deployment) => deployment.post())));
      await killRunners(deployments);
    }
    await untilBackOn1(apps);
    expect(await faultsOf(apps)).toEqual([]);
  });

  test('of the power beyond the deadline ends on the version before after the boot, also on a mount of its own', async () => {
    const apps = await installApps({ host, name: 'dark', ways: [AS_ROOT, WITH_LINGER] });
    const mounted = await installOnMount('dark-mounted');
    const [withoutTimer] = await installApps({ host, name: 'dark', ways: [WITHOUT_LINGER] });
    if (withoutTimer === undefined) throw new Error('There is no app without a timer.');
    const all = [...apps, mounted, withoutTimer];
    mustPass(await deployAll(all, { version: '2' }, { inputs: { ...within(SOON), confirm: 'later' } }));
    const deadlines = await Promise.all(all.map(deadlineOf));
    await host.powerCut();
    expect(await withoutTimer.currentVersion()).toBe('2');
    await untilClock(Math.max(...deadlines) + 1);
    await host.boot();
    await untilBackOn1([...apps, mounted]);
    // At once, and not when the time would be over that is counted anew from the boot.
    for (const app of [...apps, mounted]) expect(await uptimeAtChange(app)).toBeLessThan(SOON);
    expect(await faultsOf([...apps, mounted])).toEqual([]);

    // A process does not outlive the power. Whoever comes next makes up for it.
    expect(await withoutTimer.currentVersion()).toBe('2');
    const next = await withoutTimer.deploy({ version: '3', behaviour: 'is-unwell' });
    expect(factsOf(next)['recovered']).toEqual([expect.stringContaining('was never confirmed')]);
    expect(await withoutTimer.answer()).toBe('1');
    expect(await faultsOf([withoutTimer])).toEqual([]);
  });

  test('of the power that ends before the deadline lets the version wait until then', async () => {
    const apps = await installApps({ host, name: 'early', ways: [AS_ROOT, WITH_LINGER] });
    const confirmed = await installApps({ host, name: 'confirmed', ways: [AS_ROOT, WITH_LINGER] });
    await using dist = await pausedAt('confirmed');
    const inputs = within(LATER);
    mustPass(await deployAll(apps, { version: '2' }, { inputs: { ...inputs, confirm: 'later' } }));
    const closing = await deployAllUntilPaused(confirmed, { version: '2' }, { dist: dist.path, inputs });
    const deadline = Math.min(...(await Promise.all(apps.map(deadlineOf))));
    await host.powerCut();
    await killRunners(closing);
    await host.boot();
    await untilAnswers(apps, '2');
    expect(await Promise.all(apps.map((app) => app.currentVersion()))).toEqual(['2', '2']);
    await untilBackOn1(apps);
    expect(Date.now() / 1000).toBeGreaterThan(deadline);

    // What had been confirmed but not booked stays, and is booked at its deadline.
    const isBooked = async (app: WebApp): Promise<boolean> => {
      await resume(app); // Its watchdog is the same program, and stands still there as well.
      return (await app.store()).isSettled;
    };
    for (const app of confirmed)
      await waitUntil(() => isBooked(app), { deadlineMs: 180_000, what: `${app.name} to be booked` });
    expect(await answersOf(confirmed)).toEqual(['2', '2']);
    expect(await faultsOf([...apps, ...confirmed])).toEqual([]);
  });

  /** An app as root on version 1, its deploy path a mount that comes late at a boot. */
  async function installOnMount(name: string): Promise<WebApp> {
    const [store, deployPath] = [`/var/lib/${name}`, `/srv/${name}`];
    await host.run(`mkdir -p ${store} ${deployPath} && echo '${store} ${deployPath} none bind 0 0' >>/etc/fstab`);
    await host.run(`systemctl daemon-reload && mount ${deployPath}`);
    const app = await installApp({ host, way: AS_ROOT, name, deployPath, storedAt: store });
    mustPass([await app.deploy({ version: '1' })]);
    return app;
  }
});

function within(seconds: number): Readonly<Record<string, string>> {
  return { 'confirm-within': `${seconds}s` };
}

/** Seconds from the boot to the last change of `current`. */
async function uptimeAtChange({ host, outerPath }: WebApp): Promise<number> {
  const { ctimeMs } = await lstat(join(outerPath, 'current'));
  const uptime = Number.parseFloat(await host.run('cat /proc/uptime'));
  return uptime - (Date.now() - ctimeMs) / 1000;
}
