import { MAX_ATTRIBUTES } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';
import { resolved, type XmlVersion } from './entities.ts';
import type { XmlName } from './names.ts';

/** Takes values without a text being made of each. */
export interface ValueSink {
  /** A value in UTF-8, from `start` to `end`. */
  addBytes(bytes: Uint8Array, start: number, end: number): void;
  addText(text: string): void;
}

/** The attributes of the element that was just opened. To be read at once: the next element takes their place. */
export class XmlAttributes {
  #bytes: Buffer = Buffer.alloc(0);
  #version: XmlVersion = '1.0';
  #count = 0;
  readonly #names: XmlName[] = [];
  readonly #starts = new Int32Array(MAX_ATTRIBUTES);
  readonly #ends = new Int32Array(MAX_ATTRIBUTES);
  readonly #plain = new Uint8Array(MAX_ATTRIBUTES);

  /** Begins a new element whose attributes are places in `bytes`. */
  begin(bytes: Buffer, version: XmlVersion): void {
    this.#bytes = bytes;
    this.#version = version;
    this.#count = 0;
  }

  /** @throws Unreadable when there are two of a name, or too many. */
  add(name: XmlName, start: number, end: number): void {
    const count = this.#count;
    for (let index = 0; index < count; index += 1) {
      if (this.#names[index] === name) throw new Unreadable(`an element has the attribute ${name.text} twice`);
    }
    if (count === MAX_ATTRIBUTES) throw new Unreadable(`an element has more than ${MAX_ATTRIBUTES} attributes`);
    this.#names[count] = name;
    this.#starts[count] = start;
    this.#ends[count] = end;
    this.#plain[count] = 1;
    this.#count = count + 1;
  }

  /** Says of the newest attribute that it has references, or white space that reads differently from how it is written. */
  mark(): void {
    this.#plain[this.#count - 1] = 0;
  }

  /** The value of an attribute; undefined where the element has none of this name. */
  text(name: string): string | undefined {
    const index = this.#indexOf(name);
    return index < 0 ? undefined : this.#textAt(index);
  }

  /** Whether the element has this attribute with anything in it. */
  has(name: string): boolean {
    const index = this.#indexOf(name);
    return index >= 0 && this.#starts[index] !== this.#ends[index];
  }

  /** The value as a number where it is digits with or without a fraction, and short enough to be exact; else undefined. */
  decimal(name: string): number | undefined {
    const index = this.#indexOf(name);
    return index < 0 ? undefined : decimalAt(this.#bytes, this.#starts[index] ?? 0, this.#ends[index] ?? 0);
  }

  /** Gives the value to a sink; nothing where there is none. */
  addTo(sink: ValueSink, name: string): void {
    const index = this.#indexOf(name);
    if (index < 0) return;
    if (this.#plain[index] === 1) {
      sink.addBytes(this.#bytes, this.#starts[index] ?? 0, this.#ends[index] ?? 0);
      return;
    }
    sink.addText(this.#textAt(index));
  }

  #indexOf(name: string): number {
    for (let index = 0; index < this.#count; index += 1) {
      if (this.#names[index]?.text === name) return index;
    }
    return -1;
  }

  #textAt(index: number): string {
    const text = this.#bytes.toString('utf8', this.#starts[index], this.#ends[index]);
    return this.#plain[index] === 1 ? text : resolved(text.replaceAll(/\r\n?|[\n\t]/gu, ' '), this.#version);
  }
}

const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

/** As many digits as a number holds exactly. */
const MAX_DIGITS = 15;

function decimalAt(bytes: Uint8Array, start: number, end: number): number | undefined {
  if (end === start || end - start > MAX_DIGITS) return undefined;
  let value = 0;
  let scale = 1;
  let growth = 1;
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte >= ZERO && byte <= NINE) {
      value = value * 10 + byte - ZERO;
      scale *= growth;
    } else if (byte === POINT && growth === 1) growth = 10;
    else return undefined;
  }
  return value / scale;
}
