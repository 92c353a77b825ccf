import type { Evidence, Judgement, Percentile } from '@plimsoll/judge';
import { exitCodeOf, type Verdict } from '@plimsoll/outcome';
import type { CheckReport, VerificationReport } from '../verification-report.ts';
import { cut, inOrder } from './detail.ts';

/** One number with its labels. */
interface Point {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** One metric, without the prefix that all share. */
interface Metric {
  readonly name: string;
  readonly help: string;
  readonly points: readonly Point[];
}

/** A check under a name that no other has: what runs on several hosts, or is asked twice, may share one. */
interface Named {
  readonly name: string;
  readonly report: CheckReport;
}

const PREFIX = 'plimsoll_verification_';
const VERDICTS: readonly Verdict[] = ['pass', 'fail', 'inconclusive'];
const RESULTS = ['ok', 'wrong', 'unknown'] as const;
const PERCENTILES = ['p50', 'p95', 'p99'] as const;
/** Labels are kept for each value they ever had. */
const LONGEST_LABEL = 200;
/** Leaves room for a number. */
const LONGEST_NAME = LONGEST_LABEL - 10;
/** What a collector can be asked to keep of one verification. */
const MOST_CHECKS = 500;

/**
 * The report in Prometheus' text format, for the textfile collector or a push gateway. All metrics are gauges: each describes the last
 * verification of this environment and mode. Times in seconds, rates from 0 to 1; what is not known is left out.
 */
export function renderMetrics(report: VerificationReport): string {
  const { environment, mode } = report;
  const checks = distinct(inOrder(report.checks).slice(0, MOST_CHECKS));
  const metrics = [...wholeMetrics(report), ...countMetrics(checks), ...rateMetrics(checks), ...latencyMetrics(checks)];
  return metrics.map((metric) => metricText(metric, { environment, mode })).join('');
}

function wholeMetrics(report: VerificationReport): readonly Metric[] {
  const { verdict, code, startedAt, durationMs, checks } = report;
  const one = (name: string, help: string, value: number): Metric => ({ name, help, points: [{ labels: {}, value }] });
  const info = 'The version that answered on a backend, at the start or at the end.';
  return [
    { name: 'verdict', help: 'The verdict: 1 for the one that it was.', points: verdictPoints(verdict) },
    one('exit_code', 'The number of the failure code, 0 after a pass.', exitCodeOf(code)),
    one('start_timestamp_seconds', 'When it began, in seconds since 1970.', Date.parse(startedAt) / 1000),
    one('duration_seconds', 'How long it took.', durationMs / 1000),
    one('checks', 'How many checks there were.', checks.length),
    { name: 'backend_info', help: info, points: backendPoints(report) },
  ];
}

function backendPoints({ identity: { expected, seen } }: VerificationReport): readonly Point[] {
  return seen
    .slice(0, MOST_CHECKS)
    .map(({ backend, version, when }) => ({ labels: { backend, version, expected, when }, value: 1 }));
}

function verdictPoints(seen: Verdict): readonly Point[] {
  return VERDICTS.map((verdict) => ({ labels: { verdict }, value: verdict === seen ? 1 : 0 }));
}

function countMetrics(checks: readonly Named[]): readonly Metric[] {
  const metric = (name: string, help: string, pointsOf: (judgement: Judgement) => readonly Point[]): Metric =>
    perCheck({ name, help }, checks, pointsOf);
  return [
    metric('check_verdict', 'The verdict of a check: 1 for the one that it was.', ({ verdict }) =>
      verdictPoints(verdict),
    ),
    metric('check_exit_code', 'The number of the failure code of a check, 0 after a pass.', ({ code }) => [
      { labels: {}, value: exitCodeOf(code) },
    ]),
    metric(
      'check_samples',
      'Attempts by their result; unknown ones failed on the side of the runner.',
      ({ evidence }) => RESULTS.map((result) => ({ labels: { result }, value: evidence[result] })),
    ),
    metric('check_healthy_seconds', 'For how long a check was seen healthy.', ({ evidence }) => [
      { labels: {}, value: evidence.healthyMs / 1000 },
    ]),
  ];
}

function rateMetrics(checks: readonly Named[]): readonly Metric[] {
  const metric = (name: string, help: string, read: (evidence: Evidence) => number): Metric =>
    perCheck({ name, help }, checks, ({ evidence }) =>
      evidence.errorRate === undefined ? [] : [{ labels: {}, value: read(evidence) }],
    );
  return [
    metric('check_error_ratio', 'The share of samples that failed.', ({ errorRate = 0 }) => errorRate),
    metric('check_error_ratio_lower', 'The true share is at least this, with 95 %.', (seen) => seen.errorInterval.low),
    metric('check_error_ratio_upper', 'The true share is at most this, with 95 %.', (seen) => seen.errorInterval.high),
  ];
}

function latencyMetrics(checks: readonly Named[]): readonly Metric[] {
  const metric = (name: string, help: string, read: (percentile: Percentile) => number | undefined): Metric =>
    perCheck({ name, help }, checks, ({ evidence }) =>
      evidence.latency.flatMap((latency) =>
        PERCENTILES.flatMap((percentile) => {
          const ms = read(latency[percentile]);
          // Prometheus keeps the label `quantile` for summaries.
          return ms === undefined ? [] : [{ labels: { series: latency.series, percentile }, value: ms / 1000 }];
        }),
      ),
    );
  return [
    metric(
      'check_response_seconds',
      'A percentile of the response times, on new (first) or kept connections.',
      ({ value }) => value,
    ),
    metric('check_response_lower_seconds', 'The true percentile is at least this, with 95 %.', ({ low }) => low),
    metric(
      'check_response_upper_seconds',
      'The true percentile is at most this, with 95 %; none with too few samples.',
      ({ high }) => high,
    ),
  ];
}

function perCheck(
  metric: Omit<Metric, 'points'>,
  checks: readonly Named[],
  pointsOf: (judgement: Judgement) => readonly Point[],
): Metric {
  const points = checks.flatMap(({ name, report }) =>
    pointsOf(report.judgement).map(({ labels, value }) => ({ labels: { check: name, ...labels }, value })),
  );
  return { ...metric, points };
}

function distinct(reports: readonly CheckReport[]): readonly Named[] {
  const names = new Set<string>();
  return reports.map((report) => {
    const first = cut(report.check.name, LONGEST_NAME).toWellFormed();
    let name = first;
    for (let number = 2; names.has(name); number += 1) name = `${first} (${number})`;
    names.add(name);
    return { name, report };
  });
}

/** Text of one metric; empty without points. */
function metricText({ name, help, points }: Metric, shared: Point['labels']): string {
  const full = `${PREFIX}${name}`;
  // The same labels twice would make the whole file unreadable; the last word counts.
  const lines = new Map(points.map(({ labels, value }) => [labelsText({ ...shared, ...labels }), valueText(value)]));
  if (lines.size === 0) return '';
  return `# HELP ${full} ${help}\n# TYPE ${full} gauge\n${[...lines].map(([labels, value]) => `${full}${labels} ${value}\n`).join('')}`;
}

function labelsText(labels: Point['labels']): string {
  return `{${Object.entries(labels)
    .map(([name, value]) => `${name}="${escapeLabel(cut(value, LONGEST_LABEL))}"`)
    .join(',')}}`;
}

/** The three escapes that the format knows; half characters are no UTF-8. */
function escapeLabel(text: string): string {
  return text.toWellFormed().replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');
}

function valueText(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? 'NaN' : `${value > 0 ? '+' : '-'}Inf`;
}
