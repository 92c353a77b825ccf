/** Why a report cannot be used, as parsers say it; who knows the file adds its name. */
export class Unreadable extends Error {
  /** Where, in bytes from 0; undefined where a place would not help. */
  readonly offset: number | undefined;

  /** @param message one clause in small letters, such as `the document ends inside of <testcase>` */
  constructor(message: string, offset?: number, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'Unreadable';
    this.offset = offset;
  }
}

/** A text of a report as a message may show it: on one line, in quotes, cut where it gets long. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
