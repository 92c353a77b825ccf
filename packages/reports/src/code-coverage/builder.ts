import type { CoverageFacts, FileCoverage, Tally } from '../facts.ts';
import { MAX_KEPT_NUMBERS, MAX_SOURCE_FILES } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';
import type { ReportSource } from '../xml/xml-format.ts';
import { FileBuilder } from './file-builder.ts';

/** Collects what one report says, source file by source file. */
export class CoverageBuilder {
  /** A file that came once is kept in as little memory as it needs; one that comes again stays open, since it will come more often. */
  readonly #files = new Map<string, FileCoverage | FileBuilder>();
  readonly #newFile = new FileBuilder();
  #current: { readonly path: string; readonly name: string; readonly file: FileBuilder } | undefined;
  #kept = 0;

  /**
   * What is said of a file so far. Nothing may be added to one any more when the next one was asked for.
   *
   * @throws Unreadable for an empty path, or when there are too many files or rows
   */
  file(path: string): FileBuilder {
    if (this.#current?.path === path) return this.#current.file;
    this.#leave();
    const name = normalised(path);
    if (name === '') throw new Unreadable('a source file has no name');
    const file = this.#opened(name);
    this.#current = { path, name, file };
    return file;
  }

  #opened(name: string): FileBuilder {
    const known = this.#files.get(name);
    if (known === undefined) {
      if (this.#files.size < MAX_SOURCE_FILES) return this.#newFile;
      throw new Unreadable(`it has more than ${MAX_SOURCE_FILES} source files`);
    }
    const file = known instanceof FileBuilder ? known : reopened(known);
    this.#files.set(name, file);
    this.#kept -= file.size;
    return file;
  }

  #leave(): void {
    if (this.#current === undefined) return;
    const { name, file } = this.#current;
    this.#current = undefined;
    this.#kept += file.size;
    if (this.#kept > MAX_KEPT_NUMBERS)
      throw new Unreadable(`it has more rows than the ${MAX_KEPT_NUMBERS} that are kept`);
    if (file === this.#newFile) this.#files.set(name, file.finish(name));
  }

  /** @throws Unreadable when nothing was said of any file. */
  finish(format: CoverageFacts['format'], { file, bytes }: ReportSource): CoverageFacts {
    this.#leave();
    if (this.#files.size === 0) throw new Unreadable('it names no source file');
    const files = Array.from(this.#files, ([path, known]) =>
      known instanceof FileBuilder ? known.finish(path) : known,
    );
    return { kind: 'coverage', format, file, bytes, ...totalsOf(files), files };
  }
}

function reopened(known: FileCoverage): FileBuilder {
  const file = new FileBuilder();
  file.addFile(known);
  return file;
}

/** The sums over files. */
export function totalsOf(files: readonly FileCoverage[]): { readonly lines: Tally; readonly branches: Tally } {
  return { lines: sum(files.map(({ lines }) => lines)), branches: sum(files.map(({ branches }) => branches)) };
}

function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((one, other) => ({ covered: one.covered + other.covered, total: one.total + other.total }), {
    covered: 0,
    total: 0,
  });
}

/** A path with `/` between folders and nothing in front that does not matter. */
function normalised(path: string): string {
  const slashed = path.trim().replaceAll('\\', '/');
  return slashed.startsWith('./') ? slashed.slice(2) : slashed;
}
