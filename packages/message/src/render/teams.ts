import type { Json } from '@plimsoll/outcome';
import type { Document, Section } from '../document.ts';
import { escapeTeams } from '../escape/teams.ts';
import type { Fact } from '../fact.ts';
import { inMostDetail, type Rendered } from '../fit.ts';
import { LOOKS, leftOutText, MARKS } from '../looks.ts';
import type { Mentions } from '../mentions.ts';
import type { Story } from '../story.ts';
import { byteLength } from '../text/bytes.ts';

/**
 * Bytes of a whole message. Microsoft says "about 28 KB" with all markup
 * (learn.microsoft.com/connectors/teams, "Message size limit"), and others saw messages refused beyond 21 kB.
 */
export const TEAMS_BYTES = 20_000;

type Element = { readonly [key: string]: Json };

/** For clients without this version of cards; Markdown, so none of anybody else's words. */
const FALLBACK = 'A message about a deployment. This client cannot show it.';

/**
 * The story as an Adaptive Card 1.5 in the envelope that a Teams workflow ("When a Teams webhook request is received")
 * takes. Foreign text stands in text runs alone, which know no Markdown
 * (learn.microsoft.com/adaptive-cards/schema-explorer/text-run); text blocks hold our own words and the mentions that were asked for.
 */
export function renderTeams(story: Story, mentions: Mentions): Rendered<Json> {
  return inMostDetail({
    story,
    render: (document) => envelopeOf(document, mentions),
    fits: (json) => byteLength(JSON.stringify(json)) <= TEAMS_BYTES,
  });
}

function envelopeOf(document: Document, mentions: Mentions): Json {
  const card = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: FALLBACK,
    msteams: { width: 'Full', entities: mentions.teams.map(entityOf) },
    body: bodyOf(document, mentions),
    actions: document.links.map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })),
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card }],
  };
}

function bodyOf(document: Document, mentions: Mentions): readonly Element[] {
  const { tone, title, text, facts, fields, sections, notes, leftOut } = document;
  const { symbol, cardColour } = LOOKS[tone];
  return [
    {
      type: 'Container',
      style: cardColour,
      bleed: true,
      items: [runs([run(`${symbol} ${title}`, { weight: 'bolder', size: 'large' })])],
    },
    ...(mentions.teams.length === 0
      ? []
      : [{ type: 'TextBlock', text: mentions.teams.map(tagOf).join(' '), wrap: true }]),
    ...text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => runs([run(line)])),
    ...[...facts, ...fields.map(({ name, value }) => ({ label: name, text: value }))].map(factOf),
    ...sections.map(sectionOf),
    ...[...notes, leftOutText(leftOut)]
      .filter((note) => note !== '')
      .map((note) => runs([run(note, { isSubtle: true })])),
  ];
}

function runs(inlines: readonly Element[]): Element {
  return { type: 'RichTextBlock', inlines };
}

function run(text: string, look: Element = {}): Element {
  return { type: 'TextRun', text: escapeTeams(text), ...look };
}

function factOf({ label, text }: Fact): Element {
  return runs([run(`${label}: `, { weight: 'bolder' }), run(text)]);
}

function sectionOf({ mark, title, summary, facts, table }: Section): Element {
  const lines = [
    summary,
    facts.map(({ label, text }) => `${label}: ${text}`).join(' · '),
    ...(table?.rows ?? []).map((row) => `• ${row.filter((cell) => cell !== '').join(' · ')}`),
  ].filter((line) => line !== '');
  const heading = runs([run(`${MARKS[mark]} ${title}`, { weight: 'bolder' })]);
  return { type: 'Container', separator: true, items: [heading, ...lines.map((line) => runs([run(line)]))] };
}

function tagOf(id: string): string {
  return `<at>${id}</at>`;
}

/** learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format, "User mention in Incoming Webhook with Adaptive Cards". */
function entityOf(id: string): Json {
  return { type: 'mention', text: tagOf(id), mentioned: { id, name: id } };
}
