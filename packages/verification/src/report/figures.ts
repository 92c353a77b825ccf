import { formatDuration, formatShare } from '@plimsoll/figures';
import type { Evidence, Percentile } from '@plimsoll/judge';
import type { Phases } from '@plimsoll/probe';

/** The phases of an attempt in their order, as people call them. */
const PHASES = [
  ['resolve', 'resolve'],
  ['connect', 'connect'],
  ['tls', 'TLS'],
  ['firstByte', 'first byte'],
  ['transfer', 'transfer'],
] as const satisfies readonly (readonly [keyof Phases, string])[];

/** Of a share; an interval that is told beside it makes more of them meaningless. */
const DIGITS = 2;

/** Milliseconds with the digits that count: `0.42 ms`, `8.4 ms`, `84 ms`, `1.4 s`. */
export function latencyText(ms: number): string {
  if (!Number.isFinite(ms)) return 'no end';
  return ms < 10 ? `${Number(ms.toPrecision(2))} ms` : formatDuration(ms);
}

/** The error rate with what the true one may be: `10 % (5.8–16 %)`. */
export function errorRateText({ errorRate, errorInterval: { low, high } }: Evidence): string {
  if (errorRate === undefined) return '–';
  return `${formatShare(errorRate, DIGITS)} (${rangeText(formatShare(low, DIGITS), formatShare(high, DIGITS))})`;
}

/** A percentile with what the true one may be: `84 ms (80–91 ms)`, or why there is no interval. */
export function percentileText({ value, low, high }: Percentile): string {
  const seen = latencyText(value);
  if (high !== undefined) return `${seen} (${rangeText(latencyText(low), latencyText(high))})`;
  return `${seen} (${low === 0 ? 'too few samples' : `${latencyText(low)} or more`})`;
}

/** `80–91 ms` for `80 ms` and `91 ms`: a unit that both have is said once. */
function rangeText(low: string, high: string): string {
  const unit = high.slice(high.indexOf(' '));
  return `${low.endsWith(unit) ? low.slice(0, -unit.length) : low}–${high}`;
}

/** How long an attempt took, and where the time went: `84 ms: first byte 83 ms, transfer 0.4 ms`. */
export function phasesText(durationMs: number, phases: Phases): string {
  const parts = PHASES.filter(([phase]) => phases[phase] > 0).map(
    ([phase, name]) => `${name} ${latencyText(phases[phase])}`,
  );
  return [latencyText(durationMs), ...(parts.length === 0 ? [] : [parts.join(', ')])].join(': ');
}
