import { formatDuration } from '@plimsoll/figures';
import { runAttempt } from '../attempt.ts';
import { Fault, unknown, wrong } from '../fault.ts';
import type { Evidence, Finding, Probe, ProbePorts } from '../probe.ts';
import { told } from '../telling.ts';
import { dataOf, type SamplePoint, singleValue } from './answer.ts';
import { type MonitoringApi, type MonitoringServer, monitoringApi } from './api.ts';
import { parseThreshold, type Threshold } from './threshold.ts';

/** A query whose one value has to be within a threshold. */
export interface PrometheusProbeRequest {
  readonly name: string;
  readonly prometheus: MonitoringServer;
  /** PromQL that gives one value. */
  readonly query: string;
  /** As `> 0.99`. */
  readonly threshold: string;
}

/** A value that is older is no evidence. */
const MAX_AGE_MS = 60_000;

interface Setup {
  readonly request: PrometheusProbeRequest;
  readonly api: MonitoringApi;
  readonly threshold: Threshold;
}

interface Sight {
  evidence: Omit<Evidence, 'asked'> | undefined;
  series: 'first' | 'kept';
}

/** Everything but one fresh value that misses the threshold or keeps it is `unknown`. @throws Failure('input') for what cannot be asked. */
export function createPrometheusProbe(request: PrometheusProbeRequest, ports: ProbePorts): Probe {
  const api = monitoringApi('Prometheus', request.prometheus, ports);
  const setup: Setup = { request, api, threshold: parseThreshold(request.threshold) };
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
  const answer = await api.get({ path: '/api/v1/query', query: { query: request.query }, signal });
  sight.series = api.series;
  sight.evidence = api.evidence();
  const point = singleValue(dataOf(answer));
  sight.evidence = { ...sight.evidence, came: `${point.value}` };
  checkAge(point, answer.serverTime);
  if (threshold.holds(point.value)) return { kind: 'ok' };
  return wrong('health', `The query answers with ${point.value}, which is not ${threshold.text}.`);
}

function checkAge({ time }: SamplePoint, serverTime: number): void {
  const age = serverTime - time;
  // A value of the future comes from a clock that is wrong, and its age is not known.
  if (Math.abs(age) <= MAX_AGE_MS) return;
  throw new Fault(
    unknown(
      `The value is ${formatDuration(Math.abs(age))} ${age > 0 ? 'old' : 'ahead of time'}; that is no evidence of now.`,
    ),
  );
}
