import { describe, expect, test } from '@jest/globals';
import { readNeeds, readSteps, type StoryRequest } from '@plimsoll/message';
import { DEPLOYED, type ResultText, ROLLED_BACK, step, VERIFIED_BAD } from '../../../test/integration/sample-steps.ts';
import { storyOf } from './support/stories.ts';

const host = (state: string): object => ({ host: 'one', state, code: state === 'healthy' ? '' : 'health' });
const deployment = (verdict: string, ...states: readonly string[]): object =>
  step({
    verdict,
    code: verdict === 'pass' ? '' : 'health',
    startedAt: '2026-11-21T10:00:01.000Z',
    facts: { release: 'new', previous: 'old', version: 'v1', hosts: states.map(host) },
  });
const rollback = (facts: object, more: ResultText = {}): object =>
  step({ action: 'rollback', startedAt: '2026-11-21T10:00:20.000Z', facts, ...more });
const verification = (facts: object): object =>
  step({ action: 'verify-deployment', startedAt: '2026-11-21T10:00:10.000Z', facts });
const CONFIRMED = verification({ mode: 'post', confirmed: 'new' });

describe('what the results amount to', () => {
  test.each<readonly [what: string, event: string, steps: object]>([
    ['a deployment that passed', 'succeeded', { deploy: DEPLOYED }],
    ['one that was confirmed', 'succeeded', { deploy: deployment('pass', 'pending'), verify: CONFIRMED }],
    ['one that waits', 'finished', { deploy: deployment('pass', 'pending'), verify: verification({ mode: 'post' }) }],
    ['a failed check', 'failed', { deploy: DEPLOYED, verify: VERIFIED_BAD }],
    ['a failed check and the way back', 'rolled-back', { deploy: DEPLOYED, verify: VERIFIED_BAD, back: ROLLED_BACK }],
    [
      'the way back in any order of the text',
      'rolled-back',
      { back: ROLLED_BACK, deploy: DEPLOYED, verify: VERIFIED_BAD },
    ],
    [
      'a way back that failed',
      'failed',
      {
        deploy: DEPLOYED,
        back: rollback({ release: 'old', switched: true }, { verdict: 'fail', code: 'revert-failed' }),
      },
    ],
    ['a deployment that took itself back', 'rolled-back', { deploy: deployment('fail', 'reverted', 'untouched') }],
    ['one that was never switched', 'failed', { deploy: deployment('fail', 'untouched') }],
    ['one that took itself back on one host only', 'failed', { deploy: deployment('fail', 'reverted', 'failed') }],
    ['one whose end nobody knows', 'failed', { deploy: deployment('fail', 'reverted', 'unknown') }],
    ['a list of releases', 'finished', { list: rollback({ hosts: [] }) }],
    ['a confirmation alone', 'finished', { confirm: rollback({ release: 'new' }) }],
    ['a gate alone', 'finished', { gate: step({ action: 'quality-gate' }) }],
    [
      'an inconclusive check',
      'failed',
      {
        deploy: DEPLOYED,
        verify: step({ action: 'verify-deployment', verdict: 'inconclusive', code: 'inconclusive' }),
      },
    ],
    ['a dry run', 'finished', { deploy: step({ facts: { dryRun: true, release: 'x' } }) }],
    ['a foreign step that failed', 'failed', { deploy: DEPLOYED, smoke: { outputs: {}, conclusion: 'failure' } }],
    ['a cancelled step', 'failed', { deploy: DEPLOYED, smoke: { outputs: {}, conclusion: 'cancelled' } }],
    ['a damaged result', 'finished', { deploy: DEPLOYED, verify: step({ action: '<b>' }) }],
    ['a pass whose step failed', 'failed', { deploy: { ...DEPLOYED, conclusion: 'failure' } }],
    ['nothing at all', 'finished', {}],
    ['other steps alone', 'finished', { build: { outputs: { x: 'y' }, conclusion: 'success' } }],
  ])('%s: %s', (_what, event, steps) => {
    expect(storyOf(steps).event).toBe(event);
  });

  test('a verification that failed after the way back', () => {
    const after = step({
      action: 'verify-deployment',
      verdict: 'fail',
      code: 'health',
      startedAt: '2026-11-21T10:00:40.000Z',
    });
    expect(storyOf({ deploy: DEPLOYED, back: ROLLED_BACK, after }).event).toBe('failed');
  });

  test('a deployment after a way back', () => {
    const again = step({
      startedAt: '2026-11-21T10:00:50.000Z',
      facts: { release: 'newer', hosts: [host('healthy')] },
    });
    expect(storyOf({ back: ROLLED_BACK, again }).event).toBe('succeeded');
  });

  test('steps and needs are one story, and the same result counts once', () => {
    const needs = { deploy: { ...DEPLOYED, result: 'success' } };
    const told = storyOf({ deploy: DEPLOYED, verify: VERIFIED_BAD }, { needs: readNeeds(JSON.stringify(needs)) });
    expect(told.stages.map(({ action }) => action)).toEqual(['deploy-ssh', 'verify-deployment']);
  });

  test('an unreadable text is no success', () => {
    expect(storyOf({ deploy: DEPLOYED }, { needs: readNeeds('{') })).toMatchObject({
      event: 'finished',
      tone: 'neutral',
    });
  });
});

