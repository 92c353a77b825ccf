/** Longer lines of foreign output are cut. */
export const MAX_LINE_BYTES: number = 64 * 1024;

const LINE_FEED = 0x0a;

/** Collects one line of foreign output at a time, never more of it than is shown. */
export class OutputLine {
  readonly #onLine: (line: string) => void;
  #parts: Buffer[] = [];
  #kept = 0;
  #isCut = false;

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  get isEmpty(): boolean {
    return this.#kept === 0;
  }

  add(bytes: Buffer): void {
    const part = bytes.subarray(0, MAX_LINE_BYTES - this.#kept);
    this.#isCut ||= part.length < bytes.length;
    if (part.length === 0) return;
    this.#parts.push(Buffer.from(part)); // A copy: the chunk it came in is much larger.
    this.#kept += part.length;
  }

  end(): void {
    const text = Buffer.concat(this.#parts).toString('utf8').replace(/\r$/, '');
    const line = this.#isCut ? `${text} … (the rest of this line was left out)` : text;
    this.#parts = [];
    this.#kept = 0;
    this.#isCut = false;
    this.#onLine(line);
  }
}

/** Cuts foreign output into lines of UTF-8 text. */
export class OutputLines {
  readonly #line: OutputLine;

  constructor(onLine: (line: string) => void) {
    this.#line = new OutputLine(onLine);
  }

  push(bytes: Buffer): void {
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      this.#line.add(bytes.subarray(start, end));
      this.#line.end();
      start = end + 1;
    }
    this.#line.add(bytes.subarray(start));
  }

  finish(): void {
    if (!this.#line.isEmpty) this.#line.end();
  }
}
