import { describe, expect, test } from '@jest/globals';
import { type Judged, worstOf } from '../src/index.ts';

const pass: Judged = { verdict: 'pass', code: '', reason: 'well' };
const unsure: Judged = { verdict: 'inconclusive', code: 'probe-environment', reason: 'no route' };
const fail: Judged = { verdict: 'fail', code: 'tls', reason: 'expired' };
const other: Judged = { verdict: 'fail', code: 'health', reason: '503' };

describe('several checks in one verdict', () => {
  test.each<[string, readonly Judged[], Judged]>([
    ['all of them pass', [pass, { ...pass, reason: 'too' }], pass],
    ['a failure weighs most', [pass, unsure, fail], fail],
    ['a failure weighs most, wherever it stands', [fail, unsure, pass], fail],
    ['the first failure is told', [unsure, other, fail], other],
    ['what is not known is no pass', [pass, unsure, pass], unsure],
  ])('%s', (_, judgements, worst) => {
    expect(worstOf(judgements)).toEqual({ ...worst, of: worst });
  });

  test('no checks are inconclusive', () => {
    expect(worstOf([])).toEqual({
      verdict: 'inconclusive',
      code: 'inconclusive',
      reason: 'Nothing was checked',
      of: undefined,
    });
  });

  test.each<[string, Judged, string]>([
    ['a pass with a code', { ...pass, code: 'health' }, 'fail health'],
    ['a failure without one', { ...fail, code: '' }, 'fail internal'],
    ['nothing known, without a code', { ...unsure, code: '' }, 'inconclusive inconclusive'],
  ])('what contradicts itself is no pass: %s', (_, judged, expected) => {
    const { verdict, code } = worstOf([pass, judged]);
    expect(`${verdict} ${code}`).toBe(expected);
  });
});
