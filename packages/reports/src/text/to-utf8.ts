import { isUtf8 } from 'node:buffer';
import { Unreadable } from '../unreadable.ts';
import type { Encoding } from './encoding.ts';

/** Turns a report, chunk by chunk, into valid UTF-8 in which no character is split between two chunks. */
export interface Utf8Converter {
  /** @throws Unreadable naming the first byte that is not of the encoding. */
  convert(chunk: Uint8Array): Uint8Array;
  /** @throws Unreadable when the report ends within a character. */
  end(): void;
  /** Where in the report the byte at this offset of the converted text comes from; exact for the newest chunk. */
  sourceOffset(offset: number): number;
}

/** @param start bytes of the report before the first chunk: its byte-order mark */
export function createConverter(encoding: Encoding, start: number): Utf8Converter {
  switch (encoding) {
    case 'utf-8':
      return new Utf8Check(start);
    case 'us-ascii':
      return new AsciiCheck(start);
    case 'latin-1':
    case 'windows-1252':
      return new SingleBytes(encoding, start);
    case 'utf-16le':
    case 'utf-16be':
      return new DoubleBytes(encoding, start);
  }
}

/** Joins what was left of the chunk before with this one. */
function joined(left: Uint8Array, chunk: Uint8Array): Uint8Array {
  return left.length === 0 ? chunk : Buffer.concat([left, chunk]);
}

const NOTHING = new Uint8Array(0);

class Utf8Check implements Utf8Converter {
  readonly #start: number;
  #left: Uint8Array = NOTHING;
  /** Offset of the first byte that was not given out yet. */
  #offset: number;

  constructor(start: number) {
    this.#start = start;
    this.#offset = start;
  }

  convert(chunk: Uint8Array): Uint8Array {
    const bytes = joined(this.#left, chunk);
    const whole = bytes.subarray(0, bytes.length - unfinished(bytes));
    if (!isUtf8(whole)) throw new Unreadable('it is not valid UTF-8', this.#offset + firstInvalid(whole));
    this.#left = Uint8Array.from(bytes.subarray(whole.length));
    this.#offset += whole.length;
    return whole;
  }

  end(): void {
    if (this.#left.length > 0) throw new Unreadable('it ends within a character of UTF-8', this.#offset);
  }

  sourceOffset(offset: number): number {
    return offset + this.#start;
  }
}

/** Bytes at the end that begin a character and do not end it. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0;
  }
  return 0;
}

/** Bytes of the character that begins with this one; 0 where none does. */
function lengthOf(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

/** Only called when there is one; halves the place where it can be. */
function firstInvalid(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const part = bytes.subarray(0, middle);
    if (isUtf8(part.subarray(0, middle - unfinished(part)))) good = middle;
    else bad = middle;
  }
  return good;
}

class AsciiCheck implements Utf8Converter {
  readonly #start: number;
  #offset: number;

  constructor(start: number) {
    this.#start = start;
    this.#offset = start;
  }

  convert(chunk: Uint8Array): Uint8Array {
    const wrong = chunk.findIndex((byte) => byte > 0x7f);
    if (wrong >= 0) throw new Unreadable('it declares US-ASCII and has a byte beyond it', this.#offset + wrong);
    this.#offset += chunk.length;
    return chunk;
  }

  end(): void {}

  sourceOffset(offset: number): number {
    return offset + this.#start;
  }
}

/** Finds the place in the report by the text of the newest chunk. */
class Places {
  readonly #width: number;
  #source: number;
  #converted = 0;
  #newest: Buffer = Buffer.alloc(0);

  constructor(start: number, width: number) {
    this.#source = start;
    this.#width = width;
  }

  advance(text: string): Buffer {
    this.#source += this.#newest.toString('utf8').length * this.#width;
    this.#converted += this.#newest.length;
    this.#newest = Buffer.from(text, 'utf8');
    return this.#newest;
  }

  get end(): number {
    return this.sourceOffset(this.#converted + this.#newest.length);
  }

  sourceOffset(offset: number): number {
    const within = Math.max(0, offset - this.#converted);
    return this.#source + this.#newest.subarray(0, within).toString('utf8').length * this.#width;
  }
}

class SingleBytes implements Utf8Converter {
  readonly #places: Places;
  readonly #decode: (chunk: Uint8Array) => string;

  constructor(encoding: 'latin-1' | 'windows-1252', start: number) {
    this.#places = new Places(start, 1);
    const windows = new TextDecoder('windows-1252');
    this.#decode =
      encoding === 'windows-1252'
        ? (chunk) => windows.decode(chunk)
        : (chunk) => Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
  }

  convert(chunk: Uint8Array): Uint8Array {
    return this.#places.advance(this.#decode(chunk));
  }

  end(): void {}

  sourceOffset(offset: number): number {
    return this.#places.sourceOffset(offset);
  }
}

class DoubleBytes implements Utf8Converter {
  readonly #places: Places;
  readonly #swapped: boolean;
  #left: Uint8Array = NOTHING;

  constructor(encoding: 'utf-16le' | 'utf-16be', start: number) {
    this.#places = new Places(start, 2);
    this.#swapped = encoding === 'utf-16be';
  }

  convert(chunk: Uint8Array): Uint8Array {
    const bytes = Buffer.from(joined(this.#left, chunk));
    const even = bytes.length & ~1;
    const units = bytes.subarray(0, even);
    const text = (this.#swapped ? Buffer.from(units).swap16() : units).toString('utf16le');
    const whole = isLead(text.charCodeAt(text.length - 1)) ? text.slice(0, -1) : text;
    if (!whole.isWellFormed()) {
      throw new Unreadable('it is not valid UTF-16', this.#places.end + 2 * loneSurrogate(whole));
    }
    this.#left = Uint8Array.from(bytes.subarray(whole.length * 2));
    return this.#places.advance(whole);
  }

  end(): void {
    if (this.#left.length > 0) throw new Unreadable('it ends within a character of UTF-16', this.#places.end);
  }

  sourceOffset(offset: number): number {
    return this.#places.sourceOffset(offset);
  }
}

function isLead(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function loneSurrogate(text: string): number {
  return /\p{Surrogate}/u.exec(text)?.index ?? 0;
}
