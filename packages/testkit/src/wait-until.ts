import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 10;

/** How long to wait, and what for: `what` completes the sentence "waited 5000 ms for …". */
export interface Deadline {
  readonly deadlineMs: number;
  readonly what: string;
}

/**
 * Asks `condition` every 10 ms until it answers with something other than `undefined`, `null` or `false`, and returns that.
 *
 * @throws Error when the deadline passes first, naming what was waited for; or whatever `condition` throws.
 */
export async function waitUntil<T>(
  condition: () => T | Promise<T>,
  { deadlineMs, what }: Deadline,
): Promise<NonNullable<Exclude<T, false>>> {
  const deadline = performance.now() + deadlineMs;
  for (;;) {
    const answer = await condition();
    if (isThere(answer)) return answer;
    if (performance.now() >= deadline) throw new Error(`Waited ${deadlineMs} ms for ${what}, in vain.`);
    await pause(POLL_MS);
  }
}

function isThere<T>(answer: T): answer is NonNullable<Exclude<T, false>> {
  return answer !== undefined && answer !== null && answer !== false;
}
