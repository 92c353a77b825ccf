import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { createErrorTest, type ErrorState } from '../src/error-test.ts';
import { cleanSamplesToPass, type ErrorRule, sequentialRule } from '../src/index.ts';
import { chancesOf } from './support/exact-chances.ts';

const stateAfter = (rule: ErrorRule, line: string): ErrorState => {
  const one = createErrorTest(rule);
  for (const mark of line) one.add(mark === '.' ? 'ok' : 'wrong');
  return one.state();
};

const clean = (count: number): string => '.'.repeat(count);

describe('a fixed number of samples', () => {
  const ten: ErrorRule = { kind: 'fixed', samples: 10, maxErrorRate: 0.01 };
  const tenth: ErrorRule = { kind: 'fixed', samples: 10, maxErrorRate: 0.1 };
  test.each<[ErrorRule, string, ErrorState]>([
    [ten, '', 'undecided'],
    [ten, clean(9), 'undecided'],
    [ten, clean(10), 'passing'],
    [ten, 'x', 'failing'],
    [ten, `${clean(9)}x`, 'failing'],
    [{ ...ten, maxErrorRate: 0 }, `${clean(9)}x`, 'failing'],
    [{ ...ten, maxErrorRate: 0 }, clean(10), 'passing'],
    [{ kind: 'fixed', samples: 100, maxErrorRate: 0.29 }, 'x'.repeat(29) + clean(71), 'passing'],
    [tenth, `x${clean(8)}`, 'undecided'],
    [tenth, `x${clean(9)}`, 'passing'],
    [tenth, 'xx', 'failing'],
    // In the long run as well, in every ten of them: an error that has left the ten is forgiven.
    [tenth, `x${clean(9)}x${clean(9)}`, 'passing'],
    [tenth, `x${clean(9)}x...x`, 'failing'],
    [tenth, `${clean(100)}xx`, 'failing'],
    [tenth, `xx${clean(100)}`, 'failing'],
  ])('%j after %j is %s', (rule, line, state) => {
    expect(stateAfter(rule, line)).toBe(state);
  });

  test('allows as many errors as the rate says, and no more, despite binary fractions', () => {
    const cases = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(cases, ([samples, hundredths]) => {
        const rule: ErrorRule = { kind: 'fixed', samples, maxErrorRate: hundredths / 100 };
        const allowed = Math.floor((samples * hundredths) / 100);
        expect(stateAfter(rule, 'x'.repeat(allowed) + clean(samples - allowed))).toBe('passing');
        expect(stateAfter(rule, 'x'.repeat(allowed + 1))).toBe('failing');
      }),
    );
  });
});

describe('so many of the last', () => {
  const rule: ErrorRule = { kind: 'of', pass: 3, of: 5 };
  test.each<[string, ErrorState]>([
    ['', 'undecided'],
    ['..', 'undecided'],
    ['...', 'passing'],
    ['xx', 'undecided'],
    ['xx...', 'passing'],
    ['x.x.', 'undecided'],
    ['x.x..', 'passing'],
    ['xxx', 'failing'],
    ['x.x.x', 'failing'],
    ['x.x..x', 'passing'],
    ['...xxx', 'failing'],
    ['xxx...', 'failing'],
  ])('3 of the last 5: after %j it is %s', (line, state) => {
    expect(stateAfter(rule, line)).toBe(state);
  });
});

describe('so many in a row', () => {
  const rule: ErrorRule = { kind: 'consecutive', successes: 3, failures: 2 };
  test.each<[string, ErrorState]>([
    ['', 'undecided'],
    ['..', 'undecided'],
    ['...', 'passing'],
    ['..x', 'undecided'],
    ['..x..', 'undecided'],
    ['..x...', 'passing'],
    ['...x', 'undecided'],
    ['xx', 'failing'],
    ['x.x.x.', 'undecided'],
    ['...xx', 'failing'],
    ['xx...', 'failing'],
  ])('3 successes or 2 failures: after %j it is %s', (line, state) => {
    expect(stateAfter(rule, line)).toBe(state);
  });
});

