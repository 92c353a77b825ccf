import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { createJudge, type Judgement, judge, type Rules, type Sample, sequentialRule } from '../src/index.ts';
import { createLatencyGate } from '../src/latency.ts';
import { course, took } from './support/samples.ts';

const fixed = (samples: number, maxErrorRate = 0.01): Rules['errors'] => ({ kind: 'fixed', samples, maxErrorRate });
const ten: Rules = { errors: fixed(10) };
const sequential: Rules = { errors: sequentialRule(0.01) };
const streak: Rules['errors'] = { kind: 'consecutive', successes: 3, failures: 3 };
const fast: Rules = { ...ten, latency: { maxResponseTimeMs: 500, percentile: 0.95 } };

const clean = (count: number): string => '.'.repeat(count);
const said = ({ verdict, code }: Judgement): string => [verdict, code].filter(Boolean).join(' ');

/** Asks after each sample, as a sampling loop does, and stops when it is decided. */
function stopsAfter(
  rules: Rules,
  samples: readonly Sample[],
): { readonly taken: number; readonly judgement: Judgement } {
  const one = createJudge(rules);
  const decided = samples.findIndex((sample) => one.observe(sample) === 'decided');
  return { taken: decided === -1 ? Number.POSITIVE_INFINITY : decided + 1, judgement: one.conclude() };
}

describe('no pass without evidence', () => {
  const every: readonly Rules[] = [
    ten,
    fast,
    sequential,
    { errors: sequentialRule(0) },
    { errors: { kind: 'of', pass: 1, of: 1 } },
    { errors: { kind: 'consecutive', successes: 1, failures: 1 } },
    { ...ten, healthyForMs: 0, maxUnknownShare: 0.99 },
  ];

  test.each(every)('without a sample: %j', (rules) => {
    expect(judge([], rules)).toMatchObject({
      verdict: 'inconclusive',
      code: 'inconclusive',
      reason: 'No sample was taken',
    });
  });

  test.each(every)('with failures of our own side only: %j', (rules) => {
    const { taken, judgement } = stopsAfter(rules, course('?'.repeat(1000)));
    expect([taken, said(judgement)]).toEqual([Number.POSITIVE_INFINITY, 'inconclusive probe-environment']);
    expect(judgement.reason).toContain('1000 of 1000 attempts failed on our own side');
    expect(judgement.reason).toContain('getaddrinfo EAI_AGAIN');
    expect(judgement.shows).toBe('no sample tells anything about the service');
  });

  test.each(every)('with failures of the service only: %j', (rules) => {
    expect(said(judge(course('x'.repeat(10)), rules))).toBe('fail health');
  });

  test.each([
    ['NaN', { durationMs: Number.NaN }],
    ['a negative time', { durationMs: -1 }],
    ['no end', { durationMs: Number.POSITIVE_INFINITY }],
    ['no place in time', { at: Number.NaN }],
    ['an endless place in time', { at: Number.POSITIVE_INFINITY }],
  ])('with successes of impossible times: %s', (_, times) => {
    const judgement = judge(
      course(clean(400)).map((sample) => ({ ...sample, ...times })),
      fast,
    );
    expect(said(judgement)).toBe('inconclusive probe-environment');
    expect(judgement.evidence).toMatchObject({ ok: 0, unknown: 400, errorRate: undefined, latency: [] });
  });

  test.each([{ durationMs: Number.NaN }, { durationMs: -1 }, { at: Number.NaN }, { at: Number.POSITIVE_INFINITY }])(
    'and a failure with impossible times is one all the same: %j',
    (times) => {
      const samples = course(`x${clean(20)}`).map((sample) =>
        sample.kind === 'wrong' ? { ...sample, ...times } : sample,
      );
      expect(said(judge(samples, ten))).toBe('fail error-rate');
      expect(said(judge(samples.toReversed(), ten))).toBe('fail error-rate');
    },
  );

  test('and a failure whose time cannot be read counts as a slow one', () => {
    const rules: Rules = { errors: fixed(10, 0.5), latency: { maxResponseTimeMs: 500, percentile: 0.8 } };
    const samples = course('x..xx.....').map((sample) => ({
      ...sample,
      durationMs: sample.kind === 'wrong' ? Number.NaN : 1,
    }));
    expect(said(judge(samples, rules))).toBe('fail latency');
  });

  test('and whatever is seen, a pass has seen successes', () => {
    const line = fc.array(fc.constantFrom('.', 'x', '?'), { maxLength: 40 }).map((marks) => marks.join(''));
    const rules: readonly Rules[] = [
      ...every,
      { errors: streak },
      { errors: { kind: 'of', pass: 2, of: 6 }, healthyForMs: 300 },
    ];
    fc.assert(
      fc.property(line, fc.constantFrom(...rules), (marks, rule) => {
        const { verdict, code, evidence } = judge(course(marks), rule);
        expect(verdict === 'pass').toBe(code === '');
        expect(evidence.taken).toBe(marks.length);
        if (verdict === 'pass') expect(evidence.ok).toBeGreaterThan(0);
      }),
    );
  });
});

