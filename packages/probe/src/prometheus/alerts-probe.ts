import { formatDuration } from '@plimsoll/figures';
import { runAttempt } from '../attempt.ts';
import { Fault, unknown, wrong } from '../fault.ts';
import type { Evidence, Finding, Probe, ProbePorts } from '../probe.ts';
import { told } from '../telling.ts';
import { type ActiveAlert, type AlertRule, alertRulesOf, formatAlert, neededWindowMs } from './alert-rules.ts';
import { dataOf } from './answer.ts';
import { type ApiAnswer, type MonitoringApi, type MonitoringServer, monitoringApi } from './api.ts';
import { silencesOf } from './silences.ts';

/** The alerts of a Prometheus, none of which may have come up since the deployment. */
export interface AlertsProbeRequest {
  readonly name: string;
  readonly prometheus: MonitoringServer;
  /** Tells which alerts are silenced; they fail all the same, and are named. */
  readonly alertmanager?: MonitoringServer;
  /** Since when alerts count, in milliseconds since 1970 by our clock: when it was deployed. All count unless told. */
  readonly since?: number;
  /** Only alerts with all of these labels. */
  readonly labels?: Readonly<Record<string, string>>;
  /** How long is watched in all, in milliseconds; too short a window for the slowest rule is `unknown`. */
  readonly windowMs?: number;
}

/** Rules that were evaluated so many intervals ago are not evaluated any more. */
const STALE_INTERVALS = 3;
/** What clocks to the second and slow evaluations may be off, in milliseconds. */
const SLACK_MS = 15_000;
const CLOCK_STEP_MS = 1000;
/** Alerts that are called by name; each is looked for among all that Alertmanager knows, and an outage has thousands. */
const MOST_NAMED = 10;

interface Setup {
  readonly request: AlertsProbeRequest;
  readonly ports: ProbePorts;
  readonly prometheus: MonitoringApi;
  readonly alertmanager: MonitoringApi | undefined;
}

interface Sight {
  evidence: Omit<Evidence, 'asked'> | undefined;
  series: 'first' | 'kept';
  readonly notes: string[];
}

/**
 * Pending alerts count like firing ones: within a window that is worth waiting for, `for` would keep most of them pending. A Prometheus
 * that is down, or has no rules, or does not evaluate them, is `unknown`.
 *
 * @throws Failure('input') for servers that cannot be asked.
 */
export function createAlertsProbe(request: AlertsProbeRequest, ports: ProbePorts): Probe {
  const prometheus = monitoringApi('Prometheus', request.prometheus, ports);
  const alertmanager =
    request.alertmanager === undefined ? undefined : monitoringApi('Alertmanager', request.alertmanager, ports);
  const setup: Setup = { request, ports, prometheus, alertmanager };
  const totalMs = prometheus.totalMs + (alertmanager?.totalMs ?? 0);
  return {
    name: request.name,
    attempt: (signal) => {
      const sight: Sight = { evidence: undefined, series: 'first', notes: [] };
      return runAttempt({
        ports,
        signal,
        totalMs,
        late: () => unknown(`Prometheus did not answer within ${formatDuration(totalMs)}.`),
        work: (inner) => look(setup, sight, inner),
        meaning: (finding) => told(finding, prometheus.tell),
        story: () => ({ series: sight.series, evidence: evidenceOf(setup, sight) }),
      });
    },
    close: async () => {
      prometheus.close();
      alertmanager?.close();
    },
  };
}

async function look(setup: Setup, sight: Sight, signal: AbortSignal): Promise<Finding> {
  const { request, prometheus } = setup;
  const answer = await prometheus.get({ path: '/api/v1/rules', query: { type: 'alert' }, signal });
  sight.series = prometheus.series;
  sight.evidence = prometheus.evidence();
  const rules = watched(alertRulesOf(dataOf(answer)));
  const alerts = rules.flatMap((rule) => rule.alerts).filter((alert) => hasLabels(alert, request.labels ?? {}));
  const from = beginOf(setup, answer);
  // One that does not say since when counts.
  const isOld = ({ activeAt }: ActiveAlert): boolean => activeAt < from;
  const fresh = alerts.filter((alert) => !isOld(alert));
  const old = alerts.filter(isOld);
  sight.evidence = {
    ...sight.evidence,
    came: `${rules.length} rules, ${fresh.length} new alerts, ${old.length} older ones`,
  };
  for (const alert of old.slice(0, MOST_NAMED))
    sight.notes.push(`${formatAlert(alert)} has been ${alert.state} since before the deployment`);
  if (fresh.length > 0) return failing(setup, fresh, signal);
  const blindness = blindnessOf(rules, { windowMs: request.windowMs, from, now: answer.serverTime });
  return blindness === '' ? { kind: 'ok' } : unknown(blindness);
}

