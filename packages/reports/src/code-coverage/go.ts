import type { CoverageFacts } from '../facts.ts';
import { MAX_LINE } from '../limits.ts';
import { Lines } from '../text/lines.ts';
import { shown, Unreadable } from '../unreadable.ts';
import type { ReportSource } from '../xml/xml-format.ts';
import { CoverageBuilder } from './builder.ts';

const MODE = /^mode: (set|count|atomic)$/u;
const BLOCK = /^(.+):(\d{1,10})\.(\d{1,9}),(\d{1,10})\.(\d{1,9}) (\d{1,9}) (\d{1,20})$/u;

/** More lines than any block of code has; one that says so would be unfolded line by line. */
const MAX_BLOCK_LINES = 100_000;

/**
 * A profile of `go test -coverprofile`. Totals count statements, as `go tool cover` does. A line is covered when any block on it
 * was run; blocks are told by their places, so that a profile may hold the same block several times.
 */
export class GoProfile {
  readonly #lines = new Lines();
  readonly #builder = new CoverageBuilder();
  #mode: string | undefined;

  write(bytes: Uint8Array): void {
    for (const { line, offset } of this.#lines.cut(bytes)) this.#read(line, offset);
  }

  /** @throws Unreadable when the profile is cut within a line, or holds no block. */
  end(source: ReportSource): CoverageFacts {
    this.#lines.end();
    return this.#builder.finish('go', source);
  }

  #read(line: string, offset: number): void {
    const mode = MODE.exec(line)?.[1];
    if (mode !== undefined) this.#setMode(mode, offset);
    else if (this.#mode === undefined)
      throw new Unreadable(`it begins with ${shown(line)} and not with its mode`, offset);
    else if (line !== '') this.#readBlock(line, offset);
  }

  /** Profiles are often joined by appending one to the other. */
  #setMode(mode: string, offset: number): void {
    if (this.#mode !== undefined && this.#mode !== mode) {
      throw new Unreadable(`it is of mode ${this.#mode} and then of mode ${mode}`, offset);
    }
    this.#mode = mode;
  }

  #readBlock(line: string, offset: number): void {
    const [, path = '', ...figures] = BLOCK.exec(line) ?? [];
    const [firstLine = 0, firstColumn = 0, lastLine = 0, lastColumn = 0, statements = 0, count = 0] =
      figures.map(Number);
    if (path === '' || lastLine < firstLine || lastLine > MAX_LINE || lastLine - firstLine > MAX_BLOCK_LINES) {
      throw new Unreadable(`${shown(line)} is not a block of Go code`, offset);
    }
    const isCovered = count > 0;
    const file = this.#builder.file(path);
    file.addBlock({ firstLine, firstColumn, lastLine, lastColumn, statements, isCovered });
    if (statements > 0) {
      for (let number = firstLine; number <= lastLine; number += 1) file.addLine(number, isCovered);
    }
  }
}