describe('too little is inconclusive', () => {
  test.each<[string, Rules, string]>([
    ['one sample short', ten, clean(9)],
    ['one sample short of the sequential test', sequential, clean(302)],
    ['undecided at the cap', sequential, `${clean(99)}x`.repeat(9)],
    ['a streak that never comes', { errors: streak }, '..x'.repeat(100)],
    [
      'fast, but errors are undecided',
      { ...sequential, latency: { maxResponseTimeMs: 500, percentile: 0.5 } },
      clean(302),
    ],
    ['healthy, but not for long enough', { ...ten, healthyForMs: 1000 }, clean(20)],
    ['a limit of 0 errors, with fewer samples than the cap', { errors: sequentialRule(0) }, clean(899)],
  ])('%s', (_, rules, line) => {
    const judgement = judge(course(line), rules);
    expect(said(judgement)).toBe('inconclusive inconclusive');
    expect(judgement.reason).toMatch(/\d+ samples failed/);
  });

  test('the cap ends the sequential test', () => {
    const { taken, judgement } = stopsAfter(sequential, course(`${clean(99)}x`.repeat(12)));
    expect([taken, said(judgement)]).toEqual([900, 'inconclusive inconclusive']);
    expect(judgement.reason).toContain('9 of 900 samples failed (1 %; at most 1 % may)');
  });

  test('what is slow for sure fails even where errors stay undecided', () => {
    const slow = course(`${clean(99)}x`.repeat(9)).map((one, index) => ({
      ...one,
      durationMs: index % 15 === 0 ? 900 : 10,
    }));
    const { taken, judgement } = stopsAfter(
      { ...sequential, latency: { maxResponseTimeMs: 500, percentile: 0.95 } },
      slow,
    );
    expect([taken, said(judgement)]).toEqual([900, 'fail latency']);
  });
});

describe('samples of our own side', () => {
  test('neither break a streak nor make one', () => {
    expect(said(judge(course('..?.'), { errors: streak, maxUnknownShare: 0.5 }))).toBe('pass');
    expect(said(judge(course('xx?x'), { errors: streak }))).toBe('fail health');
    expect(said(judge(course('..????'), { errors: streak, maxUnknownShare: 0.9 }))).toBe('inconclusive inconclusive');
  });

  test('hold a pass back while they are more than a fifth, until enough others came', () => {
    expect(said(judge(course(`???${clean(10)}`), ten))).toBe('inconclusive probe-environment');
    expect(stopsAfter(ten, course(`???${clean(20)}`))).toMatchObject({ taken: 15, judgement: { verdict: 'pass' } });
    expect(said(judge(course(`??${clean(10)}`), ten))).toBe('pass');
    expect(said(judge(course(`?${clean(10)}`), { ...ten, maxUnknownShare: 0 }))).toBe('inconclusive probe-environment');
  });

  test('hold no failure back', () => {
    expect(said(judge(course(`${'?'.repeat(100)}x`), ten))).toBe('fail health');
  });

  test('each kept connection that is closed under us is not called healthy', () => {
    expect(said(judge(course('.?'.repeat(450)), sequential))).toBe('inconclusive probe-environment');
  });
});

