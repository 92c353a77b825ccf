import { neutralLines, neutralText } from './neutral.ts';

/** One cell of a table: text as it is, text shown as code, or Markdown that its author answers for. */
export type Cell = string | { readonly code: string } | { readonly markdown: string };

/**
 * What can begin Markdown, HTML, a formula, a link, a mention, an emoji or a cell. Marks that mean nothing inside a word
 * stay as they are there, so that `deploy@host:22` and `my_file` are still found by whoever reads the raw report.
 */
const SPECIAL = new RegExp(
  [
    '[\\\\`*[\\]<>#|~&$]',
    '(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])',
    '(?<![A-Za-z0-9])@',
    ':(?=//|[\\w+-]+:)',
    '\\bwww(?=\\.)',
    '^(?:[-+=]|\\d+(?=[.)]))',
  ].join('|'),
  'gi',
);

/** A table for a job summary. Cells cannot break out of it; rows that are too short are filled with empty cells. */
export function markdownTable(headers: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [headers, headers.map(() => ({ markdown: '---' })), ...rows];
  return lines.map((line) => tableRow(headers.map((_, column) => line[column] ?? ''))).join('\n');
}

/**
 * Foreign text as one line of Markdown that shows exactly that text, for the job summary. A mention or reference in one notifies nobody, so it
 * is not broken up, and the text can be copied out as it is.
 */
export function escapeMarkdown(text: string): string {
  // Entities are decoded after the structure is parsed, so an escaped character cannot take part in any.
  return withoutColours(neutralText(text)).replace(SPECIAL, asEntities);
}

/** Foreign text as code in the middle of a line, safe in tables too, where a backtick fence is not. */
export function code(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}

/** Foreign text of several lines as a block of code. */
export function codeBlock(text: string): string {
  const lines = neutralLines(text.replace(/\s+$/, '')).map(withoutColours);
  const longest = Math.max(2, ...lines.flatMap((line) => line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [fence, ...lines, fence].join('\n');
}

function tableRow(cells: readonly Cell[]): string {
  return `| ${cells.map(cellText).join(' | ')} |`;
}

function cellText(cell: Cell): string {
  if (typeof cell === 'string') {
    return cell.split(/\r?\n/).map(escapeMarkdown).join('<br>');
  }
  return 'code' in cell ? code(cell.code) : cell.markdown.replaceAll('|', '\\|').replace(/\s*[\r\n]+\s*/g, ' ');
}

function asEntities(special: string): string {
  return Array.from(special, (character) => `&#${character.codePointAt(0)};`).join('');
}

function withoutColours(text: string): string {
  return text.replace(/\p{Cc}\[[0-9;:]*m/gu, '');
}
