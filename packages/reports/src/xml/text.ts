import * as byte from './bytes.ts';
import type { XmlListener } from './listener.ts';
import type { XmlReferences } from './references.ts';
import { MORE, type XmlWindow } from './window.ts';

interface TextParts {
  readonly window: XmlWindow;
  readonly references: XmlReferences;
  readonly listener: XmlListener;
}

/** Reads the text between tags, and tells it piece by piece: no text is ever held as a whole. */
export class XmlText {
  readonly #window: XmlWindow;
  readonly #references: XmlReferences;
  readonly #listener: XmlListener;

  constructor({ window, references, listener }: TextParts) {
    this.#window = window;
    this.#references = references;
    this.#listener = listener;
  }

  /** @returns where the piece that begins here has ended, or `MORE` */
  read(at: number): number {
    const window = this.#window;
    const stop = window.scan(at, byte.STOPS_TEXT);
    this.tell(at, stop);
    switch (window.bytes[stop]) {
      case byte.LESS:
        return stop;
      case byte.AMPERSAND:
        return this.#reference(at, stop);
      case byte.CLOSE_BRACKET:
        return this.#bracket(at, stop);
      default:
        return stop === window.end ? stop : window.unexpected(stop, 'in a text');
    }
  }

  /** Tells what is from `start` to `end` as it is written. */
  tell(start: number, end: number): void {
    if (end > start && this.#listener.wantsText) this.#listener.text(this.#window.text(start, end));
  }

  #reference(at: number, ampersand: number): number {
    const end = this.#references.endOf(ampersand);
    if (end === MORE) return ampersand > at ? ampersand : MORE;
    if (this.#listener.wantsText) this.#listener.text(this.#references.characterAt(ampersand, end));
    return end;
  }

  #bracket(at: number, bracket: number): number {
    if (mayEndCdata(this.#window, bracket)) return bracket > at ? bracket : MORE;
    if (endsCdata(this.#window, bracket)) this.#window.fail(']]> is not allowed in a text', bracket);
    this.tell(bracket, bracket + 1);
    return bracket + 1;
  }
}

/** Whether ]]> is here. */
export function endsCdata({ bytes }: XmlWindow, bracket: number): boolean {
  return bytes[bracket + 1] === byte.CLOSE_BRACKET && bytes[bracket + 2] === byte.GREATER;
}

/** Whether the window ends before it can be told if ]]> is here. */
export function mayEndCdata({ bytes, end }: XmlWindow, bracket: number): boolean {
  return bracket + 1 >= end || (bracket + 2 >= end && bytes[bracket + 1] === byte.CLOSE_BRACKET);
}
