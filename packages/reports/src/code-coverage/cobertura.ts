import type { CoverageFacts, Tally } from '../facts.ts';
import { MAX_LINE } from '../limits.ts';
import { shown, Unreadable } from '../unreadable.ts';
import type { XmlAttributes } from '../xml/attributes.ts';
import type { ReportSource, XmlFormat, XmlReader } from '../xml/xml-format.ts';
import { CoverageBuilder } from './builder.ts';
import { addCountedBranches } from './counted-branches.ts';
import type { FileBuilder } from './file-builder.ts';
import { resolveSource } from './source-path.ts';

/**
 * Cobertura XML, as coverage.py, Istanbul, coverlet, gcovr, PHPUnit and others write it. Its rates are rounded and are not looked at. Lines are
 * listed for methods and again for their class: those of the class count, and those of its methods where it has none, since Istanbul lists the
 * first line of every function there, whether it counts as a line or not.
 */
export const COBERTURA: XmlFormat = {
  format: 'cobertura',
  // Clover begins with the same name, and says when it was generated and by whom.
  recognises: (root, attributes) => root === 'coverage' && !attributes.has('generated') && !attributes.has('clover'),
  start: () => new CoberturaReader(),
};

/** What an element `line` says. */
interface LineSeen {
  readonly line: number;
  readonly isCovered: boolean;
  readonly covered: number;
  readonly total: number;
}

/** A class while it is read. */
interface ClassSeen {
  readonly file: FileBuilder;
  readonly methodLines: LineSeen[];
  hasLines: boolean;
}

class CoberturaReader implements XmlReader {
  readonly #builder = new CoverageBuilder();
  readonly #sources: string[] = [];
  #source: string | undefined;
  #class: ClassSeen | undefined;
  #isInMethod = false;
  #rows = 0;
  #declared = 0;

  get wantsText(): boolean {
    return this.#source !== undefined;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'line') this.#addLine(lineOf(attributes));
    else if (name === 'method') this.#isInMethod = true;
    else if (name === 'class') this.#openClass(attributes);
    else if (name === 'source') this.#source = '';
    else if (name === 'coverage') this.#declared = attributes.decimal('lines-valid') ?? 0;
  }

  close(name: string): void {
    if (name === 'method') this.#isInMethod = false;
    else if (name === 'class') this.#closeClass();
    else if (name === 'source') this.#closeSource();
  }

  text(piece: string): void {
    this.#source += piece;
  }

  finish(source: ReportSource): CoverageFacts {
    if (this.#rows === 0 && this.#declared > 0) {
      throw new Unreadable(`it counts ${this.#declared} lines and has none`);
    }
    return this.#builder.finish('cobertura', source);
  }

  #closeSource(): void {
    const source = this.#source?.trim() ?? '';
    this.#source = undefined;
    if (source !== '') this.#sources.push(source);
  }

  #openClass(attributes: XmlAttributes): void {
    const name = attributes.text('filename');
    if (name === undefined) throw new Unreadable('a class has no filename');
    const file = this.#builder.file(resolveSource(name, this.#sources));
    this.#class = { file, methodLines: [], hasLines: false };
  }

  #closeClass(): void {
    const closed = this.#class;
    this.#class = undefined;
    if (closed === undefined || closed.hasLines) return;
    for (const line of closed.methodLines) this.#addTo(closed.file, line);
  }

  #addLine(seen: LineSeen): void {
    if (this.#class === undefined) throw new Unreadable('a line is outside of any class');
    if (this.#isInMethod) {
      this.#class.methodLines.push(seen);
      return;
    }
    this.#class.hasLines = true;
    this.#addTo(this.#class.file, seen);
  }

  #addTo(file: FileBuilder, seen: LineSeen): void {
    file.addLine(seen.line, seen.isCovered);
    addCountedBranches(file, seen);
    this.#rows += 1;
  }
}

function lineOf(attributes: XmlAttributes): LineSeen {
  const [line, isCovered] = [attributes.decimal('number'), isHit(attributes)];
  if (line === undefined || line > MAX_LINE) {
    throw new Unreadable(`${shown(attributes.text('number') ?? '')} is not the number of a line`);
  }
  const conditions =
    attributes.text('branch')?.toLowerCase() === 'true' ? attributes.text('condition-coverage') : undefined;
  return { line, isCovered, ...(conditions === undefined ? NO_BRANCHES : branchesIn(conditions, line)) };
}

const NO_BRANCHES = { covered: 0, total: 0 };

/** `50% (1/2)`: only the two numbers in brackets are exact. */
function branchesIn(conditions: string, line: number): Tally {
  const [, covered, total] = /\((\d{1,9})\/(\d{1,9})\)\s*$/u.exec(conditions) ?? [];
  if (total === undefined || Number(covered) > Number(total)) {
    throw new Unreadable(`the condition-coverage of line ${line} is ${shown(conditions)}`);
  }
  return { covered: Number(covered), total: Number(total) };
}

/** Whether a line was run. */
function isHit(attributes: XmlAttributes): boolean {
  const text = attributes.text('hits')?.trim() ?? '';
  if (!/^-?\d+$/u.test(text)) throw new Unreadable(`the hits of a line are ${shown(text)}, which is no count`);
  return Number(text) > 0;
}
