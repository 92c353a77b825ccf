import { LONGEST_COMMENT } from '@plimsoll/github';
import { inertMarkdownCode, inertMarkdownLine, LOOKS, splitMarkdown } from '@plimsoll/message';
import { type Entry, type Marker, markerLine, withoutMarkers } from './marker.ts';

/** What is to be said in a comment, before it is known what was said there before. */
export interface CommentText {
  readonly id: string;
  readonly nonce: string;
  readonly entry: Entry;
  /** Markdown; may be longer than a comment. */
  readonly markdown: string;
}

/** Room that a page leaves for its marker with all its entries, the folded table of these, and the sentence about what follows. */
const ROOM = 16_000;

/** Pages of the text as whole comments: the first one with the history, the others as continuations. */
export function pagesOf(text: CommentText, earlier: readonly Entry[]): readonly [string, ...string[]] {
  const [first = '', ...rest] = splitMarkdown(withoutMarkers(text.markdown.toWellFormed()), LONGEST_COMMENT - ROOM);
  const marker = (part: number): Marker => ({
    ...text,
    part,
    pages: rest.length + 1,
    earlier: part === 1 ? earlier : [],
  });
  const about =
    rest.length === 0
      ? []
      : [`*Continued in ${rest.length === 1 ? 'the next comment' : `${rest.length} more comments`}.*`];
  return [
    [markerLine(marker(1)), [first.trimEnd(), ...about, ...historyOf(earlier)].join('\n\n')].join('\n'),
    ...rest.map((page, index) => [markerLine(marker(index + 2)), page.trimEnd()].join('\n')),
  ];
}

/** Earlier runs, folded away. */
function historyOf(earlier: readonly Entry[]): readonly string[] {
  if (earlier.length === 0) return [];
  const rows = earlier.map(({ at, tone, title, commit }) => {
    const look = Object.entries(LOOKS).find(([name]) => name === tone)?.[1].symbol ?? '';
    return `| ${inertMarkdownLine(at)} | ${look} ${inertMarkdownLine(title)} | ${commit === '' ? '' : inertMarkdownCode(commit)} |`;
  });
  const table = ['| when | what | commit |', '|---|---|---|', ...rows].join('\n');
  return [`<details><summary>Earlier runs (${earlier.length})</summary>\n\n${table}\n\n</details>`];
}
