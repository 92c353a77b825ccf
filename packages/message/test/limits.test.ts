import { Buffer } from 'node:buffer';
import { describe, expect, test } from '@jest/globals';
import {
  DISCORD_LIMITS,
  fillTemplate,
  GENERIC_BYTES,
  mentionsFor,
  type Rendered,
  readMentionRule,
  renderDiscord,
  renderGeneric,
  renderMail,
  renderMarkdown,
  renderPlain,
  renderSlack,
  renderTeams,
  SLACK_LIMITS,
  type Story,
  TEAMS_BYTES,
} from '@plimsoll/message';
import type { Json } from '@plimsoll/outcome';
import * as fc from 'fast-check';
import { DEPLOYED, step, VERIFIED_BAD } from '../../../test/integration/sample-steps.ts';
import { at, listAt, textAt, textsIn } from './support/json.ts';
import { anyStory, storyOf } from './support/stories.ts';

const RUNS = { numRuns: 20 };

const rule = readMentionRule('failed: <@U123ABC> <!here> <@12345678> <@&87654321> @here <at>ops@example.com</at>');
const EVERYBODY = mentionsFor('failed', rule === undefined ? [] : [rule]);

/** The texts of a block with the most characters that each may have. */
function slackTexts(block: Json): readonly (readonly [text: string, most: number])[] {
  const own = at(block, 'text') === undefined ? [] : [textAt(block, 'text', 'text')];
  const parts = [...listAt(block, 'fields'), ...listAt(block, 'elements')].map((part) => textAt(part, 'text'));
  const most = textAt(block, 'type') === 'header' ? 150 : 3_000;
  return [...own.map((text) => [text, most] as const), ...parts.map((text) => [text, 2_000] as const)];
}

/** Whether a text is there and no longer than it may be. */
const isBetween = (text: string, most: number): boolean => text.length > 0 && text.length <= most;

