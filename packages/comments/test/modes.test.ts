import { describe, expect, test } from '@jest/globals';
import { recreate } from '../src/modes.ts';
import { upsert } from '../src/upsert.ts';
import { Conversation } from './conversation.ts';
import { textOf } from './texts.ts';

const NUMBER = 7;

describe('recreate', () => {
  test('leaves one comment, at the end', async () => {
    const conversation = new Conversation();
    const port = conversation.port();
    await upsert({ port, number: NUMBER, text: textOf(1, 'A paragraph.\n\n'.repeat(8_000)) });
    expect(await recreate({ port, number: NUMBER, text: textOf(2) })).toMatchObject({ kind: 'created', pages: 1 });
    expect(conversation.bodies).toEqual([expect.stringContaining('Text of run 2.')]);
  });

  test('of an older run, and of an earlier attempt, changes nothing', async () => {
    const conversation = new Conversation();
    const port = conversation.port();
    await recreate({ port, number: NUMBER, text: textOf(5, 'Newer.', 2) });
    conversation.calls = [];
    for (const text of [textOf(4), textOf(5, 'First attempt.', 1)]) {
      expect(await recreate({ port, number: NUMBER, text })).toMatchObject({ kind: 'superseded', comment: { id: 1 } });
    }
    expect(conversation.bodies).toEqual([expect.stringContaining('Newer.')]);
    // Nobody was notified of what would have gone again.
    expect(conversation.calls).toEqual(['ownComments all', 'ownComments all']);
  });

  test.each(Array.from({ length: 40 }, (_, index) => index + 1))('many at once leave the newest (%i)', async (seed) => {
    const conversation = new Conversation(seed);
    const runs = seed % 2 === 0 ? [1, 2, 3, 4, 5, 6] : [6, 3, 6, 6, 1, 2];
    await upsert({ port: conversation.port(), number: NUMBER, text: textOf(1, 'Before all.') });
    await Promise.all(
      runs.map((run, index) =>
        recreate({ port: conversation.port(), number: NUMBER, text: { ...textOf(run), nonce: `nonce-${index}` } }),
      ),
    );
    expect(conversation.bodies).toEqual([expect.stringContaining('Text of run 6.')]);
  });
});
