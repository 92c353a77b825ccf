/** Services that answer well, while Prometheus tells that something is wrong, or tells nothing. Its answers are those of its HTTP API. */
import type { FailureCode, Json } from '@plimsoll/outcome';
import { answers, type FaultyService, type ServiceAnswer } from '@plimsoll/testkit';
import type { Bed } from './bed.ts';
import type { Case, Situation, Written } from './case.ts';
import { HURRIED, healthCheck, WELL } from './services.ts';

const { hang, reply } = answers;
const PATIENCE: Written = { timeout: HURRIED['timeout'] ?? null };

const now = (): number => Date.now();
const iso = (time: number): string => new Date(time).toISOString();

/** What stands in `data` of a good answer, made when it is asked for: it has the time in it. */
type Data = () => Json;

function succeeding(data: Data, more: Written = {}): ServiceAnswer {
  return (socket, request) => reply({ body: { status: 'success', data: data(), ...more } })(socket, request);
}

function vector(values: readonly string[], ageMs = 0): Data {
  return () => ({
    resultType: 'vector',
    result: values.map((value, index) => ({
      metric: { instance: `web${index + 1}:8000`, job: 'shop' },
      value: [(now() - ageMs) / 1000, value],
    })),
  });
}

/** A query that is answered with one value. */
export function valued(value: string): ServiceAnswer {
  return succeeding(vector([value]));
}

export interface AlertFacts {
  readonly state: 'firing' | 'pending';
  /** How long ago it began. */
  readonly ageMs?: number;
}

export interface RuleFacts {
  readonly alert?: AlertFacts;
  readonly health?: string;
  /** How long ago it was evaluated. */
  readonly evaluatedMs?: number;
}

/** `/api/v1/rules` with one rule. */
export function ruled({ alert, health = 'ok', evaluatedMs = 1_000 }: RuleFacts = {}): ServiceAnswer {
  return succeeding(() => ({
    groups: [
      {
        name: 'shop',
        file: '/etc/prometheus/shop.yml',
        interval: 15,
        limit: 0,
        evaluationTime: 0.000_3,
        lastEvaluation: iso(now() - evaluatedMs),
        rules: [
          {
            state: alert?.state ?? 'inactive',
            name: 'ShopErrors',
            query: 'shop:errors:rate5m > 0.01',
            duration: 60,
            labels: { severity: 'page' },
            annotations: {},
            alerts: alert === undefined ? [] : [alertOf(alert)],
            health,
            evaluationTime: 0.000_2,
            lastEvaluation: iso(now() - evaluatedMs),
            type: 'alerting',
          },
        ],
      },
    ],
  }));
}

const LABELS = { alertname: 'ShopErrors', severity: 'page', job: 'shop' };

function alertOf({ state, ageMs = 2_000 }: AlertFacts): Json {
  return { labels: LABELS, annotations: {}, state, activeAt: iso(now() - ageMs), value: '2.1e-02' };
}

/** `/api/v2/alerts` of an Alertmanager, whose only alert is silenced. */
const SILENCED = reply({
  body: [
    {
      annotations: {},
      startsAt: '2027-01-31T12:00:00.000Z',
      updatedAt: '2027-01-31T12:00:00.000Z',
      endsAt: '2027-01-31T12:04:00.000Z',
      fingerprint: 'f0e1d2c3b4a59687',
      receivers: [{ name: 'on-call' }],
      status: { inhibitedBy: [], silencedBy: ['9b2f6a3e'], state: 'suppressed' },
      labels: LABELS,
    },
  ],
});

