import { describe, expect, it } from '@jest/globals';
import { Failure } from '@plimsoll/outcome';
import { explain } from '../src/explain.ts';
import { createLog } from '../src/log.ts';
import { recordingRunner } from './support/recording-runner.ts';

/** What explaining this prints where everybody sees it. */
function explained(thrown: unknown): string {
  const runner = recordingRunner();
  explain(createLog(runner), thrown);
  return runner.calls
    .filter(([method]) => method === 'info')
    .map(([, line]) => line)
    .join('\n');
}

describe('the explanation of a failure', () => {
  it('tells the causes of an expected one, without any stack', () => {
    const cause = new Error('fetch failed', { cause: new Error('ECONNREFUSED') });
    expect(explained(new Failure('connect', 'No answer', { cause }))).toBe(
      'Caused by: fetch failed\nCaused by: ECONNREFUSED',
    );
  });

  it('does not tell a cause again whose text is in the message, or in that of another cause', () => {
    const cause = new Error('fetch failed: ECONNREFUSED', { cause: new Error('ECONNREFUSED') });
    const outer = new Error('', { cause });
    expect(explained(new Failure('connect', 'No answer', { cause: outer }))).toBe(
      'Caused by: fetch failed: ECONNREFUSED',
    );
    expect(explained(new Failure('connect', 'No answer (fetch failed: ECONNREFUSED)', { cause }))).toBe('');
  });

  it('shows the stacks of an unexpected one and of all its causes', () => {
    const text = explained(new TypeError('bug', { cause: new Error('deeper') }));
    expect(text).toMatch(/TypeError: bug\n +at .*\nError: deeper\n +at /s);
  });

  it('ends when causes run in a circle', () => {
    const first = new Error('first');
    first.cause = new Error('second', { cause: first });
    expect(explained(new Failure('connect', 'No answer', { cause: first }))).toBe(
      'Caused by: first\nCaused by: second',
    );
  });

  it.each([
    ['a text', 'boom', 'boom'],
    ['an object without a text', Object.create(null), 'something that has no text'],
  ])('bears %s', (_what, thrown: unknown, text) => {
    expect(explained(thrown)).toBe(text);
  });
});
