import type { ValueSink } from '../xml/attributes.ts';

const PRIME_A = 0x01000193;
const PRIME_B = 0x85ebca6b;
const START_A = 0x811c9dc5;
const START_B = 0x9747b28c;
const BETWEEN = 0xff;

/**
 * A number of 53 bits for a sequence of texts, so that a million tests can be compared without keeping their names. With a million
 * tests, the chance that any failed one shares it with another is below one in a million for each thousand failures.
 */
export class Fingerprint implements ValueSink {
  #a = START_A;
  #b = START_B;

  /** Begins anew. */
  reset(): void {
    this.#a = START_A;
    this.#b = START_B;
  }

  /** Adds what is in UTF-8 from `start` to `end`. */
  addBytes(bytes: Uint8Array, start: number, end: number): void {
    let a = this.#a;
    let b = this.#b;
    for (let index = start; index < end; index += 1) {
      const byte = bytes[index] ?? 0;
      a = Math.imul(a ^ byte, PRIME_A);
      b = Math.imul(b ^ byte ^ (b >>> 15), PRIME_B);
    }
    this.#a = a;
    this.#b = b;
  }

  /** Adds a text as if it were given in bytes. */
  addText(text: string): void {
    const bytes = Buffer.from(text, 'utf8');
    this.addBytes(bytes, 0, bytes.length);
  }

  /** Ends one text and begins the next, so that `ab, c` is not `a, bc`. */
  next(): void {
    // No text in UTF-8 has this byte.
    this.#a = Math.imul(this.#a ^ BETWEEN, PRIME_A);
    this.#b = Math.imul(this.#b ^ BETWEEN, PRIME_B);
  }

  /** A whole number from 0 below 2^53. */
  value(): number {
    const high = (this.#b ^ (this.#b >>> 13)) >>> 11;
    return high * 0x1_0000_0000 + ((this.#a ^ (this.#a >>> 16)) >>> 0);
  }
}
