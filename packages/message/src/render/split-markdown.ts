import { cutTo } from '../text/cut.ts';

/** Room for the fence that closes a page and opens the next one. */
const FENCE_ROOM = 200;

/**
 * Parts a Markdown text into pages, none longer than `mostCharacters` (UTF-16; at least 1,000): between paragraphs, else
 * between lines, and only inside a line that is longer than a page. A block of code that goes on is closed at the end of a
 * page and opened again on the next one. Joined, the pages hold every character of the text.
 */
export function splitMarkdown(markdown: string, mostCharacters: number): readonly string[] {
  const pages: string[] = [];
  let [rest, opening] = [markdown, ''];
  while (opening.length + rest.length > mostCharacters) {
    const room = mostCharacters - opening.length - FENCE_ROOM;
    const end = endOfPage(rest, room);
    const page = opening + rest.slice(0, end);
    const fence = openFence(page);
    pages.push(fence === undefined ? page : `${page.replace(/\n?$/u, '\n')}${fence.marks}`);
    rest = rest.slice(end);
    opening = fence === undefined ? '' : `${fence.line}\n`;
  }
  return rest === '' && pages.length > 0 ? pages : [...pages, opening + rest];
}

/** Where a page of at most so many characters ends best. */
function endOfPage(text: string, room: number): number {
  const page = text.slice(0, room);
  const paragraph = page.lastIndexOf('\n\n');
  if (paragraph > room / 2) return paragraph + 2;
  const line = page.lastIndexOf('\n');
  if (line > 0) return line + 1;
  return Math.max(1, cutTo(text, room).length - 1);
}

interface Fence {
  /** The whole first line, with the name of the language, as far as it is short. */
  readonly line: string;
  readonly marks: string;
}

const LONGEST_FENCE = 80;

/** The block of code that a page leaves open, as CommonMark defines it (spec.commonmark.org, "Fenced code blocks"). */
export function openFence(page: string): Fence | undefined {
  let open: Fence | undefined;
  for (const line of page.split('\n')) {
    const [, marks = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/u.exec(line) ?? [];
    if (marks === '') continue;
    if (open === undefined) open = opened(line.trim(), marks, info);
    else if (marks.startsWith(open.marks) && info.trim() === '') open = undefined;
  }
  return open;
}

function opened(line: string, marks: string, info: string): Fence | undefined {
  if (marks.startsWith('`') && info.includes('`')) return undefined;
  return {
    line: line.length <= LONGEST_FENCE ? line : marks.slice(0, LONGEST_FENCE),
    marks: marks.slice(0, LONGEST_FENCE),
  };
}
