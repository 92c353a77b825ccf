/** Verifications on a host of systemd: its units, and the release that only a verification confirms. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRunner, waitUntil } from '@plimsoll/testkit';
import { describeOnHosts } from './describe-on-hosts.ts';
import { DEPLOY_USER, type Host, startHost } from './host.ts';
import { expectEnd, verified, verifyRequest } from './verifying.ts';
import { AS_ROOT, deadlineOf, hostRow, installApp, type WebApp } from './web-app.ts';
import { faultsOf, mustPass, untilAnswers, untilBackOn1, untilClock } from './web-apps.ts';

const PORT = 9000;
const FAILED = { verdict: 'fail', code: 'process' } as const;

describeOnHosts('A host of systemd', () => {
  let host: Host;
  let serverInputs: Readonly<Record<string, string>>;
  beforeAll(async () => {
    host = await startHost({ name: 'verified' });
    serverInputs = {
      hosts: `root@${host.address}:${host.port}`,
      'private-key': host.privateKey,
      'known-hosts': host.knownHosts,
      'deploy-path': '/srv/app',
    };
    await startUnits(host);
  });
  afterAll(() => host?.stop());

  const inputsOf = (...checks: readonly string[]): Record<string, string> => ({
    ...serverInputs,
    checks: `checks:\n${checks.map((check) => `  - ${check}\n`).join('')}`,
  });

  test('passes while its unit is active and its process runs', async () => {
    const inputs = inputsOf('process: steady.service', 'pid-file: /run/steady.pid');
    await verified({ inputs: { ...inputs, duration: '60s' } }, { verdict: 'pass' });
  });

  test('passes while a unit of the user is active', async () => {
    const inputs = { ...inputsOf('process: user:own.service'), hosts: `${DEPLOY_USER}@${host.address}:${host.port}` };
    await verified({ inputs: { ...inputs, duration: '60s' } }, { verdict: 'pass' });
  });

  test.each([
    ['process: broken.service', 'failed'],
    ['process: ghost.service', 'There is no such unit'],
    ['pid-file: /run/gone.pid', 'There is no process'],
    ['pid-file: /run/none.pid', 'not there'],
  ])('fails with %s', async (check, reason) => {
    const run = await verified({ inputs: inputsOf(check) }, FAILED);
    expect(run.stdout).toContain(reason);
  });

  test.each([
    ['is restarted', 'systemctl restart steady.service'],
    ['crashes and is started again', 'systemctl kill --signal=KILL steady.service'],
  ])('fails when its unit %s while it is watched', async (_what, command) => {
    await using runner = await createRunner();
    const checks = inputsOf('process: steady.service', 'command: echo >>/run/watched');
    await host.run('rm -f /run/watched');
    const inputs = { ...checks, mode: 'monitor', duration: '5m', interval: '500ms' };
    const running = await runner.start(verifyRequest({ inputs }));
    await waitUntil(() => hasBeenWatched(host), { deadlineMs: 120_000, what: 'the unit to be watched' });
    await host.run(command);
    const run = await running.ended;
    expectEnd(run, FAILED);
    expect(run.stdout).toContain('restart');
    // Long before the window is over.
    expect(run.durationMs).toBeLessThan(200_000);
  });

  test('is not known to be well while it cannot be reached', async () => {
    const inputs = { ...inputsOf('process: steady.service'), hosts: `root@${host.address}:1` };
    await verified({ inputs }, { verdict: 'fail', code: 'connect' });
  });
});

describeOnHosts('A release that waits for a verification', () => {
  const later = { confirm: 'later', 'confirm-within': '30s', 'health-url': '' };
  let host: Host;
  let app: WebApp;
  beforeAll(async () => {
    host = await startHost({ name: 'confirmed' });
    app = await installApp({ host, way: AS_ROOT, name: 'app', port: PORT, serviceLines: heardOutside() });
    mustPass([await app.deploy({ version: '1' })]);
  });
  afterAll(() => host?.stop());

  const verification = (version: string): Record<string, string> => ({
    ...app.serverInputs,
    checks: [
      'checks:',
      `  - http: http://${host.address}:${PORT}/health`,
      '    version: body',
      '  - process: app.service',
    ].join('\n'),
    'expected-version': version,
    samples: '20',
    interval: '20ms',
    confirm: 'true',
  });

  test('that is not well is not confirmed, and the host goes back by itself', async () => {
    const deployed = await app.deploy({ version: '2', behaviour: 'is-unwell' }, { inputs: later });
    mustPass([deployed]);
    expect(hostRow(deployed)['state']).toBe('pending');
    const run = await verified({ inputs: verification('2') }, { verdict: 'fail', code: 'health' });
    expect(run.summary).toContain('503');

    await untilBackOn1([app]);
    expect(await faultsOf([app])).toEqual([]);
    // The release before is well again, and what was taken back stays so, however well it looks.
    const late = await verified({ inputs: verification('1') }, { verdict: 'fail', code: 'reverted' });
    expect(late.stdout).toContain('was never confirmed and was taken back');
  });

  test('that runs as another version is not confirmed', async () => {
    mustPass([await app.deploy({ version: '3' }, { inputs: later })]);
    await verified({ inputs: verification('4') }, { verdict: 'fail', code: 'version' });
    await untilBackOn1([app]);
    expect(await faultsOf([app])).toEqual([]);
  });

  test('that is well is confirmed, and stays', async () => {
    // A slow machine needs some time to be sure.
    mustPass([await app.deploy({ version: '5' }, { inputs: { ...later, 'confirm-within': '60s' } })]);
    const deadline = await deadlineOf(app);
    const run = await verified({ inputs: { ...verification('5'), duration: '50s' } }, { verdict: 'pass' });
    expect(run.stdout + run.summary).toContain('is confirmed');
    expect(Date.now() / 1000).toBeLessThan(deadline);

    await untilClock(deadline + 1);
    await untilAnswers([app], '5');
    expect(await app.currentVersion()).toBe('5');
    expect(await faultsOf([app])).toEqual([]);
  });
});

/** One unit that runs, one that failed, and one of a user. */
async function startUnits(host: Host): Promise<void> {
  const unit = [
    '[Service]',
    "ExecStart=/bin/sh -c 'echo $$$$ >/run/steady.pid; exec sleep infinity'",
    'Restart=always',
    'RestartSec=100ms',
  ];
  await host.run(`echo '${unit.join('\n').replaceAll("'", `'\\''`)}' >/etc/systemd/system/steady.service`);
  await host.run('systemctl daemon-reload && systemctl start steady.service');
  await host.attempt('systemd-run --quiet --unit=broken --service-type=oneshot false');
  await host.run('echo 4194304 >/run/gone.pid'); // No process id is as high as that.
  await host.run(`loginctl enable-linger ${DEPLOY_USER}`);
  const own = () => host.login(DEPLOY_USER, 'systemd-run --user --quiet --unit=own sleep infinity');
  const isStarted = async (): Promise<boolean> => (await own()).exitCode === 0;
  await waitUntil(isStarted, { deadlineMs: 120_000, what: `systemd of ${DEPLOY_USER}` });
}

/** The service of the tests answers on loopback; here it answers to everybody. */
function heardOutside(): readonly string[] {
  return ['ExecStart=', `ExecStart=/usr/bin/python3 server.py ${PORT} 0.0.0.0`];
}

async function hasBeenWatched(host: Host): Promise<boolean> {
  const { stdout } = await host.attempt('cat /run/watched');
  return stdout.length >= 3;
}
