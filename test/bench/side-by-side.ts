import type { Goal } from './cell.ts';
import type { Row, Sample } from './measure.ts';
import { medianSeconds, spreadOf } from './measure.ts';

const HEAD = ['tool', 'seconds, median (min to max)', 'connections / executions', 'MB up', 'new MB on disk'] as const;

/** The columns of a table that sets tools side by side, and one line for each. */
export function tableOf(rows: readonly Row[]): { head: readonly string[]; rows: readonly (readonly string[])[] } {
  return { head: HEAD, rows: rows.map(lineOf) };
}

function lineOf({ name, samples, absence }: Row): readonly string[] {
  if (samples.length === 0) return [name, `not measured: ${absence ?? 'it failed'}`, '', '', ''];
  const of = (value: (sample: Sample) => number): number => spreadOf(samples.map(value)).median;
  return [
    name,
    secondsText(samples.map(({ seconds }) => seconds)),
    `${of(({ connections }) => connections)} / ${of(({ executions }) => executions)}`,
    of(({ megabytesUp }) => megabytesUp).toFixed(2),
    of(({ megabytesNew }) => megabytesNew).toFixed(1),
  ];
}

/** Such as `1.42 (1.38 to 1.51)`. */
export function secondsText(seconds: readonly number[]): string {
  const { median, min, max } = spreadOf(seconds);
  return `${median.toFixed(2)} (${min.toFixed(2)} to ${max.toFixed(2)})`;
}

/** How fast one of our rows has to be, in comparison with the fastest of some peers. */
export interface RatioRequest {
  readonly rows: readonly Row[];
  readonly ours: string;
  /** Whether a peer is one to compare with. */
  readonly isRival: (name: string) => boolean;
  readonly limit: number;
  readonly rivals: string;
}

/** Compares medians. Without a measured rival the goal is not reached: nothing was shown. */
export function ratioGoal({ rows, ours, isRival, limit, rivals }: RatioRequest): Goal {
  const own = rows.find(({ name }) => name === ours);
  const peers = rows.filter(({ side, name, samples }) => side === 'peer' && samples.length > 0 && isRival(name));
  const best = Math.min(...peers.map(medianSeconds));
  const ratio = own === undefined ? Infinity : medianSeconds(own) / best;
  return {
    goal: `${ours}: at most ${limit} of ${rivals}`,
    measured:
      Number.isFinite(ratio) && peers.length > 0 ? `${ratio.toFixed(2)} (${best.toFixed(2)} s)` : 'not measured',
    reached: peers.length > 0 && ratio <= limit,
  };
}
