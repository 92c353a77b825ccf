import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** A stream that is read as fast as its chunks are taken care of. */
export interface PacedOutput {
  /** Resolves when everything that has come was taken care of. */
  readonly settled: () => Promise<void>;
  /** Resolves when nothing has come, and nothing was held back, for as long as given. */
  readonly quiet: (ms: number) => Promise<void>;
}

/** @param take answers with a promise, which never rejects, when the sender has to wait for it. */
export function paceOutput(stream: Readable, take: (chunk: Buffer) => Promise<void> | undefined): PacedOutput {
  let chunks = 0;
  let held: Promise<void> | undefined;
  const hold = async (waiting: Promise<void>): Promise<void> => {
    stream.pause();
    held = waiting;
    await waiting;
    if (held !== waiting) return;
    held = undefined;
    stream.resume();
  };
  stream.on('data', (chunk: Buffer) => {
    chunks += 1;
    // When the process ends, Node lets its streams flow, paused or not: what comes then has to wait for its turn.
    const waiting = held === undefined ? take(chunk) : held.then(() => take(chunk));
    if (waiting !== undefined) void hold(waiting);
  });
  const settled = async (): Promise<void> => {
    for (let waiting = held; waiting !== undefined; waiting = held) await waiting;
  };
  const quiet = async (ms: number): Promise<void> => {
    const before = chunks;
    await pause(ms, undefined, { ref: false });
    if (chunks !== before || held !== undefined) await quiet(ms);
  };
  return { settled, quiet };
}
