/** A release that nobody confirms: the server goes back by itself at the deadline, whatever became of the runner, the network and the power. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActionRun } from '@plimsoll/testkit';
import { waitUntil } from '@plimsoll/testkit';
import { describeOnHosts } from './describe-on-hosts.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import type { RunningDeployment, WebApp } from './web-app.ts';
import {
  AS_ROOT,
  complaintOf,
  deadlineOf,
  deployUntilPaused,
  factsOf,
  hostRow,
  installApp,
  killRunners,
  pausedAt,
  prepareUsers,
  resume,
  WAYS,
  WITH_LINGER,
  watchdogFiles,
} from './web-app.ts';

const LATER = { confirm: 'later', 'confirm-within': '12s' };

describeOnHosts('The watchdog', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startHost({ name: 'watchdog' });
    await prepareUsers(host);
  });
  afterAll(() => host?.stop());

  /** The same service in every way, on version 1. */
  async function installed(name: string): Promise<readonly WebApp[]> {
    const apps = await Promise.all(WAYS.map((way) => installApp({ host, way, name: `${name}-${way.user}` })));
    await onVersion1(apps);
    return apps;
  }

  test('shows its timer while a release waits, and goes back at the deadline', async () => {
    const apps = await installed('waits');
    const runs = await Promise.all(apps.map((app) => app.deploy({ version: '2' }, { inputs: LATER })));
    const deadlines = await Promise.all(apps.map(deadlineOf));
    expect(runs.map(complaintOf)).toEqual(['', '', '']);
    expect(runs.map((run) => hostRow(run)['state'])).toEqual(['pending', 'pending', 'pending']);
    expect(runs.map((run) => factsOf(run)['watchdog'])).toEqual(['system-timer', 'user-timer', 'detached']);
    expect(await visibleWatchdogs(apps, runs)).toEqual([1, 1, 1]);
    expect(await answersOf(apps)).toEqual(['2', '2', '2']);

    for (const [index, app] of apps.entries()) {
      const delay = (await changeOf(app, '1')) - (deadlines[index] ?? 0);
      expect(delay).toBeGreaterThanOrEqual(0);
      expect(delay).toBeLessThan(4);
    }
    await expectBack(apps);
  });

  test('leaves a release alone that was confirmed in time, and nothing of itself behind', async () => {
    const apps = await installed('confirmed');
    const runs = await Promise.all(apps.map((app) => app.deploy({ version: '2' }, { inputs: LATER })));
    const deadlines = await Promise.all(apps.map(deadlineOf));
    const confirmations = await Promise.all(apps.map((app) => app.rollback({ mode: 'confirm' })));
    expect(runs.map(complaintOf)).toEqual(['', '', '']);
    expect(confirmations.map(complaintOf)).toEqual(['', '', '']);
    expect(await watchdogFiles(host)).toEqual([]);

    await untilClock(Math.max(...deadlines) + 1);
    expect(await answersOf(apps)).toEqual(['2', '2', '2']);
    expect(await faultsOf(apps)).toEqual([]);
    expect(await watchdogFiles(host)).toEqual([]);
  });

  test('goes back when the runner was killed right after the switch', async () => {
    const apps = await installed('killed');
    await using dist = await pausedAt('switched');
    await killRunners(await pausedOn2(apps, dist.path));
    await Promise.all(apps.map(resume));
    expect(await versionsOf(apps)).toEqual(['2', '2', '2']);
    await expectBack(apps);
    const next = await Promise.all(apps.map((app) => app.deploy({ version: '3' })));
    expect(next.map(complaintOf)).toEqual(['', '', '']);
  });

  test('goes back when the network broke right after the switch', async () => {
    const apps = await installed('cut-off');
    await using dist = await pausedAt('switched');
    const deployments = await pausedOn2(apps, dist.path);
    await host.cutNetwork();
    try {
      await Promise.all(apps.map(resume));
      await Promise.all(apps.map((app) => changeOf(app, '1')));
      expect(await answersOf(apps)).toEqual(['1', '1', '1']);
    } finally {
      await host.restoreNetwork();
      await killRunners(deployments);
    }
    await expectBack(apps);
  });

  test('goes back after a boot when the power was off at the deadline, also on a mount of its own', async () => {
    const apps = [...(await installed('dark')), await installOnMount('dark-mounted')];
    await onVersion1(apps.slice(-1));
    const runs = await Promise.all(apps.map((app) => app.deploy({ version: '2' }, { inputs: LATER })));
    const deadlines = await Promise.all(apps.map(deadlineOf));
    await host.powerCut();
    expect(runs.map(complaintOf)).toEqual(['', '', '', '']);
    expect(await Promise.all(apps.slice(0, 3).map((app) => app.currentVersion()))).toEqual(['2', '2', '2']);
    await untilClock(Math.max(...deadlines) + 1);
    await host.boot();

    const [asRoot, withLinger, withoutLinger, onMount] = apps;
    const haveTimers = [asRoot, withLinger, onMount].filter((app) => app !== undefined);
    await expectBack(haveTimers);
    if (withoutLinger === undefined) throw new Error('There is no app without a timer.');
    // Its watchdog was a process. Whoever comes next makes up for it.
    expect(await withoutLinger.answer()).toBe('2');
    const next = await withoutLinger.deploy({ version: '3', behaviour: 'is-unwell' });
    expect(factsOf(next)['recovered']).toEqual([expect.stringContaining('was never confirmed')]);
    expect(await withoutLinger.answer()).toBe('1');
  });

  test('goes back at the deadline when the host was booted before', async () => {
    const ways = [AS_ROOT, WITH_LINGER];
    const apps = await Promise.all(ways.map((way) => installApp({ host, way, name: `early-${way.user}` })));
    await onVersion1(apps);
    const inputs = { confirm: 'later', 'confirm-within': '20s' };
    const runs = await Promise.all(apps.map((app) => app.deploy({ version: '2' }, { inputs })));
    const deadlines = await Promise.all(apps.map(deadlineOf));
    await host.powerCut();
    await host.boot();
    expect(runs.map(complaintOf)).toEqual(['', '']);
    expect(await answersOf(apps)).toEqual(['2', '2']);
    for (const [index, app] of apps.entries()) {
      const delay = (await changeOf(app, '1')) - (deadlines[index] ?? 0);
      expect(delay).toBeGreaterThanOrEqual(0);
      expect(delay).toBeLessThan(4);
    }
    await expectBack(apps);
  });

  test('lets live on what commands after the switch started in the background', async () => {
    const ways = [AS_ROOT, WITH_LINGER];
    const apps = await Promise.all(ways.map((way) => installApp({ host, way, name: `helper-${way.user}` })));
    const hook = 'setsid sleep 1000 >/dev/null 2>&1 & echo $! >"$PLIMSOLL_DEPLOY_PATH/shared/helper"';
    const inputs = { ...LATER, 'after-switch': hook };
    const runs = await Promise.all(
      apps.map((app) => app.deploy({ version: '1' }, { inputs: { 'after-switch': hook } })),
    );
    const next = await Promise.all(apps.map((app) => app.deploy({ version: '2' }, { inputs })));
    expect([...runs, ...next].map(complaintOf)).toEqual(['', '', '', '']);
    const before = await Promise.all(apps.map(helperOf));
    await expectBack(apps);
    for (const [index, app] of apps.entries()) {
      const helper = await helperOf(app);
      expect(helper).not.toBe(before[index]);
      expect(await host.run(`cat /proc/${helper}/comm`)).toBe('sleep\n');
    }
  });

  /** A deploy path that is mounted late at a boot. */
  async function installOnMount(name: string): Promise<WebApp> {
    const [store, deployPath] = [`/var/lib/${name}`, `/srv/${name}`];
    await host.run(`mkdir -p ${store} ${deployPath} && echo '${store} ${deployPath} none bind 0 0' >>/etc/fstab`);
    await host.run(`systemctl daemon-reload && mount ${deployPath}`);
    return installApp({ host, way: AS_ROOT, name, deployPath, storedAt: store });
  }
});

