import { describe, expect, test } from '@jest/globals';
import { readMarker } from '../src/marker.ts';
import { upsert } from '../src/upsert.ts';
import { Conversation } from './conversation.ts';
import { textOf } from './texts.ts';

const NUMBER = 7;

describe('one run', () => {
  test('creates the comment, and looks whether it is the only one', async () => {
    const conversation = new Conversation();
    const written = await upsert({ port: conversation.port(), number: NUMBER, text: textOf(1) });
    expect(written).toMatchObject({ kind: 'created', comment: { id: 1 } });
    expect(conversation.bodies).toEqual([expect.stringContaining('Text of run 1.')]);
    expect(conversation.calls).toEqual(['ownComments edges', 'createComment', 'ownComments edges']);
  });

  test('updates the comment in three calls, and keeps its place', async () => {
    const conversation = new Conversation();
    await upsert({ port: conversation.port(), number: NUMBER, text: textOf(1) });
    conversation.calls = [];
    const written = await upsert({ port: conversation.port(), number: NUMBER, text: textOf(2) });
    expect(written).toMatchObject({ kind: 'updated', comment: { id: 1 } });
    expect(conversation.calls).toEqual(['ownComments edges', 'updateComment', 'commentEdits']);
    expect(conversation.bodies).toEqual([expect.stringContaining('Text of run 2.')]);
  });

  test('says nothing twice', async () => {
    const conversation = new Conversation();
    await upsert({ port: conversation.port(), number: NUMBER, text: textOf(1) });
    conversation.calls = [];
    const again = { ...textOf(1), nonce: 'another', entry: { ...textOf(1).entry, at: '2026-11-21T13:00:00.000Z' } };
    expect(await upsert({ port: conversation.port(), number: NUMBER, text: again })).toMatchObject({
      kind: 'unchanged',
    });
    expect(conversation.calls).toEqual(['ownComments edges']);
  });

  test('an older run leaves the comment of a newer one alone, an earlier attempt too', async () => {
    const conversation = new Conversation();
    await upsert({ port: conversation.port(), number: NUMBER, text: textOf(5, 'Newer.', 2) });
    for (const text of [textOf(4), textOf(5, 'First attempt.', 1)]) {
      expect(await upsert({ port: conversation.port(), number: NUMBER, text })).toMatchObject({ kind: 'superseded' });
    }
    expect(conversation.bodies).toEqual([expect.stringContaining('Newer.')]);
  });

  test('remembers earlier runs, folded, but not earlier words of its own', async () => {
    const conversation = new Conversation();
    for (const text of [textOf(1), textOf(2, 'Begun.'), textOf(2, 'Finished.')]) {
      await upsert({ port: conversation.port(), number: NUMBER, text });
    }
    expect(conversation.bodies[0]).toContain('Earlier runs (1)');
    expect(readMarker(conversation.bodies[0] ?? '')?.earlier.map(({ run }) => run)).toEqual([1]);
  });

  test('a text longer than a comment goes on in further ones, which go again when it is short', async () => {
    const conversation = new Conversation();
    const long = 'A paragraph of some length.\n\n'.repeat(6_000);
    const written = await upsert({ port: conversation.port(), number: NUMBER, text: textOf(1, long) });
    expect(written).toMatchObject({ kind: 'created', pages: conversation.bodies.length });
    expect(conversation.bodies.length).toBeGreaterThan(2);
    expect(conversation.bodies.join('').split('A paragraph').length - 1).toBe(6_000);
    await upsert({ port: conversation.port(), number: NUMBER, text: textOf(2, long) });
    expect(conversation.bodies.join('').split('A paragraph').length - 1).toBe(6_000);
    await upsert({ port: conversation.port(), number: NUMBER, text: textOf(3) });
    expect(conversation.bodies).toHaveLength(1);
  });

  test('pages that others have talked away from the edges go as well', async () => {
    const conversation = new Conversation();
    await upsert({ port: conversation.port(), number: NUMBER, text: textOf(1) });
    await upsert({ port: conversation.port(), number: NUMBER, text: textOf(2, 'A paragraph.\n\n'.repeat(8_000)) });
    for (const { id } of conversation.comments.slice(1)) conversation.middle.add(id);
    await upsert({ port: conversation.port(), number: NUMBER, text: textOf(3) });
    expect(conversation.bodies).toEqual([expect.stringContaining('Text of run 3.')]);
  });

  test('an answer that was lost is no second comment', async () => {
    const conversation = new Conversation();
    conversation.lostAnswers = 1;
    expect(await upsert({ port: conversation.port(), number: NUMBER, text: textOf(1) })).toMatchObject({
      kind: 'created',
    });
    expect(conversation.bodies).toHaveLength(1);
  });

  test('a comment that was folded away is shown again', async () => {
    const conversation = new Conversation();
    await upsert({ port: conversation.port(), number: NUMBER, text: textOf(1) });
    conversation.edit(1, { isMinimized: true });
    await upsert({ port: conversation.port(), number: NUMBER, text: textOf(2) });
    expect(conversation.comments[0]?.isMinimized).toBe(false);
  });

  test('comments with another id, or without a marker, are left alone', async () => {
    const conversation = new Conversation();
    const port = conversation.port();
    await upsert({ port, number: NUMBER, text: { ...textOf(9), id: 'other' } });
    await port.createComment({ number: NUMBER, body: 'Hello.' });
    await upsert({ port, number: NUMBER, text: textOf(1) });
    expect(conversation.bodies).toHaveLength(3);
  });
});

