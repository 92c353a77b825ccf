import { codeBlock, escapeMarkdown } from '@plimsoll/action-kit';
import { cut, type Detail } from './detail.ts';

/** Text from outside in the middle of Markdown, as long as there is room for. */
export function shown(text: string, detail: Detail): string {
  return escapeMarkdown(cut(text, detail.text));
}

/** Parts of a report under each other, without those that are empty. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Points under a title; empty without any. @param points Markdown of one line each */
export function listOf(title: string, points: readonly string[]): string {
  return points.length === 0 ? '' : `${title}\n\n${points.map((point) => `- ${point}`).join('\n')}`;
}

/** A part of a report that opens on a click. @param title text; it is escaped */
export function folded(title: string, markdown: string, state: 'closed' | 'open' = 'closed'): string {
  // Without the empty line, what follows would be taken for HTML.
  return `<details${state === 'open' ? ' open' : ''}><summary>${escapeMarkdown(title)}</summary>\n\n${markdown}\n\n</details>`;
}

/** An answer of empty lines must not push everything else off the screen. */
const MOST_LINES = 30;

/** The start of an answer. Where the end of a line was made visible, one begins there; the mark stays. */
export function excerptBlock(excerpt: string): string {
  if (excerpt === '') return '';
  const lines = excerpt.split('\\n');
  const [first, rest] = [lines.slice(0, MOST_LINES), lines.slice(MOST_LINES)];
  return codeBlock([...first, ...(rest.length === 0 ? [] : [rest.join('\\n')])].join('\\n\n'));
}
