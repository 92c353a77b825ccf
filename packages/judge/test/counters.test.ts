import { describe, expect, test } from '@jest/globals';
import { type CounterReading, watchCounters } from '../src/index.ts';

const after = (...readings: readonly unknown[]): CounterReading | undefined =>
  readings.reduce<CounterReading | undefined>((previous, next) => watchCounters(previous, next), undefined);

describe('counters', () => {
  test('count from the first reading on', () => {
    expect(after({ requests: 1000, errors: 7 })).toMatchObject({
      kind: 'counting',
      code: '',
      grown: { requests: 0, errors: 0 },
    });
    expect(
      after({ requests: 1000, errors: 7 }, { requests: 1010, errors: 7 }, { requests: 1100, errors: 9 }),
    ).toMatchObject({
      kind: 'counting',
      grown: { requests: 100, errors: 2 },
    });
  });

  test('that went back tell of a restart', () => {
    const reading = after({ requests: 1000, errors: 7 }, { requests: 1050, errors: 8 }, { requests: 3, errors: 1 });
    expect(reading).toMatchObject({ kind: 'restarted', code: 'process', grown: { requests: 53, errors: 2 } });
    expect(reading?.detail).toBe(
      'the process was restarted: requests went back from 1050 to 3, errors went back from 8 to 1',
    );
  });

  test('stay restarted, however far they grow afterwards', () => {
    const reading = after({ requests: 10, errors: 0 }, { requests: 2, errors: 0 }, { requests: 500, errors: 4 });
    expect(reading).toMatchObject({ kind: 'restarted', code: 'process', grown: { requests: 500, errors: 4 } });
    expect(reading?.detail).toContain('from 10 to 2');
  });

  test('that all begin anew are told by the one that went back', () => {
    expect(after({ requests: 10, errors: 0 }, { requests: 2, errors: 1 })?.grown).toEqual({ requests: 2, errors: 1 });
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['no counters', {}],
    ['a list', [1]],
    ['a text', { requests: '12', errors: 0 }],
    ['NaN', { requests: Number.NaN, errors: 0 }],
    ['a negative number', { requests: -1, errors: 0 }],
    ['a counter that is gone', { requests: 20 }],
  ])('that cannot be read are inconclusive, and what was known is kept: %s', (_, reading) => {
    const known = after({ requests: 10, errors: 0 }, { requests: 12, errors: 0 });
    const next = watchCounters(known, reading);
    expect(next).toMatchObject({
      kind: 'unreadable',
      code: 'inconclusive',
      grown: { requests: 2 },
      latest: { requests: 12 },
    });
    expect(watchCounters(next, { requests: 15, errors: 0 })).toMatchObject({
      kind: 'counting',
      grown: { requests: 5 },
    });
    expect(watchCounters(next, { requests: 11, errors: 0 })).toMatchObject({ kind: 'restarted', code: 'process' });
  });

  test('that cannot be read hide no restart from before', () => {
    expect(after({ requests: 10 }, { requests: 1 }, 'garbage')).toMatchObject({ kind: 'restarted', code: 'process' });
  });

  test('that were never read are inconclusive', () => {
    expect(after('garbage')).toMatchObject({ kind: 'unreadable', code: 'inconclusive', latest: undefined });
  });
});
