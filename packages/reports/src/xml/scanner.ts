import { Unreadable } from '../unreadable.ts';
import * as byte from './bytes.ts';
import { isSpace } from './bytes.ts';
import type { XmlListener } from './listener.ts';
import { XmlNames } from './names.ts';
import { XmlProlog } from './prolog.ts';
import { XmlReferences } from './references.ts';
import { XmlSections } from './sections.ts';
import { XmlTags } from './tags.ts';
import { XmlText } from './text.ts';
import { MORE, XmlWindow } from './window.ts';

const COMMENT = Buffer.from('<!--');
const CDATA = Buffer.from('<![CDATA[');
const DOCTYPE = Buffer.from('<!DOCTYPE');

/**
 * Reads a document in UTF-8 chunk by chunk, and refuses one that is not well-formed. It works on bytes and makes a text only of
 * what it is asked for, which is what makes it some times faster than parsers that make objects of everything.
 *
 * Of XML it leaves out what no report needs: definitions inside of the document are refused, namespaces are not resolved, and any
 * character beyond ASCII may be part of a name.
 *
 * Its parts share one window. Each is asked at a place and answers with the next one, or with `MORE` when what begins there is not
 * all there yet: then it is asked again, from the same place, with more.
 */
export class XmlScanner {
  readonly #window: XmlWindow = new XmlWindow();
  readonly #names: XmlNames;
  readonly #tags: XmlTags;
  readonly #text: XmlText;
  readonly #sections: XmlSections;
  readonly #prolog: XmlProlog;

  constructor(listener: XmlListener) {
    const window = this.#window;
    const references = new XmlReferences(window);
    this.#names = new XmlNames(window);
    this.#tags = new XmlTags({ window, names: this.#names, references, listener });
    this.#text = new XmlText({ window, references, listener });
    this.#sections = new XmlSections(window, this.#text);
    this.#prolog = new XmlProlog({ window, references, tags: this.#tags });
  }

  /** @throws Unreadable with the offset of what is not well-formed, or beyond a limit. */
  write(chunk: Uint8Array): void {
    this.#window.append(chunk);
    if (this.#window.hasEnough) this.#advance();
  }

  /** @throws Unreadable when the document is not complete. */
  end(): void {
    this.#advance();
    const { offset, end } = this.#window;
    const { innermost, hasRoot } = this.#tags;
    if (innermost !== undefined)
      throw new Unreadable(`it is truncated: it ends inside of <${innermost}>`, offset + end);
    if (this.#sections.isOpen || end > 0)
      throw new Unreadable('it is truncated: it ends inside of markup', offset + end);
    if (!hasRoot) throw new Unreadable('it holds no element', offset + end);
  }

  #advance(): void {
    let at = 0;
    try {
      while (at < this.#window.end) {
        const next = this.#step(at);
        if (next === MORE) break;
        at = next;
      }
    } catch (error) {
      throw error instanceof Unreadable && error.offset === undefined
        ? new Unreadable(error.message, this.#window.offset + at, { cause: error })
        : error;
    }
    this.#window.discard(at);
  }

  #step(at: number): number {
    if (this.#sections.isOpen) return this.#sections.read(at);
    if (this.#window.bytes[at] === byte.LESS) return this.#markup(at);
    return this.#tags.isOutside ? this.#outside(at) : this.#text.read(at);
  }

  /** Around the root there is white space alone. */
  #outside(at: number): number {
    const next = this.#window.skipSpace(at);
    return next > at ? next : this.#window.unexpected(at, 'outside of the root element');
  }

  #markup(at: number): number {
    switch (this.#window.bytes[at + 1]) {
      case byte.SLASH:
        return this.#tags.closeTag(at);
      case byte.BANG:
        return this.#declaration(at);
      case byte.QUESTION:
        return this.#instruction(at);
      default:
        return this.#tags.openTag(at);
    }
  }

  #declaration(at: number): number {
    const window = this.#window;
    if (window.holds(COMMENT, at)) return this.#sections.begin('comment', at + COMMENT.length);
    if (window.holds(CDATA, at)) return this.#cdata(at);
    if (window.holds(DOCTYPE, at)) return this.#prolog.doctype(at);
    if (window.end - at < CDATA.length) return MORE;
    return window.fail('<! begins neither a comment nor anything else that is known', at);
  }

  #cdata(at: number): number {
    if (this.#tags.isOutside) this.#window.fail('a CDATA section is not allowed outside of the root element', at);
    return this.#sections.begin('cdata', at + CDATA.length);
  }

  #instruction(at: number): number {
    const name = this.#names.read(at + 2);
    if (name === undefined) return MORE;
    if (name.text.toLowerCase() === 'xml') return this.#prolog.xmlDeclaration(at);
    const { end } = this.#names;
    const next = this.#window.bytes[end];
    if (!isSpace(next) && next !== byte.QUESTION) return this.#window.unexpected(end, 'in an instruction');
    return this.#sections.begin('instruction', end);
  }
}
