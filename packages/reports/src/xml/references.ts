import * as byte from './bytes.ts';
import { characterOf, MAX_REFERENCE_BYTES, type XmlVersion } from './entities.ts';
import { MORE, type XmlWindow } from './window.ts';

/** Reads `&lt;` and the like where they stand. */
export class XmlReferences {
  readonly #window: XmlWindow;
  /** That of the document, until its declaration says another. */
  version: XmlVersion = '1.0';

  constructor(window: XmlWindow) {
    this.#window = window;
  }

  /** Where the reference that begins here has ended. @throws Unreadable when it is none, or not defined */
  endOf(ampersand: number): number {
    const window = this.#window;
    const limit = Math.min(window.end, ampersand + MAX_REFERENCE_BYTES);
    for (let place = ampersand + 1; place < limit; place += 1) {
      if (window.bytes[place] !== byte.SEMICOLON) continue;
      this.characterAt(ampersand, place + 1);
      return place + 1;
    }
    if (limit === window.end) return MORE;
    return window.fail('an & begins no reference that is known', ampersand);
  }

  /** What a reference stands for. @throws Unreadable when it is not defined */
  characterAt(ampersand: number, end: number): string {
    const reference = this.#window.text(ampersand + 1, end - 1);
    const character = characterOf(reference, this.version);
    return character ?? this.#window.fail(`&${reference}; is not defined`, ampersand);
  }
}