describe('what it is called', () => {
  const steps = readSteps(JSON.stringify({ deploy: DEPLOYED, verify: VERIFIED_BAD }));
  test.each<readonly [Partial<StoryRequest>, string, string]>([
    [{ event: 'started' }, 'started', 'Deployment of v1.2.3 to production started'],
    [{ event: 'Maintenance at noon' }, 'neutral', 'Maintenance at noon'],
    [{ event: 'failed', title: 'Shop' }, 'failed', 'Shop'],
    [{ event: 'rolled-back' }, 'rolled-back', 'Deployment of v1.2.3 to production was rolled back'],
  ])('%j looks %s and reads: %s', (said, tone, title) => {
    expect(storyOf({}, { ...said, steps })).toMatchObject({ tone, title });
  });

  test('a success that its own steps deny is not shown as one', () => {
    const told = storyOf({ deploy: DEPLOYED, verify: VERIFIED_BAD }, { event: 'succeeded' });
    expect([told.tone, told.notes]).toEqual(['neutral', [expect.stringContaining('say that it failed')]]);
  });

  test('a rollback by itself is a success of its own', () => {
    expect(storyOf({ back: ROLLED_BACK }).title).toBe('Rollback to 20261120T100000Z-2222222 succeeded');
  });
});

describe('the story', () => {
  test('knows the release users are on, the reason and the time it took', () => {
    expect(storyOf({ deploy: DEPLOYED, verify: VERIFIED_BAD, back: ROLLED_BACK })).toMatchObject({
      release: '20261120T100000Z-2222222',
      version: 'v1.2.3',
      environment: 'production',
      reason: { code: 'latency', source: 'verify-deployment', text: 'health: p95 812 ms is above 500 ms' },
      durationMs: 33_200,
      endedAt: '2026-11-21T10:00:34.200Z',
    });
  });

  test('says nothing of the release where it is not known', () => {
    expect(storyOf({ deploy: deployment('fail', 'unknown') }).release).toBe('');
    expect(storyOf({ deploy: deployment('fail', 'reverted') }).release).toBe('old');
  });

  test('names what failed without a result', () => {
    expect(storyOf({ build: { outputs: {}, conclusion: 'failure' } })).toMatchObject({
      reason: { code: '', source: 'build', text: "The step 'build' failed." },
      broken: [{ kind: 'step', name: 'build', end: 'failure' }],
    });
  });
});

describe('the title where there is nothing but a gate', () => {
  const gate = step({ action: 'quality-gate' });
  test.each<readonly [what: string, title: string, steps: object]>([
    ['one that passed', 'Quality gate passed', { gate }],
    [
      'one that failed',
      'Quality gate failed',
      { gate: step({ action: 'quality-gate', verdict: 'fail', code: 'tests' }) },
    ],
    ['one that passed, and another step that failed', 'Deployment failed', { gate, build: { conclusion: 'failure' } }],
    ['one that passed, and a result that cannot be read', 'Deployment ended', { gate, other: step({ action: '<b>' }) }],
  ])('%s: %s', (_what, title, steps) => {
    expect(storyOf(steps).title).toBe(title);
  });

  test('does not hide that a deployment begins', () => {
    expect(storyOf({ gate }, { event: 'started' }).title).toBe('Deployment started');
  });
});