export const MONITORING: readonly Case[] = [
  queried('a query misses its threshold', valued('0.98'), 'health', /answers with 0\.98/),
  queried('a query is at the very threshold', valued('0.99'), 'health', /not > 0\.99/),
  queried('a query has no result', succeeding(vector([])), 'probe-environment', /no series/),
  queried('a query has NaN as its result', valued('NaN'), 'probe-environment', /NaN/),
  queried('a query has several series', succeeding(vector(['1', '1'])), 'probe-environment', /2 series/),
  queried('a query has an old value', succeeding(vector(['1'], 120_000)), 'probe-environment', /2 min old/),
  queried(
    'a query has a warning',
    succeeding(vector(['1']), { warnings: ['remote read failed'] }),
    'probe-environment',
    /warns/,
  ),
  queried(
    'a query has a matrix',
    succeeding(() => ({ resultType: 'matrix', result: [] })),
    'probe-environment',
  ),
  queried(
    'a query cannot be parsed',
    reply({ status: 400, body: { status: 'error', errorType: 'bad_data', error: 'parse error' } }),
    'probe-environment',
    /bad_data/,
  ),
  queried(
    'a query takes Prometheus too long',
    reply({ status: 503, body: { status: 'error', errorType: 'timeout', error: 'query timed out' } }),
    'probe-environment',
  ),
  queried(
    'a login page is in front of Prometheus',
    reply({ body: '<title>Log in</title>' }),
    'probe-environment',
    /no JSON/,
  ),
  queried('Prometheus hangs', hang, 'probe-environment'),
  monitored({
    name: 'Prometheus is down',
    answer: hang,
    expected: 'probe-environment',
    says: /refused/,
    prepare: (prometheus) => prometheus.close(),
    check: queryOf,
  }),
  alerting('an alert is firing', ruled({ alert: { state: 'firing' } }), 'alerts', /ShopErrors.* is firing/),
  alerting('an alert is pending', ruled({ alert: { state: 'pending' } }), 'alerts', /is pending/),
  alerting(
    'no rules are loaded',
    succeeding(() => ({ groups: [] })),
    'probe-environment',
    /no alerting rules/,
  ),
  alerting('a rule cannot be evaluated', ruled({ health: 'err' }), 'probe-environment', /not evaluated/),
  alerting('a rule was not evaluated yet', ruled({ health: 'unknown' }), 'probe-environment', /not evaluated/),
  alerting('rules are not evaluated any more', ruled({ evaluatedMs: 600_000 }), 'probe-environment'),
  alerting('Prometheus hangs when it is asked for alerts', hang, 'probe-environment'),
  alerting(
    'Prometheus answers without groups',
    succeeding(() => ({})),
    'probe-environment',
    /without a list/,
  ),
  monitored({
    name: 'an alert is firing that somebody has silenced',
    answer: ruled({ alert: { state: 'firing' } }),
    expected: 'alerts',
    says: /silenced in Alertmanager/,
    alertmanager: SILENCED,
    check: alertsOf,
  }),
  monitored({
    name: 'an alert is firing, and Alertmanager cannot be asked',
    answer: ruled({ alert: { state: 'firing' } }),
    expected: 'alerts',
    says: /Alertmanager could not be asked/,
    alertmanager: reply({ status: 503 }),
    check: alertsOf,
  }),
  monitored({
    name: 'an alert came up after the deployment, beside what is older',
    answer: ruled({ alert: { state: 'pending', ageMs: 2_000 } }),
    expected: 'alerts',
    check: alertsOf,
    more: { before: { at: now() - 60_000, checks: new Map() } },
  }),
  monitored({
    name: 'a window is too short for the alert to come up',
    answer: ruled(),
    expected: 'probe-environment',
    says: /window of 200 ms is too short/,
    check: alertsOf,
    more: { mode: 'monitor', settings: { duration: '200ms', interval: '50ms' } },
  }),
];

interface Monitored {
  readonly name: string;
  /** Of Prometheus. */
  readonly answer: ServiceAnswer;
  readonly expected: FailureCode | '';
  readonly says?: RegExp | undefined;
  readonly alertmanager?: ServiceAnswer;
  readonly prepare?: (prometheus: FaultyService) => Promise<void>;
  readonly check: (prometheus: string) => Written;
  readonly more?: Partial<Situation>;
}

/** A service that is well, and a Prometheus that watches it. */
export function monitored({ name, expected, says, ...facts }: Monitored): Case {
  return { name, expected, says, arrange: (bed) => watched(bed, facts) };
}

async function watched(bed: Bed, facts: Omit<Monitored, 'name' | 'expected' | 'says'>): Promise<Situation> {
  const { answer, alertmanager, prepare, check, more } = facts;
  const [service, prometheus] = [await bed.serve(WELL), await bed.serve(answer)];
  await prepare?.(prometheus);
  const other: Written = alertmanager === undefined ? {} : { alertmanager: (await bed.serve(alertmanager)).url };
  return {
    checks: [healthCheck(service.url), { ...check(prometheus.url), ...other }],
    settings: { samples: 10 },
    ...more,
  };
}

export function queryOf(url: string): Written {
  const query = 'sum(rate(shop_requests_total{code=~"2.."}[5m])) / sum(rate(shop_requests_total[5m]))';
  return { prometheus: query, threshold: '> 0.99', url, ...PATIENCE };
}

export function alertsOf(url: string): Written {
  return { alerts: true, url, ...PATIENCE };
}

type OneAnswer = readonly [name: string, answer: ServiceAnswer, expected: FailureCode, says?: RegExp];

function queried(...[name, answer, expected, says]: OneAnswer): Case {
  return monitored({ name, answer, expected, says, check: queryOf });
}

function alerting(...[name, answer, expected, says]: OneAnswer): Case {
  return monitored({ name, answer, expected, says, check: alertsOf });
}
