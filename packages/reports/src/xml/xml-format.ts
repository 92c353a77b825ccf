import type { ReportFacts } from '../facts.ts';
import type { ReportFormat } from '../format.ts';
import type { XmlAttributes } from './attributes.ts';
import type { XmlListener } from './listener.ts';

/** Where facts come from: what every parser is told when its report has ended. */
export interface ReportSource {
  readonly file: string;
  readonly bytes: number;
}

/** Reads one document of one format. */
export interface XmlReader extends XmlListener {
  /**
   * Called when the document has ended and was well-formed.
   *
   * @throws Unreadable when it contradicts itself
   */
  finish(source: ReportSource): ReportFacts;
}

/** How one format that is XML is told from the others, and read. */
export interface XmlFormat {
  readonly format: ReportFormat;
  /** Whether a document that begins with this element is of this format. */
  readonly recognises: (root: string, attributes: XmlAttributes) => boolean;
  readonly start: () => XmlReader;
}
