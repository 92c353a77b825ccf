import type { CommentText } from '../src/text.ts';

/** What a run has to say. */
export function textOf(run: number, markdown = `Text of run ${run}.`, attempt = 1): CommentText {
  const entry = {
    run,
    attempt,
    at: '2026-11-21T12:00:00.000Z',
    tone: 'succeeded',
    title: `Run ${run}`,
    commit: '1a2b3c4',
  };
  return { id: 'status', nonce: `nonce-${run}-${attempt}-${markdown.length}`, entry, markdown };
}
