import { MAX_DEPTH, MAX_DOCTYPE_BYTES, MAX_TOKEN_BYTES } from '../limits.ts';
import { shown, Unreadable } from '../unreadable.ts';
import { XmlAttributes } from './attributes.ts';
import * as byte from './bytes.ts';
import { isSpace, NAME_BYTES, STOPS } from './bytes.ts';
import { checkDoctype, readXmlDeclaration } from './declarations.ts';
import { characterOf, MAX_REFERENCE_BYTES, type XmlVersion } from './entities.ts';
import { type XmlName, XmlNames } from './names.ts';

/** Is told of what a document holds, in its order. */
export interface XmlListener {
  /** Whether `text` is wanted now; asked after every `open` and `close`. */
  readonly wantsText: boolean;
  /** @param name without its prefix @param isEmpty whether it is written as `<name/>`; `close` follows all the same */
  open(name: string, attributes: XmlAttributes, isEmpty: boolean): void;
  close(name: string): void;
  /** A piece of text or CDATA with references resolved; one text may come in many pieces. */
  text(piece: string): void;
}

/** Not a place in the window: what begins here is not all there yet. */
const MORE = -1;

/** Bytes of a tag from which on it is long. */
const LONG_TAG = 65_536;

const COMMENT = Buffer.from('<!--');
const CDATA = Buffer.from('<![CDATA[');
const DOCTYPE = Buffer.from('<!DOCTYPE');

type Inside = 'content' | 'comment' | 'cdata' | 'instruction';

/**
 * Reads a document in UTF-8 chunk by chunk, and refuses one that is not well-formed. It works on bytes and makes a text only of
 * what it is asked for, which is what makes it some times faster than parsers that make objects of everything.
 *
 * Of XML it leaves out what no report needs: definitions inside of the document are refused, namespaces are not resolved, and any
 * character beyond ASCII may be part of a name.
 */
