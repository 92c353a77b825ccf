import type { AttemptEnd, AttemptLimits, LossReason } from './attempts/attempt.ts';

/** Time and chance. */
export interface Ports {
  /** Milliseconds of a clock that only goes forward. */
  readonly tick: () => number;
  readonly now: () => Date;
  /** Ends early, without an error, when the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** 0 to 1. */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** How long to persist. */
export interface Budget {
  /** Of one attempt. */
  readonly timeoutMs: number;
  /** Of all attempts and pauses together. */
  readonly totalMs: number;
}

export interface PersistRequest {
  readonly attempt: (limits: AttemptLimits) => Promise<AttemptEnd>;
  readonly budget: Budget;
  readonly ports: Ports;
}

/** How it ended, after all attempts. */
export interface PersistEnd {
  readonly delivered: boolean;
  /** HTTP status or SMTP reply of the last attempt; 0 when there was no answer. */
  readonly status: number;
  readonly attempts: number;
  /** Empty when it was delivered. */
  readonly reason: LossReason | '';
  readonly word: string;
  /** How long the receiver wanted us to wait, when that was longer than the budget. */
  readonly wantedMs: number | undefined;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** A try with less time than this is none. */
const SHORTEST_TRY_MS = 250;

/**
 * Tries until the message is delivered, lost for good, or the budget is used up. Pauses grow at random between the first
 * pause and three times the one before (decorrelated jitter: Brooker, "Exponential Backoff And Jitter", AWS Architecture
 * Blog), and are never shorter than what the receiver asked for.
 */
export async function persist({ attempt, budget, ports }: PersistRequest): Promise<PersistEnd> {
  const deadline = ports.tick() + budget.totalMs;
  let pause = FIRST_PAUSE_MS;
  for (let attempts = 1; ; attempts += 1) {
    // Timers take whole milliseconds, and none would mean no limit.
    const timeoutMs = Math.max(1, Math.floor(Math.min(budget.timeoutMs, deadline - ports.tick())));
    const end = await attempt({ timeoutMs, signal: ports.signal });
    if (end.kind !== 'again') return concluded(end, attempts);
    pause = nextPause(pause, ports.random());
    const left = deadline - ports.tick() - SHORTEST_TRY_MS;
    if (Math.max(pause, end.retryAfterMs ?? 0) > left) return givenUp(end, attempts, left);
    await ports.sleep(Math.max(pause, end.retryAfterMs ?? 0), ports.signal);
    if (ports.signal.aborted) return { ...givenUp(end, attempts, left), reason: 'cancelled' };
  }
}

function nextPause(last: number, random: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS + random * (last * 3 - FIRST_PAUSE_MS));
}

type Ended = Exclude<AttemptEnd, { kind: 'again' }>;
type Again = Extract<AttemptEnd, { kind: 'again' }>;

function concluded(end: Ended, attempts: number): PersistEnd {
  const { status } = end;
  if (end.kind === 'delivered') return { delivered: true, status, attempts, reason: '', word: '', wantedMs: undefined };
  return { delivered: false, status, attempts, reason: end.reason, word: end.word, wantedMs: undefined };
}

function givenUp({ status, reason, word, retryAfterMs = 0 }: Again, attempts: number, left: number): PersistEnd {
  return { delivered: false, status, attempts, reason, word, wantedMs: retryAfterMs > left ? retryAfterMs : undefined };
}
