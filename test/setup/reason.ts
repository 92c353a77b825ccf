/** How the title of skipped tests carries the reason: from there it gets into every report. */

export function withReason(title: string, reason: string): string {
  return `${title} [skipped: ${reason}]`;
}

/** The reason that one of the titles of a test carries. */
export function reasonIn(titles: readonly string[]): string | undefined {
  return titles.map((title) => /\[skipped: (?<reason>[^\]]+)\]$/.exec(title)?.groups?.['reason']).find(Boolean);
}
