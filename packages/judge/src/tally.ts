import type { FailureCode } from '@plimsoll/outcome';
import type { Evidence, FailureGroup } from './evidence.ts';
import { type Ending, rateInterval } from './intervals.ts';
import { tellsLatency } from './latency.ts';
import { type Percentile, percentileOf } from './percentiles.ts';
import type { LatencyRule, Rules } from './rules.ts';
import type { Sample, Series } from './sample.ts';
import type { SeriesLatency } from './series-latency.ts';

export interface Tally {
  add(sample: Sample): void;
  counts(): { readonly ok: number; readonly wrong: number; readonly unknown: number };
  /** How many samples were evidence. */
  known(): number;
  evidence(healthyMs: number): Evidence;
}

/** A service that says something else each time must not fill the memory; failures beyond so many groups go by their code. */
const MOST_GROUPS = 100;

/** Collects what was seen. */
export function createTally({ errors, latency: rule }: Rules): Tally {
  const ending = errors.kind === 'sequential' || errors.kind === 'consecutive' ? 'decided' : 'planned';
  const limitMs = rule?.maxResponseTimeMs ?? 0;
  const counts = { ok: 0, wrong: 0, unknown: 0 };
  const durations: Record<Series, number[]> = { first: [], kept: [] };
  let wrongInARow = 0;
  const failures = createGroups();
  const unknowns = createGroups();
  return {
    add(sample) {
      counts[sample.kind] += 1;
      if (sample.kind === 'unknown') unknowns.add('', sample.detail);
      else if (tellsLatency(sample, limitMs) && Number.isFinite(sample.durationMs))
        durations[sample.series].push(sample.durationMs);
      if (sample.kind === 'wrong') failures.add(sample.code, sample.detail);
      if (sample.kind !== 'unknown') wrongInARow = sample.kind === 'wrong' ? wrongInARow + 1 : 0;
    },
    counts: () => counts,
    known: () => counts.ok + counts.wrong,
    evidence: (healthyMs) => ({
      ...rates(counts, ending),
      wrongInARow,
      latency: [...latencyOf('first', durations.first, rule), ...latencyOf('kept', durations.kept, rule)],
      failures: failures.list(),
      unknowns: unknowns.list(),
      healthyMs,
    }),
  };
}

type Rates = Pick<Evidence, 'taken' | 'ok' | 'wrong' | 'unknown' | 'errorRate' | 'errorInterval'>;

function rates({ ok, wrong, unknown }: ReturnType<Tally['counts']>, ending: Ending): Rates {
  const counted = ok + wrong;
  return {
    taken: counted + unknown,
    ok,
    wrong,
    unknown,
    errorRate: counted === 0 ? undefined : wrong / counted,
    errorInterval: counted === 0 ? { low: 0, high: 1 } : rateInterval(wrong, counted, ending),
  };
}

function latencyOf(series: Series, durations: readonly number[], rule: LatencyRule | undefined): SeriesLatency[] {
  if (durations.length === 0) return [];
  const sorted = Float64Array.from(durations).sort();
  const at = (percentile: number): Percentile => percentileOf(sorted, percentile);
  const gated = rule === undefined ? {} : { gated: at(rule.percentile) };
  return [{ series, samples: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), ...gated }];
}

interface Groups {
  add(code: FailureCode | '', detail: string): void;
  list(): FailureGroup[];
}

function createGroups(): Groups {
  const groups = new Map<string, { code: FailureCode | ''; detail: string; count: number }>();
  const groupOf = (code: FailureCode | '', detail: string) => {
    const shown = groups.has(`${code} ${detail}`) || groups.size < MOST_GROUPS ? detail : 'other details';
    const key = `${code} ${shown}`;
    const group = groups.get(key) ?? { code, detail: shown, count: 0 };
    groups.set(key, group);
    return group;
  };
  return {
    add(code, detail) {
      groupOf(code, detail).count += 1;
    },
    list: () => [...groups.values()].map((group) => ({ ...group })).sort((a, b) => b.count - a.count),
  };
}
