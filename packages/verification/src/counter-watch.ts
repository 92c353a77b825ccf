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
  readonly #names: readonly string[];
  #counted: readonly Counted[] = [];
  #restart = '';
  #gap = '';

  /** @param names of the counters that every good answer has to hold */
  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** The first restart that was seen, in words; empty without one. */
  get restart(): string {
    return this.#restart;
  }

  /** Which counter a good answer did not hold, in words: a restart would not have been seen in it. Empty when all of them did. */
  get gap(): string {
    return this.#gap;
  }

  /** Takes the results in the order in which their attempts began. */
  see({ kind, at, durationMs, evidence: { counters } }: ProbeResult): void {
    const missing = this.#names.find((name) => counters === undefined || !Object.hasOwn(counters, name));
    if (kind === 'ok' && missing !== undefined) this.#gap ||= `The counter ${missing} is no number in the answer`;
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
