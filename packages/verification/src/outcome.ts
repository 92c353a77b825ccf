import { escapeMarkdown, type Outcome } from '@plimsoll/action-kit';
import type { SeriesLatency } from '@plimsoll/judge';
import type { FailureCode, Json } from '@plimsoll/outcome';
import { renderJson, renderMarkdown } from './report/index.ts';
import type { VerificationReport } from './verification-report.ts';
import type { Verification } from './verify.ts';

/** What came of telling the servers that the release is good. */
export interface ConfirmationEnd {
  readonly release: string;
  /** Empty when every server took it. */
  readonly code: FailureCode | '';
  readonly hosts: readonly { readonly label: string; readonly code: FailureCode | ''; readonly detail: string }[];
}

/** The outcome of a verification. A confirmation that the servers did not take is a failure, however well the service is. */
export function reportVerification({ report }: Verification, confirmation: ConfirmationEnd | undefined): Outcome {
  const common = {
    facts: { ...factsOf(report), confirmed: confirmation === undefined ? '' : confirmation.release },
    outputs: outputsOf(report),
  };
  const markdown = renderMarkdown(report);
  if (confirmation === undefined) {
    return { ...common, verdict: report.verdict, code: report.code, summary: report.summary, report: markdown };
  }
  const { code, release, hosts } = confirmation;
  const details = hosts.flatMap(({ label, detail }) => (detail === '' ? [] : [`${label}: ${detail}`]));
  if (code !== '') {
    const summary = `The service is well, and the confirmation failed. ${details.join(' ')}`;
    return { ...common, verdict: 'fail', code, summary, report: `${markdown}\n\n${escapeMarkdown(summary)}` };
  }
  const summary = `${report.summary} Release ${release} is confirmed.`;
  return {
    ...common,
    verdict: report.verdict,
    code: report.code,
    summary,
    report: `${markdown}\n\nRelease ${release} is confirmed.`,
  };
}

function factsOf(report: VerificationReport): { readonly [key: string]: Json } {
  return {
    mode: report.mode,
    environment: report.environment,
    version: report.identity.expected,
    checks: report.checks.map(
      ({ check, judgement }): Json => ({ name: check.name, verdict: judgement.verdict, code: judgement.code }),
    ),
    samples: samplesOf(report),
    errorRate: errorRateOf(report) ?? null,
    latency: latencyFacts(report),
  };
}

/** Milliseconds; empty when nothing was sampled. */
function latencyFacts(report: VerificationReport): { readonly [key: string]: Json } {
  const latency = latencyOf(report);
  if (latency === undefined) return {};
  return { p50: latency.p50.value, p95: latency.p95.value, p99: latency.p99.value };
}

function outputsOf(report: VerificationReport): Outcome['outputs'] {
  const latency = latencyOf(report);
  return {
    'error-rate': textOf(errorRateOf(report), 4),
    p50: textOf(latency?.p50.value, 1),
    p95: textOf(latency?.p95.value, 1),
    p99: textOf(latency?.p99.value, 1),
    'samples-taken': String(samplesOf(report)),
    report: renderJson(report),
  };
}

/** Samples of health checks: what was tried once says nothing about a rate. */
function sampled({ checks }: VerificationReport): VerificationReport['checks'] {
  return checks.filter(({ check }) => check.role === 'health');
}

function samplesOf(report: VerificationReport): number {
  return sampled(report).reduce((sum, { judgement }) => sum + judgement.evidence.taken, 0);
}

/** Undefined without evidence: no sample is no rate. */
function errorRateOf(report: VerificationReport): number | undefined {
  const evidence = sampled(report).map(({ judgement }) => judgement.evidence);
  const counted = evidence.reduce((sum, { ok, wrong }) => sum + ok + wrong, 0);
  return counted === 0 ? undefined : evidence.reduce((sum, { wrong }) => sum + wrong, 0) / counted;
}

/** Of the first health check: over kept connections, or over new ones where none was kept. */
function latencyOf(report: VerificationReport): SeriesLatency | undefined {
  const latency = sampled(report)[0]?.judgement.evidence.latency ?? [];
  return latency.find(({ series }) => series === 'kept') ?? latency[0];
}

function textOf(value: number | undefined, digits: number): string {
  return value === undefined || !Number.isFinite(value) ? '' : String(Number(value.toFixed(digits)));
}
