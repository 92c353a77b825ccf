import type { ProbeResult } from '@plimsoll/probe';
import type { VerificationPorts } from './ports.ts';
import type { Target } from './targets.ts';

export interface SamplingRequest {
  readonly target: Target;
  /** Milliseconds from an attempt, counted from 0, to the next. */
  readonly gapAfter: (turn: number) => number;
  /** Attempts that are begun at most, where so many of them told nothing. */
  readonly most: (unknown: number) => number;
  /** Told of every attempt in the order of their beginnings; `enough` ends the sampling. */
  readonly onResult: (result: ProbeResult) => 'more' | 'enough';
  readonly ports: VerificationPorts;
}

/** A service that hangs must not be asked without end. */
const MOST_AT_ONCE = 10;

/**
 * Attempts at planned times, whether the ones before have ended or not: when a service stands still, those who would have come meanwhile
 * count too. (Waiting for each answer before the next question hides that; Tene's "coordinated omission".) For the same reason an answer
 * counts no earlier than those that were asked for before it: else the quick ones would decide, and the slow ones be cut off.
 */
export async function sampleUntilEnough(request: SamplingRequest): Promise<void> {
  const { ports } = request;
  const over = new AbortController();
  const signal = AbortSignal.any([ports.signal, over.signal]);
  const running = new Set<Promise<void>>();
  const results = new ResultsInOrder((result) => {
    // What was under way when the verdict was clear, or when the run was cancelled, was cut off by us.
    if (!signal.aborted && request.onResult(result) === 'enough') over.abort();
  });
  const begin = (turn: number): void => {
    const attempt = request.target.probe
      .attempt(signal)
      .then((result) => results.put(turn, result))
      .finally(() => running.delete(attempt));
    running.add(attempt);
  };
  let due = ports.now();
  for (let begun = 0; !signal.aborted; begun += 1) {
    // What is under way may tell nothing, and then is made up for.
    while (begun >= request.most(results.unknown) && running.size > 0) await Promise.race(running);
    if (begun >= request.most(results.unknown) || signal.aborted) break;
    begin(begun);
    due += request.gapAfter(begun);
    if (running.size >= MOST_AT_ONCE) await Promise.race(running);
    // What could not be begun in time is not made up for: that would be a burst.
    due = Math.max(due, ports.now());
    await ports.sleep(Math.max(0, due - ports.now()), signal);
  }
  await Promise.all(running);
}

/** Holds what comes early until its turn. */
class ResultsInOrder {
  readonly #early = new Map<number, ProbeResult>();
  readonly #tell: (result: ProbeResult) => void;
  #turn = 0;
  #unknown = 0;

  constructor(tell: (result: ProbeResult) => void) {
    this.#tell = tell;
  }

  /** How many have told nothing so far. */
  get unknown(): number {
    return this.#unknown;
  }

  put(turn: number, result: ProbeResult): void {
    if (result.kind === 'unknown') this.#unknown += 1;
    this.#early.set(turn, result);
    for (let next = this.#take(); next !== undefined; next = this.#take()) this.#tell(next);
  }

  #take(): ProbeResult | undefined {
    const next = this.#early.get(this.#turn);
    if (next === undefined) return undefined;
    this.#early.delete(this.#turn);
    this.#turn += 1;
    return next;
  }
}
