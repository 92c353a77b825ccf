import { judge, type Rules, type Sample } from '@plimsoll/judge';
import type { FailureCode } from '@plimsoll/outcome';
import type { Evidence, ProbeResult } from '@plimsoll/probe';
import type { Check } from '../../src/check.ts';
import type { CheckReport, VerificationReport } from '../../src/verification-report.ts';
import { httpCheck as httpCheckOf } from '../support/plans.ts';

/** What differs from an ordinary attempt. */
export interface Variant {
  readonly kind?: 'ok' | 'wrong' | 'unknown';
  readonly code?: FailureCode;
  readonly detail?: string;
  readonly series?: 'first' | 'kept';
  readonly durationMs?: number;
  readonly at?: number;
  readonly evidence?: Partial<Evidence>;
}

/** One attempt of a check over HTTP. */
export function attempt(variant: Variant = {}): ProbeResult {
  const { kind = 'ok', code = 'health', detail = 'expected status 200–299, got 503 Service Unavailable' } = variant;
  const { series = 'kept', durationMs = 84, at = 0 } = variant;
  const evidence: Evidence = {
    asked: 'GET https://example.org/health',
    came: kind === 'ok' ? '200 OK, application/json, 15 bytes' : '503 Service Unavailable, text/html, 48 bytes',
    phases: { resolve: 0, connect: 0, tls: 0, firstByte: durationMs - 0.4, transfer: 0.4 },
    excerpt: kind === 'ok' ? '{"status":"ok"}' : '<h1>Busy</h1>\\n<p>pool exhausted: 0 of 20 connections free</p>',
    address: '10.0.0.1:443',
    ...variant.evidence,
  };
  const common = { at, durationMs, series, evidence };
  if (kind === 'ok') return { ...common, kind };
  return kind === 'wrong' ? { ...common, kind, code, detail } : { ...common, kind, detail };
}

/** So many attempts, 50 ms apart; what is different about each is up to the caller. */
export function attempts(count: number, variantOf: (index: number) => Variant = () => ({})): readonly ProbeResult[] {
  return Array.from({ length: count }, (_, index) => attempt({ at: 50 * index, ...variantOf(index) }));
}

/** A check over HTTP with a header and a body that no report may show. */
export function httpCheck(name: string): Check {
  return httpCheckOf('https://example.org/health', {
    name,
    headers: { authorization: 'Bearer hidden' },
    body: 'hidden',
    connectTimeoutMs: 5_000,
    firstByteTimeoutMs: 5_000,
    timeoutMs: 10_000,
  });
}

/** What is reported of these attempts. */
export function checkReport(check: Check, results: readonly ProbeResult[], rules: Rules): CheckReport {
  const samples: readonly Sample[] = results;
  const bad = Map.groupBy(
    results.filter(({ kind }) => kind !== 'ok'),
    (result) => (result.kind === 'ok' ? '' : result.detail),
  );
  const timesOf = (series: 'first' | 'kept'): readonly number[] =>
    results
      .filter((result) => result.series === series && result.kind !== 'unknown')
      .map(({ durationMs }) => durationMs);
  return {
    check,
    judgement: judge(samples, rules),
    last: results.at(-1),
    slowest: results.toSorted((a, b) => b.durationMs - a.durationMs)[0],
    failures: [...bad.values()].flatMap(([example, ...more]) =>
      example === undefined ? [] : [{ example, times: more.length + 1 }],
    ),
    latencies: { first: timesOf('first'), kept: timesOf('kept') },
  };
}

/** `samples` attempts, of which `maxErrorRate` may fail. */
export function fixed(samples: number, maxErrorRate = 0.01): Rules {
  return { errors: { kind: 'fixed', samples, maxErrorRate } };
}

/** A verification of these checks, with the verdict of the worst of them. */
export function verification(
  checks: readonly CheckReport[],
  more: Partial<VerificationReport> = {},
): VerificationReport {
  const worst =
    checks.find(({ judgement }) => judgement.verdict === 'fail') ??
    checks.find(({ judgement }) => judgement.verdict === 'inconclusive') ??
    checks[0];
  return {
    mode: 'post',
    verdict: worst?.judgement.verdict ?? 'inconclusive',
    code: worst === undefined ? 'inconclusive' : worst.judgement.code,
    summary: worst === undefined ? 'Nothing was checked' : `${worst.check.name}: ${worst.judgement.reason}`,
    startedAt: '2026-11-21T12:44:11.000Z',
    durationMs: 14_200,
    environment: 'production',
    checks,
    identity: { expected: '', seen: [] },
    notes: [],
    ...more,
  };
}

/** How long the samples of a service take that is mostly quick: a spread around 84 ms, and now and then a slow one. */
export function durationAt(index: number): number {
  return index % 50 === 49 ? 310 : 70 + ((index * 37) % 29);
}

/** A service that answers well, behind two backends, with a database. */
export function passedReport(): VerificationReport {
  const health = attempts(303, (index) => ({ series: index === 0 ? 'first' : 'kept', durationMs: durationAt(index) }));
  const database = [
    attempt({
      series: 'first',
      durationMs: 12,
      evidence: { asked: 'psql app', came: 'exit 0', excerpt: '', address: '' },
    }),
  ];
  const seen = ['10.0.0.1:8000', '10.0.0.2:8000'].flatMap((backend) =>
    (['start', 'end'] as const).map((when) => ({ backend, version: '1.4.2', when })),
  );
  const latency = { maxResponseTimeMs: 500, percentile: 0.95 };
  const checks = [
    checkReport(httpCheck('health'), health, {
      errors: { kind: 'sequential', maxErrorRate: 0.01, alpha: 0.01, beta: 0.01, cap: 900 },
      latency,
    }),
    checkReport(
      {
        name: 'database',
        role: 'state',
        line: 9,
        kind: 'database',
        database: 'postgresql',
        connection: 'app',
        timeoutMs: 5_000,
      },
      database,
      fixed(1, 0),
    ),
  ];
  return verification(checks, { identity: { expected: '1.4.2', seen }, notes: ['Ready after 1.2 s.'] });
}

/** The same service, where every tenth answer is an error and one backend was forgotten. */
export function failedReport(): VerificationReport {
  const health = attempts(120, (index) => ({
    series: index === 0 ? 'first' : 'kept',
    durationMs: durationAt(index),
    ...(index % 10 === 3 ? { kind: 'wrong' } : {}),
    ...(index === 57 ? { kind: 'wrong', code: 'latency', detail: 'no answer within 10 s', durationMs: 10_000 } : {}),
  }));
  const passed = passedReport();
  const checks = [...passed.checks.slice(1), checkReport(httpCheck('health'), health, fixed(120))];
  const seen = passed.identity.seen.map((one) =>
    one.backend.startsWith('10.0.0.2') ? { ...one, version: '1.4.1' } : one,
  );
  return verification(checks, { identity: { expected: '1.4.2', seen }, notes: ['Ready after 1.2 s.'] });
}
