import type { ProbeResult } from '@plimsoll/probe';
import type { VerificationPorts } from './ports.ts';
import type { Backend, Target } from './targets.ts';

/** One attempt of one target. */
export interface Attempt {
  readonly target: Target;
  readonly result: ProbeResult;
}

/** Tries every target once, side by side. */
export async function tryAll(targets: readonly Target[], ports: VerificationPorts): Promise<readonly Attempt[]> {
  return sideBySide(targets, (target) => tryOnce(target, ports));
}

function sideBySide(
  targets: readonly Target[],
  attempt: (target: Target) => Promise<ProbeResult>,
): Promise<readonly Attempt[]> {
  return Promise.all(targets.map(async (target) => ({ target, result: await attempt(target) })));
}

/**
 * One attempt, and another one where that told nothing, such as on a machine that stood still: there are no others that could tell. What may
 * change something is not asked for again.
 */
export async function tryOnce({ check, probe }: Target | Backend, { signal }: VerificationPorts): Promise<ProbeResult> {
  const result = await probe.attempt(signal);
  const changesNothing = check.kind === 'http' ? ['GET', 'HEAD'].includes(check.method) : check.kind !== 'command';
  return result.kind === 'unknown' && changesNothing && !signal.aborted ? probe.attempt(signal) : result;
}

export interface ReadinessRequest {
  readonly targets: readonly Target[];
  readonly withinMs: number;
  readonly ports: VerificationPorts;
  /** Told of each round, with what is not well yet. */
  readonly onRound: (waiting: readonly Attempt[], passedMs: number) => void;
}

export interface Readiness {
  readonly isReady: boolean;
  readonly afterMs: number;
  /** The last round. */
  readonly attempts: readonly Attempt[];
}

/** From one round of readiness to the next. */
const ROUND_MS = 500;

/**
 * Tries all targets again and again until one round finds all of them well, or the time is over. What is not well before that is no
 * evidence against the service: it is starting.
 */
export async function waitUntilReady(request: ReadinessRequest): Promise<Readiness> {
  const { targets, withinMs, ports } = request;
  const startedAt = ports.now();
  for (;;) {
    const roundAt = ports.now();
    const attempts = await sideBySide(targets, ({ probe }) => probe.attempt(ports.signal));
    const waiting = attempts.filter(({ result }) => result.kind !== 'ok');
    const afterMs = ports.now() - startedAt;
    if (waiting.length === 0) return { isReady: true, afterMs, attempts };
    if (ports.signal.aborted || afterMs + ROUND_MS > withinMs) return { isReady: false, afterMs, attempts };
    request.onRound(waiting, afterMs);
    await ports.sleep(Math.max(0, roundAt + ROUND_MS - ports.now()), ports.signal);
  }
}
