import { MAX_TOKEN_BYTES } from '../limits.ts';
import { shown, Unreadable } from '../unreadable.ts';
import { isSpace, STOPS } from './bytes.ts';

/** Not a place in the window: what begins here is not all there yet. */
export const MORE = -1;

/** Bytes of a tag from which on it is long. */
const LONG_TAG = 65_536;

/** The part of a document that is not done yet, from place 0 to `end`. */
export class XmlWindow {
  /** Behind the last byte is a zero. No document has one, so that every scan ends there. */
  #bytes: Buffer = Buffer.alloc(0);
  #end = 0;
  #offset = 0;
  /** How much there has to be before it is worth looking at. */
  #enough = 0;

  get bytes(): Buffer {
    return this.#bytes;
  }

  get end(): number {
    return this.#end;
  }

  /** Where in the document place 0 is. */
  get offset(): number {
    return this.#offset;
  }

  /** A tag is read from its beginning each time: a long one only when there is twice as much of it, not with every chunk. */
  get hasEnough(): boolean {
    return this.#end >= this.#enough;
  }

  append(chunk: Uint8Array): void {
    const needed = this.#end + chunk.length + 1;
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(needed + (this.#end > 0 ? needed : 0));
      this.#bytes.copy(larger, 0, 0, this.#end);
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.#end);
    this.#end += chunk.length;
    this.#bytes[this.#end] = 0;
  }

  /** Lets go of what is done. @throws Unreadable when too much is left for one tag */
  discard(done: number): void {
    this.#bytes.copyWithin(0, done, this.#end);
    this.#offset += done;
    this.#end -= done;
    if (this.#end > MAX_TOKEN_BYTES)
      throw new Unreadable(`one tag is longer than ${MAX_TOKEN_BYTES} bytes`, this.#offset);
    this.#bytes[this.#end] = 0;
    this.#enough = this.#end > LONG_TAG ? Math.min(this.#end * 2, MAX_TOKEN_BYTES + 1) : 0;
  }

  /** The first place from `at` that stops this kind of scan (`STOPS_…`). */
  scan(at: number, stopping: number): number {
    const bytes = this.#bytes;
    let place = at;
    while (((STOPS[bytes[place] ?? 0] ?? 0) & stopping) === 0) place += 1;
    return place;
  }

  skipSpace(at: number): number {
    const bytes = this.#bytes;
    let place = at;
    while (isSpace(bytes[place])) place += 1;
    return place;
  }

  /** The first place from `at` with these bytes; `MORE` where there is none yet. */
  find(wanted: string | number, at: number): number {
    const place = this.#bytes.subarray(0, this.#end).indexOf(wanted, at);
    return place < 0 ? MORE : place;
  }

  /** Whether all of this is here. */
  holds(wanted: Buffer, at: number): boolean {
    return this.#bytes.subarray(at, Math.min(at + wanted.length, this.#end)).equals(wanted);
  }

  text(start: number, end: number): string {
    return this.#bytes.toString('utf8', start, end);
  }

  /** @throws Unreadable with the offset of this place in the document */
  fail(message: string, at: number): never {
    throw new Unreadable(message, this.#offset + at);
  }

  /** For a byte that nothing expects: more is needed at the end of the window, everywhere else it is a fault. */
  unexpected(at: number, where: string): typeof MORE {
    if (at >= this.#end) return MORE;
    const found = this.text(at, Math.min(at + 8, this.#end)).slice(0, 1);
    return this.fail(`${shown(found)} is not allowed ${where}`, at);
  }
}
