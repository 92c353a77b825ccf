import { describe, expect, it } from '@jest/globals';
import { Failure, type FailureCode, type Verdict } from '@plimsoll/outcome';
import type { Outcome } from '../src/action.ts';
import { type Ending, judge } from '../src/judge.ts';
import { PASS } from './support/outcomes.ts';

const CANCELLED = new Failure('cancelled', 'Cancelled by SIGINT before it was finished');
const CRASH = { thrown: new Error('nobody awaits me') };

function returned(change: Partial<Outcome> = {}): Ending {
  return { kind: 'returned', outcome: { ...PASS, ...change } };
}

function threw(thrown: unknown): Ending {
  return { kind: 'threw', thrown };
}

describe('a main part that returns', () => {
  it('is taken at its word', () => {
    expect(judge(returned(), {})).toEqual(PASS);
    const reverted = returned({ verdict: 'fail', code: 'reverted' });
    expect(judge(reverted, {})).toMatchObject({ verdict: 'fail', code: 'reverted' });
  });

  const contradictions: readonly (readonly [Verdict, FailureCode | '', { verdict: Verdict; code: FailureCode }])[] = [
    ['pass', 'health', { verdict: 'fail', code: 'health' }],
    ['fail', '', { verdict: 'fail', code: 'internal' }],
    ['inconclusive', '', { verdict: 'inconclusive', code: 'inconclusive' }],
  ];
  it.each(contradictions)('with the contradiction "%s" and code "%s" did not pass', (verdict, code, expected) => {
    expect(judge(returned({ verdict, code }), {})).toMatchObject(expected);
  });

  it('is believed after a cancellation, because it knows how far it came', () => {
    expect(judge(returned(), { cancelled: CANCELLED })).toEqual(PASS);
    const reverted = returned({ verdict: 'fail', code: 'reverted' });
    expect(judge(reverted, { cancelled: CANCELLED }).code).toBe('reverted');
  });

  it('does not pass after a crash, but keeps what it knows', () => {
    const outcome = judge(returned(), { crash: CRASH });
    expect(outcome).toMatchObject({
      verdict: 'fail',
      code: 'internal',
      summary: 'Unexpected error: Error: nobody awaits me',
    });
    expect(outcome).toMatchObject({ facts: PASS.facts, outputs: PASS.outputs, report: PASS.report });
  });

  it('keeps its own failure after a crash, unless that is only the stop the crash caused', () => {
    expect(judge(returned({ verdict: 'fail', code: 'revert-failed' }), { crash: CRASH }).code).toBe('revert-failed');
    expect(judge(returned({ verdict: 'fail', code: 'cancelled' }), { crash: CRASH }).code).toBe('internal');
  });
});

describe('a main part that throws', () => {
  it('fails with the code of an expected failure', () => {
    expect(judge(threw(new Failure('locked', 'Held by run 7')), {})).toEqual({
      verdict: 'fail',
      code: 'locked',
      summary: 'Held by run 7',
      facts: {},
      outputs: {},
      report: '',
    });
  });

  it('is inconclusive when that is what it says', () => {
    expect(judge(threw(new Failure('inconclusive', 'Too few samples')), {}).verdict).toBe('inconclusive');
  });

  it.each([
    ['an error', new TypeError('bug')],
    ['a text', 'bug'],
    ['nothing', undefined],
  ])('fails as internal with %s', (_what, thrown) => {
    expect(judge(threw(thrown), {})).toMatchObject({ verdict: 'fail', code: 'internal' });
  });
});

describe('a main part that throws after a cancellation', () => {
  const abort = new DOMException('aborted', 'AbortError');

  it.each([
    ['the reason of the signal', CANCELLED],
    ['the error of an aborted call', abort],
    [
      'a failure that an aborted call caused',
      new Failure('connect', 'No answer', { cause: new Error('fetch failed', { cause: abort }) }),
    ],
    ['a failure that the reason of the signal caused', new Failure('health', 'Not healthy', { cause: CANCELLED })],
  ])('is cancelled, when it throws %s', (_what, thrown) => {
    expect(judge(threw(thrown), { cancelled: CANCELLED })).toMatchObject({
      code: 'cancelled',
      summary: CANCELLED.message,
    });
  });

  it('is cancelled when it stumbles, and says over what', () => {
    const outcome = judge(threw(new TypeError('bug')), { cancelled: CANCELLED });
    expect(outcome.code).toBe('cancelled');
    expect(outcome.summary).toBe(`${CANCELLED.message}\nWhile it stopped: Unexpected error: TypeError: bug`);
  });

  it.each(['revert-failed', 'fenced', 'connect'] as const)(
    'keeps an expected failure of its own, such as %s',
    (code) => {
      expect(judge(threw(new Failure(code, 'x')), { cancelled: CANCELLED }).code).toBe(code);
    },
  );

  it('keeps a more telling account of the cancellation', () => {
    const own = new Failure('cancelled', 'Cancelled before the switch; nothing was changed');
    expect(judge(threw(own), { cancelled: CANCELLED }).summary).toBe(own.message);
  });

  it('takes an abort for what it is when nothing was cancelled: a failure', () => {
    expect(judge(threw(abort), {}).code).toBe('internal');
  });
});

describe('a main part that throws after a crash', () => {
  it('fails with the crash, when it only threw because it was stopped', () => {
    const stopped = new Failure('internal', 'Stopped', { cause: CRASH.thrown });
    expect(judge(threw(stopped), { crash: CRASH }).summary).toBe('Unexpected error: Error: nobody awaits me');
  });

  it('keeps an expected failure of its own', () => {
    expect(judge(threw(new Failure('revert-failed', 'x')), { crash: CRASH }).code).toBe('revert-failed');
  });
});

describe('a main part that never ends', () => {
  it.each([
    ['internal', {}],
    ['cancelled', { cancelled: CANCELLED }],
    ['internal', { crash: CRASH, cancelled: CANCELLED }],
  ] as const)('fails as %s after %j', (code, interruptions) => {
    expect(judge({ kind: 'vanished' }, interruptions)).toMatchObject({ verdict: 'fail', code });
  });
});
