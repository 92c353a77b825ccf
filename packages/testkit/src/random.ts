/**
 * A small, fast generator of pseudo-random numbers (xorshift32), so that a failing case can be repeated from its seed.
 * Not for secrets.
 */
export class Random {
  #state: number;

  constructor(seed: number) {
    // A state of zero would stay zero for ever; the multiplication spreads small seeds over all bits.
    this.#state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x85ebca6b) >>> 0 || 1;
    for (let warmUp = 0; warmUp < 8; warmUp += 1) this.next();
  }

  /** An integer from 0 to 2^32 - 1. */
  next(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x >>> 0;
    return this.#state;
  }

  /** An integer from 0 to `limit` - 1. */
  below(limit: number): number {
    return this.next() % limit;
  }

  /** One of the given values. */
  pick<T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0];
  }

  /** So many bytes that no compressor makes smaller. */
  bytes(length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    const whole = length - (length % 4);
    for (let at = 0; at < whole; at += 4) bytes.writeUInt32LE(this.next(), at);
    for (let at = whole; at < length; at += 1) bytes[at] = this.next() & 0xff;
    return bytes;
  }
}
