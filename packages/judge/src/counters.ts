import type { FailureCode } from '@plimsoll/outcome';

/** Counters that only ever grow while a process lives, such as `requests` and `errors` of a health answer, by name. */
export type Counters = Readonly<Record<string, number>>;

/** What counters tell since the first reading of them. */
export interface CounterReading {
  /** `counting`: all went on; `restarted`: one went back, now or earlier; `unreadable`: the latest reading tells nothing. */
  readonly kind: 'counting' | 'restarted' | 'unreadable';
  /** `process` after a restart, `inconclusive` without a reading. */
  readonly code: Extract<FailureCode, 'process' | 'inconclusive'> | '';
  readonly detail: string;
  /** How much each has grown since the first reading; what was counted before a restart is part of it. */
  readonly grown: Counters;
  /** The last reading that could be read; undefined until then. */
  readonly latest: Counters | undefined;
  /** The first restart that was seen, in words; empty without one. */
  readonly restart: string;
}

/**
 * Takes the next reading of counters into account. Asked with each reading in turn, from the one at the deployment on: a restart stays
 * known however far the counters grow after it.
 * @param previous the answer to the reading before; undefined for the first
 * @param next counters by name, as they came
 */
export function watchCounters(previous: CounterReading | undefined, next: unknown): CounterReading {
  const latest = previous?.latest;
  const grown = previous?.grown ?? {};
  const restart = previous?.restart ?? '';
  const trouble = troubleIn(next, latest);
  if (trouble !== '' || !isCounters(next)) {
    const detail = restart || trouble;
    return restart === ''
      ? { kind: 'unreadable', code: 'inconclusive', detail, grown, latest, restart }
      : { kind: 'restarted', code: 'process', detail, grown, latest, restart };
  }
  const seen = restart || restartIn(latest ?? next, next);
  const sums = grownBy({ grown, latest: latest ?? next, next });
  if (seen !== '')
    return { kind: 'restarted', code: 'process', detail: seen, grown: sums, latest: next, restart: seen };
  return { kind: 'counting', code: '', detail: '', grown: sums, latest: next, restart };
}

/** Why a reading tells nothing; empty if it does. */
function troubleIn(next: unknown, latest: Counters | undefined): string {
  if (!isCounters(next)) return 'the counters are not numbers from 0 by name';
  const missing = Object.keys(latest ?? {}).filter((name) => !Object.hasOwn(next, name));
  return missing.length === 0 ? '' : `a counter is missing that was there before: ${missing.join(', ')}`;
}

function restartIn(latest: Counters, next: Counters): string {
  const back = Object.entries(latest).filter(([name, value]) => (next[name] ?? 0) < value);
  const words = back.map(([name, value]) => `${name} went back from ${value} to ${next[name]}`);
  return words.length === 0 ? '' : `the process was restarted: ${words.join(', ')}`;
}

interface Growth {
  readonly grown: Counters;
  readonly latest: Counters;
  readonly next: Counters;
}

/** After a restart all counters begin at 0, also those that happen to be above where they were. */
function grownBy({ grown, latest, next }: Growth): Counters {
  const isRestart = restartIn(latest, next) !== '';
  const sums = Object.entries(next).map(([name, value]) => {
    const from = isRestart ? 0 : (latest[name] ?? value);
    return [name, (grown[name] ?? 0) + value - from] as const;
  });
  return Object.fromEntries(sums);
}

function isCounters(value: unknown): value is Counters {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const values: unknown[] = Object.values(value);
  return values.length > 0 && values.every((one) => typeof one === 'number' && Number.isFinite(one) && one >= 0);
}
