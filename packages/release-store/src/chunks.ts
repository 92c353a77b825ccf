import { readSync } from 'node:fs';

/** Large enough that a tree of small files does not become thousands of writes, small enough to be counted in tens. */
export const CHUNK_SIZE: number = 1 << 18;

/** Hands out buffers of `CHUNK_SIZE` and takes back those that were used up, so that memory does not grow with what passes through. */
export class ChunkPool {
  private readonly free: Buffer[] = [];

  take(): Buffer {
    return this.free.pop() ?? Buffer.allocUnsafeSlow(CHUNK_SIZE);
  }

  /** Only when nobody reads the chunk any more. What is not given back is left to the garbage collector. */
  readonly give = (chunk: Buffer): void => {
    if (chunk.byteOffset === 0) this.free.push(Buffer.from(chunk.buffer));
  };
}

/** Joins what is written into full chunks. Each method yields the chunks that became full. */
export class ChunkWriter {
  private chunk: Buffer;
  private used = 0;
  private readonly pool: ChunkPool;

  constructor(pool: ChunkPool) {
    this.pool = pool;
    this.chunk = pool.take();
  }

  *write(bytes: Buffer): Generator<Buffer> {
    for (let at = 0; at < bytes.length; ) {
      const copied = bytes.copy(this.chunk, this.used, at);
      at += copied;
      yield* this.advance(copied);
    }
  }

  *zeros(count: number): Generator<Buffer> {
    for (let left = count; left > 0; ) {
      const filled = Math.min(left, CHUNK_SIZE - this.used);
      this.chunk.fill(0, this.used, this.used + filled);
      left -= filled;
      yield* this.advance(filled);
    }
  }

  /** Reads at most `count` bytes of an open file straight into the chunks. @returns how many there were */
  *readFrom(file: number, count: number): Generator<Buffer, number> {
    let total = 0;
    while (total < count) {
      const read = readSync(file, this.chunk, this.used, Math.min(count - total, CHUNK_SIZE - this.used), null);
      if (read === 0) break;
      total += read;
      yield* this.advance(read);
    }
    return total;
  }

  /** What is left at the end. */
  *rest(): Generator<Buffer> {
    if (this.used > 0) yield this.chunk.subarray(0, this.used);
    this.used = 0;
  }

  private *advance(count: number): Generator<Buffer> {
    this.used += count;
    if (this.used < CHUNK_SIZE) return;
    yield this.chunk;
    this.chunk = this.pool.take();
    this.used = 0;
  }
}
