import type { ReportFacts } from './facts.ts';
import { shown, Unreadable } from './unreadable.ts';
import type { ReportSource } from './xml/xml-format.ts';

/** What a report is written in. */
export type Syntax = 'xml' | 'json' | 'lcov' | 'go';

/** Reads the UTF-8 of one report, chunk by chunk. */
export interface ReportParser {
  /** The chunk may change after this. @throws Unreadable */
  write(bytes: Uint8Array): void;
  /** @throws Unreadable when the report is not complete; Failure `report` from formats that name the place themselves. */
  end(source: ReportSource): ReportFacts;
}

/** Enough to tell by. */
const HEAD_BYTES = 16;

/** White space in front of a report; more is no report. */
const MAX_BLANK_BYTES = 65_536;

const STARTS: readonly (readonly [pattern: RegExp, syntax: Syntax])[] = [
  [/^</u, 'xml'],
  [/^[{[]/u, 'json'],
  [/^mode: /u, 'go'],
  [/^(?:TN|SF|VER):|^#/u, 'lcov'],
];

/** Waits for the first signs of a report, and hands all of it to the parser for them. */
export class Recogniser implements ReportParser {
  readonly #choose: (syntax: Syntax) => ReportParser;
  #head: Uint8Array = new Uint8Array(0);
  #parser: ReportParser | undefined;

  constructor(choose: (syntax: Syntax) => ReportParser) {
    this.#choose = choose;
  }

  write(bytes: Uint8Array): void {
    if (this.#parser !== undefined) {
      this.#parser.write(bytes);
      return;
    }
    this.#head = Buffer.concat([this.#head, bytes]);
    const start = textOf(this.#head).trimStart();
    if (start.length >= HEAD_BYTES || this.#head.length > MAX_BLANK_BYTES) this.#begin(start);
  }

  end(source: ReportSource): ReportFacts {
    const parser = this.#parser ?? this.#begin(textOf(this.#head).trimStart());
    return parser.end(source);
  }

  #begin(start: string): ReportParser {
    if (start === '')
      throw new Unreadable(this.#head.length === 0 ? 'it is empty' : 'it holds nothing but white space', 0);
    const syntax = STARTS.find(([pattern]) => pattern.test(start))?.[1];
    if (syntax === undefined)
      throw new Unreadable(`it begins with ${shown(start.slice(0, 40))}, as no known format does`, 0);
    this.#parser = this.#choose(syntax);
    this.#parser.write(this.#head);
    this.#head = new Uint8Array(0);
    return this.#parser;
  }
}

function textOf(head: Uint8Array): string {
  return Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, MAX_BLANK_BYTES + HEAD_BYTES)).toString(
    'utf8',
  );
}
