import type { CoverageFacts } from '../facts.ts';
import { MAX_TOKEN_BYTES } from '../limits.ts';
import { shown, Unreadable } from '../unreadable.ts';
import type { ReportSource } from '../xml/xml-format.ts';
import { CoverageBuilder } from './builder.ts';
import type { FileBuilder } from './file-builder.ts';
import { readBranch } from './lcov-branch.ts';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const [LETTER_A, LETTER_D] = [0x41, 0x44];

/** Records that say nothing about lines and branches (`man geninfo`). One that is not known may have been a `DA` once. */
const IGNORED = /^(?:TN|VER|FN|FNDA|FNF|FNH|FNL|FNA|LH|BRF|BRH|MCDC|MCF|MCH):|^#|^$/u;

/** More digits than any number of a line has. */
const MAX_LINE_DIGITS = 10;

/**
 * A tracefile of lcov. The lines `DA` are read from the bytes, since there are millions of them. They count, not the sums `LF` and `LH`.
 * Sections of the same file are united.
 */
export class LcovReport {
  readonly #builder = new CoverageBuilder();
  #file: FileBuilder | undefined;
  #path = '';
  #rows = 0;
  #declared = 0;
  /** What is not done yet, from 0 to `#end`. */
  #window: Buffer = Buffer.alloc(0);
  #end = 0;
  #offset = 0;

  write(chunk: Uint8Array): void {
    this.#append(chunk);
    let at = 0;
    for (;;) {
      const next = this.#record(at);
      if (next < 0) break;
      at = next;
    }
    this.#window.copyWithin(0, at, this.#end);
    this.#offset += at;
    this.#end -= at;
    if (this.#end > MAX_TOKEN_BYTES)
      throw new Unreadable(`a line is longer than ${MAX_TOKEN_BYTES} bytes`, this.#offset);
  }

  /** @throws Unreadable when the last section has no end, or there is none. */
  end(source: ReportSource): CoverageFacts {
    const offset = this.#offset + this.#end;
    if (this.#end > 0) this.write(Buffer.from('\n'));
    if (this.#file !== undefined) {
      throw new Unreadable(`it is truncated: the section of ${shown(this.#path)} has no end_of_record`, offset);
    }
    return this.#builder.finish('lcov', source);
  }

  #append(chunk: Uint8Array): void {
    const needed = this.#end + chunk.length;
    if (needed > this.#window.length) {
      const larger = Buffer.allocUnsafeSlow(needed + (this.#end > 0 ? needed : 0));
      this.#window.copy(larger, 0, 0, this.#end);
      this.#window = larger;
    }
    this.#window.set(chunk, this.#end);
    this.#end = needed;
  }

  /** @returns where the record that begins here has ended; negative when more is needed */
  #record(at: number): number {
    const window = this.#window;
    if (window[at] === LETTER_D && window[at + 1] === LETTER_A && window[at + 2] === COLON && at + 3 < this.#end) {
      return this.#line(at);
    }
    const end = this.#lineEnd(at);
    if (end < 0) return -1;
    const text = window.toString('utf8', at, end - 1);
    this.#other(text.endsWith('\r') ? text.slice(0, -1) : text, at);
    return end;
  }

  /** `DA:<line>,<count>[,<checksum>]` */
  #line(at: number): number {
    const window = this.#window;
    let line = 0;
    let place = at + 3;
    for (; isDigit(window[place]) && place < this.#end; place += 1) line = line * 10 + (window[place] ?? 0) - ZERO;
    if (window[place] !== COMMA || place === at + 3 || place - at - 3 > MAX_LINE_DIGITS) return this.#refuse(at);
    return this.#count(at, place + 1, line);
  }

  /** A negative count, which gcov can write, is not taken for covered. */
  #count(at: number, start: number, line: number): number {
    const window = this.#window;
    const first = window[start] === HYPHEN ? start + 1 : start;
    let isRun = false;
    let place = first;
    for (; isDigit(window[place]) && place < this.#end; place += 1) isRun ||= window[place] !== ZERO;
    const end = this.#lineEnd(place);
    if (end < 0) return -1;
    if (place === first || !isEnd(window[place])) return this.#refuse(at);
    if (this.#file === undefined)
      throw new Unreadable('a line of coverage is outside of any section', this.#offset + at);
    this.#file.addLine(line, isRun && first === start);
    this.#rows += 1;
    return end;
  }

  /** After the line feed at or after this place. Lines are short: to look at each byte is less than to ask for a search. */
  #lineEnd(at: number): number {
    const window = this.#window;
    let place = at;
    while (place < this.#end && window[place] !== LINE_FEED) place += 1;
    return place < this.#end ? place + 1 : -1;
  }

  #refuse(at: number): number {
    const end = this.#lineEnd(at);
    if (end < 0) return -1;
    const text = this.#window.toString('utf8', at, end).trimEnd();
    throw new Unreadable(`${shown(text)} is no record of lcov`, this.#offset + at);
  }

  #other(text: string, at: number): void {
    const offset = this.#offset + at;
    if (text.startsWith('SF:')) this.#begin(text.slice(3), offset);
    else if (text === 'end_of_record') this.#finish(offset);
    else if (text.startsWith('BRDA:')) this.#branch(text, offset);
    else if (/^LF:\d+$/u.test(text)) this.#declared = Number(text.slice(3));
    else if (!IGNORED.test(text)) throw new Unreadable(`${shown(text)} is no record of lcov`, offset);
  }

  #begin(path: string, offset: number): void {
    if (this.#file !== undefined) {
      throw new Unreadable(`the section of ${shown(this.#path)} has no end_of_record before the next one`, offset);
    }
    this.#path = path;
    this.#file = this.#builder.file(path);
    this.#rows = 0;
    this.#declared = 0;
  }

  #finish(offset: number): void {
    if (this.#file === undefined) throw new Unreadable('an end_of_record ends nothing', offset);
    if (this.#rows === 0 && this.#declared > 0) {
      throw new Unreadable(`the section of ${shown(this.#path)} counts ${this.#declared} lines and has none`, offset);
    }
    this.#file = undefined;
  }

  #branch(text: string, offset: number): void {
    const branch = readBranch(text);
    if (branch === undefined) throw new Unreadable(`${shown(text)} is no record of lcov`, offset);
    if (this.#file === undefined) throw new Unreadable('a branch is outside of any section', offset);
    this.#file.addBranch(branch);
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

/** What may follow the count of a line. */
function isEnd(byte: number | undefined): boolean {
  return byte === LINE_FEED || byte === RETURN || byte === COMMA;
}
