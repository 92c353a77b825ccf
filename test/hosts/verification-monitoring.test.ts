/** Checks that ask a real Prometheus and a real Alertmanager, and what Prometheus makes of the metrics of a verification. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answers, createRunner, type FaultyService, mustRun, startFaultyService, waitUntil } from '@plimsoll/testkit';
import { needs } from '../setup/needs.ts';
import { type Daemon, startDaemon } from './daemon.ts';
import { expectEnd, shownBy, verified, verifyRequest } from './verifying.ts';

const describeHere = await needs('prometheus', 'prometheus-alertmanager', 'promtool');

describeHere('Prometheus', () => {
  let shop: Shop;
  let alertmanager: Daemon;
  let prometheus: Daemon;
  beforeAll(async () => {
    [shop, alertmanager] = await Promise.all([startShop(), startAlertmanager()]);
    prometheus = await startPrometheus({ shop, alertmanager, rules: RULES });
    await untilSeen(prometheus, 'shop_success_ratio', '0.995');
  });
  afterAll(async () => {
    await Promise.all([prometheus?.stop(), alertmanager?.stop()]);
    await shop?.service.close();
  });

  const query = (text: string, threshold: string): string =>
    `checks:\n  - prometheus: ${text}\n    url: ${urlOf(prometheus)}\n    threshold: '${threshold}'`;
  const alerts = (...more: readonly string[]): string =>
    [`checks:`, '  - alerts: true', `    alertmanager: ${urlOf(alertmanager)}`, ...more].join('\n');
  const inputsOf = (checks: string): Record<string, string> => ({ checks, 'prometheus-url': urlOf(prometheus) });

  test('takes the configuration that it is given here', async () => {
    const args = ['check', 'config', join(prometheus.folder, 'prometheus.yml')];
    expect(await mustRun({ program: 'promtool', args })).toContain('2 rules found');
  });

  test('answers a query, and its value has to keep the threshold', async () => {
    await verified({ inputs: inputsOf(query('shop_success_ratio', '> 0.99')) }, { verdict: 'pass' });
    const run = await verified({ inputs: inputsOf(query('shop_success_ratio', '> 0.999')) }, FAILED);
    expect(run.stdout).toContain('0.995');
  });

  test.each([
    ['finds nothing', 'no_such_metric'],
    ['makes no number', '0 * shop_success_ratio / 0'],
    ['finds more than one series', '{job="prometheus"}'],
    ['cannot be understood', 'sum('],
  ])('that %s has no evidence', async (_what, text) => {
    await verified({ inputs: inputsOf(query(JSON.stringify(text), '> 0')) }, INCONCLUSIVE);
  });

  test('without an alert passes', async () => {
    await verified({ inputs: { ...inputsOf(alerts()), duration: '60s' } }, { verdict: 'pass' });
  });

  test('with a window that is too short for a rule has no evidence', async () => {
    const inputs = { ...inputsOf(alerts()), mode: 'monitor', duration: '2s', interval: '1s' };
    const run = await verified({ inputs }, INCONCLUSIVE);
    expect(run.stdout).toContain('too short for ShopDegraded');
  });

  test('with an alert that is pending, and one that fires, fails; also when it is silenced', async () => {
    await shop.set({ degraded: 1 });
    await untilAlert(prometheus, 'ShopDegraded', 'pending');
    const pending = await verified({ inputs: inputsOf(alerts()) }, ALERTED);
    expect(pending.stdout).toMatch(/ShopDegraded.* is pending/);

    await shop.set({ down: 1 });
    await untilAlert(prometheus, 'ShopDown', 'firing');
    const firing = await verified({ inputs: inputsOf(alerts('    labels: {severity: page}')) }, ALERTED);
    expect(firing.stdout).toMatch(/ShopDown.*, severity="page"\} is firing/);
    expect(firing.stdout).not.toContain('ShopDegraded');

    await silence(alertmanager, 'ShopDown');
    const silenced = await verified({ inputs: inputsOf(alerts()) }, ALERTED);
    expect(silenced.stdout).toContain('is firing, silenced in Alertmanager');
  });

  test('with an alert from before the deployment passes, and names it', async () => {
    await shop.set({ down: 1 });
    await untilFiringFor(prometheus, 'ShopDown', 3);
    await using runner = await createRunner();
    const inputs = { ...inputsOf(alerts()), baseline: join(runner.temp, 'baseline.json') };
    const before = await runner.run(verifyRequest({ inputs: { ...inputs, mode: 'pre' } }));
    expectEnd(before, { verdict: 'fail', code: 'unhealthy-before' });
    const after = await runner.run(verifyRequest({ inputs }));
    expectEnd(after, { verdict: 'pass' });
    expect(shownBy(after)).toContain('since before the deployment');
  });

  test('without rules, and Prometheus that is stopped, is no evidence', async () => {
    const blind = await startPrometheus({ shop, alertmanager, rules: 'groups: []\n' });
    const inputs = { ...inputsOf(alerts()), 'prometheus-url': urlOf(blind) };
    const run = await verified({ inputs }, INCONCLUSIVE);
    expect(run.stdout).toContain('no alerting rules');

    await blind.stop();
    const stopped = await verified({ inputs }, INCONCLUSIVE);
    expect(stopped.stdout).toContain('Prometheus could not be asked');
  });

  test('accepts the metrics of a verification that passed and of one that failed', async () => {
    await using runner = await createRunner();
    const file = join(runner.temp, 'textfile', 'plimsoll.prom');
    for (const path of ['health', 'ill']) {
      const inputs = { 'health-url': `${shop.service.url}/${path}`, samples: '5', interval: '10ms', duration: '1s' };
      await runner.run(verifyRequest({ inputs: { ...inputs, 'metrics-file': file } }));
      const input = await readFile(file, 'utf8');
      expect(input).toContain(`plimsoll_verification`);
      expect(await mustRun({ program: 'promtool', args: ['check', 'metrics'], input })).toBe('');
    }
  });
});

const FAILED = { verdict: 'fail', code: 'health' } as const;
const ALERTED = { verdict: 'fail', code: 'alerts' } as const;
const INCONCLUSIVE = { verdict: 'inconclusive', code: 'probe-environment' } as const;

/** One alert that stays pending for as long as the tests run, and one that fires at once. */
const RULES = `groups:
  - name: shop
    rules:
      - alert: ShopDegraded
        expr: shop_degraded == 1
        for: 1h
      - alert: ShopDown
        expr: shop_down == 1
        labels: {severity: page}
`;

