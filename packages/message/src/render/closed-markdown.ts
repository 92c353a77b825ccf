import { openFence } from './split-markdown.ts';

/**
 * A Markdown text of the user, with an end for what it leaves open: a block of code that was cut off, a comment, a folded part. What follows it
 * would else be hidden in there. A text that closes what it opens stays as it is.
 */
export function closedMarkdown(markdown: string): string {
  const fence = openFence(markdown);
  if (fence !== undefined) return `${markdown.replace(/\n?$/u, '\n')}${fence.marks}`;
  const prose = withoutCode(markdown);
  const ends = [...openBlocks(prose), ...Array.from({ length: openDetails(prose) }, () => '</details>')];
  return ends.length === 0 ? markdown : `${markdown}\n${ends.join('\n\n')}`;
}

/** HTML that goes on over empty lines until its own end (spec.commonmark.org, "HTML blocks", conditions 1 to 5). */
const BLOCKS: readonly (readonly [begin: RegExp, end: string])[] = [
  ...['pre', 'script', 'style', 'textarea'].map(
    (name) => [new RegExp(`^ {0,3}<${name}(?=[\\s>]|$)`, 'gimu'), `</${name}>`] as const,
  ),
  [/^ {0,3}<!--/gmu, '-->'],
  [/^ {0,3}<\?/gmu, '?>'],
  [/^ {0,3}<!\[CDATA\[/gmu, ']]>'],
  [/^ {0,3}<![A-Za-z]/gmu, '>'],
];

function openBlocks(prose: string): readonly string[] {
  const lower = prose.toLowerCase();
  return BLOCKS.flatMap(([begin, end]) => {
    const last = [...prose.matchAll(begin)].at(-1);
    return last === undefined || lower.indexOf(end.toLowerCase(), last.index) >= 0 ? [] : [end];
  });
}

/** In code nothing of this has a meaning. */
function withoutCode(markdown: string): string {
  let fence = '';
  const prose = markdown.split('\n').filter((line) => {
    const before = fence;
    fence = fenceAfter(fence, line);
    return before === '' && fence === '';
  });
  return prose.join('\n').replaceAll(/(?<!`)(`+)(?!`)[^`]+\1(?!`)/gu, '');
}

/** What opens the block of code that goes on after a line; empty outside of one. */
function fenceAfter(open: string, line: string): string {
  const [, marks = '', info = ''] = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)$/u.exec(line) ?? [];
  if (open === '') return marks;
  return marks.startsWith(open) && info.trim() === '' ? '' : open;
}

function openDetails(prose: string): number {
  const opened = prose.match(/<details\b/giu)?.length ?? 0;
  const closed = prose.match(/<\/details\b/giu)?.length ?? 0;
  return Math.min(MOST_OPEN, Math.max(0, opened - closed));
}

/** Nobody folds deeper. */
const MOST_OPEN = 20;
