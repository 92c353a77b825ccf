import { describe, expect, test } from '@jest/globals';
import { Failure } from '@plimsoll/outcome';
import { contradictionsIn, createJudge, judge, type Rules, sequentialRule } from '../src/index.ts';

const one = sequentialRule(0.01);
const three = { kind: 'consecutive', successes: 3, failures: 3 } as const;

describe('rules that cannot be judged by are refused', () => {
  test.each<[string, Rules]>([
    ['an error rate of 1; it has to be from 0 to below 1', { errors: { kind: 'fixed', samples: 10, maxErrorRate: 1 } }],
    ['an error rate of NaN', { errors: { kind: 'fixed', samples: 10, maxErrorRate: Number.NaN } }],
    ['an error rate of -0.1', { errors: { ...one, maxErrorRate: -0.1 } }],
    ['0 samples; it has to be a whole number from 1', { errors: { kind: 'fixed', samples: 0, maxErrorRate: 0.01 } }],
    ['NaN samples', { errors: { kind: 'fixed', samples: Number.NaN, maxErrorRate: 0.01 } }],
    ['2.5 samples', { errors: { kind: 'fixed', samples: 2.5, maxErrorRate: 0.01 } }],
    ['an alpha of 0; it has to be above 0 and below 0.5', { errors: { ...one, alpha: 0 } }],
    ['a beta of 0.5', { errors: { ...one, beta: 0.5 } }],
    ['an alpha of NaN', { errors: { ...one, alpha: Number.NaN } }],
    ['Infinity samples at most', { errors: { ...one, cap: Number.POSITIVE_INFINITY } }],
    ['302 samples at most can never pass: a clean service takes 303', { errors: { ...one, cap: 302 } }],
    ['4 of 3 samples can never pass', { errors: { kind: 'of', pass: 4, of: 3 } }],
    ['0 samples that have to pass', { errors: { kind: 'of', pass: 0, of: 3 } }],
    ['NaN samples looked at', { errors: { kind: 'of', pass: 1, of: Number.NaN } }],
    ['0 samples in all', { errors: { ...three, samples: 0 } }],
    ['2.5 samples in all', { errors: { kind: 'of', pass: 1, of: 3, samples: 2.5 } }],
    ['0 successes in a row', { errors: { ...three, successes: 0 } }],
    ['-1 failures in a row', { errors: { ...three, failures: -1 } }],
    ['a response time of 0 ms', { errors: three, latency: { maxResponseTimeMs: 0, percentile: 0.95 } }],
    ['a response time of NaN ms', { errors: three, latency: { maxResponseTimeMs: Number.NaN, percentile: 0.95 } }],
    ['a percentile of 0; it', { errors: three, latency: { maxResponseTimeMs: 500, percentile: 0 } }],
    ['a percentile of 95; it', { errors: three, latency: { maxResponseTimeMs: 500, percentile: 95 } }],
    ['a time to stay healthy of NaN ms', { errors: three, healthyForMs: Number.NaN }],
    ['a time to stay healthy of -1 ms', { errors: three, healthyForMs: -1 }],
    ['a share of unknown samples of 1;', { errors: three, maxUnknownShare: 1 }],
    ['a share of unknown samples of NaN;', { errors: three, maxUnknownShare: Number.NaN }],
  ])('%s', (words, rules) => {
    expect(contradictionsIn(rules)).toEqual([expect.stringContaining(words)]);
    expect(() => createJudge(rules)).toThrow(Failure);
    expect(() => judge([], rules)).toThrow(words);
  });

  test('all at once, in one error of the code input', () => {
    const rules: Rules = { errors: { kind: 'of', pass: 4, of: 3 }, healthyForMs: -1, maxUnknownShare: 2 };
    expect(contradictionsIn(rules)).toHaveLength(3);
    expect(() => createJudge(rules)).toThrow(expect.objectContaining({ code: 'input' }));
  });
});

test.each<[string, Rules]>([
  ['the smallest', { errors: { kind: 'fixed', samples: 1, maxErrorRate: 0 } }],
  ['a limit of 0, in sequence', { errors: sequentialRule(0) }],
  ['every one of five', { errors: { kind: 'of', pass: 5, of: 5 } }],
  ['the slowest of all', { errors: three, latency: { maxResponseTimeMs: 0.1, percentile: 1 } }],
  ['no unknown samples at all', { errors: three, maxUnknownShare: 0, healthyForMs: 0 }],
  ['a cap that a clean service just reaches', { errors: { ...one, cap: 303 } }],
])('rules are taken as written: %s', (_, rules) => {
  expect(contradictionsIn(rules)).toEqual([]);
});
