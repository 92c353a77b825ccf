import { expect, test } from '@jest/globals';
import { readInputs as readAll } from '@plimsoll/action-kit';
import { readInputs } from '../src/inputs.ts';

test.each([
  ['failed: <@U123>, <@U456>', true],
  ['failed: everybody', false],
])('the mentions %j are refused, and commas are told of: %j', (mentions, isTold) => {
  const read = (): unknown => readAll(readInputs, { env: { INPUT_MENTIONS: mentions }, mask: () => {} });
  expect(read).toThrow(isTold ? /\(Teams\); between mentions stands a space, no comma$/u : /\(Teams\)$/u);
});
