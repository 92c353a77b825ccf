import type { ProbeResult } from '@plimsoll/probe';
import type { VerificationPorts } from './ports.ts';
import type { Target } from './targets.ts';

export interface SamplingRequest {
  readonly target: Target;
  readonly intervalMs: number;
  /** Attempts that are begun at most. */
  readonly most: number;
  /** Told of every attempt in the order of their ends; `enough` ends the sampling. */
  readonly onResult: (result: ProbeResult) => 'more' | 'enough';
  readonly ports: VerificationPorts;
}

/** A service that hangs must not be asked without end. */
const MOST_AT_ONCE = 10;

/**
 * Attempts at planned times, whether the ones before have ended or not: when a service stands still, those who would have come meanwhile
 * count too. (Waiting for each answer before the next question hides that; Tene's "coordinated omission".)
 */
export async function sampleUntilEnough(request: SamplingRequest): Promise<void> {
  const { ports } = request;
  const over = new AbortController();
  const signal = AbortSignal.any([ports.signal, over.signal]);
  const running = new Set<Promise<void>>();
  const begin = (): void => {
    const attempt = tryOnce(request, { signal, over }).finally(() => running.delete(attempt));
    running.add(attempt);
  };
  let due = ports.now();
  for (let begun = 0; begun < request.most && !signal.aborted; begun += 1) {
    begin();
    due += request.intervalMs;
    if (running.size >= MOST_AT_ONCE) await Promise.race(running);
    // What could not be begun in time is not made up for: that would be a burst.
    due = Math.max(due, ports.now());
    await ports.sleep(Math.max(0, due - ports.now()), signal);
  }
  await Promise.all(running);
}

interface Ends {
  readonly signal: AbortSignal;
  readonly over: AbortController;
}

async function tryOnce({ target, onResult }: SamplingRequest, { signal, over }: Ends): Promise<void> {
  const result = await target.probe.attempt(signal);
  // What was under way when the verdict was clear, or when the run was cancelled, was cut off by us.
  if (signal.aborted) return;
  if (onResult(result) === 'enough') over.abort();
}
