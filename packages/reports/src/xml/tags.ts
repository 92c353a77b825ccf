import { MAX_DEPTH } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';
import { XmlAttributes } from './attributes.ts';
import * as byte from './bytes.ts';
import { isSpace } from './bytes.ts';
import type { XmlListener } from './listener.ts';
import type { XmlName, XmlNames } from './names.ts';
import type { XmlReferences } from './references.ts';
import { MORE, type XmlWindow } from './window.ts';

interface TagParts {
  readonly window: XmlWindow;
  readonly names: XmlNames;
  readonly references: XmlReferences;
  readonly listener: XmlListener;
}

/** Reads tags and their attributes, and sees to it that what was opened is closed. Places are where a tag has ended, or `MORE`. */
export class XmlTags {
  readonly #window: XmlWindow;
  readonly #names: XmlNames;
  readonly #references: XmlReferences;
  readonly #listener: XmlListener;
  readonly #attributes = new XmlAttributes();
  readonly #open: XmlName[] = [];
  #hasRoot = false;

  constructor({ window, names, references, listener }: TagParts) {
    this.#window = window;
    this.#names = names;
    this.#references = references;
    this.#listener = listener;
  }

  /** Whether the root element was opened. */
  get hasRoot(): boolean {
    return this.#hasRoot;
  }

  /** Whether no element is open: before the root, or behind it. */
  get isOutside(): boolean {
    return this.#open.length === 0;
  }

  /** The element that was opened last and is not closed yet. */
  get innermost(): string | undefined {
    return this.#open.at(-1)?.text;
  }

  /** @param at the `<` */
  openTag(at: number): number {
    const name = this.#names.read(at + 1);
    if (name === undefined) return MORE;
    if (this.#hasRoot && this.#open.length === 0) this.#window.fail('there is a second root element', at);
    this.#attributes.begin(this.#window.bytes, this.#references.version);
    let place = this.#names.end;
    for (;;) {
      const next = this.#window.skipSpace(place);
      const found = this.#window.bytes[next];
      if (found === byte.GREATER) return this.#opened(name, next + 1, false);
      if (found === byte.SLASH) return this.#emptyTag(name, next);
      if (next === place) return this.#window.unexpected(next, `in the tag <${name.text}>`);
      place = this.#attribute(next);
      if (place === MORE) return MORE;
    }
  }

  #emptyTag(name: XmlName, slash: number): number {
    if (this.#window.bytes[slash + 1] !== byte.GREATER)
      return this.#window.unexpected(slash + 1, `in the tag <${name.text}>`);
    return this.#opened(name, slash + 2, true);
  }

  #opened(name: XmlName, end: number, isEmpty: boolean): number {
    if (this.#open.length >= MAX_DEPTH) throw new Unreadable(`its elements are nested more than ${MAX_DEPTH} deep`);
    this.#hasRoot = true;
    this.#listener.open(name.local, this.#attributes, isEmpty);
    if (isEmpty) this.#listener.close(name.local);
    else this.#open.push(name);
    return end;
  }

  /** @param at the `<` of `</` */
  closeTag(at: number): number {
    const name = this.#names.read(at + 2);
    if (name === undefined) return MORE;
    const end = this.#window.skipSpace(this.#names.end);
    if (this.#window.bytes[end] !== byte.GREATER) return this.#window.unexpected(end, `in the tag </${name.text}>`);
    const opened = this.#open.pop();
    if (opened !== name) this.#window.fail(`</${name.text}> ends <${opened?.text ?? ''}>`, at);
    this.#listener.close(name.local);
    return end + 1;
  }

  #attribute(at: number): number {
    const name = this.#names.read(at);
    if (name === undefined) return MORE;
    const window = this.#window;
    const equals = window.skipSpace(this.#names.end);
    if (window.bytes[equals] !== byte.EQUALS) return window.unexpected(equals, `after the attribute ${name.text}`);
    const quote = window.skipSpace(equals + 1);
    const stopping = byte.stoppingFor(window.bytes[quote]);
    if (stopping === 0) return window.unexpected(quote, 'where the quotes of an attribute begin');
    return this.#value(name, quote + 1, stopping);
  }

  #value(name: XmlName, start: number, stopping: number): number {
    const window = this.#window;
    const quote = window.bytes[start - 1];
    let place = window.scan(start, stopping);
    let isPlain = true;
    while (window.bytes[place] !== quote) {
      isPlain = false;
      const next = this.#withinValue(place);
      if (next === MORE) return MORE;
      place = window.scan(next, stopping);
    }
    this.#attributes.add(name, start, place);
    if (!isPlain) this.#attributes.mark();
    return place + 1;
  }

  #withinValue(at: number): number {
    const found = this.#window.bytes[at];
    if (found === byte.AMPERSAND) return this.#references.endOf(at);
    return isSpace(found) ? at + 1 : this.#window.unexpected(at, 'in an attribute');
  }
}