describe('a time to stay healthy', () => {
  const minute: Rules = { errors: fixed(3), healthyForMs: 60_000 };

  test('is waited for, also when the samples are enough before', () => {
    const { taken, judgement } = stopsAfter(minute, course(clean(100), { everyMs: 1000 }));
    expect([taken, judgement.verdict, judgement.evidence.healthyMs]).toEqual([61, 'pass', 60_000]);
  });

  test.each([
    ['by a clock that ran on while nobody looked', [0, 10, 20, 600_000], 30_020],
    ['by samples that come from before', [0, 30_000, 10_000, 20_000, 29_000], 30_000],
    ['by many samples at once', [0, 0, 0, 0, 0, 0, 0, 0], 0],
  ])('is not reached %s', (_, times, healthyMs) => {
    const one = createJudge(minute);
    for (const at of times) expect(one.observe(took(5, at))).toBe('more');
    expect(one.conclude()).toMatchObject({ verdict: 'inconclusive', evidence: { healthyMs } });
  });

  test('is not reached by failures of our own side', () => {
    const samples = [...course(clean(10)), ...course('?'.repeat(2), { from: 59_000, everyMs: 5000 })];
    expect(judge(samples, minute)).toMatchObject({ verdict: 'inconclusive', evidence: { healthyMs: 450 } });
  });

  test('begins anew after a failure where health is a streak', () => {
    const rules: Rules = { errors: streak, healthyForMs: 10_000 };
    expect(stopsAfter(rules, course(`${clean(9)}x${clean(30)}`, { everyMs: 1000 })).taken).toBe(10 + 11);
  });

  test('fails at an outage before its end, however many good samples came first', () => {
    const rules: Rules = { ...sequential, healthyForMs: 900_000 };
    const line = `${clean(800)}${'x'.repeat(50)}`;
    expect(stopsAfter(rules, course(line, { everyMs: 1000 }))).toMatchObject({
      taken: 807,
      judgement: { verdict: 'fail' },
    });
    expect(stopsAfter(minute, course(`${clean(50)}x`, { everyMs: 1000 }))).toMatchObject({
      taken: 51,
      judgement: { verdict: 'fail' },
    });
  });

  test('does not end in the middle of doubt', () => {
    const rules: Rules = { ...sequential, healthyForMs: 400_000 };
    const { taken } = stopsAfter(rules, course(`${clean(399)}x${clean(300)}`, { everyMs: 1000 }));
    expect(taken).toBe(400 + 92);
  });
});

describe('latency', () => {
  const limits = (percentile: number, samples = 100): Rules => ({
    errors: fixed(samples),
    latency: { maxResponseTimeMs: 500, percentile },
  });
  const withSlow = (slow: number, total: number): Sample[] =>
    Array.from({ length: total }, (_, index) => took(index < slow ? 501 : 500, index * 50));

  test.each([
    [0.95, 100, 5, 'pass'],
    [0.95, 100, 6, 'fail latency'],
    [0.95, 10, 0, 'pass'],
    [0.95, 10, 1, 'fail latency'],
    [0.9, 10, 1, 'pass'],
    [0.7, 10, 3, 'pass'],
    [0.7, 10, 4, 'fail latency'],
    [0.5, 1, 0, 'pass'],
    [0.5, 1, 1, 'fail latency'],
    [1, 100, 0, 'pass'],
    [1, 100, 1, 'fail latency'],
  ])('at %d, of %d samples %d may be slow: %s', (...[percentile, total, slow, verdict]) => {
    expect(said(judge(withSlow(slow, total), limits(percentile, total)))).toBe(verdict);
    expect(said(judge(withSlow(slow, total).toReversed(), limits(percentile, total)))).toBe(verdict);
  });

  test('fails as soon as nothing can save it, and not before', () => {
    expect(stopsAfter(limits(0.95), withSlow(6, 100)).taken).toBe(6);
    expect(stopsAfter(limits(0.95), withSlow(5, 100)).taken).toBe(100);
    expect(stopsAfter(limits(1), withSlow(1, 100)).taken).toBe(1);
    const long: Rules = { ...sequential, healthyForMs: 900_000, latency: { maxResponseTimeMs: 500, percentile: 0.95 } };
    expect(stopsAfter(long, withSlow(900, 900))).toMatchObject({ taken: 10, judgement: { code: 'latency' } });
  });

  test('is judged for each series by itself where it is large enough, and for all together', () => {
    const mixed = (first: number, slowFirst: number): Sample[] =>
      Array.from({ length: 100 }, (_, index) =>
        took(index < slowFirst ? 900 : 20, index * 50, index < first ? 'first' : 'kept'),
      );
    expect(judge(mixed(20, 2), limits(0.95))).toMatchObject({
      code: 'latency',
      reason: expect.stringContaining('2 of 20 samples (new connections)'),
    });
    expect(judge(mixed(20, 1), limits(0.95)).verdict).toBe('pass');
    // Four new connections say nothing about their p95, but four slow samples of a hundred are within it.
    expect(judge(mixed(4, 4), limits(0.95)).verdict).toBe('pass');
    expect(judge(mixed(6, 6), limits(0.95))).toMatchObject({
      code: 'latency',
      reason: expect.stringContaining('6 of 100 samples took'),
    });
    expect(judge(mixed(1, 1), limits(1)).code).toBe('latency');
  });

  test('is never mixed: each series has its own percentiles', () => {
    const samples = [...course('.....', { series: 'first', durationMs: 80 }), ...course('.....', { from: 250 })];
    const { latency } = judge(samples, fast).evidence;
    expect(latency.map(({ series, samples, p50 }) => [series, samples, p50.value])).toEqual([
      ['first', 5, 80],
      ['kept', 5, 10],
    ]);
  });

  test('is not made better by quick errors, and is made worse by timeouts', () => {
    const rules: Rules = { errors: fixed(100, 0.6), latency: { maxResponseTimeMs: 500, percentile: 0.5 } };
    const quick = course('x'.repeat(55) + clean(45)).map((one) => ({
      ...one,
      durationMs: one.kind === 'wrong' ? 1 : 900,
    }));
    expect(judge(quick, rules)).toMatchObject({
      code: 'latency',
      evidence: { latency: [{ samples: 45, p50: { value: 900 } }] },
    });
    const timeouts = course('x'.repeat(55) + clean(45)).map((one) => ({
      ...one,
      durationMs: one.kind === 'wrong' ? 10_000 : 10,
    }));
    expect(judge(timeouts, rules)).toMatchObject({
      code: 'latency',
      evidence: { latency: [{ samples: 100, p50: { value: 10_000 } }] },
    });
  });

  test('says what so few samples cannot show, and judges by them as written all the same', () => {
    const { verdict, shows } = judge(course(clean(10)), fast);
    expect([verdict, shows]).toEqual([
      'pass',
      '10 samples without an error leave room for a true error rate of up to 26 % (95 %); to show less than 1 % takes 299 without one; ' +
        '10 samples cannot bound the true p95 from above, which takes 59',
    ]);
  });
});

