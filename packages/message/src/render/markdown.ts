import type { Document, Section, Table } from '../document.ts';
import { escapeMarkdownLine, escapeMarkdownText, markdownCode } from '../escape/markdown.ts';
import type { Fact } from '../fact.ts';
import { inMostDetail, type Rendered } from '../fit.ts';
import { LOOKS, leftOutText, MARKS } from '../looks.ts';
import type { Story } from '../story.ts';

/**
 * Characters of a comment. The API refuses longer ones with "body is too long (maximum is 65536 characters)"; it is not
 * documented in which unit, so it is taken for the smallest, UTF-16.
 */
export const GITHUB_COMMENT_CHARACTERS = 65_536;

export interface MarkdownLimits {
  /** Characters in UTF-16; at least 4,000. */
  readonly mostCharacters: number;
}

/** The story as GitHub Markdown for a comment or a job summary. Texts from outside cannot become markup, mentions or links. */
export function renderMarkdown(story: Story, { mostCharacters }: MarkdownLimits): Rendered<string> {
  return inMostDetail({ story, render: markdownOf, fits: (markdown) => markdown.length <= mostCharacters });
}

function markdownOf(document: Document): string {
  const { tone, title, text, facts, fields, sections, notes, links, leftOut } = document;
  const parts = [
    `### ${LOOKS[tone].symbol} ${escapeMarkdownLine(title)}`,
    escapeMarkdownText(text),
    factTable([
      ...facts.map(toRow),
      ...fields.map(({ name, value }) => [escapeMarkdownLine(name), cellText(value)] as const),
    ]),
    ...sections.map(sectionText),
    ...notes.map((note) => `> ${escapeMarkdownLine(note)}`),
    // Labels and addresses are made of parts of known shape.
    links.map(({ label, url }) => `[${label}](${url})`).join(' · '),
    leftOut.length === 0 ? '' : `*${leftOutText(leftOut)}*`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Names of this kind are copied rather than read. */
const CODE_LABELS = new Set(['Version', 'Live release', 'Release', 'Before', 'Backup', 'Confirmed', 'Branch or tag']);

function toRow({ label, text }: Fact): readonly [string, string] {
  return [label, CODE_LABELS.has(label) ? markdownCode(text) : escapeMarkdownLine(text)];
}

function factTable(rows: readonly (readonly [string, string])[]): string {
  return rows.length === 0
    ? ''
    : ['| | |', '|---|---|', ...rows.map(([label, value]) => `| **${label}** | ${value} |`)].join('\n');
}

function cellText(text: string): string {
  return text.split('\n').map(escapeMarkdownLine).join('<br>');
}

function sectionText({ mark, title, summary, facts, table }: Section): string {
  const heading = [`${MARKS[mark]} **${escapeMarkdownLine(title)}**`, escapeMarkdownLine(summary)]
    .filter((part) => part !== '')
    .join('<br>\n');
  const rows = facts
    .map(toRow)
    .map(([label, value]) => `${label}: ${value}`)
    .join(' · ');
  const lines = [heading, rows].filter((part) => part !== '').join('<br>\n');
  return table === undefined ? lines : `${lines}\n\n${tableText(table, mark)}`;
}

/** What went well is folded away. */
function tableText({ heads, rows }: Table, mark: Section['mark']): string {
  const lines = [heads, heads.map(() => '---'), ...rows.map((row) => row.map(escapeMarkdownLine))].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  const table = lines.join('\n');
  return mark === 'good' ? `<details><summary>Details (${rows.length})</summary>\n\n${table}\n\n</details>` : table;
}
