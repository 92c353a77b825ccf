import { MAX_DOCTYPE_BYTES } from '../limits.ts';
import * as byte from './bytes.ts';
import { checkDoctype, readXmlDeclaration } from './declarations.ts';
import type { XmlReferences } from './references.ts';
import type { XmlTags } from './tags.ts';
import { MORE, type XmlWindow } from './window.ts';

interface PrologParts {
  readonly window: XmlWindow;
  readonly references: XmlReferences;
  readonly tags: XmlTags;
}

/** Reads what may stand before the root element alone: the XML declaration and the document type. */
export class XmlProlog {
  readonly #window: XmlWindow;
  readonly #references: XmlReferences;
  readonly #tags: XmlTags;
  #hasDoctype = false;

  constructor({ window, references, tags }: PrologParts) {
    this.#window = window;
    this.#references = references;
    this.#tags = tags;
  }

  /** @param at the `<` of `<?xml` @returns where it has ended, or `MORE` */
  xmlDeclaration(at: number): number {
    const window = this.#window;
    if (window.offset + at > 0) window.fail('an XML declaration is not allowed after the beginning', at);
    const end = window.find('?>', at);
    if (end === MORE) return this.#incomplete(at, 'an XML declaration');
    this.#references.version = readXmlDeclaration(window.text(at, end + 2), at);
    return end + 2;
  }

  /** @param at the `<` of `<!DOCTYPE` @returns where it has ended, or `MORE` */
  doctype(at: number): number {
    const window = this.#window;
    if (this.#tags.hasRoot || this.#hasDoctype) window.fail('a document type is not allowed here', at);
    const end = this.#doctypeEnd(at);
    if (end === MORE) return this.#incomplete(at, 'a document type declaration');
    checkDoctype(window.text(at, end), window.offset + at);
    this.#hasDoctype = true;
    return end;
  }

  #incomplete(at: number, what: string): typeof MORE {
    if (this.#window.end - at <= MAX_DOCTYPE_BYTES) return MORE;
    return this.#window.fail(`${what} is longer than ${MAX_DOCTYPE_BYTES} bytes`, at);
  }

  #doctypeEnd(at: number): number {
    const { bytes, end } = this.#window;
    for (let place = at; place < end; place += 1) {
      const found = bytes[place] ?? 0;
      if (found === byte.GREATER) return place + 1;
      if (found === byte.OPEN_BRACKET) {
        this.#window.fail('it defines a document type of its own (<!DOCTYPE … [), which is never read', place);
      }
      if (byte.stoppingFor(found) === 0) continue;
      place = this.#window.find(found, place + 1);
      if (place === MORE) return MORE;
    }
    return MORE;
  }
}