test('a latency gate that saw nothing is not within its limit', () => {
  const gate = createLatencyGate({ maxResponseTimeMs: 500, percentile: 0.95 }, 10);
  expect([gate.state(), gate.hopeless()]).toEqual([{ kind: 'none' }, undefined]);
});

describe('latency that may be chance', () => {
  const rules: Rules = { ...sequential, latency: { maxResponseTimeMs: 500, percentile: 0.95 } };
  /** Slow ones early on, then quick ones, until nobody asks any more. */
  const slowAtFirst = (slow: number, total: number): Sample[] =>
    Array.from({ length: total }, (_, index) => took(index % 12 === 0 && index < slow * 12 ? 501 : 10, index * 50));

  test('is looked at once more, with all the samples of the rule', () => {
    expect(stopsAfter(rules, slowAtFirst(15, 900))).toMatchObject({ taken: 303, judgement: { verdict: 'pass' } });
    expect(stopsAfter(rules, slowAtFirst(16, 900))).toMatchObject({ taken: 900, judgement: { verdict: 'pass' } });
    expect(stopsAfter(rules, slowAtFirst(46, 900))).toMatchObject({ judgement: { verdict: 'fail', code: 'latency' } });
  });

  test('is no pass on the way there, and a failure while it is seen', () => {
    expect(said(judge(slowAtFirst(16, 303), rules))).toBe('fail latency');
    expect(said(judge(slowAtFirst(16, 899), rules))).toBe('inconclusive inconclusive');
    expect(said(judge(slowAtFirst(16, 900), rules))).toBe('pass');
  });
});

describe('order', () => {
  test('in the array does not matter, the time does', () => {
    const samples = course('..xxx');
    expect(said(judge(samples, { errors: streak }))).toBe('fail health');
    expect(said(judge(course('xx...'), { errors: streak }))).toBe('pass');
    expect(said(judge(course('xx...').toReversed(), { errors: streak }))).toBe('pass');
    fc.assert(
      fc.property(fc.shuffledSubarray(samples, { minLength: 5 }), (shuffled) => {
        expect(judge(shuffled, { errors: streak })).toEqual(judge(samples, { errors: streak }));
      }),
    );
  });

  test('a judge that is asked as samples come says what one says that sees all of them', () => {
    const line = fc.array(fc.constantFrom('.', '.', '.', 'x', '?'), { maxLength: 60 }).map((marks) => marks.join(''));
    fc.assert(
      fc.property(line, fc.constantFrom(ten, fast, sequential, { errors: streak }), (marks, rules) => {
        const one = createJudge(rules);
        for (const sample of course(marks)) {
          one.observe(sample);
          one.conclude();
        }
        expect(one.conclude()).toEqual(judge(course(marks), rules));
      }),
    );
  });
});