export class XmlScanner {
  readonly #listener: XmlListener;
  readonly #names = new XmlNames();
  readonly #attributes = new XmlAttributes();
  readonly #open: XmlName[] = [];
  #version: XmlVersion = '1.0';
  #inside: Inside = 'content';
  #hasDoctype = false;
  #hasRoot = false;
  /** What is not done yet, from 0 to `#end`, and a zero behind it. No document has a zero, so that every scan ends there. */
  #window: Buffer = Buffer.alloc(0);
  #end = 0;
  /** How much the window has to hold before it is worth looking at. */
  #enough = 0;
  /** Offset of the window in the document. */
  #offset = 0;
  /** Where the name that was read last ends, and what it is. */
  #nameEnd = 0;

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  /** @throws Unreadable with the offset of what is not well-formed, or beyond a limit. */
  write(chunk: Uint8Array): void {
    this.#append(chunk);
    // A tag is read from its beginning each time: a long one only when there is twice as much of it, not with every chunk.
    if (this.#end >= this.#enough) this.#advance();
  }

  #advance(): void {
    let at = 0;
    try {
      while (at < this.#end) {
        const next = this.#step(at);
        if (next === MORE) break;
        at = next;
      }
    } catch (error) {
      throw error instanceof Unreadable && error.offset === undefined
        ? new Unreadable(error.message, this.#offset + at, { cause: error })
        : error;
    }
    this.#discard(at);
  }

  /** @throws Unreadable when the document is not complete. */
  end(): void {
    this.#advance();
    const offset = this.#offset + this.#end;
    const innermost = this.#open.at(-1);
    if (innermost !== undefined) throw new Unreadable(`it is truncated: it ends inside of <${innermost.text}>`, offset);
    if (this.#inside !== 'content' || this.#end > 0)
      throw new Unreadable('it is truncated: it ends inside of markup', offset);
    if (!this.#hasRoot) throw new Unreadable('it holds no element', offset);
  }

  #append(chunk: Uint8Array): void {
    const needed = this.#end + chunk.length + 1;
    if (needed > this.#window.length) {
      const larger = Buffer.allocUnsafeSlow(needed + (this.#end > 0 ? needed : 0));
      this.#window.copy(larger, 0, 0, this.#end);
      this.#window = larger;
    }
    this.#window.set(chunk, this.#end);
    this.#end += chunk.length;
    this.#window[this.#end] = 0;
  }

  #discard(done: number): void {
    this.#window.copyWithin(0, done, this.#end);
    this.#offset += done;
    this.#end -= done;
    if (this.#end > MAX_TOKEN_BYTES)
      throw new Unreadable(`one tag is longer than ${MAX_TOKEN_BYTES} bytes`, this.#offset);
    this.#window[this.#end] = 0;
    this.#enough = this.#end > LONG_TAG ? Math.min(this.#end * 2, MAX_TOKEN_BYTES + 1) : 0;
  }

  #step(at: number): number {
    switch (this.#inside) {
      case 'content':
        return this.#window[at] === byte.LESS ? this.#markup(at) : this.#text(at);
      case 'comment':
        return this.#comment(at);
      case 'cdata':
        return this.#cdata(at);
      case 'instruction':
        return this.#instruction(at);
    }
  }

  #fail(message: string, at: number): never {
    throw new Unreadable(message, this.#offset + at);
  }

  /** For a byte that nothing expects: more is needed at the end of the window, everywhere else it is a fault. */
  #unexpected(at: number, where: string): typeof MORE {
    if (at >= this.#end) return MORE;
    const found = this.#window.toString('utf8', at, Math.min(at + 8, this.#end)).slice(0, 1);
    return this.#fail(`${shown(found)} is not allowed ${where}`, at);
  }

  /** The first place from `at` that stops this kind of scan. */
  #scan(at: number, stopping: number): number {
    const window = this.#window;
    let place = at;
    while (((STOPS[window[place] ?? 0] ?? 0) & stopping) === 0) place += 1;
    return place;
  }

  #text(at: number): number {
    if (this.#open.length === 0) return this.#outside(at);
    const stop = this.#scan(at, byte.STOPS_TEXT);
    this.#tell(at, stop);
    switch (this.#window[stop]) {
      case byte.LESS:
        return stop;
      case byte.AMPERSAND:
        return this.#reference(at, stop);
      case byte.CLOSE_BRACKET:
        return this.#bracketInText(at, stop);
      default:
        return stop === this.#end ? stop : this.#unexpected(stop, 'in a text');
    }
  }

  /** Around the root there is white space alone. */
  #outside(at: number): number {
    let place = at;
    while (isSpace(this.#window[place])) place += 1;
    if (place > at) return place;
    return this.#unexpected(place, 'outside of the root element');
  }

  #tell(start: number, end: number): void {
    if (end > start && this.#listener.wantsText) this.#listener.text(this.#window.toString('utf8', start, end));
  }

  #reference(at: number, ampersand: number): number {
    const end = this.#referenceEnd(ampersand);
    if (end === MORE) return ampersand > at ? ampersand : MORE;
    if (this.#listener.wantsText) this.#listener.text(this.#characterAt(ampersand, end));
    return end;
  }

  /** Where the reference that begins here has ended. */
  #referenceEnd(ampersand: number): number {
    const limit = Math.min(this.#end, ampersand + MAX_REFERENCE_BYTES);
    for (let place = ampersand + 1; place < limit; place += 1) {
      if (this.#window[place] !== byte.SEMICOLON) continue;
      this.#characterAt(ampersand, place + 1);
      return place + 1;
    }
    if (limit === this.#end) return MORE;
    return this.#fail('an & begins no reference that is known', ampersand);
  }

  #characterAt(ampersand: number, end: number): string {
    const reference = this.#window.toString('utf8', ampersand + 1, end - 1);
    const character = characterOf(reference, this.#version);
    return character ?? this.#fail(`&${reference}; is not defined`, ampersand);
  }

  #bracketInText(at: number, bracket: number): number {
    if (bracket + 2 >= this.#end && this.#couldEndCdata(bracket)) return bracket > at ? bracket : MORE;
    if (this.#endsCdata(bracket)) this.#fail(']]> is not allowed in a text', bracket);
    this.#tell(bracket, bracket + 1);
    return bracket + 1;
  }

  /** Whether all there is from here on is brackets. */
  #couldEndCdata(bracket: number): boolean {
    return bracket + 1 >= this.#end || this.#window[bracket + 1] === byte.CLOSE_BRACKET;
  }

  /** Whether ]]> is here. */
  #endsCdata(bracket: number): boolean {
    const window = this.#window;
    return window[bracket + 1] === byte.CLOSE_BRACKET && window[bracket + 2] === byte.GREATER;
  }

  #markup(at: number): number {
    switch (this.#window[at + 1]) {
      case byte.SLASH:
        return this.#closeTag(at);
      case byte.BANG:
        return this.#declaration(at);
      case byte.QUESTION:
        return this.#beginInstruction(at);
      default:
        return this.#openTag(at);
    }
  }

  /** @returns the name, its end in `#nameEnd`; undefined when it may go on beyond the window. */
  #name(at: number): XmlName | undefined {
    const window = this.#window;
    if (NAME_BYTES[window[at] ?? 0] !== 2) {
      this.#unexpected(at, 'where a name begins');
      return undefined;
    }
    let hash = 0;
    let end = at;
    while (NAME_BYTES[window[end] ?? 0] !== 0) {
      hash = (Math.imul(hash, 31) + (window[end] ?? 0)) | 0;
      end += 1;
    }
    if (end === this.#end) return undefined;
    this.#nameEnd = end;
    return this.#names.at(window, { start: at, end, hash });
  }

  #openTag(at: number): number {
    const name = this.#name(at + 1);
    if (name === undefined) return MORE;
    if (this.#hasRoot && this.#open.length === 0) this.#fail('there is a second root element', at);
    this.#attributes.begin(this.#window, this.#version);
    let place = this.#nameEnd;
    for (;;) {
      const next = this.#skipSpace(place);
      const found = this.#window[next];
      if (found === byte.GREATER) return this.#opened(name, next + 1, false);
      if (found === byte.SLASH) return this.#emptyTag(name, next);
      if (next === place) return this.#unexpected(next, `in the tag <${name.text}>`);
      place = this.#attribute(next);
      if (place === MORE) return MORE;
    }
  }

  #skipSpace(at: number): number {
    let place = at;
    while (isSpace(this.#window[place])) place += 1;
    return place;
  }

  #emptyTag(name: XmlName, slash: number): number {
    if (this.#window[slash + 1] !== byte.GREATER) return this.#unexpected(slash + 1, `in the tag <${name.text}>`);
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

  /** @returns where the attribute that begins here has ended */
  #attribute(at: number): number {
    const name = this.#name(at);
    if (name === undefined) return MORE;
    const equals = this.#skipSpace(this.#nameEnd);
    if (this.#window[equals] !== byte.EQUALS) return this.#unexpected(equals, `after the attribute ${name.text}`);
    const quote = this.#skipSpace(equals + 1);
    const stopping = stoppingFor(this.#window[quote]);
    if (stopping === 0) return this.#unexpected(quote, 'where the quotes of an attribute begin');
    return this.#value(name, quote + 1, stopping);
  }

  #value(name: XmlName, start: number, stopping: number): number {
    let place = this.#scan(start, stopping);
    let isPlain = true;
    const quote = this.#window[start - 1];
    while (this.#window[place] !== quote) {
      isPlain = false;
      const next = this.#withinValue(place);
      if (next === MORE) return MORE;
      place = this.#scan(next, stopping);
    }
    this.#attributes.add(name, start, place);
    if (!isPlain) this.#attributes.mark();
    return place + 1;
  }

  #withinValue(at: number): number {
    const found = this.#window[at];
    if (found === byte.AMPERSAND) return this.#referenceEnd(at);
    return isSpace(found) ? at + 1 : this.#unexpected(at, 'in an attribute');
  }

  #closeTag(at: number): number {
    const name = this.#name(at + 2);
    if (name === undefined) return MORE;
    const end = this.#skipSpace(this.#nameEnd);
    if (this.#window[end] !== byte.GREATER) return this.#unexpected(end, `in the tag </${name.text}>`);
    const opened = this.#open.pop();
    if (opened !== name) this.#fail(`</${name.text}> ends <${opened?.text ?? ''}>`, at);
    this.#listener.close(name.local);
    return end + 1;
  }

  #declaration(at: number): number {
    if (this.#matches(at, COMMENT)) return this.#enter('comment', at + COMMENT.length);
    if (this.#matches(at, CDATA)) return this.#beginCdata(at);
    if (this.#matches(at, DOCTYPE)) return this.#doctype(at);
    if (this.#end - at < CDATA.length) return MORE;
    return this.#fail('<! begins neither a comment nor anything else that is known', at);
  }

  #matches(at: number, wanted: Buffer): boolean {
    return this.#window.subarray(at, Math.min(at + wanted.length, this.#end)).equals(wanted);
  }

  #enter(inside: Inside, at: number): number {
    this.#inside = inside;
    return at;
  }

  #beginCdata(at: number): number {
    if (this.#open.length === 0) this.#fail('a CDATA section is not allowed outside of the root element', at);
    return this.#enter('cdata', at + CDATA.length);
  }

  #cdata(at: number): number {
    const stop = this.#scan(at, byte.STOPS_CDATA);
    this.#tell(at, stop);
    if (this.#window[stop] !== byte.CLOSE_BRACKET)
      return stop === this.#end ? stop : this.#unexpected(stop, 'in CDATA');
    if (this.#endsCdata(stop)) return this.#enter('content', stop + 3);
    if (stop + 2 >= this.#end && this.#couldEndCdata(stop)) return stop > at ? stop : MORE;
    this.#tell(stop, stop + 1);
    return stop + 1;
  }

  #comment(at: number): number {
    const stop = this.#scan(at, byte.STOPS_COMMENT);
    if (this.#window[stop] !== byte.HYPHEN) return stop === this.#end ? stop : this.#unexpected(stop, 'in a comment');
    if (stop + 1 >= this.#end) return stop > at ? stop : MORE;
    if (this.#window[stop + 1] !== byte.HYPHEN) return stop + 1;
    if (this.#window[stop + 2] === byte.GREATER) return this.#enter('content', stop + 3);
    if (stop + 2 >= this.#end) return stop > at ? stop : MORE;
    return this.#fail('-- is not allowed in a comment', stop);
  }

  #beginInstruction(at: number): number {
    const name = this.#name(at + 2);
    if (name === undefined) return MORE;
    if (name.text.toLowerCase() === 'xml') return this.#xmlDeclaration(at);
    const next = this.#window[this.#nameEnd];
    if (!isSpace(next) && next !== byte.QUESTION) return this.#unexpected(this.#nameEnd, 'in an instruction');
    return this.#enter('instruction', this.#nameEnd);
  }

  #xmlDeclaration(at: number): number {
    if (this.#offset + at > 0) this.#fail('an XML declaration is not allowed after the beginning', at);
    const end = this.#window.subarray(0, this.#end).indexOf('?>', at);
    if (end < 0) return this.#short(at, 'an XML declaration');
    this.#version = readXmlDeclaration(this.#window.toString('utf8', at, end + 2), at);
    return end + 2;
  }

  #short(at: number, what: string): typeof MORE {
    if (this.#end - at > MAX_DOCTYPE_BYTES) this.#fail(`${what} is longer than ${MAX_DOCTYPE_BYTES} bytes`, at);
    return MORE;
  }

  #instruction(at: number): number {
    const stop = this.#scan(at, byte.STOPS_INSTRUCTION);
    if (this.#window[stop] !== byte.QUESTION)
      return stop === this.#end ? stop : this.#unexpected(stop, 'in an instruction');
    if (this.#window[stop + 1] === byte.GREATER) return this.#enter('content', stop + 2);
    if (stop + 1 >= this.#end) return stop > at ? stop : MORE;
    return stop + 1;
  }

  #doctype(at: number): number {
    if (this.#hasRoot || this.#hasDoctype) this.#fail('a document type is not allowed here', at);
    const end = this.#doctypeEnd(at);
    if (end === MORE) return this.#short(at, 'a document type declaration');
    checkDoctype(this.#window.toString('utf8', at, end), this.#offset + at);
    this.#hasDoctype = true;
    return end;
  }

  #doctypeEnd(at: number): number {
    for (let place = at; place < this.#end; place += 1) {
      const found = this.#window[place];
      if (found === byte.GREATER) return place + 1;
      if (found === byte.OPEN_BRACKET) {
        this.#fail('it defines a document type of its own (<!DOCTYPE … [), which is never read', place);
      }
      if (stoppingFor(found) === 0) continue;
      place = this.#window.subarray(0, this.#end).indexOf(found ?? 0, place + 1);
      if (place < 0) return MORE;
    }
    return MORE;
  }
}

/** The scan of what a quote begins; 0 for what is no quote. */
function stoppingFor(quote: number | undefined): number {
  if (quote === byte.DOUBLE_QUOTE) return byte.STOPS_DOUBLE_QUOTED;
  return quote === byte.SINGLE_QUOTE ? byte.STOPS_SINGLE_QUOTED : 0;
}
