import { describe, expect, it } from '@jest/globals';
import { errorRateText, latencyText, percentileText, phasesText } from '../../src/report/figures.ts';
import { attempts, checkReport, fixed, httpCheck } from './sample-reports.ts';

describe('figures', () => {
  it.each([
    [0, '0 ms'],
    [0.4234, '0.42 ms'],
    [8.44, '8.4 ms'],
    [84.4, '84 ms'],
    [1_449, '1.4 s'],
    [Number.POSITIVE_INFINITY, 'no end'],
  ])('a response time of %d is %j', (ms, text) => {
    expect(latencyText(ms)).toBe(text);
  });

  it.each([
    [{ value: 84, low: 80, high: 91 }, '84 ms (80–91 ms)'],
    [{ value: 84, low: 80, high: 1_100 }, '84 ms (80 ms–1.1 s)'],
    [{ value: 84, low: 0, high: 91 }, '84 ms (0–91 ms)'],
    [{ value: 84, low: 80, high: undefined }, '84 ms (80 ms or more)'],
    [{ value: 84, low: 0, high: undefined }, '84 ms (too few samples)'],
  ])('the percentile %j is %j', (percentile, text) => {
    expect(percentileText(percentile)).toBe(text);
  });

  it.each([
    [0, '–'],
    [10, '0 % (0–26 %)'],
    [299, '0 % (0–1 %)'],
  ])('no error in %d samples is a rate of %j', (count, text) => {
    const { judgement } = checkReport(httpCheck('health'), attempts(count), fixed(Math.max(1, count)));
    expect(errorRateText(judgement.evidence)).toBe(text);
  });

  it('an attempt takes the time of its phases, without those that did not happen', () => {
    const phases = { resolve: 0, connect: 12, tls: 30, firstByte: 40.2, transfer: 0.31 };
    expect(phasesText(83, phases)).toBe('83 ms: connect 12 ms, TLS 30 ms, first byte 40 ms, transfer 0.31 ms');
    expect(phasesText(5_000, { resolve: 0, connect: 0, tls: 0, firstByte: 0, transfer: 0 })).toBe('5 s');
  });
});
