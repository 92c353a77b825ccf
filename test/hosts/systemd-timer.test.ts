/**
 * What the watchdog builds on, shown without it: one timer with an absolute deadline and one counted from its start, as regular unit files
 * with names never used before, so that no daemon-reload is needed.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { waitUntil } from '@plimsoll/testkit';
import { describeOnHosts } from './describe-on-hosts.ts';
import type { Host } from './host.ts';
import { DEPLOY_USER, startHost } from './host.ts';

interface Manager {
  readonly user: string;
  readonly home: string;
  readonly systemctl: string;
  /** Where its units and the times of their last runs are kept. */
  readonly units: string;
  readonly stamps: string;
}

const MANAGERS: readonly Manager[] = [
  {
    user: 'root',
    home: '/root',
    systemctl: 'systemctl',
    units: '/etc/systemd/system',
    stamps: '/var/lib/systemd/timers',
  },
  {
    user: DEPLOY_USER,
    home: '/home/deploy',
    systemctl: 'systemctl --user',
    units: '/home/deploy/.config/systemd/user',
    stamps: '/home/deploy/.local/share/systemd/timers',
  },
];

/** Seconds from now to a deadline: by then a timer is armed, also on a busy machine, and what comes before the deadline is done. */
const AHEAD = 12;
const PATIENCE = { deadlineMs: 60_000 };

describeOnHosts('A timer of systemd with a deadline', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startHost({ name: 'timers' });
    await host.run(`loginctl enable-linger ${DEPLOY_USER}`);
  });
  afterAll(() => host?.stop());

  describe.each(MANAGERS)('of $user', (manager) => {
    test('fires soon after it, once, and can remove itself meanwhile', async () => {
      const timer = timerOf(manager, {
        name: 'plimsoll-on-time',
        deadline: epoch() + AHEAD,
        guard: '1h',
        removesItself: true,
      });
      await arm(host, timer);
      const firedAt = await waitUntil(() => firstFiring(host, timer), { ...PATIENCE, what: 'the timer to fire' });
      expect(firedAt - timer.deadline).toBeGreaterThanOrEqual(0);
      // Unless it is told to be exact, systemd takes up to a minute; a busy machine takes a moment to start the service.
      expect(firedAt - timer.deadline).toBeLessThan(10);
      await waitUntil(() => isUnknown(host, timer), { ...PATIENCE, what: 'the timer to remove itself' });
      expect(await leftovers(host, timer)).toBe('');
      expect(await firings(host, timer)).toHaveLength(1);
    });

    test('fires at its guard when the deadline was over before it was started', async () => {
      const timer = timerOf(manager, {
        name: 'plimsoll-late',
        deadline: epoch() - 60,
        guard: '1s',
        removesItself: true,
      });
      await arm(host, timer);
      await waitUntil(() => firstFiring(host, timer), { ...PATIENCE, what: 'the timer to fire' });
    });

    test('never fires when it is removed in time, and leaves nothing', async () => {
      const timer = timerOf(manager, {
        name: 'plimsoll-removed',
        deadline: epoch() + AHEAD,
        guard: `${AHEAD}s`,
        removesItself: false,
      });
      await arm(host, timer);
      const armedAt = epoch();
      await on(host, manager.user, removal(timer));
      // The later of its two times: the guard counts from its start.
      await waitUntil(() => epoch() > armedAt + AHEAD + 1, { ...PATIENCE, what: 'the deadline to be over' });
      expect(await firings(host, timer)).toEqual([]);
      expect(await leftovers(host, timer)).toBe('');
    });
  });

  test('fires after boot when the host was off at its time, for root and for a user with linger', async () => {
    const deadline = epoch() + AHEAD;
    const timers = MANAGERS.map((manager) =>
      timerOf(manager, { name: 'plimsoll-off', deadline, guard: '1h', removesItself: true }),
    );
    await Promise.all(timers.map((timer) => arm(host, timer)));
    await host.powerCut();
    await waitUntil(() => epoch() > deadline, { ...PATIENCE, what: 'the deadline to be over' });
    for (const timer of timers) expect(await firings(host, timer)).toEqual([]);

    await host.boot();
    for (const timer of timers) {
      await waitUntil(() => firstFiring(host, timer), { ...PATIENCE, what: `the timer of ${timer.manager.user}` });
    }
  });

  test('fires after boot although the folder it works on is mounted late', async () => {
    await host.run('mkdir -p /srv/late /var/lib/late && echo "/var/lib/late /srv/late none bind 0 0" >/etc/fstab');
    await host.run('systemctl daemon-reload && mount /srv/late && touch /srv/late/is-mounted');
    const [manager] = MANAGERS;
    if (manager === undefined) throw new Error('No manager.');
    const request = { name: 'plimsoll-mount', deadline: epoch() + AHEAD, guard: '1h', removesItself: true };
    const timer = { ...timerOf(manager, request), log: '/srv/late/fired' };
    await arm(host, timer);
    await host.powerCut();
    await waitUntil(() => epoch() > timer.deadline, { ...PATIENCE, what: 'the deadline to be over' });
    expect(await firings(host, { ...timer, log: '/var/lib/late/fired' })).toEqual([]);
    await host.boot();
    await waitUntil(async () => (await host.attempt('cat /srv/late/fired')).stdout, {
      ...PATIENCE,
      what: 'the timer to fire',
    });
    expect(await host.run('cat /var/lib/late/fired')).not.toBe('');
  });
});

