import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { waitUntil } from '@plimsoll/testkit';
import { paceOutput } from '../src/paced-output.ts';

interface Taken {
  readonly stream: PassThrough;
  readonly output: ReturnType<typeof paceOutput>;
  readonly begun: string[];
  /** Lets the chunk that is being taken care of be done. */
  readonly release: () => void;
}

/** Takes one chunk after the other, each of them until it is released. */
function paced(): Taken {
  const stream = new PassThrough();
  const begun: string[] = [];
  const waiting: (() => void)[] = [];
  const output = paceOutput(stream, (chunk) => {
    begun.push(chunk.toString());
    return new Promise((resolve) => waiting.push(resolve));
  });
  return { stream, output, begun, release: () => waiting.shift()?.() };
}

test('chunks are taken care of one after the other, also when Node lets a held stream flow at the end of a process', async () => {
  const { stream, output, begun, release } = paced();
  stream.write('one');
  await waitUntil(() => begun.length === 1, { deadlineMs: 60_000, what: 'the first chunk' });
  stream.write('two');
  stream.write('three');
  stream.resume();
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual(['one']);
  release();
  await waitUntil(() => begun.length === 2, { deadlineMs: 60_000, what: 'the second chunk' });
  expect(begun).toEqual(['one', 'two']);
  release();
  await waitUntil(() => begun.length === 3, { deadlineMs: 60_000, what: 'the third chunk' });
  let isSettled = false;
  const settle = async (): Promise<void> => {
    await output.settled();
    isSettled = true;
  };
  const settled = settle();
  await new Promise((resolve) => setImmediate(resolve));
  expect(isSettled).toBe(false);
  release();
  await settled;
});
