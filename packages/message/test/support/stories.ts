import { type Place, placeOf, readNeeds, readSteps, type Story, type StoryRequest, tellStory } from '@plimsoll/message';
import * as fc from 'fast-check';
import { atSecond, step } from '../../../../test/integration/sample-steps.ts';

/** The variables of a run, with this branch. */
export const placeWith = (ref: string): Place =>
  placeOf({
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_SHA: '1'.repeat(40),
    GITHUB_RUN_ID: '1658821493',
    GITHUB_RUN_NUMBER: '7',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_REF_NAME: ref,
    GITHUB_ACTOR: 'octocat',
  });

export const PLACE = placeWith('main');

/** A story from the steps of one job. */
export function storyOf(steps: object, more: Partial<StoryRequest> = {}): Story {
  return tellStory({
    event: '',
    title: '',
    text: '',
    fields: [],
    steps: readSteps(JSON.stringify(steps)),
    needs: readNeeds(''),
    place: PLACE,
    ...more,
  });
}

/** Text of everything that is hard: markup of all receivers, characters of all planes, halves of them, controls. */
export const hostile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom('&', '<', '>', '"', "'", '`', '```', '*', '_', '~', '|', '\\', '[x](http://y)', '#1', 'GH-1'),
      fc.constantFrom('@here', '@octocat', '<!channel>', '<@U123>', '<at>a</at>', '{{title}}', ':smile:', '\n', '\n\n'),
      fc.constantFrom('\uD800', '\uDC00', '\u0000', '\u001B[31m', '\u202E', '\u200B', '👩‍👩‍👧', 'é', 'e\u0301', '漢字'),
      fc.constantFrom('https://evil.example', 'www.evil.example', '-->', '<script>', '</details>', ' ', '1. ', '- '),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.lorem({ maxCount: 8 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

const long: fc.Arbitrary<string> = fc
  .tuple(hostile, fc.integer({ min: 1, max: 400 }))
  .map(([text, times]) => text.repeat(times).slice(0, 30_000));
const anyText = fc.oneof({ weight: 5, arbitrary: hostile }, { weight: 1, arbitrary: long });

const host = fc.record({
  host: hostile,
  state: fc.constantFrom('healthy', 'reverted', 'untouched', 'unknown', 'pending'),
  code: fc.constantFrom('', 'connect', 'health'),
  durationMs: fc.oneof(fc.nat(), fc.constant(-1), fc.constant('x')),
  bytes: fc.nat(),
});
const check = fc.record({ name: hostile, verdict: fc.constantFrom('pass', 'fail', 'inconclusive'), code: hostile });

const facts = fc.record(
  {
    release: anyText,
    version: anyText,
    previous: hostile,
    environment: anyText,
    hosts: fc.array(host, { maxLength: 60 }),
    checks: fc.array(check, { maxLength: 60 }),
    rules: fc.array(check, { maxLength: 20 }),
    approvers: fc.array(hostile, { maxLength: 5 }),
    mode: fc.constantFrom('pre', 'post', 'monitor'),
    switched: fc.boolean(),
    samples: fc.nat(),
    errorRate: fc.double({ min: 0, max: 1, noNaN: true }),
  },
  { requiredKeys: [] },
);

const verdict = fc.constantFrom(
  { verdict: 'pass', code: '' },
  { verdict: 'fail', code: 'health' },
  { verdict: 'inconclusive', code: 'inconclusive' },
);

const anyStep = fc
  .record({
    action: fc.constantFrom('quality-gate', 'backup', 'deploy-ssh', 'verify-deployment', 'rollback', 'else'),
    verdict,
    summary: anyText,
    second: fc.integer({ min: 0, max: 59 }),
    durationMs: fc.nat(),
    facts,
  })
  .map(({ action, verdict: end, summary, second, durationMs, facts: known }) =>
    step({ action, ...end, summary, startedAt: atSecond(second), durationMs, facts: known }),
  );

/** Any story, from the shortest to one that fits nowhere. */
export const anyStory: fc.Arbitrary<Story> = fc
  .record({
    steps: fc.array(anyStep, { maxLength: 15 }),
    broken: fc.array(fc.constantFrom('failure', 'cancelled', 'success'), { maxLength: 8 }),
    event: fc.oneof(fc.constantFrom('', 'started', 'succeeded', 'failed', 'rolled-back'), hostile),
    title: anyText,
    text: anyText,
    fields: fc.array(fc.record({ name: hostile, value: anyText }), { maxLength: 30 }),
    ref: hostile,
  })
  .map(({ steps, broken, ref, ...said }) => {
    const named = [...steps, ...broken.map((conclusion) => ({ outputs: {}, outcome: conclusion, conclusion }))];
    const all = Object.fromEntries(named.map((one, index) => [`step_${index}`, one]));
    return storyOf(all, { ...said, place: placeWith(ref) });
  });