describe('Slack', () => {
  test('never gets more than it takes', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const blocks = listAt(renderSlack(story, EVERYBODY).payload, 'blocks');
        expect(blocks.length).toBeLessThanOrEqual(SLACK_LIMITS.blocks);
        expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(SLACK_LIMITS.total);
        for (const block of blocks) {
          const counts = [listAt(block, 'fields').length, listAt(block, 'elements').length];
          expect(Math.max(...counts)).toBeLessThanOrEqual(10);
          for (const [text, most] of slackTexts(block)) expect(isBetween(text, most)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('Discord', () => {
  test('never gets more than it takes', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { payload } = renderDiscord(story, EVERYBODY);
        const [embed, ...others] = listAt(payload, 'embeds');
        const fields = listAt(embed, 'fields').map((field) => [textAt(field, 'name'), textAt(field, 'value')] as const);
        const texts = [textAt(embed, 'title'), textAt(embed, 'description'), textAt(embed, 'footer', 'text')];
        expect(others).toEqual([]);
        expect(textAt(payload, 'content').length).toBeLessThanOrEqual(DISCORD_LIMITS.content);
        const room = [256, 4_096, 2_048].map((most, index) => most - (texts[index]?.length ?? 0));
        expect(Math.min(...room)).toBeGreaterThanOrEqual(0);
        expect(fields.length).toBeLessThanOrEqual(25);
        for (const [name, value] of fields)
          expect([isBetween(name, 256), isBetween(value, 1_024)]).toEqual([true, true]);
        expect([...texts, ...fields.flat()].join('').length).toBeLessThanOrEqual(6_000);
      }),
      RUNS,
    );
  });
});

describe('Teams, generic receivers, templates, mail, comments and plain text', () => {
  test('never get more than they take', () => {
    const template = {
      incident: { name: '{{title}}', body: '{{summary}}{{text}}', list: ['{{reason}}', 1, null, true] },
    };
    fc.assert(
      fc.property(anyStory, (story) => {
        expect(Buffer.byteLength(JSON.stringify(renderTeams(story, EVERYBODY).payload))).toBeLessThanOrEqual(
          TEAMS_BYTES,
        );
        expect(Buffer.byteLength(JSON.stringify(renderGeneric(story).payload))).toBeLessThanOrEqual(GENERIC_BYTES);
        expect(Buffer.byteLength(JSON.stringify(fillTemplate(template, story).payload))).toBeLessThanOrEqual(
          GENERIC_BYTES,
        );
        const { subject, text, html } = renderMail(story).payload;
        expect([subject.length <= 200, text.length <= 60_000, html.length <= 60_000]).toEqual([true, true, true]);
        expect(subject).not.toMatch(/[\r\n]/u);
        expect(renderMarkdown(story, 65_536).payload.length).toBeLessThanOrEqual(65_536);
        expect(renderMarkdown(story, 4_000).payload.length).toBeLessThanOrEqual(4_000);
        expect(renderPlain(story, 2_000).payload.length).toBeLessThanOrEqual(2_000);
      }),
      RUNS,
    );
  });
});

test('many short stages are within the counts of blocks and fields, and those left out are counted', () => {
  const steps = Object.fromEntries(
    Array.from({ length: 90 }, (_none, index) => [`s${index}`, step({ action: 'else', durationMs: index })]),
  );
  const story = storyOf(steps, { event: 'started' });
  const [slack, discord] = [renderSlack(story, EVERYBODY), renderDiscord(story, EVERYBODY)];
  expect(listAt(slack.payload, 'blocks').length).toBeLessThanOrEqual(SLACK_LIMITS.blocks);
  expect(listAt(discord.payload, 'embeds', 0, 'fields').length).toBeLessThanOrEqual(DISCORD_LIMITS.fields);
  for (const { leftOut } of [slack, discord]) expect(leftOut.join()).toMatch(/^\d+ stages/u);
});

const RENDERERS: readonly (readonly [name: string, render: (story: Story) => Rendered<Json>])[] = [
  ['Slack', (story) => renderSlack(story, EVERYBODY)],
  ['Discord', (story) => renderDiscord(story, EVERYBODY)],
  ['Teams', (story) => renderTeams(story, EVERYBODY)],
  ['generic', (story) => renderGeneric(story)],
  ['Markdown', (story) => renderMarkdown(story, 65_536)],
  ['plain', (story) => renderPlain(story, 20_000)],
];

describe.each(RENDERERS)('%s', (name, render) => {
  test('holds well-formed text without controls, whatever it was told', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const text = textsIn(render(story).payload).join('');
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
      }),
      RUNS,
    );
  });

  test('says what had no room', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{8}$/u), { minLength: 1, maxLength: 40 });
    const sizes = fc.record({
      words,
      repeats: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 300 })),
      hosts: fc.oneof(fc.nat({ max: 80 }), fc.integer({ min: 400, max: 900 })),
    });
    fc.assert(
      fc.property(sizes, ({ words: list, repeats, hosts }) => {
        const rows = Array.from({ length: hosts }, (_none, at) => ({ host: `host${at}x`, state: 'healthy', code: '' }));
        const text = `${`${list.join(' ')} `.repeat(repeats)}lastword`;
        const story = storyOf({ deploy: step({ facts: { hosts: rows } }) }, { text });
        const { payload, leftOut } = render(story);
        const said = textsIn(payload).join('\n');
        const missing = [...rows.map(({ host }) => host), 'lastword'].filter((word) => !said.includes(word));
        expect(missing.length > 0).toBe(leftOut.length > 0);
        if (leftOut.length > 0) expect(said).toContain(leftOut[0]);
      }),
      { numRuns: 12 },
    );
  });

  test('tells a usual story whole', () => {
    const { payload, leftOut } = render(storyOf({ deploy: DEPLOYED, verify: VERIFIED_BAD }));
    const said = textsIn(payload).join('\n');
    expect(leftOut).toEqual([]);
    for (const part of ['production', 'v1.2.3', '303', '0.33 %', 'p95 812 ms', '12', 'health', 'Run #7', 'one']) {
      if (name !== 'generic' || part !== 'Run #7') expect(said).toContain(part);
    }
  });
});

test('what nobody sees takes no room from what is to be seen', () => {
  const hidden = '\u200B'.repeat(80_000);
  const few = hidden.slice(0, 5_000);
  const facts = { hosts: [{ host: `${few}lastword`, state: 'healthy', code: '' }] };
  for (const [, render] of RENDERERS) {
    for (const story of [
      storyOf({}, { text: `${hidden}lastword` }),
      storyOf({}, { fields: [{ name: 'x', value: `${hidden}lastword` }] }),
      storyOf({ deploy: step({ facts }) }),
      storyOf({ deploy: step({ summary: `${few}lastword` }) }),
    ]) {
      expect(textsIn(render(story).payload).join('\n')).toContain('lastword');
    }
  }
});

test('the one host of thousands that failed is told, and all that are left out are counted', () => {
  const hosts = Array.from({ length: 3_000 }, (_none, at) => ({
    host: `h${at}`,
    state: at < 2_999 ? 'healthy' : 'failed',
  }));
  const fields = Array.from({ length: 400 }, (_none, at) => ({ name: `f${at}`, value: 'x' }));
  const { payload, leftOut } = renderMarkdown(storyOf({ deploy: step({ facts: { hosts } }) }, { fields }), 65_536);
  expect(payload).toContain('| h2999 | failed |');
  expect(leftOut).toEqual(['200 fields', '2500 hosts']);
});

test('a text of 5 MB is cut without taking time or leaving half a character', () => {
  const story = storyOf({ deploy: DEPLOYED }, { text: '👩‍👩‍👧&'.repeat(600_000) });
  for (const [, render] of RENDERERS) {
    const { payload, leftOut } = render(story);
    expect(leftOut).toContain('the end of the text');
    expect(textsIn(payload).join('').isWellFormed()).toBe(true);
  }
});
