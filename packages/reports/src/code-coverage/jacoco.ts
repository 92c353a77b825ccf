import type { CoverageFacts, Tally } from '../facts.ts';
import { MAX_LINE } from '../limits.ts';
import { shown, Unreadable } from '../unreadable.ts';
import type { XmlAttributes } from '../xml/attributes.ts';
import type { ReportSource, XmlFormat, XmlReader } from '../xml/xml-format.ts';
import { CoverageBuilder } from './builder.ts';
import { addCountedBranches } from './counted-branches.ts';
import type { FileBuilder } from './file-builder.ts';

/**
 * JaCoCo XML, and what Kover and gcovr write like it. A line is covered when any of its instructions was run, as JaCoCo counts lines. gcovr knows no
 * instructions: then the counter of a source file says how many of its lines are covered, and nothing says which.
 */
export const JACOCO: XmlFormat = {
  format: 'jacoco',
  recognises: (root, attributes) => root === 'report' && attributes.has('name'),
  start: () => new JacocoReader(),
};

/** A source file while it is read. */
interface SourceFile {
  readonly file: FileBuilder;
  /** Lines with instructions that were never run, to be held against the counter. */
  missed: number;
  /** Lines with instructions. */
  known: number;
  /** Lines without a word about instructions. */
  unknown: number;
  counter: Tally | undefined;
}

class JacocoReader implements XmlReader {
  readonly wantsText = false;
  readonly #builder = new CoverageBuilder();
  #package = '';
  #source: SourceFile | undefined;
  #rows = 0;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'line') this.#line(attributes);
    else if (name === 'counter') this.#counter(attributes);
    else if (name === 'sourcefile') this.#openSource(attributes);
    else if (name === 'package') this.#package = attributes.text('name') ?? '';
  }

  close(name: string): void {
    if (name === 'sourcefile') this.#closeSource();
    else if (name === 'package') this.#package = '';
  }

  text(): void {}

  finish(source: ReportSource): CoverageFacts {
    if (this.#rows === 0) throw new Unreadable('it has no lines: classes have to be compiled with debug information');
    return this.#builder.finish('jacoco', source);
  }

  #openSource(attributes: XmlAttributes): void {
    const name = attributes.text('name') ?? '';
    if (name === '') throw new Unreadable('a source file has no name');
    const file = this.#builder.file(this.#package === '' ? name : `${this.#package}/${name}`);
    this.#source = { file, missed: 0, known: 0, unknown: 0, counter: undefined };
  }

  #line(attributes: XmlAttributes): void {
    const source = this.#source;
    if (source === undefined) throw new Unreadable('a line is outside of any source file');
    const line = figureOf(attributes, 'nr');
    const isKnown = attributes.has('mi') || attributes.has('ci');
    if (isKnown) addKnownLine(source, line, attributes);
    else source.unknown += 1;
    this.#rows += 1;
    const branchesOf = (name: string): number => (isKnown || attributes.has(name) ? figureOf(attributes, name) : 0);
    const [missed, covered] = [branchesOf('mb'), branchesOf('cb')];
    addCountedBranches(source.file, { line, covered, total: missed + covered });
  }

  #counter(attributes: XmlAttributes): void {
    if (this.#source === undefined || attributes.text('type') !== 'LINE') return;
    const [missed, covered] = [figureOf(attributes, 'missed'), figureOf(attributes, 'covered')];
    this.#source.counter = { covered, total: missed + covered };
  }

  #closeSource(): void {
    const source = this.#source;
    this.#source = undefined;
    if (source !== undefined) settle(source);
  }
}

function addKnownLine(source: SourceFile, line: number, attributes: XmlAttributes): void {
  const [missed, covered] = [figureOf(attributes, 'mi'), figureOf(attributes, 'ci')];
  if (missed + covered === 0) return;
  source.known += 1;
  source.missed += covered === 0 ? 1 : 0;
  source.file.addLine(line, covered > 0);
}

/** One tool writes lines and counters, so that lines are missing where the counter has more of them. */
function settle({ file, missed, known, unknown, counter }: SourceFile): void {
  if (unknown > 0) {
    if (known > 0 || counter?.total !== unknown) {
      throw new Unreadable(
        `${unknown} lines of a source file do not say whether they are covered, nor does its counter`,
      );
    }
    file.setTotals(counter, { covered: 0, total: 0 });
    return;
  }
  const counted = counter === undefined ? 0 : counter.total - counter.covered;
  if (counted > missed) throw new Unreadable(`a source file counts ${counted} missed lines and shows ${missed}`);
}

/** @throws Unreadable for what is no count. */
function figureOf(attributes: XmlAttributes, name: string): number {
  const figure = attributes.decimal(name);
  if (figure !== undefined && Number.isInteger(figure) && figure <= MAX_LINE) return figure;
  throw new Unreadable(`the attribute ${name} is ${shown(attributes.text(name) ?? '')}, which is no count`);
}