describe('many runs at once', () => {
  const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

  test.each(seeds)('one comment, of the newest run (%i)', async (seed) => {
    const conversation = new Conversation(seed);
    const runs = Array.from({ length: 20 }, (_, index) => index + 1);
    if (seed % 2 === 0) await upsert({ port: conversation.port(), number: NUMBER, text: textOf(1, 'Before all.') });
    const written = await Promise.all(
      runs.map((run) => upsert({ port: conversation.port(), number: NUMBER, text: textOf(run) })),
    );
    expect(conversation.bodies).toHaveLength(1);
    expect(conversation.bodies[0]).toContain('Text of run 20.');
    expect(written.at(-1)?.kind).not.toBe('superseded');
  });

  test.each(seeds.slice(0, 15))('long texts too: the pages of the newest run and no others (%i)', async (seed) => {
    const conversation = new Conversation(seed);
    const text = (run: number): ReturnType<typeof textOf> => textOf(run, `Text of run ${run}.\n\n`.repeat(6_000));
    await Promise.all(
      [1, 2, 3, 4].map((run) => upsert({ port: conversation.port(), number: NUMBER, text: text(run) })),
    );
    expect(new Set(conversation.bodies.map((body) => readMarker(body)?.entry.run))).toEqual(new Set([4]));
    expect(conversation.bodies.join('').split('Text of run 4.').length - 1).toBe(6_000);
  });

  test.each(seeds.slice(0, 15))(
    'long texts of jobs of one run: one of them whole, and nothing of others (%i)',
    async (seed) => {
      const conversation = new Conversation(seed);
      const text = (job: number): ReturnType<typeof textOf> => ({
        ...textOf(7, `Text of job ${job}.\n\n`.repeat(5_000)),
        nonce: `job-${job}`,
      });
      if (seed % 2 === 0) await upsert({ port: conversation.port(), number: NUMBER, text: textOf(1, 'Before all.') });
      await Promise.all(
        [1, 2, 3, 4, 5].map((job) => upsert({ port: conversation.port(), number: NUMBER, text: text(job) })),
      );
      const markers = conversation.bodies.map(readMarker);
      expect(new Set(markers.map((marker) => marker?.nonce)).size).toBe(1);
      expect(new Set(markers.map((marker) => marker?.part))).toEqual(new Set([1, 2]));
      expect(markers).toHaveLength(2);
    },
  );

  test('a run that died after it created a twin is cleaned up after by the next one', async () => {
    const conversation = new Conversation();
    const port = conversation.port();
    await upsert({ port, number: NUMBER, text: textOf(1) });
    const { markerLine } = await import('../src/marker.ts');
    await port.createComment({
      number: NUMBER,
      body: `${markerLine({ ...textOf(2), part: 1, pages: 1, earlier: [] })}\nA twin.`,
    });
    await upsert({ port, number: NUMBER, text: textOf(3) });
    expect(conversation.bodies).toEqual([expect.stringContaining('Text of run 3.')]);
  });
});

test('an older run that never stops writing is told as a conflict, and not as a fault of ours', async () => {
  const conversation = new Conversation();
  const port = conversation.port();
  await upsert({ port, number: NUMBER, text: textOf(1, 'Old.') });
  const [old = ''] = conversation.bodies;
  const stubborn = {
    ...port,
    commentEdits: async (comment: Parameters<typeof port.commentEdits>[0]) => {
      await port.updateComment({ id: 1, body: old });
      return port.commentEdits(comment);
    },
  };
  await expect(upsert({ port: stubborn, number: NUMBER, text: textOf(2) })).rejects.toMatchObject({
    code: 'github',
    reason: 'conflict',
  });
});
