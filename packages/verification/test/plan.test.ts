import { describe, expect, test } from '@jest/globals';
import { makePlan, type PlanRequest } from '../src/plan.ts';
import { httpCheck } from './support/plans.ts';

const FILE: PlanRequest['file'] = { checks: [httpCheck('http://127.0.0.1/')], secrets: [], settings: {} };

function refusal(request: Partial<PlanRequest>): string {
  try {
    makePlan({ mode: 'post', environment: '', file: FILE, inputs: {}, ...request });
    return '';
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

const counting = (more: PlanRequest['file']['settings']): PlanRequest['file'] => ({
  ...FILE,
  settings: { countRule: { kind: 'of', pass: 4, of: 5 }, ...more },
});

test.each([
  [5_000, 5_000],
  [900_000, 60_000],
])('a window of %i ms is looked at every %i ms, where nothing else is said', (durationMs, intervalMs) => {
  expect(makePlan({ mode: 'monitor', environment: '', file: FILE, inputs: { durationMs } })).toMatchObject({
    intervalMs,
  });
});

describe('settings that contradict each other are refused, with what to do', () => {
  test.each<[string, Partial<PlanRequest>]>([
    [
      'duration: a window of 5 s ends before the second look, which interval puts at 2 min. Give a longer duration or a shorter interval.',
      { mode: 'monitor', inputs: { durationMs: 5_000, intervalMs: 120_000 } },
    ],
    [
      'percentile: it is the share of the answers that have to keep max-response-time',
      { inputs: { percentile: 0.95 } },
    ],
    ['4 good samples are needed to pass, and there will be 3 (samples).', { file: counting({ samples: 3 }) }],
    [
      'there will be 2 (a window of 1 min 59 s at 1 min).',
      { mode: 'monitor', file: counting({}), inputs: { durationMs: 119_000, intervalMs: 60_000 } },
    ],
    [
      '4 good samples are needed to pass',
      { file: counting({ countRule: { kind: 'consecutive', successes: 4, failures: 1 } }), inputs: { samples: 3 } },
    ],
  ])('%s', (said, request) => {
    expect(refusal(request)).toContain(said);
  });
});

test('settings that just fit are taken', () => {
  expect(refusal({ file: counting({ samples: 4 }) })).toBe('');
  expect(refusal({ file: counting({}) })).toBe('');
  expect(refusal({ inputs: { percentile: 0.95, maxResponseTimeMs: 500 } })).toBe('');
});
