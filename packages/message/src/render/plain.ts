import type { Document, Section } from '../document.ts';
import { inMostDetail, type Rendered } from '../fit.ts';
import { LOOKS, leftOutText, MARKS } from '../looks.ts';
import type { Story } from '../story.ts';

/** The story as plain text, for logs, mail, and whoever takes no more. @param mostCharacters in UTF-16; at least 2,000 */
export function renderPlain(story: Story, mostCharacters: number): Rendered<string> {
  return inMostDetail({ story, render: plainOf, fits: (text) => text.length <= mostCharacters });
}

function plainOf(document: Document): string {
  const { tone, title, text, facts, fields, sections, notes, links, leftOut } = document;
  const parts = [
    `${LOOKS[tone].symbol} ${title}`,
    text,
    [
      ...facts.map(({ label, text: says }) => `${label}: ${says}`),
      ...fields.map(({ name, value }) => `${name}: ${value}`),
    ].join('\n'),
    ...sections.map(sectionText),
    notes.join('\n'),
    links.map(({ label, url }) => `${label}: ${url}`).join('\n'),
    leftOutText(leftOut),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function sectionText({ mark, title, summary, facts, table }: Section): string {
  const lines = [
    summary,
    facts.map(({ label, text }) => `${label}: ${text}`).join(', '),
    ...(table?.rows ?? []).map((row) => `- ${row.filter((cell) => cell !== '').join(', ')}`),
  ];
  return [`${MARKS[mark]} ${title}`, ...lines.filter((line) => line !== '').map((line) => `  ${line}`)].join('\n');
}