/** Throws Fault with `unknown` when there is nothing to watch. */
function watched(rules: readonly AlertRule[] | undefined): readonly AlertRule[] {
  if (rules === undefined) throw new Fault(unknown('Prometheus answers without a list of rules.'));
  if (rules.length === 0)
    throw new Fault(unknown('Prometheus has no alerting rules to watch: it could not raise an alarm.'));
  return rules;
}

function hasLabels({ labels }: ActiveAlert, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([name, value]) => labels[name] === value);
}

/** Since when alerts count, by the server's clock as far as it is off from ours. */
function beginOf({ request, ports }: Setup, { serverTime }: ApiAnswer): number {
  const { since } = request;
  if (since === undefined) return Number.NEGATIVE_INFINITY;
  const skew = serverTime - ports.wallClock();
  return since + (Math.abs(skew) > 2 * CLOCK_STEP_MS ? skew : 0) - CLOCK_STEP_MS;
}

async function failing(setup: Setup, alerts: readonly ActiveAlert[], signal: AbortSignal): Promise<Finding> {
  const loudness = await loudnessOf(setup, signal);
  const named = alerts.slice(0, MOST_NAMED).map((alert) => `${formatAlert(alert)} is ${alert.state}${loudness(alert)}`);
  const rest = alerts.length > MOST_NAMED ? [`and ${alerts.length - MOST_NAMED} more`] : [];
  return wrong('alerts', `Since the deployment: ${[...named, ...rest].join('; ')}.`);
}

/** What to add to an alert: an Alertmanager that cannot be asked changes nothing about the alert, but is said. */
async function loudnessOf({ alertmanager }: Setup, signal: AbortSignal): Promise<(alert: ActiveAlert) => string> {
  if (alertmanager === undefined) return () => '';
  const silences = await alertmanager
    .get({ path: '/api/v2/alerts', query: {}, signal })
    .then(silencesOf, () => undefined);
  if (silences === undefined) return () => ' (whether it is silenced, Alertmanager could not be asked)';
  return (alert) => {
    const loudness = silences(alert);
    return loudness === 'loud' ? '' : `, ${loudness} in Alertmanager`;
  };
}

/** Times by the server's clock. */
interface Watch {
  readonly windowMs: number | undefined;
  readonly from: number;
  readonly now: number;
}

/** Why quiet means nothing; empty when it does. */
function blindnessOf(rules: readonly AlertRule[], { windowMs, from, now }: Watch): string {
  const sick = rules.find(({ health }) => health !== 'ok');
  if (sick !== undefined) {
    return `The rule ${sick.name} is not evaluated (health ${sick.health || 'not told'}${sick.lastError === '' ? '' : `, ${sick.lastError}`}).`;
  }
  const stale = rules.find(
    ({ lastEvaluation, intervalMs }) => !(now - lastEvaluation <= STALE_INTERVALS * intervalMs + SLACK_MS),
  );
  if (stale !== undefined)
    return `The rule ${stale.name} has not been evaluated for more than ${STALE_INTERVALS} intervals.`;
  const early = rules.find((rule) => !(rule.lastEvaluation >= from) && !isYetToCome(rule, { windowMs, from, now }));
  if (early !== undefined) {
    const every = formatDuration(early.intervalMs);
    return `The rule ${early.name} has not been evaluated since the deployment; its group is due every ${every}. Give it more time: duration, or ready-within in the file of checks.`;
  }
  const slow = rules.find((rule) => windowMs !== undefined && !(neededWindowMs(rule) <= windowMs));
  if (slow === undefined || windowMs === undefined) return '';
  const needed = formatDuration(neededWindowMs(slow));
  return `The window of ${formatDuration(windowMs)} is too short for ${slow.name}, which needs ${needed} (its for, and two evaluations).`;
}

/** At the beginning of a window the turn of a slow rule may not have come. As the window has two of them, most of its looks come later. */
function isYetToCome({ intervalMs }: AlertRule, { windowMs, from, now }: Watch): boolean {
  return windowMs !== undefined && now <= from + intervalMs;
}

function evidenceOf({ prometheus }: Setup, { evidence, notes }: Sight): Evidence {
  return {
    asked: 'alerts',
    ...(evidence ?? prometheus.evidence()),
    ...(notes.length === 0 ? {} : { notes: notes.map((note) => prometheus.tell.quote(note)) }),
  };
}
