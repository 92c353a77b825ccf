import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** A stream that is read as fast as its chunks are taken care of. */
export interface PacedOutput {
  /** Resolves when nothing has come, and nothing was held back, for as long as given. */
  readonly quiet: (ms: number) => Promise<void>;
}

/** @param take answers with a promise, which never rejects, when the sender has to wait for it. */
export function paceOutput(stream: Readable, take: (chunk: Buffer) => Promise<void> | undefined): PacedOutput {
  const seen = { chunks: 0, isHeld: false };
  const hold = async (waiting: Promise<void>): Promise<void> => {
    seen.isHeld = true;
    stream.pause();
    await waiting;
    seen.isHeld = false;
    stream.resume();
  };
  stream.on('data', (chunk: Buffer) => {
    seen.chunks += 1;
    const waiting = take(chunk);
    if (waiting !== undefined) void hold(waiting);
  });
  const quiet = async (ms: number): Promise<void> => {
    const before = seen.chunks;
    await pause(ms, undefined, { ref: false });
    if (seen.chunks !== before || seen.isHeld) await quiet(ms);
  };
  return { quiet };
}
