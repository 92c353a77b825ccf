import { describe, expect, test } from '@jest/globals';
import { readNeeds, readSteps } from '@plimsoll/message';
import * as fc from 'fast-check';
import { DEPLOYED, resultText, step } from '../../../test/integration/sample-steps.ts';

const NOTHING = { results: [], ends: [], notes: [], isWhole: true };
const read = (steps: unknown): ReturnType<typeof readSteps> => readSteps(JSON.stringify(steps));

describe('steps', () => {
  test('give up their results, with the step they are of', () => {
    const { results, isWhole } = read({
      deploy: DEPLOYED,
      other: { outputs: { result: 'done' }, conclusion: 'success' },
    });
    expect(results.map(({ from, result }) => [from, result.action])).toEqual([['deploy', 'deploy-ssh']]);
    expect(isWhole).toBe(true);
  });

  test.each(['', '  ', '{}', '{"0":{}}', '{"a":null,"b":3,"c":{"outputs":"x"}}'])('%s holds nothing', (json) => {
    expect(readSteps(json)).toEqual(NOTHING);
  });

  test.each(['{', 'null', '[]', '"text"', '{"deploy":{"outputs":'])('%s cannot be read, which is said', (json) => {
    expect(readSteps(json)).toMatchObject({ results: [], isWhole: false, notes: [expect.stringContaining("'steps'")] });
  });

  test('of more than 4 MiB are not read', () => {
    expect(readSteps(`${' '.repeat(4 * 1024 * 1024)}{"a":{}}`)).toMatchObject({ isWhole: false });
  });

  test.each([
    ['another version', { schema: 'plimsoll/result@2' }],
    ['a pass with a code', { code: 'health' }],
    ['a failure without a code', { verdict: 'fail' }],
    ['an unknown code', { verdict: 'fail', code: 'no-such-code' }],
    ['an unknown verdict', { verdict: 'PASS' }],
    ['no time', { startedAt: 'yesterday' }],
    // Its end would be in a year that no receiver knows.
    ['a time that no runner has', { startedAt: '9999-12-31T23:59:59.999Z' }],
    ['a day that is none', { startedAt: '2026-13-41T10:00:00.000Z' }],
    ['a duration below nothing', { durationMs: -1 }],
    ['a text for a duration', { durationMs: '12' }],
    ['a list for facts', { facts: [] }],
    ['markup for an action', { action: '<b>' }],
    ['a number for a summary', { summary: 3 }],
  ])('with %s are not believed, and not passed over', (_what, change) => {
    expect(read({ deploy: step(change as object) })).toMatchObject({
      results: [],
      isWhole: false,
      notes: ["A result in 'steps' could not be read."],
    });
  });

  test('larger than an environment variable can be are not believed', () => {
    expect(read({ deploy: step({ facts: { text: 'x'.repeat(140_000) } }) })).toMatchObject({
      results: [],
      isWhole: false,
    });
  });

  test('that failed are named, explained or not', () => {
    const failed = step({ verdict: 'fail', code: 'health' });
    const { ends } = read({
      deploy: failed,
      build: { outputs: {}, conclusion: 'failure' },
      3: { conclusion: 'cancelled' },
    });
    expect(ends).toEqual([
      { kind: 'step', name: 'number 3', end: 'cancelled', isExplained: false },
      { kind: 'step', name: 'deploy', end: 'failure', isExplained: true },
      { kind: 'step', name: 'build', end: 'failure', isExplained: false },
    ]);
  });

  test('with a pass that failed all the same are not explained', () => {
    expect(read({ deploy: { ...step({}), conclusion: 'failure' } }).ends).toMatchObject([{ isExplained: false }]);
  });
});

describe('needs', () => {
  test('may hand on results under any name, and the same one twice', () => {
    const result = resultText({});
    const gate = resultText({ action: 'quality-gate' });
    const needs = { deploy: { result: 'success', outputs: { a: result, b: result, gate, url: 'https://x' } } };
    expect(readNeeds(JSON.stringify(needs)).results.map((one) => one.result.action)).toEqual([
      'deploy-ssh',
      'quality-gate',
    ]);
  });

  test('tell how each job ended', () => {
    const needs = { build: { result: 'failure', outputs: {} }, deploy: { result: 'skipped', outputs: {} } };
    expect(readNeeds(JSON.stringify(needs)).ends).toEqual([
      { kind: 'job', name: 'build', end: 'failure', isExplained: false },
    ]);
  });
});

test('whatever JSON comes, nothing is thrown and nothing foreign is told', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (json) => {
      expect(readSteps(json).results).toEqual([]);
      expect(readNeeds(json).results).toEqual([]);
    }),
  );
});