describe('a rule on counts with a number of samples', () => {
  test.each<[ErrorRule, string, ErrorState]>([
    [{ kind: 'of', pass: 3, of: 5, samples: 8 }, clean(7), 'undecided'],
    [{ kind: 'of', pass: 3, of: 5, samples: 8 }, clean(8), 'passing'],
    [{ kind: 'of', pass: 3, of: 5, samples: 8 }, '...xxx', 'failing'],
    [{ kind: 'consecutive', successes: 3, failures: 2, samples: 8 }, clean(7), 'undecided'],
    [{ kind: 'consecutive', successes: 3, failures: 2, samples: 8 }, '.x.x....', 'passing'],
    [{ kind: 'consecutive', successes: 3, failures: 2, samples: 8 }, '......x.', 'undecided'],
    [{ kind: 'consecutive', successes: 3, failures: 2, samples: 8 }, 'xx', 'failing'],
  ])('does not pass before them, and fails at once: %j after %j', (rule, line, state) => {
    expect(stateAfter(rule, line)).toBe(state);
  });
});

describe('the sequential test', () => {
  const rule = sequentialRule(0.01);

  test.each<[string, string, ErrorState]>([
    ['nothing', '', 'undecided'],
    ['302 clean samples', clean(302), 'undecided'],
    ['303 clean samples', clean(303), 'passing'],
    ['an error and 393 clean samples', `x${clean(393)}`, 'undecided'],
    ['an error and 394 clean samples', `x${clean(394)}`, 'passing'],
    ['3 errors', 'xxx', 'undecided'],
    ['4 errors', 'xxxx', 'failing'],
    ['4 errors and a thousand clean samples', `xxxx${clean(1000)}`, 'failing'],
    ['an error in each hundred samples', `${clean(99)}x`.repeat(9), 'exhausted'],
    ['the cap and clean samples after it', `${clean(99)}x`.repeat(9) + clean(1000), 'exhausted'],
    ['a pass and one error', `${clean(303)}x`, 'undecided'],
    ['a pass and its error outweighed', `${clean(303)}x${clean(92)}`, 'passing'],
    // No credit for the past: the same seven errors in a row end it after any number of good samples.
    ['a pass and 6 errors', `${clean(303)}xxxxxx`, 'undecided'],
    ['a pass and 7 errors', `${clean(303)}xxxxxxx`, 'failing'],
    ['20,000 clean samples and 7 errors', `${clean(20_000)}xxxxxxx`, 'failing'],
  ])('after %s says so', (_, line, state) => {
    expect(stateAfter(rule, line)).toBe(state);
  });

  test('with a limit of 0 fails at the first error, and passes only at the cap', () => {
    const zero = sequentialRule(0);
    expect(stateAfter(zero, `${clean(899)}x`)).toBe('failing');
    expect(stateAfter(zero, clean(899))).toBe('undecided');
    expect(stateAfter(zero, clean(900))).toBe('passing');
  });

  test.each([
    [0.001, 9000],
    [0.01, 900],
    [0.05, 180],
    [0.3, 30],
    [0.9, 10],
    [0, 900],
  ])('of %d has a cap of %d by default, which a clean service does not reach', (rate, cap) => {
    expect(sequentialRule(rate).cap).toBe(cap);
    expect(cleanSamplesToPass(sequentialRule(rate))).toBeLessThanOrEqual(cap);
    expect(stateAfter(sequentialRule(rate), clean(cleanSamplesToPass(sequentialRule(rate))))).toBe('passing');
  });

  // Multiplied out over all courses of samples, so that these are no estimates.
  test('keeps its promises exactly', () => {
    expect(chancesOf(rule, 0.02).pass).toBeLessThanOrEqual(0.01);
    expect(chancesOf(rule, 0.05).pass).toBeLessThanOrEqual(0.001);
    expect(chancesOf(rule, 0.001).pass).toBeGreaterThanOrEqual(0.999);
    expect(chancesOf(rule, 0.005).fail).toBeLessThanOrEqual(0.01);
    for (const rate of [0.001, 0.05, 0.1, 0.3]) {
      expect(chancesOf(sequentialRule(rate), rate * 2).pass).toBeLessThanOrEqual(0.01 / 0.99);
      expect(chancesOf(sequentialRule(rate), rate / 2).fail).toBeLessThanOrEqual(0.01 / 0.99);
    }
  });
});
