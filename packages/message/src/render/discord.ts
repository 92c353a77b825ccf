import type { Json } from '@plimsoll/outcome';
import type { Document, Section } from '../document.ts';
import { escapeDiscord } from '../escape/discord.ts';
import { inMostDetail, type Rendered } from '../fit.ts';
import { LOOKS, leftOutText, MARKS } from '../looks.ts';
import type { Mentions } from '../mentions.ts';
import type { Story, Tone } from '../story.ts';
import { piecesOf } from '../text/pieces.ts';

/** Limits of a Discord message (docs.discord.com/developers/resources/message, "Embed Limits", and webhook, "Execute Webhook"). */
export const DISCORD_LIMITS = {
  content: 2_000,
  embeds: 10,
  title: 256,
  description: 4_096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1_024,
  footer: 2_048,
  author: 256,
  /** Title, description, names and values of fields, footer and author of all embeds together. */
  total: 6_000,
} as const;

interface Field {
  readonly name: string;
  readonly value: string;
  readonly inline: boolean;
}

interface Embed {
  readonly title: string;
  readonly description: string;
  readonly fields: readonly Field[];
  readonly footer: string;
  readonly looks: { readonly [key: string]: Json };
}

/** The story as the body of a Discord webhook: one embed, and the mentions that were asked for, which alone may call anybody. */
export function renderDiscord(story: Story, mentions: Mentions): Rendered<Json> {
  const { payload, leftOut } = inMostDetail({
    story,
    render: embedOf,
    fits,
    titleRoom: { most: DISCORD_LIMITS.title, measure: (title) => titleOf(story.tone, title).length },
  });
  const { title, description, fields, footer, looks } = payload;
  const embed = {
    title,
    ...(description === '' ? {} : { description }),
    fields: fields.map(({ name, value, inline }) => ({ name, value, inline })),
    ...(footer === '' ? {} : { footer: { text: footer } }),
    ...looks,
  };
  return {
    payload: { content: mentions.discord.join(' '), allowed_mentions: allowed(mentions), embeds: [embed] },
    leftOut,
  };
}

function titleOf(tone: Tone, title: string): string {
  return `${LOOKS[tone].symbol} ${escapeDiscord(title)}`;
}

function fits({ title, description, fields, footer }: Embed): boolean {
  const texts = [title, description, footer, ...fields.flatMap(({ name, value }) => [name, value])];
  return (
    description.length <= DISCORD_LIMITS.description &&
    footer.length <= DISCORD_LIMITS.footer &&
    fields.length <= DISCORD_LIMITS.fields &&
    fields.every(({ name }) => name.length <= DISCORD_LIMITS.fieldName) &&
    texts.reduce((sum, text) => sum + text.length, 0) <= DISCORD_LIMITS.total
  );
}

function embedOf(document: Document): Embed {
  const { tone, title, at, links, notes, leftOut } = document;
  return {
    title: titleOf(tone, title),
    description: descriptionOf(document),
    fields: fieldsOf(document),
    // Markup means nothing in a footer, so what stands there is as it is.
    footer: [...notes, leftOutText(leftOut)].filter((note) => note !== '').join(' '),
    looks: {
      color: LOOKS[tone].colour,
      ...(links[0] === undefined ? {} : { url: links[0].url }),
      ...(at === '' ? {} : { timestamp: at }),
    },
  };
}

function descriptionOf({ text, links }: Document): string {
  // Labels and addresses are made of parts of known shape.
  const row = links.map(({ label, url }) => `[${label}](${url})`).join(' · ');
  return [escapeDiscord(text), row].filter((part) => part !== '').join('\n\n');
}

function fieldsOf({ facts, fields, sections }: Document): readonly Field[] {
  return [
    ...facts.flatMap(({ label, text }) => fieldsFor(label, text)),
    ...fields.flatMap(({ name, value }) => fieldsFor(name, value)),
    ...sections.flatMap((section) => fieldsFor(`${MARKS[section.mark]} ${section.title}`, sectionText(section))),
  ];
}

/** A field without a name or a value is refused; a zero-width space stands for nothing. */
const NOTHING = '\u200B';
/** Values up to this length stand beside each other. */
const SHORT = 40;

/** One field, or as many as a long text takes. */
function fieldsFor(name: string, text: string): readonly Field[] {
  const pieces = piecesOf(text, DISCORD_LIMITS.fieldValue, (piece) => escapeDiscord(piece).length);
  return (pieces.length === 0 ? [''] : pieces).map((piece, index) => ({
    name: (index === 0 ? escapeDiscord(name) : '') || NOTHING,
    value: escapeDiscord(piece) || NOTHING,
    inline: text.length <= SHORT && !text.includes('\n'),
  }));
}

function sectionText({ summary, facts, table }: Section): string {
  const lines = [
    summary,
    facts.map(({ label, text }) => `${label}: ${text}`).join(' · '),
    ...(table?.rows ?? []).map((row) => `• ${row.filter((cell) => cell !== '').join(' · ')}`),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** Only who was asked for; `parse` without entries keeps everybody else from being called. */
function allowed({ discord }: Mentions): Json {
  const ids = (pattern: RegExp): readonly string[] => discord.flatMap((word) => pattern.exec(word)?.[1] ?? []);
  const everyone = discord.some((word) => word === '@everyone' || word === '@here');
  return { parse: everyone ? ['everyone'] : [], users: ids(/^<@!?(\d+)>$/u), roles: ids(/^<@&(\d+)>$/u) };
}
