import { MAX_NAMES } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';
import { NAME_BYTES } from './bytes.ts';
import type { XmlWindow } from './window.ts';

/** A name that occurs in the document. The same name is the same object wherever it occurs. */
export interface XmlName {
  readonly text: string;
  /** Without a prefix. */
  readonly local: string;
}

interface Entry extends XmlName {
  readonly bytes: Uint8Array;
}

/** Where a name is. */
interface NameRange {
  readonly start: number;
  readonly end: number;
  /** Any number that depends on the bytes of the name alone. */
  readonly hash: number;
}

/** A power of two, so that a mask finds the place, and four times as many as there may be names. */
const PLACES = 4096;

/** Reads names, and knows those of a document by their bytes, so that no text is made for a name that was seen before. */
export class XmlNames {
  readonly #window: XmlWindow;
  readonly #places: (Entry | undefined)[] = Array.from({ length: PLACES });
  #count = 0;
  #end = 0;

  constructor(window: XmlWindow) {
    this.#window = window;
  }

  /** Where the name that was read last has ended. */
  get end(): number {
    return this.#end;
  }

  /** The name that begins here; undefined when it may go on beyond the window. @throws Unreadable when none does */
  read(at: number): XmlName | undefined {
    const { bytes } = this.#window;
    if (NAME_BYTES[bytes[at] ?? 0] !== 2) {
      this.#window.unexpected(at, 'where a name begins');
      return undefined;
    }
    let hash = 0;
    let end = at;
    while (NAME_BYTES[bytes[end] ?? 0] !== 0) {
      hash = (Math.imul(hash, 31) + (bytes[end] ?? 0)) | 0;
      end += 1;
    }
    if (end === this.#window.end) return undefined;
    this.#end = end;
    return this.#known(bytes, { start: at, end, hash });
  }

  #known(bytes: Buffer, range: NameRange): XmlName {
    for (let place = range.hash & (PLACES - 1); ; place = (place + 1) & (PLACES - 1)) {
      const entry = this.#places[place];
      if (entry === undefined) return this.#add(place, bytes.subarray(range.start, range.end));
      if (isSame(entry.bytes, bytes, range)) return entry;
    }
  }

  #add(place: number, bytes: Buffer): XmlName {
    this.#count += 1;
    if (this.#count > MAX_NAMES) {
      throw new Unreadable(`it has more than ${MAX_NAMES} different names of elements and attributes`);
    }
    const text = bytes.toString('utf8');
    const entry = { text, local: text.slice(text.lastIndexOf(':') + 1), bytes: Uint8Array.from(bytes) };
    this.#places[place] = entry;
    return entry;
  }
}

function isSame(name: Uint8Array, bytes: Buffer, { start, end }: NameRange): boolean {
  if (name.length !== end - start) return false;
  for (let index = 0; index < name.length; index += 1) {
    if (name[index] !== bytes[start + index]) return false;
  }
  return true;
}
