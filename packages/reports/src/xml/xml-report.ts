import type { ReportFacts } from '../facts.ts';
import { listOfFormats, type ReportFormat } from '../format.ts';
import { shown, Unreadable } from '../unreadable.ts';
import type { XmlAttributes } from './attributes.ts';
import { XmlScanner } from './scanner.ts';
import type { ReportSource, XmlFormat, XmlReader } from './xml-format.ts';

/** What may be in an XML document, and what the user says that it is. */
export interface XmlChoice {
  readonly formats: readonly XmlFormat[];
  readonly forced: ReportFormat | undefined;
}

/** Reads an XML document in whichever format its first element shows. */
export class XmlReport {
  readonly #choice: XmlChoice;
  readonly #scanner: XmlScanner;
  #reader: XmlReader | undefined;

  constructor(choice: XmlChoice) {
    this.#choice = choice;
    const reader = (): XmlReader | undefined => this.#reader;
    this.#scanner = new XmlScanner({
      get wantsText(): boolean {
        return reader()?.wantsText === true;
      },
      open: (name, attributes, isEmpty) => {
        this.#reader ??= this.#choose(name, attributes);
        this.#reader.open(name, attributes, isEmpty);
      },
      close: (name) => reader()?.close(name),
      text: (piece) => reader()?.text(piece),
    });
  }

  write(bytes: Uint8Array): void {
    this.#scanner.write(bytes);
  }

  end(source: ReportSource): ReportFacts {
    this.#scanner.end();
    if (this.#reader === undefined) throw new Unreadable('it holds no element');
    return this.#reader.finish(source);
  }

  #choose(root: string, attributes: XmlAttributes): XmlReader {
    const { formats, forced } = this.#choice;
    const found = formats.find(({ recognises }) => recognises(root, attributes));
    if (found === undefined) {
      const begins = `its first element is <${root}>, which begins no report that is read here`;
      throw new Unreadable(`${begins}: those in XML are ${listOfFormats(formats)}`);
    }
    if (forced !== undefined && found.format !== forced) {
      throw new Unreadable(
        `it is given as ${forced}, and its first element ${shown(`<${root}>`)} is that of ${found.format}`,
      );
    }
    return found.start();
  }
}
