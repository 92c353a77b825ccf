import type { Evidence, FailureGroup, Percentile, SeriesLatency } from '@plimsoll/judge';
import type { Json } from '@plimsoll/outcome';
import type { ProbeResult } from '@plimsoll/probe';
import type { CheckReport, VerificationReport } from '../verification-report.ts';
import { cut, type Detail, inMostDetail, inOrder, leftOut, seenOf } from './detail.ts';
import { histogram } from './histogram.ts';

/**
 * `toJSON(steps)` hands the outputs of all steps to a later one in a single environment variable, each quote of them escaped, and Linux starts
 * no program with a variable above 128 KiB (MAX_ARG_STRLEN, execve(2)): three reports and all else have to fit.
 */
const MOST_BYTES = 20_000;

type Fields = { readonly [key: string]: Json };

/**
 * The report as one JSON document on one line, schema `plimsoll/verification@1`, at most 20 kB: what is left out of it is named in
 * `leftOut`. Times in milliseconds, rates from 0 to 1; null where nothing is known.
 */
export function renderJson(report: VerificationReport): string {
  return inMostDetail({ report, render: (...args) => JSON.stringify(documentOf(...args)), mostBytes: MOST_BYTES });
}

function documentOf(report: VerificationReport, detail: Detail): Fields {
  const { mode, verdict, code, summary, startedAt, durationMs, environment, identity, notes } = report;
  return {
    schema: 'plimsoll/verification@1',
    mode,
    verdict,
    code,
    summary: cut(summary, detail.text),
    startedAt,
    durationMs,
    environment: cut(environment, detail.text),
    identity: identityOf(identity, detail),
    notes: notes.slice(0, detail.notes).map((note) => cut(note, detail.text)),
    checks: inOrder(report.checks)
      .slice(0, detail.checks)
      .map((check) => checkOf(check, detail)),
    leftOut: leftOut(report, detail),
  };
}

function identityOf(identity: VerificationReport['identity'], detail: Detail): Fields {
  return {
    expected: cut(identity.expected, detail.text),
    seen: seenOf(identity, detail).map(({ backend, version, when }) => ({
      backend: cut(backend, detail.text),
      version: cut(version, detail.text),
      when,
    })),
  };
}

function checkOf(report: CheckReport, detail: Detail): Fields {
  const { judgement, last, failures, latencies } = report;
  const { evidence } = judgement;
  const attempts = failures.slice(0, detail.examples);
  return {
    ...judgementOf(report, detail),
    ...countsOf(evidence),
    latency: evidence.latency.map((latency) => latencyOf(latency, latencies[latency.series], detail)),
    failures: groupsOf(evidence.failures, detail),
    unknowns: groupsOf(evidence.unknowns, detail),
    examples: attempts.map(({ example, times }) => ({ times, ...attemptOf(example, detail) })),
    last: last === undefined ? null : attemptOf(last, detail),
  };
}

/** Of the check only what says which it is: what it sends may be secret. */
function judgementOf({ check, judgement }: CheckReport, detail: Detail): Fields {
  const { verdict, code, reason, shows, evidence } = judgement;
  const { comparison } = evidence;
  const compared = comparison && { isWorse: comparison.isWorse, says: cut(comparison.says, detail.text) };
  return {
    name: cut(check.name, detail.text),
    role: check.role,
    kind: check.kind,
    verdict,
    code,
    reason: cut(reason, detail.text),
    shows: cut(shows, detail.text),
    comparison: compared ?? null,
  };
}

function countsOf(evidence: Evidence): Fields {
  const { taken, ok, wrong, unknown, errorRate, errorInterval, healthyMs } = evidence;
  return {
    samples: { taken, ok, wrong, unknown },
    errorRate: errorRate === undefined ? null : numberOf(errorRate),
    errorInterval: { low: numberOf(errorInterval.low), high: numberOf(errorInterval.high) },
    healthyMs: numberOf(healthyMs),
  };
}

function latencyOf(
  { series, samples, p50, p95, p99, gated }: SeriesLatency,
  times: readonly number[],
  detail: Detail,
): Fields {
  const buckets = detail.hasHistograms ? histogram(times, []).filter(({ count }) => count > 0) : [];
  return {
    series,
    samples,
    p50: percentileOf(p50),
    p95: percentileOf(p95),
    p99: percentileOf(p99),
    gated: gated === undefined ? null : percentileOf(gated),
    histogram: buckets.map(({ from, to, count }) => ({ from, to, count })),
  };
}

function percentileOf({ value, low, high }: Percentile): Fields {
  return { value: numberOf(value), low: numberOf(low), high: high === undefined ? null : numberOf(high) };
}

function groupsOf(groups: readonly FailureGroup[], detail: Detail): readonly Json[] {
  return groups
    .slice(0, detail.groups)
    .map(({ code, detail: text, count }) => ({ code, detail: cut(text, detail.text), count }));
}

function attemptOf(result: ProbeResult, detail: Detail): Fields {
  const { asked, came, phases, excerpt, address, version, counters, deadAddresses, notes } = result.evidence;
  const texts = (list: readonly string[] = []): readonly string[] =>
    list.slice(0, detail.notes).map((text) => cut(text, detail.text));
  return {
    kind: result.kind,
    code: result.kind === 'wrong' ? result.code : '',
    detail: result.kind === 'ok' ? '' : cut(result.detail, detail.text),
    durationMs: numberOf(result.durationMs),
    series: result.series,
    asked: cut(asked, detail.text),
    came: cut(came, detail.text),
    phases: numbersOf(Object.entries(phases)),
    excerpt: cut(excerpt, detail.excerpt),
    address: cut(address, detail.text),
    version: version === undefined ? null : cut(version, detail.text),
    counters: counters === undefined ? null : countersOf(counters, detail),
    deadAddresses: texts(deadAddresses),
    notes: texts(notes),
  };
}

function countersOf(counters: Readonly<Record<string, number>>, detail: Detail): Fields {
  const shown = Object.entries(counters).slice(0, detail.groups);
  return numbersOf(shown.map(([name, value]) => [cut(name, detail.text), value]));
}

function numbersOf(entries: readonly (readonly [string, number])[]): Fields {
  return Object.fromEntries(entries.map(([name, value]) => [name, numberOf(value)]));
}

/** JSON has only finite numbers; nine digits leave off the dust of binary fractions. */
function numberOf(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(9)) : null;
}
