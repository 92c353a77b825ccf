import { describe, expect, test } from '@jest/globals';
import { type CoverageRules, decide, type PolicyEvidence, percentText } from '@plimsoll/policy';
import { evidence, known, NOTHING, pattern } from './support.ts';

const NO_RULES: CoverageRules = {
  minLines: undefined,
  minBranches: undefined,
  paths: [],
  minPatch: undefined,
  maxDrop: undefined,
};

function judged(rules: Partial<CoverageRules>, some: Partial<PolicyEvidence>): readonly string[] {
  const policy = { ...NOTHING, coverage: { ...NO_RULES, ...rules } };
  return decide(policy, evidence(some)).rulings.map(({ reason, seen }) => `${reason}: ${seen}`);
}

function coverage(covered: number, total: number, branches = { covered: 0, total: 0 }): Partial<PolicyEvidence> {
  const files = [
    { path: 'src/core/a.ts', lines: { covered: 95, total: 100 }, isDisputed: false },
    { path: 'src/core/b.ts', lines: { covered: 5, total: 100 }, isDisputed: false },
    { path: 'src/ui/c.ts', lines: { covered: 0, total: 0 }, isDisputed: false },
  ];
  return { coverage: known({ lines: { covered, total }, branches, files }) };
}

describe('coverage of lines and branches', () => {
  test.each([
    ['exactly reached', 92, 92, 100, 'met: 92 % (92 of 100 lines)'],
    ['one line short', 92, 91, 100, 'too-low: 91 % (91 of 100 lines)'],
    ['short by less than any rounding', 92, 91_999_999, 100_000_000, 'too-low: 91.99 % (91999999 of 100000000 lines)'],
    ['a threshold that binary fractions cannot hold', 92.3, 923, 1000, 'met: 92.3 % (923 of 1000 lines)'],
    ['a third', 33.3333, 1, 3, 'met: 33.33 % (1 of 3 lines)'],
    ['more than a third', 33.3334, 1, 3, 'too-low: 33.33 % (1 of 3 lines)'],
    ['nothing measured', 0, 0, 0, 'no-evidence: no lines measured'],
    ['nothing covered, nothing asked', 0, 0, 5, 'met: 0 % (0 of 5 lines)'],
  ])('%s', (...[_what, minLines, covered, total, expected]) => {
    expect(judged({ minLines }, coverage(covered, total))).toEqual([expected]);
  });

  test('branches are judged by themselves, and no branches are no evidence', () => {
    expect(judged({ minBranches: 50 }, coverage(1, 1, { covered: 1, total: 2 }))).toEqual([
      'met: 50 % (1 of 2 branches)',
    ]);
    expect(judged({ minBranches: 50 }, coverage(1, 1, { covered: 0, total: 2 }))).toEqual([
      'too-low: 0 % (0 of 2 branches)',
    ]);
    expect(judged({ minBranches: 0 }, coverage(1, 1))).toEqual(['no-evidence: no branches measured']);
  });

  test('what is below a threshold never looks as if it reached it', () => {
    expect(percentText({ covered: 9_999_999, total: 10_000_000 })).toBe('99.99 %');
  });
});

describe('coverage by path', () => {
  test.each([
    ['summed by lines, not by files', 'src/core/**', 50, 'met: 50 % (100 of 200 lines)'],
    ['too low', 'src/core/**', 50.5, 'too-low: 50 % (100 of 200 lines)'],
    ['a pattern without a file', 'src/gone/**', 0, 'no-evidence: no file matches'],
    ['files without lines', 'src/ui/**', 0, 'no-evidence: no lines measured'],
  ])('%s', (...[_what, text, percent, expected]) => {
    expect(judged({ paths: [{ pattern: pattern(text), percent }] }, coverage(1, 1))).toEqual([expected]);
  });
});

describe('coverage of changed lines', () => {
  test.each([
    ['reached', { covered: 8, total: 10 }, [], 'met: 80 % (8 of 10 changed lines)'],
    ['too low', { covered: 7, total: 10 }, [], 'too-low: 70 % (7 of 10 changed lines)'],
    ['no line with code', { covered: 0, total: 0 }, [], 'met: no line with code was changed'],
    [
      'a file without a word in any report',
      { covered: 8, total: 8 },
      ['src/new.ts'],
      'unmeasured: 1 changed file is not measured',
    ],
  ])('%s', (...[_what, lines, unmeasured, expected]) => {
    expect(judged({ minPatch: 80 }, { patch: known({ lines, unmeasured }) })).toEqual([expected]);
  });
});

describe('a drop against the baseline', () => {
  test.each([
    ['as far as it may', 2, { covered: 90, total: 100 }, { covered: 88, total: 100 }, 'met: 90 % before, 88 % now'],
    ['too far', 1.9, { covered: 90, total: 100 }, { covered: 88, total: 100 }, 'dropped: 90 % before, 88 % now'],
    [
      'by one line of a million',
      0,
      { covered: 900_000, total: 1e6 },
      { covered: 899_999, total: 1e6 },
      'dropped: 90 % before, 89.99 % now',
    ],
    ['a rise', 0, { covered: 1, total: 3 }, { covered: 1, total: 2 }, 'met: 33.33 % before, 50 % now'],
    ['a baseline of nothing', 5, { covered: 0, total: 0 }, { covered: 1, total: 2 }, 'no-evidence: no lines measured'],
  ])('%s', (...[_what, maxDrop, before, { covered, total }, expected]) => {
    const seen = { ...coverage(covered, total), baseline: known(before) };
    expect(judged({ maxDrop }, seen)).toEqual([expected]);
  });

  test('a baseline that cannot be read is no pass', () => {
    expect(judged({ maxDrop: 100 }, coverage(1, 1))).toEqual(['no-evidence: not known']);
  });
});
