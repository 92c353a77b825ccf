import { type Counters, watchCounters } from '@plimsoll/judge';
import type { ProbeResult } from '@plimsoll/probe';

interface Counted {
  readonly counters: Counters;
  /** When the answer was there, in milliseconds of the clock of the attempts. */
  readonly endedAt: number;
}

/**
 * Notices counters that went back. Questions that are under way together may be counted in any order; so what one answer says is held against
 * the answers that were there before it was asked for.
 */
export class CounterWatch {
  #counted: readonly Counted[] = [];
  #restart = '';

  /** The first restart that was seen, in words; empty without one. */
  get restart(): string {
    return this.#restart;
  }

  /** Takes the results in the order in which their attempts began. */
  see({ at, durationMs, evidence: { counters } }: ProbeResult): void {
    if (counters === undefined || this.#restart !== '') return;
    const isOver = ({ endedAt }: Counted): boolean => endedAt <= at;
    const before = this.#counted.findLast(isOver);
    const base = before === undefined ? undefined : watchCounters(undefined, before.counters);
    this.#restart = watchCounters(base, counters).restart;
    // Later attempts began no earlier than this one: for them, one answer that was there by now is as good as all of them.
    const kept = this.#counted.filter((one) => one === before || !isOver(one));
    this.#counted = [...kept, { counters, endedAt: at + durationMs }];
  }
}
