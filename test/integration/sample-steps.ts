/** Steps as the expression toJSON(steps) shows them to a later one. */

export interface ResultText {
  readonly action?: string;
  readonly verdict?: string;
  readonly code?: string;
  readonly summary?: string;
  readonly startedAt?: string;
  readonly durationMs?: number;
  readonly facts?: object;
}

/** A result as an action writes it. */
export function resultText(result: ResultText): string {
  return JSON.stringify({
    schema: 'plimsoll/result@1',
    action: 'deploy-ssh',
    verdict: 'pass',
    code: '',
    summary: 'It went as it should.',
    startedAt: '2026-11-21T10:00:00.000Z',
    durationMs: 4_200,
    facts: {},
    ...result,
  });
}

/** A step as `toJSON(steps)` shows it. */
export function step(result: ResultText, outputs: Readonly<Record<string, string>> = {}): object {
  const conclusion = (result.verdict ?? 'pass') === 'pass' ? 'success' : 'failure';
  return { outputs: { result: resultText(result), ...outputs }, outcome: conclusion, conclusion };
}

/** A time in the minute in which all samples begin. */
export const atSecond = (second: number): string => `2026-11-21T10:00:${String(second).padStart(2, '0')}.000Z`;

export const DEPLOYED = step({
  startedAt: atSecond(1),
  facts: {
    release: '20261121T100000Z-1111111',
    version: 'v1.2.3',
    previous: '20261120T100000Z-2222222',
    hosts: [{ host: 'deploy@one:22', state: 'healthy', code: '', durationMs: 3_000, bytes: 123_456 }],
    changedFiles: 12,
  },
});

export const VERIFIED_BAD = step(
  {
    action: 'verify-deployment',
    verdict: 'fail',
    code: 'latency',
    summary: 'health: p95 812 ms is above 500 ms',
    startedAt: atSecond(10),
    durationMs: 14_000,
    facts: {
      mode: 'post',
      environment: 'production',
      version: 'v1.2.3',
      checks: [{ name: 'health', verdict: 'fail', code: 'latency' }],
      samples: 303,
      errorRate: 0.0033,
    },
  },
  { p50: '12.3', p95: '812', p99: '' },
);

export const ROLLED_BACK = step({
  action: 'rollback',
  startedAt: atSecond(30),
  facts: {
    release: '20261120T100000Z-2222222',
    previous: '20261121T100000Z-1111111',
    switched: true,
    hosts: [{ host: 'deploy@one:22', state: 'healthy', code: '' }],
  },
});
