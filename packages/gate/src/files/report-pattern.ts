import { checkWildcards } from '@plimsoll/action-kit';
import { Failure } from '@plimsoll/outcome';
import { isReportFormat, REPORT_FORMATS, type ReportFormat, type ReportKind } from '@plimsoll/reports';

/** A pattern of an input, with the format that the user says the reports have. */
export interface ReportPattern {
  /** As written, for messages. */
  readonly text: string;
  /** A path or a glob. */
  readonly pattern: string;
  /** Undefined: the content decides. */
  readonly forced: ReportFormat | undefined;
}

/**
 * Reads `pattern` or `format:pattern`.
 * @throws Failure('input') for a format that there is not, or that is of another kind
 */
export function parseReportPattern(kind: ReportKind): (line: string) => ReportPattern {
  return (text) => {
    const [, format, rest] = /^([a-z][a-z\d._-]+):(.*)$/u.exec(text) ?? [];
    if (format === undefined || rest === undefined) return { text, pattern: checked(text), forced: undefined };
    if (isReportFormat(format) && REPORT_FORMATS[format] === kind) {
      return { text, pattern: checked(rest.trim()), forced: format };
    }
    throw new Failure('input', `'${format}' in '${text.slice(0, 80)}' is none of the formats ${formatsOf(kind)}`);
  };
}

function checked(pattern: string): string {
  if (pattern === '') throw new Failure('input', 'a pattern is empty');
  if (pattern.startsWith('!')) {
    throw new Failure('input', `'${pattern.slice(0, 80)}' begins with !: every pattern says what is to be read`);
  }
  return checkWildcards(pattern);
}

function formatsOf(kind: ReportKind): string {
  return Object.entries(REPORT_FORMATS)
    .flatMap(([name, of]) => (of === kind ? [name] : []))
    .join(', ');
}
