import { describe, expect, test } from '@jest/globals';
import { concludeRollout, type HostEnd, type HostOutcome } from '../src/index.ts';

const ENDS: readonly HostEnd[] = ['healthy', 'pending', 'reverted', 'revert-failed', 'failed', 'untouched', 'unknown'];
const GOOD: readonly HostEnd[] = ['healthy', 'pending'];

/** As hosts end: those that are well have no code, and those with trouble one that tells of it. */
const outcome = (end: HostEnd, label: string, code: HostOutcome['code']): HostOutcome => ({
  label,
  end,
  code: GOOD.includes(end) ? '' : code,
  detail: GOOD.includes(end) ? '' : `why of ${label}`,
});

const triples = ENDS.flatMap((a) => ENDS.flatMap((b) => ENDS.map((c): readonly HostEnd[] => [a, b, c])));

describe('the verdict over three hosts', () => {
  /** The table, as a person would read it: the first rule that fits. */
  function expected(ends: readonly HostEnd[], cancelled: boolean): HostOutcome['code'] {
    if (ends.includes('revert-failed')) return 'revert-failed';
    if (ends.includes('unknown')) return 'health';
    if (ends.every((end) => GOOD.includes(end))) return '';
    if (cancelled) return 'cancelled';
    return ends.includes('reverted') ? 'reverted' : 'health';
  }

  test.each([false, true])(
    'is what the worst of them says, for every combination of ends (cancelled: %s)',
    (cancelled) => {
      const wrong = triples.filter((ends) => {
        const outcomes = ends.map((end, index) => outcome(end, `host-${index}`, 'health'));
        return concludeRollout(outcomes, cancelled).code !== expected(ends, cancelled);
      });
      expect([triples.length, wrong]).toEqual([343, []]);
    },
  );

  test('passes only when every host is well', () => {
    for (const ends of triples) {
      const outcomes = ends.map((end, index) => outcome(end, `host-${index}`, 'process'));
      expect(concludeRollout(outcomes, false).code === '').toBe(ends.every((end) => GOOD.includes(end)));
    }
  });

  test('names the first host with a reason', () => {
    const outcomes = [
      outcome('untouched', 'a', ''),
      outcome('failed', 'b', 'health'),
      outcome('failed', 'c', 'process'),
    ];
    expect(concludeRollout(outcomes, false)).toEqual({
      code: 'health',
      cause: 'health',
      detail: 'why of b',
      host: 'b',
    });
  });

  test('says connect of a host that was lost without any other reason', () => {
    expect(concludeRollout([{ label: 'a', end: 'unknown', code: '', detail: '' }], false).code).toBe('connect');
  });
});
