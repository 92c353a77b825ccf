import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { answers, type FaultyService, type ServiceAnswer, startFaultyService } from '@plimsoll/testkit';
import {
  type AlertsProbeRequest,
  createAlertsProbe,
  createPrometheusProbe,
  type ProbePorts,
  type ProbeResult,
  type PrometheusProbeRequest,
  parseThreshold,
  systemPorts,
} from '../src/index.ts';
import { once, verdictOf } from './probing.ts';

const { reply, hang, rawThenClose, redirect } = answers;
/** What both clocks say, unless told: a whole second, as HTTP dates have it. */
const NOW = Date.parse('2027-01-31T12:00:00Z');
const SECONDS = NOW / 1000;
const iso = (ms: number): string => new Date(ms).toISOString();
const dated = (body: unknown, status = 200, at = NOW): ServiceAnswer =>
  reply({ status, body, headers: { date: new Date(at).toUTCString() } });

let prometheus: FaultyService;
let alertmanager: FaultyService;

beforeAll(async () => {
  prometheus = await startFaultyService({ answers: {} });
  alertmanager = await startFaultyService({ answers: {} });
});

afterAll(async () => {
  await prometheus.close();
  await alertmanager.close();
});

const ports: ProbePorts = { ...systemPorts, wallClock: () => NOW };

function query(request: Partial<PrometheusProbeRequest> = {}): Promise<ProbeResult> {
  const server = { url: `${prometheus.url}/`, limits: { firstByteMs: 300, totalMs: 600 } };
  return once(
    createPrometheusProbe({ name: 'q', prometheus: server, query: 'a / b', threshold: '> 0.99', ...request }, ports),
  );
}

const success = (data: unknown, more: object = {}): unknown => ({ status: 'success', data, ...more });
const vector = (...values: readonly (readonly [number, string])[]): unknown => ({
  resultType: 'vector',
  result: values.map((value, index) => ({ metric: { i: String(index) }, value })),
});

