import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { mentionsFor, readMentionRule, renderDiscord, renderTeams } from '@plimsoll/message';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { at, objectsIn } from './support/json.ts';
import { anyStory } from './support/stories.ts';

function fixture(name: string): Record<string, unknown> {
  const url = new URL(`../../../test/fixtures/message/${name}`, import.meta.url);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a schema is an object
  return JSON.parse(readFileSync(url, 'utf8')) as Record<string, unknown>;
}

/** Draft 6 with `id` of draft 4: both as the draft that the validator knows. */
function cardSchema(): ValidateFunction {
  const { $schema: _draft, id: _id, ...schema } = fixture('adaptive-card-1.5.0.schema.json');
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

function discordSchema(): ValidateFunction {
  const { components } = fixture('discord-webhook.openapi.json');
  const ajv = new Ajv({ strict: false, formats: { snowflake: true, nonce: true } });
  addFormats.default(ajv);
  return ajv.compile({ components, $ref: '#/components/schemas/IncomingWebhookRequestPartial' });
}

const rule = readMentionRule('failed: <@12345678> <@&87654321> @here <at>ops@example.com</at>');
const EVERYBODY = mentionsFor('failed', rule === undefined ? [] : [rule]);
const RUNS = { numRuns: 15 };

describe('what is published of what receivers take', () => {
  const [isCard, isWebhook] = [cardSchema(), discordSchema()];

  test('a card is an Adaptive Card 1.5 in the envelope of a workflow', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { payload } = renderTeams(story, EVERYBODY);
        expect(payload).toMatchObject({
          type: 'message',
          attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null }],
        });
        // Teams adds `msteams` to what the schema knows.
        const { msteams: _teams, ...card } = objectsIn(at(payload, 'attachments', 0, 'content') ?? {})[0] ?? {};
        isCard(card);
        expect(isCard.errors ?? []).toEqual([]);
      }),
      RUNS,
    );
  });

  test('the schema of cards refuses what is none', () => {
    expect(isCard({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextRun', text: 'x' }] })).toBe(false);
  });

  test('an embed is what Discord describes', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        isWebhook(renderDiscord(story, EVERYBODY).payload);
        expect(isWebhook.errors ?? []).toEqual([]);
      }),
      RUNS,
    );
  });

  test('the schema of Discord refuses what is too long', () => {
    expect(isWebhook({ embeds: [{ title: 'x'.repeat(257) }] })).toBe(false);
  });
});
