import type { Json } from '@plimsoll/outcome';
import type { ReportFacts } from '../facts.ts';
import type { ReportFormat } from '../format.ts';

/** A parsed JSON document with the report it came from. */
export interface JsonReport {
  /** The path of the report, to be named in every failure. */
  readonly file: string;
  readonly bytes: number;
  readonly document: Json;
}

/** How one format that is JSON is told from the others, and read. */
export interface JsonFormat {
  readonly format: ReportFormat;
  /** Whether the document is of this format: by what only this format has at its top, and cheap. At most one format may say yes. */
  readonly recognises: (document: Json) => boolean;
  /** @throws Failure `report` naming the file and the place in the document that is not as the format demands. */
  readonly read: (report: JsonReport) => ReportFacts;
}
