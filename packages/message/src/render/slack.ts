import type { Json } from '@plimsoll/outcome';
import type { Document, Section } from '../document.ts';
import { escapeSlack } from '../escape/slack.ts';
import type { Fact } from '../fact.ts';
import { inMostDetail, type Rendered } from '../fit.ts';
import { LOOKS, leftOutText, MARKS } from '../looks.ts';
import type { Mentions } from '../mentions.ts';
import type { Story, Tone } from '../story.ts';
import { cutTo } from '../text/cut.ts';
import { piecesOf } from '../text/pieces.ts';

/** Limits of a Slack message. */
export const SLACK_LIMITS = {
  /** docs.slack.dev/reference/block-kit/blocks: up to 50 blocks in each message. */
  blocks: 50,
  /** docs.slack.dev/reference/block-kit/blocks/header-block: 150 characters of text. */
  header: 150,
  /** docs.slack.dev/reference/block-kit/blocks/section-block and composition-objects/text-object: 3000 characters of text. */
  text: 3_000,
  /** docs.slack.dev/reference/block-kit/blocks/section-block: 10 fields of 2000 characters. */
  fields: 10,
  field: 2_000,
  /** docs.slack.dev/reference/block-kit/blocks/context-block: 10 elements. */
  elements: 10,
  /**
   * Characters of all blocks together. Not documented; Slack answers `msg_blocks_too_long` beyond about 13,200
   * (slackapi/bolt-js#2509). The blocks are measured as JSON, which is never less than what Slack counts.
   */
  total: 13_200,
} as const;

/** Of the text that stands in notifications: its beginning says enough, and the header says all. */
const LONGEST_PREVIEW = 500;

type TextObject = {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
  readonly emoji?: boolean;
  readonly verbatim?: boolean;
};

type Block =
  | { readonly type: 'header' | 'section'; readonly text: TextObject }
  | { readonly type: 'section'; readonly fields: readonly TextObject[] }
  | { readonly type: 'context'; readonly elements: readonly TextObject[] };

/**
 * The story as the body of a Slack incoming webhook. Foreign text stands in `plain_text` objects alone, in which Slack knows
 * no markup; `mrkdwn` holds our own words, our own links, and the mentions that were asked for.
 */
export function renderSlack(story: Story, mentions: Mentions): Rendered<Json> {
  const { payload: blocks, leftOut } = inMostDetail({
    story,
    render: (document) => blocksOf(document, mentions),
    fits,
    titleRoom: { most: SLACK_LIMITS.header, measure: (title) => headerOf(story.tone, title).length },
  });
  const text = cutTo(story.title, LONGEST_PREVIEW, (title) => headerOf(story.tone, title).length);
  // Shown in notifications and by clients without blocks; `parse` and `link_names` keep names in it from calling anybody.
  const preview = { text: headerOf(story.tone, text), parse: 'none', link_names: false };
  return { payload: { ...preview, unfurl_links: false, unfurl_media: false, blocks }, leftOut };
}

function headerOf(tone: Tone, title: string): string {
  return escapeSlack(`${LOOKS[tone].symbol} ${title}`);
}

function fits(blocks: readonly Block[]): boolean {
  const isWithin = (block: Block): boolean => fieldsIn(block).every(({ length }) => length <= SLACK_LIMITS.field);
  return (
    blocks.length <= SLACK_LIMITS.blocks &&
    blocks.every(isWithin) &&
    JSON.stringify(blocks).length <= SLACK_LIMITS.total
  );
}

/** Texts of the fields of a section and of the elements of a context: all others are parted by the way they are made. */
function fieldsIn(block: Block): readonly string[] {
  const list = 'fields' in block ? block.fields : 'elements' in block ? block.elements : [];
  return list.map(({ text }) => text);
}

function blocksOf(document: Document, mentions: Mentions): readonly Block[] {
  const { tone, title, text, facts, fields, sections, notes, links, leftOut } = document;
  const own = [...notes, leftOutText(leftOut)].filter((note) => note !== '');
  return [
    { type: 'header', text: plain(headerOf(tone, title)) },
    ...(mentions.slack.length === 0 ? [] : [section(markup(mentions.slack.join(' ')))]),
    ...textBlocks(text),
    ...fieldBlocks([...facts, ...fields.map(({ name, value }) => ({ label: name, text: value }))]),
    ...sections.flatMap((one) => textBlocks(sectionText(one))),
    ...inGroups(own, SLACK_LIMITS.elements).map((group) => context(group.map((note) => plain(escapeSlack(note))))),
    ...(links.length === 0
      ? []
      : [context([markup(links.map(({ label, url }) => `<${url}|${escapeSlack(label)}>`).join(' · '))])]),
  ];
}

function section(text: TextObject): Block {
  return { type: 'section', text };
}

function context(elements: readonly TextObject[]): Block {
  return { type: 'context', elements };
}

/** `emoji: false`, so that `:words:` stay what they are. A text without a character is refused. @param escaped for Slack */
function plain(escaped: string): TextObject {
  return { type: 'plain_text', text: escaped === '' ? ' ' : escaped, emoji: false };
}

/** Of our own words only. `verbatim` keeps Slack from finding links and names in it. */
function markup(text: string): TextObject {
  return { type: 'mrkdwn', text, verbatim: true };
}

/** A text over as many sections as it takes. */
function textBlocks(text: string): readonly Block[] {
  const pieces = piecesOf(text, SLACK_LIMITS.text, (piece) => escapeSlack(piece).length);
  return pieces.map((piece) => section(plain(escapeSlack(piece))));
}

/** Two columns: what it is, and what it says. */
function fieldBlocks(facts: readonly Fact[]): readonly Block[] {
  const cells = facts.flatMap(({ label, text }) => [plain(escapeSlack(label)), plain(escapeSlack(text))]);
  return inGroups(cells, SLACK_LIMITS.fields).map((group) => ({ type: 'section', fields: group }));
}

function inGroups<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  const starts = Array.from({ length: Math.ceil(list.length / size) }, (_none, index) => index * size);
  return starts.map((start) => list.slice(start, start + size));
}

function sectionText({ mark, title, summary, facts, table }: Section): string {
  const lines = [
    `${MARKS[mark]} ${title}`,
    summary,
    ...facts.map(({ label, text }) => `${label}: ${text}`),
    ...(table?.rows ?? []).map((row) => `• ${row.filter((cell) => cell !== '').join(' · ')}`),
  ];
  return lines.filter((line) => line !== '').join('\n');
}
