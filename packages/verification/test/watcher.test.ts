import { describe, expect, test } from '@jest/globals';
import type { ErrorRule } from '@plimsoll/judge';
import type { ProbeResult } from '@plimsoll/probe';
import { Watcher } from '../src/watcher.ts';
import { httpCheck } from './support/plans.ts';

const EVIDENCE = {
  asked: '',
  came: '',
  phases: { resolve: 0, connect: 0, tls: 0, firstByte: 0, transfer: 0 },
  excerpt: '',
  address: '',
};

function resultOf(letter: string, index: number): ProbeResult {
  const attempt = { at: index * 1_000, durationMs: 1, series: 'kept', evidence: EVIDENCE } as const;
  if (letter === '.') return { ...attempt, kind: 'ok' };
  if (letter === 'x') return { ...attempt, kind: 'wrong', code: 'health', detail: 'no' };
  return { ...attempt, kind: 'unknown', detail: 'no route' };
}

/** `.` for well, `x` for wrong, `?` for what tells nothing. */
function verdictAfter(line: string, errors: ErrorRule): string {
  const probe = { name: 'health', attempt: () => Promise.reject(new Error('not asked')), close: async () => undefined };
  const watcher = new Watcher({ check: httpCheck('http://127.0.0.1/'), label: 'health', probe }, { errors });
  for (const [index, letter] of line.split('').entries()) watcher.see(resultOf(letter, index));
  return watcher.finalJudgement().verdict;
}

describe('a window of ten samples, judged by what came of it', () => {
  const fixed: ErrorRule = { kind: 'fixed', samples: 10, maxErrorRate: 0.1 };
  const of: ErrorRule = { kind: 'of', pass: 2, of: 3, samples: 10 };
  const inARow: ErrorRule = { kind: 'consecutive', successes: 3, failures: 3, samples: 10 };
  test.each<[string, ErrorRule, string]>([
    ['..........', fixed, 'pass'],
    ['.........?', fixed, 'pass'],
    ['.......???', fixed, 'inconclusive'],
    ['..........', of, 'pass'],
    ['.x..x..x..', of, 'pass'],
    ['.xx.......', of, 'fail'],
    ['........??', of, 'pass'],
    ['?.......?.', of, 'pass'],
    ['.......???', of, 'inconclusive'],
    ['....??????', of, 'inconclusive'],
    ['??????????', of, 'inconclusive'],
    ['xx.xx.x...', inARow, 'pass'],
    ['.......xx?', inARow, 'inconclusive'],
    ['.......xxx', inARow, 'fail'],
    ['x?x?......', inARow, 'pass'],
    ['.....?????', inARow, 'inconclusive'],
  ])('%s by %j: %s', (line, errors, verdict) => {
    expect(verdictAfter(line, errors)).toBe(verdict);
  });
});
