import { describe, expect, test } from '@jest/globals';
import { renderGeneric, renderMarkdown, renderPlain, renderTimes } from '@plimsoll/message';
import { type ResultText, step } from '../../../test/integration/sample-steps.ts';
import { storyOf } from './support/stories.ts';

const WENT_BACK = { release: 'old', previous: 'new', switched: true };

const STAGES: readonly (readonly [what: string, atMostMs: number, result: ResultText])[] = [
  ['gate', 480_000, { action: 'quality-gate' }],
  ['backup', 30_000, { action: 'backup', facts: { operation: 'create' } }],
  ['deployment', 120_000, { action: 'deploy-ssh' }],
  ['verification', 20_000, { action: 'verify-deployment', facts: { mode: 'post' } }],
  ['rollback', 120_000, { action: 'rollback', facts: WENT_BACK }],
];

function notesOf(result: ResultText): readonly string[] {
  return storyOf({ it: step(result) }).notes.filter((note) => note.includes('target'));
}

describe('a stage that took longer than its target is told', () => {
  test.each(STAGES)('a %s, from the first millisecond after %d', (what, atMostMs, result) => {
    expect(notesOf({ ...result, durationMs: atMostMs })).toEqual([]);
    expect(notesOf({ ...result, durationMs: atMostMs + 1 })).toEqual([
      expect.stringMatching(new RegExp(`^The ${what} took .*; its target is `)),
    ]);
  });

  test('in every form of the message, and beside the stage itself', () => {
    const story = storyOf({
      backup: step({ action: 'backup', facts: { operation: 'create' }, durationMs: 41_000 }),
    });
    const sentence = 'The backup took 41 s; its target is 30 s.';
    expect(story.notes).toContain(sentence);
    expect(renderMarkdown(story, 60_000).payload).toContain('Target: 30 s, missed');
    expect(renderPlain(story, 20_000).payload).toContain(sentence);
    expect(renderGeneric(story).payload).toMatchObject({
      notes: expect.arrayContaining([sentence]),
      stages: [{ facts: expect.arrayContaining([{ name: 'Target', value: '30 s, missed' }]) }],
    });
  });
});

test.each<readonly [what: string, result: ResultText]>([
  ['a look before', { action: 'verify-deployment', facts: { mode: 'pre' } }],
  ['a window', { action: 'verify-deployment', facts: { mode: 'monitor' } }],
  ['a list of backups', { action: 'backup', facts: { operation: 'list' } }],
  ['a dry run', { action: 'deploy-ssh', facts: { dryRun: true } }],
  ['a confirmation', { action: 'rollback', facts: { release: 'r1' } }],
  ['what failed', { action: 'backup', verdict: 'fail', code: 'backup', facts: { operation: 'create' } }],
])('%s has no target', (_, result) => {
  expect(notesOf({ ...result, durationMs: 3_600_000 })).toEqual([]);
});

test('the minutes of all stages are a table, with what they are measured against', () => {
  const story = storyOf({
    backup: step({ action: 'backup', facts: { operation: 'create' }, durationMs: 41_000 }),
    look: step({ action: 'verify-deployment', facts: { mode: 'pre' }, durationMs: 2_000 }),
  });
  expect(renderTimes(story)).toContain(
    '| Backup | 41 s | 30 s, missed |\n| Verification before the deployment | 2 s |  |',
  );
  expect(renderTimes(storyOf({}))).toBe('');
});