async function helperOf({ outerPath }: WebApp): Promise<string> {
  return (await readFile(join(outerPath, 'shared', 'helper'), 'utf8')).trim();
}

/** Deploys version 2 until the servers stand still, right after the switch. */
async function pausedOn2(apps: readonly WebApp[], dist: string): Promise<readonly RunningDeployment[]> {
  const options = { dist, inputs: { 'confirm-within': '10s' } };
  return Promise.all(apps.map((app) => deployUntilPaused(app, { version: '2' }, options)));
}

async function onVersion1(apps: readonly WebApp[]): Promise<void> {
  const runs = await Promise.all(apps.map((app) => app.deploy({ version: '1' })));
  expect(runs.map(complaintOf)).toEqual(apps.map(() => ''));
}

async function answersOf(apps: readonly WebApp[]): Promise<readonly string[]> {
  return Promise.all(apps.map((app) => app.answer()));
}

async function versionsOf(apps: readonly WebApp[]): Promise<readonly string[]> {
  return Promise.all(apps.map((app) => app.currentVersion()));
}

async function faultsOf(apps: readonly WebApp[]): Promise<readonly string[]> {
  const stores = await Promise.all(apps.map((app) => app.store()));
  return stores.flatMap(({ violations, unsettled }) => [...violations, ...unsettled]);
}

/** The services run version 1 again, all is booked, and nothing of the watchdogs is left. */
async function expectBack(apps: readonly WebApp[]): Promise<void> {
  const isBack = async (app: WebApp): Promise<boolean> => (await app.answer()) === '1';
  for (const app of apps) {
    await waitUntil(() => isBack(app), { deadlineMs: 30_000, what: `${app.name} to go back` });
    await waitUntil(async () => (await app.store()).isSettled, {
      deadlineMs: 70_000,
      what: `${app.name} to be booked`,
    });
    const { ledger } = await app.store();
    expect(ledger.at(-1)?.event).toBe('reverted');
  }
  expect(await faultsOf(apps)).toEqual([]);
  for (const app of apps) expect((await watchdogFiles(app.host)).filter((path) => path.includes(app.name))).toEqual([]);
}

/** When `current` leads to a version, in seconds since 1970. */
async function changeOf(app: WebApp, version: string): Promise<number> {
  await waitUntil(async () => (await app.currentVersion()) === version, {
    deadlineMs: 30_000,
    what: `${app.name} to change to ${version}`,
  });
  return Date.now() / 1000;
}

function untilClock(seconds: number): Promise<true> {
  return waitUntil(() => Date.now() / 1000 > seconds, { deadlineMs: 60_000, what: 'the clock' });
}

/** How many watchdogs an administrator sees of each release, in the list of timers or that of processes. */
async function visibleWatchdogs(apps: readonly WebApp[], runs: readonly ActionRun[]): Promise<readonly number[]> {
  return Promise.all(
    apps.map(async ({ host, way }, index) => {
      const release = runs[index]?.outputs['release-id'] ?? 'none';
      const commands = {
        'system-timer': `systemctl list-timers | grep -c ${release}`,
        'user-timer': `systemctl --user list-timers | grep -c ${release}`,
        detached: `pgrep -f "armed/${release}/watchdo[g]" | wc -l`,
      };
      const { stdout } = await host.login(way.user, commands[way.watchdog]);
      return Number(stdout);
    }),
  );
}