/** A service with metrics that the tests set. */
interface Shop {
  readonly service: FaultyService;
  set(metrics: Readonly<Partial<Record<'degraded' | 'down', 0 | 1>>>): Promise<void>;
}

async function startShop(): Promise<Shop> {
  const service = await startFaultyService({
    answers: { '/health': answers.reply({ body: { status: 'ok' } }), '/ill': answers.reply({ status: 503 }) },
  });
  let metrics = { degraded: 0, down: 0 };
  const set: Shop['set'] = async (more) => {
    metrics = { ...metrics, ...more };
    const body = `shop_success_ratio 0.995\nshop_degraded ${metrics.degraded}\nshop_down ${metrics.down}\n`;
    service.answer('/metrics', answers.reply({ body, headers: { 'content-type': 'text/plain; version=0.0.4' } }));
  };
  await set({});
  return { service, set };
}

interface PrometheusRequest {
  readonly shop: Shop;
  readonly alertmanager: Daemon;
  readonly rules: string;
}

async function startPrometheus({ shop, alertmanager, rules }: PrometheusRequest): Promise<Daemon> {
  const configuration = `global: {scrape_interval: 3s, evaluation_interval: 1s}
rule_files: [rules.yml]
alerting: {alertmanagers: [{static_configs: [{targets: ['127.0.0.1:${alertmanager.port}']}]}]}
scrape_configs:
  - job_name: shop
    static_configs: [{targets: ['127.0.0.1:${shop.service.port}']}]
`;
  const prometheus = await startDaemon({
    program: 'prometheus',
    files: () => ({ 'prometheus.yml': configuration, 'rules.yml': rules }),
    args: ({ port }) => [
      '--config.file=prometheus.yml',
      '--storage.tsdb.path=data',
      `--web.listen-address=127.0.0.1:${port}`,
    ],
  });
  await untilReady(prometheus);
  return prometheus;
}