interface TimerRequest {
  readonly name: string;
  /** Seconds since 1970. */
  readonly deadline: number;
  /** How long after its start it fires at the latest, as systemd writes it. */
  readonly guard: string;
  readonly removesItself: boolean;
}

interface Timer extends TimerRequest {
  readonly manager: Manager;
  /** Where its service notes when it ran. */
  readonly log: string;
}

function timerOf(manager: Manager, request: TimerRequest): Timer {
  return { ...request, manager, log: `${manager.home}/${request.name}.log` };
}

/** Writes both units and starts the timer, in the way that survives a reboot. */
async function arm(host: Host, timer: Timer): Promise<void> {
  const { name, manager, deadline, guard, log } = timer;
  const script = `${manager.home}/${name}.sh`;
  const service = [
    '[Unit]',
    `RequiresMountsFor="${log}"`,
    '[Service]',
    'Type=oneshot',
    `ExecStart=/bin/sh "${script}"`,
  ];
  const clock = [`OnCalendar=@${deadline}`, `OnActiveSec=${guard}`, 'Persistent=true', 'AccuracySec=100ms'];
  await on(
    host,
    manager.user,
    [
      `mkdir -p ${manager.units}`,
      writeLines(script, [`date +%s.%N >>${log}`, ...(timer.removesItself ? [removal(timer)] : [])]),
      writeLines(`${manager.units}/${name}.service`, service),
      writeLines(`${manager.units}/${name}.timer`, ['[Timer]', ...clock, '[Install]', 'WantedBy=timers.target']),
      `${manager.systemctl} enable --no-reload ${name}.timer`,
      `${manager.systemctl} start ${name}.timer`,
    ].join(' && '),
  );
}

function writeLines(path: string, lines: readonly string[]): string {
  return `printf '%s\\n' ${lines.map((line) => `'${line}'`).join(' ')} >${path}`;
}

function removal({ name, manager: { systemctl, units, stamps } }: Timer): string {
  return [
    `${systemctl} disable --no-reload ${name}.timer`,
    `${systemctl} stop ${name}.timer`,
    `rm -f ${units}/${name}.timer ${units}/${name}.service ${stamps}/stamp-${name}.timer`,
  ].join(' && ');
}

async function on(host: Host, user: string, command: string): Promise<string> {
  const { exitCode, stdout, stderr } = await host.login(user, command);
  if (exitCode !== 0) throw new Error(`${command} ended with ${exitCode}: ${stderr}`);
  return stdout;
}

/** When the service of the timer ran, in seconds since 1970; read from outside, so that it works while the host is off. */
async function firings(host: Host, { log }: Timer): Promise<number[]> {
  const text = await readFile(join(host.rootPath, log), 'utf8').catch(() => '');
  return text.split('\n').filter(Boolean).map(Number);
}

async function firstFiring(host: Host, timer: Timer): Promise<number | undefined> {
  return (await firings(host, timer))[0];
}

async function isUnknown(host: Host, { name, manager }: Timer): Promise<boolean> {
  const states = await on(
    host,
    manager.user,
    `${manager.systemctl} show -p LoadState --value ${name}.timer ${name}.service`,
  );
  return states === 'not-found\n\nnot-found\n';
}

/** Every file of systemd that bears the name of the timer. */
async function leftovers(host: Host, { name, manager: { units, stamps } }: Timer): Promise<string> {
  return host.run(`find ${units} ${stamps} -name '*${name}*'`);
}

/** The wall clock that this machine and its hosts share, in seconds since 1970. */
function epoch(): number {
  return Math.floor(Date.now() / 1000);
}
