import { escapeMarkdown } from '@plimsoll/action-kit';

/** Text from outside, shortened; still to be escaped where it is shown. */
export function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** Parts of a report under each other, without those that are empty. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A part that opens on a click. @param title text; it is escaped */
export function folded(title: string, markdown: string): string {
  if (markdown === '') return '';
  // Without the empty line, what follows would be taken for HTML.
  return `<details><summary>${escapeMarkdown(title)}</summary>\n\n${markdown}\n\n</details>`;
}

/** Points of a list. @param points Markdown of one line each */
export function listOf(points: readonly string[]): string {
  return points.map((point) => `- ${point}`).join('\n');
}

/** The first of many, and a last entry that counts the others. */
export function firstOf<T>(all: readonly T[], most: number, rest: (count: number) => T): readonly T[] {
  return all.length <= most ? all : [...all.slice(0, most), rest(all.length - most)];
}
