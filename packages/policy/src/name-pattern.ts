/** A pattern for names of files, branches or tags, as it was written, with what it matches. */
export interface NamePattern {
  readonly text: string;
  matches(name: string): boolean;
}

/** The patterns as they were written. */
export function textsOf(patterns: readonly NamePattern[]): string {
  return patterns.map(({ text }) => text).join(', ');
}