describe('after the decision', () => {
  test('a failure stays one', () => {
    const { taken } = stopsAfter(ten, course(`x${clean(100)}`));
    expect(taken).toBe(1);
    expect(said(judge(course(`x${clean(100)}`), ten))).toBe('fail error-rate');
  });

  test('a pass stays one with a late error that is within the rule, and not with what breaks it', () => {
    expect(said(judge(course(`${clean(303)}x`), sequential))).toBe('pass');
    expect(said(judge(course(`${clean(303)}xxxxxxx`), sequential))).toBe('fail health');
    expect(said(judge(course(`${clean(10)}x`), ten))).toBe('fail error-rate');
    const slow = Array.from({ length: 20 }, (_, index) => took(900, 60_000 + index));
    expect(said(judge([...course(clean(10)), ...slow], fast))).toBe('fail latency');
  });

  test('nothing turns an undecided cap into a pass', () => {
    expect(said(judge(course(`${clean(99)}x`.repeat(9) + clean(2000)), sequential))).toBe('inconclusive inconclusive');
  });
});

describe('the code of a failure', () => {
  test.each([
    ['that comes each time is that of the samples', 'xxxx', 'health', 'health'],
    ['of a health check that comes now and then is an error rate', `${clean(10)}xx.xx`, 'health', 'error-rate'],
    ['with a name of its own is kept, also now and then', `${clean(10)}xxxx`, 'version', 'version'],
    ['with a name of its own is kept', 'xxxx', 'tls', 'tls'],
    [
      'of a health check that comes each time from some time on is that of the samples',
      `${clean(300)}xxxxxxx`,
      'health',
      'health',
    ],
    ['of a health check is that of the samples as soon as it comes each time', `${clean(60)}xxxx`, 'health', 'health'],
    ['that comes and goes is an error rate, however often', 'x.xxxx.xxxxx.', 'health', 'error-rate'],
  ] as const)('%s', (...[, line, code, expected]) => {
    expect(said(judge(course(line, { code }), sequential))).toBe(`fail ${expected}`);
  });

  test.each<[string, Rules['errors']]>([
    ['a streak', { kind: 'consecutive', successes: 30, failures: 3 }],
    ['so many of the last', { kind: 'of', pass: 18, of: 20 }],
  ])('is that of the samples where the rule is no rate: %s', (_, errors) => {
    expect(said(judge(course(`${clean(10)}xxx`), { errors }))).toBe('fail health');
  });

  test('is an error rate where no code has the majority', () => {
    const mixed = [...course('xx', { code: 'tls' }), ...course('xx', { code: 'version', from: 100 })];
    expect(said(judge(mixed, sequential))).toBe('fail error-rate');
    const most = [...course('xxx', { code: 'tls' }), ...course('x', { code: 'version', from: 150 })];
    expect(said(judge(most, sequential))).toBe('fail tls');
  });
});

describe('what is said', () => {
  test('of a pass has the numbers and the limits', () => {
    const rules: Rules = { ...sequential, latency: { maxResponseTimeMs: 500, percentile: 0.95 } };
    const { reason, shows } = judge(course(clean(303), { durationMs: 12.345 }), rules);
    expect(reason).toBe('None of 303 samples failed (at most 1 % may); p95 was 12.3 ms (kept alive), at most 500 ms');
    expect(shows).toBe(
      '303 samples without an error leave room for a true error rate of up to 0.98 % (95 %); ' +
        'the test fails one in 100 services that err at 0.5 % and passes one in 100 that err at 2 %, or fewer; ' +
        'by 303 samples the true p95 is from 12.3 ms to 12.3 ms (95 % at each end)',
    );
  });

  test('of a failure has its most frequent reason, and groups the others', () => {
    const samples = [...course('xx.'), ...course('x', { detail: 'timeout', from: 150 }), ...course('x', { from: 200 })];
    const { reason, evidence } = judge(samples, sequential);
    expect(reason).toBe('4 of 5 samples failed (80 %; at most 1 % may), 3 times with health: 503 Service Unavailable');
    expect(evidence).toMatchObject({
      taken: 5,
      errorRate: 0.8,
      failures: [
        { code: 'health', detail: '503 Service Unavailable', count: 3 },
        { code: 'health', detail: 'timeout', count: 1 },
      ],
    });
  });

  test('is plain data, whatever came', () => {
    const { evidence } = judge(course('x.?..'), fast);
    expect(JSON.parse(JSON.stringify(evidence))).toMatchObject({ taken: 5, ok: 3, wrong: 1, unknown: 1 });
  });

  test('does not grow with a service that says something else each time', () => {
    const one = createJudge(sequential);
    for (let index = 0; index < 5000; index += 1) {
      for (const sample of course('x', { detail: `id ${index}`, from: index })) one.observe(sample);
    }
    const { failures } = one.conclude().evidence;
    expect(failures).toHaveLength(101);
    expect(failures[0]).toEqual({ code: 'health', detail: 'other details', count: 4900 });
  });
});
