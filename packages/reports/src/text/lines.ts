import { MAX_TOKEN_BYTES } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';

const LINE_FEED = 0x0a;

/** Cuts what comes in chunks of UTF-8 into lines. */
export class Lines {
  #left: Uint8Array = new Uint8Array(0);
  #offset = 0;

  /** The lines that are complete now, without their ends, with the offset where each begins. */
  *cut(chunk: Uint8Array): Generator<{ readonly line: string; readonly offset: number }> {
    const bytes = this.#left.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#left, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      const line = bytes.toString('utf8', start, end);
      yield { line: line.endsWith('\r') ? line.slice(0, -1) : line, offset: this.#offset + start };
      start = end + 1;
    }
    this.#offset += start;
    this.#left = bytes.subarray(start);
    if (this.#left.length > MAX_TOKEN_BYTES)
      throw new Unreadable(`a line is longer than ${MAX_TOKEN_BYTES} bytes`, this.#offset);
  }

  /** @throws Unreadable when the last line has no end: all of these writers end it, so that more was to come. */
  end(): void {
    if (this.#left.length > 0) {
      throw new Unreadable('it is truncated: its last line has no end', this.#offset + this.#left.length);
    }
  }
}