describe('a query', () => {
  test.each([
    ['that is well', dated(success(vector([SECONDS, '0.995']))), 'ok', /^$/u],
    ['with a scalar', dated(success({ resultType: 'scalar', result: [SECONDS, '1'] })), 'ok', /^$/u],
    ['with an infinite value', dated(success(vector([SECONDS, '+Inf']))), 'ok', /^$/u],
    ['with infos', dated(success(vector([SECONDS, '1']), { infos: ['PromQL info'] })), 'ok', /^$/u],
    [
      'that misses its threshold',
      dated(success(vector([SECONDS, '0.98']))),
      'health',
      /answers with 0\.98, which is not > 0\.99/u,
    ],
    ['at the very threshold', dated(success(vector([SECONDS, '0.99']))), 'health', /not > 0\.99/u],
    ['with a value of long ago', dated(success(vector([SECONDS - 120, '1']))), 'unknown', /2 min old/u],
    ['with a value to come', dated(success(vector([SECONDS + 120, '1']))), 'unknown', /ahead of time/u],
    ['with NaN', dated(success(vector([SECONDS, 'NaN']))), 'unknown', /NaN/u],
    ['without data', dated(success(vector())), 'unknown', /no series/u],
    ['with several series', dated(success(vector([SECONDS, '1'], [SECONDS, '1']))), 'unknown', /2 series/u],
    ['with a matrix', dated(success({ resultType: 'matrix', result: [] })), 'unknown', /matrix/u],
    ['with a text', dated(success({ resultType: 'string', result: [SECONDS, 'x'] })), 'unknown', /string/u],
    [
      'with a histogram',
      dated(success({ resultType: 'vector', result: [{ metric: {}, histogram: [SECONDS, {}] }] })),
      'unknown',
      /histogram/u,
    ],
    [
      'with a warning',
      dated(success(vector([SECONDS, '1']), { warnings: ['remote read failed'] })),
      'unknown',
      /warns: remote read failed/u,
    ],
    [
      'with a warning that is no list',
      dated(success(vector([SECONDS, '1']), { warnings: 'half of it' })),
      'unknown',
      /warns: half of it/u,
    ],
    ['with no warnings', dated(success(vector([SECONDS, '1']), { warnings: [], isPartial: false })), 'ok', /^$/u],
    [
      'that VictoriaMetrics answers in part',
      dated(success(vector([SECONDS, '1']), { isPartial: true })),
      'unknown',
      /partial/u,
    ],
    [
      'with an error that is called a success',
      dated(success(vector([SECONDS, '1']), { errorType: 'timeout' })),
      'unknown',
      /a success, and says timeout/u,
    ],
    ['with an empty value', dated(success(vector([SECONDS, '']))), 'unknown', /no value/u],
    ['without a value', dated(success({ resultType: 'vector', result: [{}] })), 'unknown', /not with a value/u],
    ['without data at all', dated({ status: 'success' }), 'unknown', /nothing known/u],
    [
      'that is wrong',
      dated({ status: 'error', errorType: 'bad_data', error: 'parse error' }, 400),
      'unknown',
      /400, bad_data: parse error/u,
    ],
    ['that fails with 200', dated({ status: 'error', error: 'x' }), 'unknown', /200, x/u],
    ['that takes too long there', dated({ status: 'error', errorType: 'timeout', error: 'y' }, 503), 'unknown', /503/u],
    ['whose answer is no JSON', reply({ body: '<html>' }), 'unknown', /no JSON/u],
    [
      'whose answer has a key twice',
      reply({ body: '{"status":"error","status":"success"}' }),
      'unknown',
      /a second "status"/u,
    ],
    ['that a login page answers', redirect('/login'), 'unknown', /no JSON/u],
    ['that nobody answers', hang, 'unknown', /could not be asked.*no answer within 300 ms/u],
    [
      'that is cut off',
      rawThenClose('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{'),
      'unknown',
      /could not be asked/u,
    ],
  ])('%s', async (...row) => {
    const [, answer, verdict, detail] = row;
    prometheus.answer('/api/v1/query', answer);
    expect(verdictOf(await query())).toEqual({ verdict, detail: expect.stringMatching(detail) });
  });

  test('to a Prometheus that is down shows nothing', async () => {
    const down = await startFaultyService({ answers: {} });
    await down.close();
    expect(verdictOf(await query({ prometheus: { url: down.url } }))).toEqual({
      verdict: 'unknown',
      detail: expect.stringMatching(/^Prometheus could not be asked: .*refused/u),
    });
  });

  test('goes below the path of the URL, with its headers, and is never shown with secrets', async () => {
    prometheus.answer('/prom/api/v1/query', dated({ status: 'error', error: 'no hunter2' }, 401));
    const result = await query({
      prometheus: { url: `${prometheus.url}/prom/`, headers: { Authorization: 'Bearer hunter2' } },
      query: 'up{a="b c"}',
    });
    const seen = prometheus.requests.at(-1);
    expect([new URLSearchParams(seen?.target.split('?')[1]).get('query'), seen?.headers['authorization']]).toEqual([
      'up{a="b c"}',
      'Bearer hunter2',
    ]);
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });

  test('has evidence', async () => {
    prometheus.answer('/api/v1/query', dated(success(vector([SECONDS, '0.98']))));
    const result = await query();
    expect(result).toMatchObject({
      kind: 'wrong',
      code: 'health',
      series: 'first',
      evidence: {
        asked: 'query a / b',
        came: '0.98',
        excerpt: expect.stringContaining('"0.98"'),
        address: `127.0.0.1:${prometheus.port}`,
      },
    });
  });

  test('measures ages by the clock of Prometheus', async () => {
    const late = NOW + 3_600_000;
    prometheus.answer('/api/v1/query', dated(success(vector([late / 1000, '1'])), 200, late));
    expect((await query()).kind).toBe('ok');
  });

  test.each([
    ['> 1', [1, 2], [false, true]],
    ['>= 1', [0.9, 1], [false, true]],
    ['<1e3', [1000, 999], [false, true]],
    ['<= -0.5', [0, -0.5], [false, true]],
    ['== 0', [1, 0], [false, true]],
    ['!= 0', [0, 1], [false, true]],
  ])('threshold %s', (text, values, holds) => {
    expect(values.map((value) => parseThreshold(text).holds(value))).toEqual(holds);
  });

  test.each(['', '0.99', '> ', '> x', '=> 1', '> 1 2', '> NaN', '> 0x10', '= 1'])('threshold %j is refused', (text) => {
    expect(() => parseThreshold(text)).toThrow(expect.objectContaining({ code: 'input' }));
  });
});

interface RuleShape {
  readonly [name: string]: unknown;
}

const rule = (more: RuleShape = {}): RuleShape => ({
  type: 'alerting',
  name: 'HighErrors',
  health: 'ok',
  state: 'inactive',
  duration: 30,
  labels: {},
  annotations: {},
  alerts: [],
  lastEvaluation: iso(NOW - 5000),
  ...more,
});
const alert = (state: string, activeAt: number, labels: object = {}): RuleShape => ({
  state,
  activeAt: iso(activeAt),
  value: '1',
  annotations: {},
  labels: { alertname: 'HighErrors', instance: 'a', ...labels },
});
const groups = (...rules: readonly RuleShape[]): ServiceAnswer =>
  dated(success({ groups: [{ name: 'g', file: 'f', interval: 15, rules, lastEvaluation: iso(NOW - 5000) }] }));

