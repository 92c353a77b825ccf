import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { Failure } from '@plimsoll/outcome';
import type { RemoteEvent } from './execution.ts';

/** Where the bytes of one block go. */
export interface BlockTarget {
  /** Takes bytes that are not used by anybody else any more. A promise when whoever sends has to wait for it. */
  readonly write: (bytes: Buffer) => Promise<void> | undefined;
  /** All bytes have come. A promise when they have still to be taken care of. */
  readonly end: () => Promise<void> | undefined;
  /** The rest will not come. */
  readonly abandon: () => void;
  /** What is told when all is done. */
  readonly event: () => RemoteEvent;
}

/** Keeps a block in memory. */
export function memoryTarget(name: string, size: number): BlockTarget {
  const block = Buffer.allocUnsafe(size);
  let filled = 0;
  return {
    write: (bytes) => {
      filled += bytes.copy(block, filled);
      return undefined;
    },
    end: () => undefined,
    abandon: () => undefined,
    event: () => ({ name, value: String(size), block }),
  };
}

/** Hands a block on to a stream, no faster than that takes it. */
export function streamTarget(name: string, size: number, stream: Writable): BlockTarget {
  const failed = once(stream, 'error').then(([error]) => {
    throw error;
  });
  failed.catch(() => undefined); // Told when the next bytes are written, or at the end.
  const settled = (event: string): Promise<void> => Promise.race([once(stream, event).then(() => undefined), failed]);
  return {
    write: (bytes) => (stream.write(bytes) ? undefined : settled('drain')),
    end: () => {
      const finished = settled('finish');
      stream.end();
      return finished;
    },
    abandon: () =>
      void stream.destroy(new Failure('connect', `The connection ended before all ${size} bytes of ${name} had come.`)),
    event: () => ({ name, value: String(size) }),
  };
}
