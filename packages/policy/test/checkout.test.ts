import { describe, expect, test } from '@jest/globals';
import { type CheckoutSeen, checkoutText, decide } from '@plimsoll/policy';
import { COMMIT, evidence, NOTHING } from './support.ts';

const RUN = 'd'.repeat(40);
const OTHER: CheckoutSeen = { kind: 'other', commit: COMMIT, run: RUN };
const MOVED: CheckoutSeen = { kind: 'moved', commit: COMMIT, before: RUN };
const FINE: readonly CheckoutSeen[] = [
  { kind: 'none' },
  { kind: 'unreadable', why: 'no file' },
  { kind: 'alone', commit: COMMIT },
  { kind: 'same', commit: COMMIT },
  { kind: 'upon', commit: COMMIT, run: RUN },
];

const LINT = { name: 'lint', end: { kind: 'exited', status: 0 } } as const;

function judged(checkout: CheckoutSeen, evidenceFrom: readonly string[], isAboutRun: boolean) {
  const policy = { ...NOTHING, checkout: { evidenceFrom, isAboutRun } };
  const { code, rulings } = decide(policy, evidence({ commands: [LINT], checkout }));
  return [code, ...rulings.flatMap(({ rule, reason, seen }) => (rule === 'checkout' ? [`${reason}: ${seen}`] : []))];
}

describe('a workspace with another commit than that of the run', () => {
  test('breaks a verdict about that commit that rests on the workspace', () => {
    const seen = 'differs: cccccccccccc, and the run is of dddddddddddd';
    expect(judged(OTHER, ['commands', 'version-file'], true)).toEqual(['policy', seen]);
    expect(judged(MOVED, ['commands'], true)).toEqual([
      'policy',
      'differs: cccccccccccc, and dddddddddddd when the gate began',
    ]);
  });

  test.each([
    ['nothing rests on it', [], true],
    ['the verdict is about what lies there', ['commands'], false],
  ] as const)('breaks nothing where %s', (_, evidenceFrom, isAboutRun) => {
    expect(judged(OTHER, evidenceFrom, isAboutRun)).toEqual(['']);
  });

  test.each(FINE)('is none with %j', (seen) => {
    expect(judged(seen, ['commands'], true)).toEqual(['']);
  });

  test('is told apart in words', () => {
    const texts = [...FINE, OTHER, MOVED].map(checkoutText);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
