import type { Document, Section, Table } from '../document.ts';
import { inertMarkdownCode, inertMarkdownLine, inertMarkdownText } from '../escape/inert-markdown.ts';
import type { Fact } from '../fact.ts';
import { inMostDetail, type Rendered } from '../fit.ts';
import { LOOKS, leftOutText, MARKS } from '../looks.ts';
import type { Story } from '../story.ts';

/**
 * The story as GitHub Markdown for a comment or a job summary. Texts from outside cannot become markup, mentions or links.
 * @param mostCharacters in UTF-16; at least 4,000
 */
export function renderMarkdown(story: Story, mostCharacters: number): Rendered<string> {
  return inMostDetail({ story, render: markdownOf, fits: (markdown) => markdown.length <= mostCharacters });
}

function markdownOf(document: Document): string {
  const { tone, title, text, facts, fields, sections, notes, links, leftOut } = document;
  const parts = [
    `### ${LOOKS[tone].symbol} ${inertMarkdownLine(title)}`,
    inertMarkdownText(text),
    factTable([
      ...facts.map(toRow),
      ...fields.map(({ name, value }) => [inertMarkdownLine(name), cellText(value)] as const),
    ]),
    ...sections.map(sectionText),
    ...notes.map((note) => `> ${inertMarkdownLine(note)}`),
    // Labels and addresses are made of parts of known shape.
    links.map(({ label, url }) => `[${label}](${url})`).join(' · '),
    leftOut.length === 0 ? '' : `*${leftOutText(leftOut)}*`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Names of this kind are copied rather than read. */
const CODE_LABELS = new Set(['Version', 'Live release', 'Release', 'Before', 'Backup', 'Confirmed', 'Branch or tag']);

function toRow({ label, text }: Fact): readonly [string, string] {
  return [label, CODE_LABELS.has(label) ? inertMarkdownCode(text) : inertMarkdownLine(text)];
}

function factTable(rows: readonly (readonly [string, string])[]): string {
  return rows.length === 0
    ? ''
    : ['| | |', '|---|---|', ...rows.map(([label, value]) => `| **${label}** | ${value} |`)].join('\n');
}

function cellText(text: string): string {
  return text.split('\n').map(inertMarkdownLine).join('<br>');
}

function sectionText({ mark, title, summary, facts, table }: Section): string {
  const heading = [`${MARKS[mark]} **${inertMarkdownLine(title)}**`, inertMarkdownLine(summary)]
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
  const lines = [heads, heads.map(() => '---'), ...rows.map((row) => row.map(inertMarkdownLine))].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  const table = lines.join('\n');
  return mark === 'good' ? `<details><summary>Details (${rows.length})</summary>\n\n${table}\n\n</details>` : table;
}
