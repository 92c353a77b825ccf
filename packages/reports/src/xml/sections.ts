import * as byte from './bytes.ts';
import { endsCdata, mayEndCdata, type XmlText } from './text.ts';
import { MORE, type XmlWindow } from './window.ts';

export type SectionKind = 'comment' | 'cdata' | 'instruction';

/** Reads what has no markup in it and ends with signs of its own: comments, CDATA, instructions. Any of them may be longer than a window. */
export class XmlSections {
  readonly #window: XmlWindow;
  readonly #text: XmlText;
  #open: SectionKind | 'none' = 'none';

  constructor(window: XmlWindow, text: XmlText) {
    this.#window = window;
    this.#text = text;
  }

  get isOpen(): boolean {
    return this.#open !== 'none';
  }

  /** @param at where it goes on behind the signs that begin it */
  begin(kind: SectionKind, at: number): number {
    this.#open = kind;
    return at;
  }

  /** Goes on in the section that is open. @returns the next place, in it or behind it, or `MORE` */
  read(at: number): number {
    switch (this.#open) {
      case 'comment':
        return this.#comment(at);
      case 'cdata':
        return this.#cdata(at);
      case 'instruction':
        return this.#instruction(at);
      case 'none':
        throw new Error('No section is open.');
    }
  }

  #close(end: number): number {
    this.#open = 'none';
    return end;
  }

  #comment(at: number): number {
    const { bytes, end } = this.#window;
    const stop = this.#window.scan(at, byte.STOPS_COMMENT);
    if (bytes[stop] !== byte.HYPHEN) return this.#endOfWindow(stop, 'in a comment');
    if (stop + 1 >= end) return stop > at ? stop : MORE;
    if (bytes[stop + 1] !== byte.HYPHEN) return stop + 1;
    if (bytes[stop + 2] === byte.GREATER) return this.#close(stop + 3);
    if (stop + 2 >= end) return stop > at ? stop : MORE;
    return this.#window.fail('-- is not allowed in a comment', stop);
  }

  #cdata(at: number): number {
    const stop = this.#window.scan(at, byte.STOPS_CDATA);
    this.#text.tell(at, stop);
    if (this.#window.bytes[stop] !== byte.CLOSE_BRACKET) return this.#endOfWindow(stop, 'in CDATA');
    if (endsCdata(this.#window, stop)) return this.#close(stop + 3);
    if (mayEndCdata(this.#window, stop)) return stop > at ? stop : MORE;
    this.#text.tell(stop, stop + 1);
    return stop + 1;
  }

  #instruction(at: number): number {
    const { bytes, end } = this.#window;
    const stop = this.#window.scan(at, byte.STOPS_INSTRUCTION);
    if (bytes[stop] !== byte.QUESTION) return this.#endOfWindow(stop, 'in an instruction');
    if (bytes[stop + 1] === byte.GREATER) return this.#close(stop + 2);
    if (stop + 1 >= end) return stop > at ? stop : MORE;
    return stop + 1;
  }

  /** A scan that nothing expected has stopped has come to the end of the window, or to a control character. */
  #endOfWindow(stop: number, where: string): number {
    return stop === this.#window.end ? stop : this.#window.unexpected(stop, where);
  }
}
