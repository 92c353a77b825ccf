import type { FailureCode } from '@plimsoll/outcome';
import { runAttempt } from '../attempt.ts';
import { formatDuration } from '../duration.ts';
import { Fault, unknown, wrong } from '../fault.ts';
import type { Evidence, Finding, Probe, ProbePorts } from '../probe.ts';
import { told } from '../telling.ts';
import { dataOf, type SamplePoint, singleValue } from './answer.ts';
import { type ApiAnswer, type MonitoringApi, type MonitoringServer, monitoringApi } from './api.ts';
import { parseThreshold, type Threshold } from './threshold.ts';

/** A query whose one value has to be within a threshold. */
export interface PrometheusProbeRequest {
  readonly name: string;
  readonly prometheus: MonitoringServer;
  /** PromQL that gives one value. */
  readonly query: string;
  /** As `> 0.99`. */
  readonly threshold: string;
  /** A value that is older is no evidence; a minute unless told, in milliseconds. */
  readonly maxAgeMs?: number;
  /**
   * A selector of the data behind the query, as `http_requests_total{job="shop"}`. Prometheus answers with data of up to five minutes ago
   * as if it were of now; of this, the real age is asked.
   */
  readonly freshnessOf?: string;
  /** `health` unless told. */
  readonly code?: FailureCode;
}

const MAX_AGE_MS = 60_000;

interface Setup {
  readonly request: PrometheusProbeRequest;
  readonly api: MonitoringApi;
  readonly threshold: Threshold;
  readonly maxAgeMs: number;
}

interface Sight {
  evidence: Omit<Evidence, 'asked'> | undefined;
  series: 'first' | 'kept';
}

/** Everything but one fresh value that misses the threshold or keeps it is `unknown`. @throws Failure('input') for what cannot be asked. */
export function createPrometheusProbe(request: PrometheusProbeRequest, ports: ProbePorts): Probe {
  const api = monitoringApi('Prometheus', request.prometheus, ports);
  const { maxAgeMs = MAX_AGE_MS } = request;
  const setup: Setup = { request, api, threshold: parseThreshold(request.threshold), maxAgeMs };
  const late = (): Finding => unknown(`Prometheus did not answer within ${formatDuration(api.totalMs)}.`);
  return {
    name: request.name,
    attempt: (signal) => {
      const sight: Sight = { evidence: undefined, series: 'first' };
      return runAttempt({
        ports,
        signal,
        totalMs: api.totalMs,
        late,
        work: (inner) => look(setup, sight, inner),
        meaning: (finding) => told(finding, api.tell),
        story: () => ({
          series: sight.series,
          evidence: { asked: api.tell.quote(`query ${request.query}`), ...(sight.evidence ?? api.evidence()) },
        }),
      });
    },
    close: async () => api.close(),
  };
}

async function look(setup: Setup, sight: Sight, signal: AbortSignal): Promise<Finding> {
  const { request, api, threshold } = setup;
  const answer = await ask(setup, request.query, signal);
  sight.series = api.series;
  sight.evidence = api.evidence();
  const point = singleValue(dataOf(answer));
  sight.evidence = { ...sight.evidence, came: `${point.value}` };
  checkAge(setup, point, answer.serverTime);
  if (request.freshnessOf !== undefined) await checkFreshness(setup, request.freshnessOf, signal);
  if (threshold.holds(point.value)) return { kind: 'ok' };
  return wrong(request.code ?? 'health', `The query answers with ${point.value}, which is not ${threshold.text}.`);
}

function ask({ api }: Setup, query: string, signal: AbortSignal): Promise<ApiAnswer> {
  return api.get({ path: '/api/v1/query', query: { query }, signal });
}

function checkAge({ maxAgeMs }: Setup, { time }: SamplePoint, serverTime: number): void {
  const age = serverTime - time;
  // A value of the future comes from a clock that is wrong, and its age is not known.
  if (Math.abs(age) <= maxAgeMs) return;
  throw new Fault(
    unknown(
      `The value is ${formatDuration(Math.abs(age))} ${age > 0 ? 'old' : 'ahead of time'}; that is no evidence of now.`,
    ),
  );
}

async function checkFreshness(setup: Setup, selector: string, signal: AbortSignal): Promise<void> {
  const { maxAgeMs } = setup;
  const answer = await ask(setup, `time() - max(timestamp(${selector}))`, signal);
  const age = singleValue(dataOf(answer)).value * 1000;
  if (age <= maxAgeMs) return;
  throw new Fault(unknown(`The newest data of ${selector} is ${formatDuration(age)} old; that is no evidence of now.`));
}
