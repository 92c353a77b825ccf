import { expect, test } from '@jest/globals';
import { markerLine } from '../src/marker.ts';
import { settle } from '../src/settle.ts';
import { textOf } from './texts.ts';

const bodyOf = (run: number, nonce: string): string =>
  `${markerLine({ ...textOf(run), nonce, part: 1, pages: 1, earlier: [] })}\n${nonce}`;

test.each([
  ['the newest run has it back', [bodyOf(2, 'new'), bodyOf(1, 'old')], 'new'],
  ['of two jobs of a run the later one stays', [bodyOf(2, 'one'), bodyOf(2, 'two')], 'two'],
  [
    'one that was only put back is no later',
    [bodyOf(2, 'one'), bodyOf(1, 'old'), bodyOf(2, 'two'), bodyOf(2, 'one')],
    'two',
  ],
  ['what a person changed in it stays', [bodyOf(2, 'one'), `${bodyOf(2, 'one')}\nAnd this.`], 'one'],
])('%s', async (_what, before, nonce) => {
  const texts = [...before];
  const settled = await settle({
    port: {
      commentEdits: async () => texts,
      updateComment: async ({ id, body }) => {
        texts.push(body);
        return { kind: 'updated', comment: { id, nodeId: '', body, url: '', createdAt: '', updatedAt: '' } };
      },
    },
    comment: { id: 1, nodeId: 'x' },
    id: 'status',
  });
  expect(settled).toMatchObject({ kind: 'settled', marker: { nonce } });
  expect(texts.length - before.length).toBe(before.at(-1)?.includes(`"${nonce}"`) ? 0 : 1);
});