const DEPLOYED = NOW - 60_000;

function alerts(request: Partial<AlertsProbeRequest> = {}): Promise<ProbeResult> {
  const server = { url: prometheus.url, limits: { firstByteMs: 300 } };
  return once(createAlertsProbe({ name: 'a', prometheus: server, since: DEPLOYED, ...request }, ports));
}

describe('alerts', () => {
  beforeEach(() => prometheus.answer('/api/v1/rules', groups(rule())));

  test.each<readonly [string, ServiceAnswer, Partial<AlertsProbeRequest>, string, RegExp]>([
    ['that are quiet', groups(rule()), {}, 'ok', /^$/u],
    [
      'that fire since the deployment',
      groups(rule({ alerts: [alert('firing', NOW - 10_000)] })),
      {},
      'alerts',
      /Since the deployment: HighErrors\{instance="a"\} is firing\./u,
    ],
    [
      'that are pending since the deployment',
      groups(rule({ alerts: [alert('pending', NOW - 10_000)] })),
      {},
      'alerts',
      /is pending/u,
    ],
    ['that fired before it', groups(rule({ alerts: [alert('firing', DEPLOYED - 10_000)] })), {}, 'ok', /^$/u],
    [
      'that fired before it, with all counting',
      groups(rule({ alerts: [alert('firing', DEPLOYED - 10_000)] })),
      { since: 0 },
      'alerts',
      /firing/u,
    ],
    [
      'that do not say since when',
      groups(rule({ alerts: [{ state: 'firing', labels: { alertname: 'X' } }] })),
      {},
      'alerts',
      /X is firing/u,
    ],
    [
      'of other labels',
      groups(rule({ alerts: [alert('firing', NOW, { service: 'b' })] })),
      { labels: { service: 'a' } },
      'ok',
      /^$/u,
    ],
    [
      'of these labels',
      groups(rule({ alerts: [alert('firing', NOW, { service: 'a' })] })),
      { labels: { service: 'a' } },
      'alerts',
      /firing/u,
    ],
    ['without any rule', groups(), {}, 'unknown', /no alerting rules to watch/u],
    [
      'without any but recording rules',
      groups(rule({ type: 'recording' })),
      {},
      'unknown',
      /no alerting rules to watch/u,
    ],
    [
      'with a rule that fails',
      groups(rule({ health: 'err', lastError: 'many-to-many' })),
      {},
      'unknown',
      /not evaluated \(health err, many-to-many\)/u,
    ],
    ['with a rule that was never evaluated', groups(rule({ health: 'unknown' })), {}, 'unknown', /health unknown/u],
    [
      'with a rule that is not evaluated any more',
      groups(rule({ lastEvaluation: iso(NOW - 600_000) })),
      {},
      'unknown',
      /more than 3 intervals/u,
    ],
    [
      'with a rule that does not say when it was evaluated',
      dated(success({ groups: [{ interval: 15, rules: [rule({ lastEvaluation: '' })] }] })),
      {},
      'unknown',
      /more than 3 intervals/u,
    ],
    [
      'with a rule that was evaluated before the deployment only',
      groups(rule({ lastEvaluation: iso(NOW - 30_000) })),
      { since: NOW - 20_000 },
      'unknown',
      /HighErrors has not been evaluated since the deployment/u,
    ],
    [
      'with a slow rule whose turn has not come since the deployment, at the beginning of a window',
      groups(rule({ lastEvaluation: iso(NOW - 12_000) })),
      { since: NOW - 10_000, windowMs: 60_000 },
      'ok',
      /^$/u,
    ],
    [
      'with a rule whose turn has come since the deployment and that was passed over, within a window',
      groups(rule({ lastEvaluation: iso(NOW - 30_000) })),
      { since: NOW - 20_000, windowMs: 60_000 },
      'unknown',
      /HighErrors has not been evaluated since the deployment; its group is due every 15 s/u,
    ],
    [
      'with a slow rule whose turn has not come since the deployment, and no window',
      groups(rule({ lastEvaluation: iso(NOW - 12_000) })),
      { since: NOW - 10_000 },
      'unknown',
      /HighErrors has not been evaluated since the deployment.+every 15 s/u,
    ],
    [
      'with a window too short',
      groups(rule({ duration: 300 })),
      { windowMs: 300_000 },
      'unknown',
      /window of 5 min is too short for HighErrors, which needs 5 min 30 s/u,
    ],
    ['with a window long enough', groups(rule({ duration: 300 })), { windowMs: 330_000 }, 'ok', /^$/u],
    [
      'that fire, with a rule that fails',
      groups(rule({ health: 'err' }), rule({ alerts: [alert('firing', NOW)] })),
      {},
      'alerts',
      /firing/u,
    ],
    ['without groups', dated(success({})), {}, 'unknown', /without a list of rules/u],
    ['from an old Prometheus', dated('404 page not found', 404), {}, 'unknown', /no JSON/u],
    ['with a warning', dated(success({ groups: [] }, { warnings: ['w'] })), {}, 'unknown', /warns: w/u],
    ['from nobody', hang, {}, 'unknown', /could not be asked/u],
  ])('%s', async (...row) => {
    const [, answer, request, verdict, detail] = row;
    prometheus.answer('/api/v1/rules', answer);
    expect(verdictOf(await alerts(request))).toEqual({ verdict, detail: expect.stringMatching(detail) });
  });

  test('from before the deployment are named all the same', async () => {
    prometheus.answer('/api/v1/rules', groups(rule({ alerts: [alert('firing', DEPLOYED - 10_000)] })));
    const { evidence } = await alerts();
    expect([evidence.came, evidence.notes]).toEqual([
      '1 rules, 0 new alerts, 1 older ones',
      ['HighErrors{instance="a"} has been firing since before the deployment'],
    ]);
  });

  test('are named as far as somebody reads them, and counted', async () => {
    const storm = Array.from({ length: 1000 }, (_, index) => alert('firing', NOW, { instance: `i${index}` }));
    prometheus.answer('/api/v1/rules', groups(rule({ alerts: storm })));
    const known = storm.map(({ labels }) => ({ labels, status: { silencedBy: ['id'] } }));
    alertmanager.answer('/api/v2/alerts', reply({ body: JSON.stringify(known) }));
    const { detail } = verdictOf(await alerts({ alertmanager: { url: alertmanager.url } }));
    expect(detail).toMatch(/instance="i9"\} is firing, silenced in Alertmanager; and 990 more\.$/u);
    expect(detail).not.toContain('i10');
  });

  test('are dated by the clock of Prometheus', async () => {
    const ahead = NOW + 3_600_000;
    const shifted = (activeAt: number): ServiceAnswer =>
      dated(
        success({
          groups: [
            { interval: 15, rules: [rule({ alerts: [alert('firing', activeAt)], lastEvaluation: iso(ahead) })] },
          ],
        }),
        200,
        ahead,
      );
    prometheus.answer('/api/v1/rules', shifted(ahead - 90_000));
    const before = (await alerts()).kind;
    prometheus.answer('/api/v1/rules', shifted(ahead - 30_000));
    expect([before, (await alerts()).kind]).toEqual(['ok', 'wrong']);
  });

  const silenced = (labels: object, status: object): ServiceAnswer =>
    reply({ body: [{ labels: { cluster: 'x', ...labels }, status }] });

  test.each<readonly [string, ServiceAnswer, RegExp]>([
    [
      'silenced',
      silenced(
        { alertname: 'HighErrors', instance: 'a' },
        { state: 'suppressed', silencedBy: ['id'], inhibitedBy: [] },
      ),
      /is firing, silenced in Alertmanager\.$/u,
    ],
    [
      'inhibited',
      silenced(
        { alertname: 'HighErrors', instance: 'a' },
        { state: 'suppressed', silencedBy: [], inhibitedBy: ['id'] },
      ),
      /is firing, inhibited in Alertmanager\.$/u,
    ],
    [
      'of another instance',
      silenced({ alertname: 'HighErrors', instance: 'b' }, { silencedBy: ['id'] }),
      /is firing\.$/u,
    ],
    [
      'active',
      silenced({ alertname: 'HighErrors', instance: 'a' }, { state: 'active', silencedBy: [], inhibitedBy: [] }),
      /is firing\.$/u,
    ],
    ['unknown', reply({ status: 500, body: {} }), /Alertmanager could not be asked/u],
    ['nowhere', rawThenClose(''), /Alertmanager could not be asked/u],
  ])('that are %s in Alertmanager fail all the same', async (_, answer, detail) => {
    prometheus.answer('/api/v1/rules', groups(rule({ alerts: [alert('firing', NOW)] })));
    alertmanager.answer('/api/v2/alerts', answer);
    const result = await alerts({ alertmanager: { url: alertmanager.url } });
    expect(verdictOf(result)).toEqual({ verdict: 'alerts', detail: expect.stringMatching(detail) });
  });

  test('need an URL without a query', () => {
    expect(() => createAlertsProbe({ name: 'a', prometheus: { url: 'http://x/?a=b' } }, ports)).toThrow(
      /must not have a query/u,
    );
  });
});
