/** A release that waits for its confirmation: the server shows who watches over it, and goes back by itself at the deadline. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActionRun } from '@plimsoll/testkit';
import { waitUntil } from '@plimsoll/testkit';
import { describeOnHosts } from './describe-on-hosts.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import type { WebApp } from './web-app.ts';
import {
  AS_ROOT,
  deadlineOf,
  factsOf,
  hostRow,
  prepareUsers,
  WAYS,
  WITH_LINGER,
  WITHOUT_LINGER,
  watchdogFiles,
} from './web-app.ts';
import { answersOf, deployAll, faultsOf, installApps, mustPass, untilBackOn1, untilClock } from './web-apps.ts';

/** What a test looks at while a release waits has to be seen by then, also on a busy machine. */
const LATER = { confirm: 'later', 'confirm-within': '30s' };

describeOnHosts('The watchdog', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startHost({ name: 'watchdog' });
    await prepareUsers(host);
  });
  afterAll(() => host?.stop());

  test('is seen while a release waits, and goes back at the deadline', async () => {
    const apps = await installApps({ host, name: 'waits', ways: WAYS });
    const runs = await deployAll(apps, { version: '2' }, { inputs: LATER });
    const deadlines = await Promise.all(apps.map(deadlineOf));
    mustPass(runs);
    expect(runs.map((run) => hostRow(run)['state'])).toEqual(['pending', 'pending', 'pending']);
    expect(runs.map((run) => factsOf(run)['watchdog'])).toEqual(['system-timer', 'user-timer', 'detached']);
    expect(await Promise.all(apps.map((app, index) => visibleWatchdogs(app, runs[index])))).toEqual([1, 1, 1]);
    expect(await watchdogFiles(host)).toHaveLength(8); // Two units, a link and a stamp for each timer.
    expect(await answersOf(apps)).toEqual(['2', '2', '2']);
    expect(await Promise.all(apps.map((app, index) => alarmOf(app, runs[index])))).toEqual(
      apps.map(({ way }, index) => (way.watchdog === 'detached' ? undefined : deadlines[index])),
    );

    const changes = await Promise.all(apps.map(untilCurrentIs1));
    for (const [index, changedAt] of changes.entries()) {
      expect(changedAt - (deadlines[index] ?? 0)).toBeGreaterThanOrEqual(0);
      // What comes after the alarm takes as long as the machine is busy.
      expect(changedAt - (deadlines[index] ?? 0)).toBeLessThan(30);
    }
    await untilBackOn1(apps);
    expect(await faultsOf(apps)).toEqual([]);
  });

  test('leaves a release alone that was confirmed in time, and nothing of itself behind', async () => {
    const apps = await installApps({ host, name: 'confirmed', ways: WAYS });
    const runs = await deployAll(apps, { version: '2' }, { inputs: LATER });
    const deadlines = await Promise.all(apps.map(deadlineOf));
    mustPass([...runs, ...(await Promise.all(apps.map((app) => app.rollback({ mode: 'confirm' }))))]);
    expect(await faultsOf(apps)).toEqual([]);

    await untilClock(Math.max(...deadlines) + 1);
    expect(await answersOf(apps)).toEqual(['2', '2', '2']);
    expect(await faultsOf(apps)).toEqual([]);
  });

  test('lets live on what commands after the switch started in the background', async () => {
    const apps = await installApps({ host, name: 'helped', ways: [AS_ROOT, WITH_LINGER] });
    const helper = 'setsid sleep 1000 >/dev/null 2>&1 & echo $! >"$PLIMSOLL_DEPLOY_PATH/shared/helper"';
    const inputs = { 'after-switch': helper };
    mustPass(await deployAll(apps, { version: '1' }, { inputs }));
    mustPass(await deployAll(apps, { version: '2' }, { inputs: { ...inputs, ...LATER } }));
    const before = await Promise.all(apps.map(helperOf));
    await untilBackOn1(apps);
    for (const [index, app] of apps.entries()) {
      const pid = await helperOf(app);
      expect(pid).not.toBe(before[index]);
      expect(await host.run(`cat /proc/${pid}/comm`)).toBe('sleep\n');
    }
  });

  test('is missed aloud where the server ends the processes of a user at logout', async () => {
    const [app] = await installApps({ host, name: 'logged-out', ways: [WITHOUT_LINGER] });
    if (app === undefined) throw new Error('There is no app.');
    await host.run('mkdir -p /etc/systemd/logind.conf.d');
    await host.run("printf '[Login]\\nKillUserProcesses=yes\\n' >/etc/systemd/logind.conf.d/kill.conf");
    await host.run('systemctl restart systemd-logind');
    const run = await app.deploy({ version: '2' }, { inputs: LATER });
    mustPass([run]);
    expect(factsOf(run)['watchdog']).toBe('none');
    expect(run.annotations.map(({ name, message }) => `${name}: ${message}`)).toEqual([
      expect.stringMatching(/^warning: .*loginctl enable-linger/),
    ]);
    expect(await visibleWatchdogs(app, run)).toBe(0);
  });
});

/** Process id of what version's after-switch commands started last. */
async function helperOf({ outerPath }: WebApp): Promise<string> {
  return (await readFile(join(outerPath, 'shared', 'helper'), 'utf8')).trim();
}

/** How many watchdogs of a release its user sees, in the list of timers or in that of processes. */
async function visibleWatchdogs({ host, way }: WebApp, run: ActionRun | undefined): Promise<number> {
  const release = run?.outputs['release-id'] ?? 'none';
  const commands = {
    'system-timer': `systemctl list-timers | grep -c 'plimsoll-${release}'`,
    'user-timer': `systemctl --user list-timers | grep -c 'plimsoll-${release}'`,
    detached: `pgrep -f 'armed/${release}/watchdo[g]' | wc -l`,
  };
  const { stdout } = await host.login(way.user, commands[way.watchdog]);
  return Number(stdout);
}

/** When systemd wakes the watchdog of a release, in seconds since 1970; nothing where it is a process, which counts by itself. */
async function alarmOf({ host, way }: WebApp, run: ActionRun | undefined): Promise<number | undefined> {
  if (way.watchdog === 'detached') return undefined;
  const systemctl = way.watchdog === 'user-timer' ? 'systemctl --user' : 'systemctl';
  const timer = `plimsoll-${run?.outputs['release-id']}-*.timer`;
  const { stdout } = await host.login(
    way.user,
    `TZ=UTC ${systemctl} show --property=NextElapseUSecRealtime --value '${timer}'`,
  );
  // Such as `Sat 2026-11-21 18:55:54 UTC`.
  const [, date, time] = stdout.trim().split(' ');
  return Date.parse(`${date}T${time}Z`) / 1000;
}

/** Answers with the time, in seconds since 1970. */
async function untilCurrentIs1(app: WebApp): Promise<number> {
  const isBack = async (): Promise<boolean> => (await app.currentVersion()) === '1';
  await waitUntil(isBack, { deadlineMs: 120_000, what: `${app.name} to go back` });
  return Date.now() / 1000;
}
