import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  type Baseline,
  baselineOf,
  compareWithBaseline,
  judge,
  type Rules,
  readBaseline,
  type Sample,
  sequentialRule,
} from '../src/index.ts';
import { chanceOfSoManyMore } from '../src/two-proportions.ts';
import { course, took } from './support/samples.ts';

const summariseBaseline = (samples: readonly Sample[], by: Rules): Baseline => baselineOf(judge(samples, by));
const clean = (count: number): string => '.'.repeat(count);
const rules: Rules = { errors: sequentialRule(0.01), latency: { maxResponseTimeMs: 500, percentile: 0.95 } };
const well = summariseBaseline(course(clean(303)), rules);
const ill = summariseBaseline(course(`${clean(100)}${'x'.repeat(50)}`), rules);
const dead = summariseBaseline(course('xxxx'), rules);

describe('the chance of so many more errors', () => {
  // Fisher's own table of the tea: 3 of 4 against 1 of 4 has 17/70, 4 of 4 against none 1/70.
  test.each([
    [1, 4, 3, 4, 17 / 70],
    [0, 4, 4, 4, 1 / 70],
    [0, 1000, 0, 1000, 1],
    [5, 10, 0, 10, 1],
    [0, 0, 5, 10, 1],
    [5, 10, 0, 0, 1],
    [0, 0, 0, 0, 1],
    [0, 100, 10, 100, 0.000_771_026],
  ])('from %d of %d to %d of %d is %d', (...[errors, samples, more, ofMore, chance]) => {
    const actual = chanceOfSoManyMore({ errors, samples }, { errors: more, samples: ofMore });
    expect(actual).toBeCloseTo(chance, 9);
  });

  test('both ways are all there is: more and fewer overlap in the table itself', () => {
    const side = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]) => ({ errors: Math.min(a, b), samples: Math.max(a, b) }));
    fc.assert(
      fc.property(side, side, (a, b) => {
        const more = chanceOfSoManyMore(a, b);
        const fewer = chanceOfSoManyMore(b, a);
        expect(more).toBeGreaterThan(0);
        expect(more).toBeLessThanOrEqual(1);
        expect(more + fewer).toBeGreaterThanOrEqual(1 - 1e-9);
      }),
    );
  });
});

describe('a service that was not healthy before', () => {
  test('fails with its own code', () => {
    const judgement = judge(course('xxxx'), { ...rules, baseline: dead });
    expect(judgement).toMatchObject({ verdict: 'fail', code: 'unhealthy-before' });
    expect(judgement.reason).toContain('it failed before the deployment already (4 of 4 samples failed');
  });

  test('fails as it does now when it does worse than before', () => {
    const judgement = judge(course('xxxxxx'), { ...rules, baseline: ill });
    expect(judgement).toMatchObject({ verdict: 'fail', code: 'health', evidence: { comparison: { isWorse: true } } });
    expect(judgement.reason).toContain('more errors than before (50 of 150, 33 %, now 6 of 6, 100 %)');
  });

  test('passes when it is well now', () => {
    expect(judge(course(clean(303)), { ...rules, baseline: dead })).toMatchObject({ verdict: 'pass', code: '' });
  });

  test('stays inconclusive with too little evidence', () => {
    expect(judge([], { ...rules, baseline: dead })).toMatchObject({ verdict: 'inconclusive', code: 'inconclusive' });
    expect(judge(course('.'), { ...rules, baseline: dead }).verdict).toBe('inconclusive');
  });
});

describe('a service that was healthy before', () => {
  test('fails with the code of now', () => {
    expect(judge(course('xxxx'), { ...rules, baseline: well })).toMatchObject({ verdict: 'fail', code: 'health' });
  });

  test('is told to be slower, also when it passes', () => {
    const slower = course(clean(303), { durationMs: 100 });
    const judgement = judge(slower, { ...rules, baseline: well });
    expect(judgement).toMatchObject({
      verdict: 'pass',
      evidence: { comparison: { isWorse: true, hasMoreErrors: false } },
    });
    expect(judgement.reason).toContain('slower than before (p50 10.0 ms, now 100.0 ms)');
  });

  test('is not told to be slower by less than a tenth, nor against another series, nor by few samples', () => {
    const isWorse = (samples: readonly Sample[]): boolean =>
      compareWithBaseline(well, summariseBaseline(samples, rules)).isWorse;
    expect(isWorse(course(clean(303), { durationMs: 10.9 }))).toBe(false);
    expect(isWorse(course(clean(303), { durationMs: 100, series: 'first' }))).toBe(false);
    expect(isWorse([took(100, 0), took(100, 50)])).toBe(false);
    expect(isWorse(course(clean(303)))).toBe(false);
  });

  test('and was never looked at, is not known to have been ill', () => {
    const none = summariseBaseline([], rules);
    expect(none).toMatchObject({ verdict: 'inconclusive', samples: 0 });
    expect(judge(course('xxxx'), { ...rules, baseline: none })).toMatchObject({ code: 'health' });
  });
});

describe('a baseline', () => {
  test.each([
    ['well', well],
    ['ill', ill],
    ['of few samples', summariseBaseline(course('..'), rules)],
    ['of none', summariseBaseline([], rules)],
    [
      'with impossible times',
      summariseBaseline(
        course('xx').map((one) => ({ ...one, durationMs: Number.NaN })),
        rules,
      ),
    ],
  ])('survives JSON: %s', (_, baseline) => {
    expect(readBaseline(JSON.parse(JSON.stringify(baseline)))).toEqual(baseline);
  });

  test('is what a judgement leaves', () => {
    expect(baselineOf(judge(course(clean(303)), rules))).toEqual(well);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'pass'],
    ['another schema', { ...well, schema: 'plimsoll/baseline@2' }],
    ['another verdict', { ...well, verdict: 'green' }],
    ['a pass with a code', { ...well, code: 'health' }],
    ['a failure without a code', { ...dead, code: '' }],
    ['an unknown code', { ...dead, code: 'broken' }],
    ['more errors than samples', { ...well, errors: 304 }],
    ['half a sample', { ...well, samples: 1.5 }],
    ['no samples', { ...well, samples: undefined }],
    ['no latency', { ...well, latency: undefined }],
    ['another series', { ...well, latency: [{ ...well.latency[0], series: 'both' }] }],
    ['no percentile', { ...well, latency: [{ ...well.latency[0], p95: undefined }] }],
    ['a percentile without a value', { ...well, latency: [{ ...well.latency[0], p95: { low: 1, high: 2 } }] }],
  ])('that is none is refused, not taken for a healthy one: %s', (_, value) => {
    expect(() => readBaseline(value)).toThrow(expect.objectContaining({ code: 'input' }));
  });
});