async function startAlertmanager(): Promise<Daemon> {
  const alertmanager = await startDaemon({
    program: 'prometheus-alertmanager',
    files: () => ({ 'alertmanager.yml': 'route: {receiver: nobody}\nreceivers: [{name: nobody}]\n' }),
    args: ({ port }) => [
      '--config.file=alertmanager.yml',
      '--storage.path=data',
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
    ],
  });
  await untilReady(alertmanager);
  return alertmanager;
}

function urlOf({ port }: Daemon): string {
  return `http://127.0.0.1:${port}`;
}

const SOON_MS = 120_000;

async function untilReady(daemon: Daemon): Promise<void> {
  const isReady = async (): Promise<boolean> => (await fetch(`${urlOf(daemon)}/-/ready`)).ok;
  await waitUntil(isReady, { deadlineMs: SOON_MS, what: `${urlOf(daemon)} to be ready` });
}

async function textAt(daemon: Daemon, path: string): Promise<string> {
  return (await fetch(`${urlOf(daemon)}${path}`)).text();
}

async function untilSeen(prometheus: Daemon, metric: string, value: string): Promise<void> {
  const isSeen = async (): Promise<boolean> =>
    (await textAt(prometheus, `/api/v1/query?query=${metric}`)).includes(`"${value}"`);
  await waitUntil(isSeen, { deadlineMs: SOON_MS, what: `${metric} to be scraped` });
}

async function untilAlert(prometheus: Daemon, name: string, state: 'pending' | 'firing'): Promise<void> {
  await untilAnswered(prometheus, `ALERTS{alertname="${name}",alertstate="${state}"}`);
}

/** What comes up within a second of a baseline counts as later: clocks differ. */
async function untilFiringFor(prometheus: Daemon, name: string, seconds: number): Promise<void> {
  await untilAlert(prometheus, name, 'firing');
  await untilAnswered(prometheus, `time() - ALERTS_FOR_STATE{alertname="${name}"} > ${seconds}`);
}

/** Waits until a query has any answer. */
async function untilAnswered(prometheus: Daemon, query: string): Promise<void> {
  const path = `/api/v1/query?query=${encodeURIComponent(query)}`;
  const isThere = async (): Promise<boolean> => (await textAt(prometheus, path)).includes('"value"');
  await waitUntil(isThere, { deadlineMs: SOON_MS, what: `an answer to ${query}` });
}

/** Silences the alerts of a rule for an hour, and waits until they are. */
async function silence(alertmanager: Daemon, name: string): Promise<void> {
  const now = Date.now();
  const response = await fetch(`${urlOf(alertmanager)}/api/v2/silences`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      matchers: [{ name: 'alertname', value: name, isRegex: false }],
      startsAt: new Date(now).toISOString(),
      endsAt: new Date(now + 3_600_000).toISOString(),
      createdBy: 'test',
      comment: 'maintenance',
    }),
  });
  if (!response.ok) throw new Error(`Alertmanager answers ${response.status}: ${await response.text()}`);
  const isSilenced = async (): Promise<boolean> =>
    (await textAt(alertmanager, '/api/v2/alerts')).includes('"state":"suppressed"');
  await waitUntil(isSilenced, { deadlineMs: SOON_MS, what: `${name} to be silenced` });
}
