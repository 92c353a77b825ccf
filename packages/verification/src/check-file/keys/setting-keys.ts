/** Keys of a file of checks beside the checks themselves. */
import { duration, integer, outOf, percentage, TEXT } from '../scalars.ts';
import type { Table } from '../shape.ts';

const MOST_COUNTED = 1000;

export const SETTINGS: Table<{
  samples: number;
  maxResponseTime: number;
  percentile: number;
  maxErrorRate: number;
  mustPass: { readonly pass: number; readonly of: number };
  passesAfter: number;
  failsAfter: number;
  duration: number;
  interval: number;
  readyWithin: number;
  healthyFor: number;
  expectedVersion: string;
}> = {
  samples: {
    name: 'samples',
    shape: integer({ min: 1, max: 100_000 }),
    meaning: 'How many samples to take. Without a number, as many as the error rate needs.',
  },
  maxResponseTime: {
    name: 'max-response-time',
    shape: duration({ min: 1 }),
    meaning: 'What an answer may take.',
  },
  percentile: {
    name: 'percentile',
    // A percentile below 1 % is a rate that somebody wrote: 0.95 for 95 %.
    shape: percentage({ min: 1, max: 100 }),
    meaning: 'Which share of the answers has to keep `max-response-time`.',
  },
  maxErrorRate: {
    name: 'max-error-rate',
    shape: percentage({ min: 0, max: 100, below: true }),
    meaning: 'Which share of the answers may be wrong.',
  },
  mustPass: {
    name: 'must-pass',
    shape: outOf({ max: MOST_COUNTED }),
    meaning: 'In place of `max-error-rate`: how many of the last so many samples have to be well, as `4 of 5`.',
  },
  passesAfter: {
    name: 'passes-after',
    shape: integer({ min: 1, max: MOST_COUNTED }),
    meaning: 'In place of `max-error-rate`: passes after so many good samples in a row. Needs `fails-after`.',
  },
  failsAfter: {
    name: 'fails-after',
    shape: integer({ min: 1, max: MOST_COUNTED }),
    meaning: 'Fails after so many bad samples in a row. Needs `passes-after`.',
  },
  duration: { name: 'duration', shape: duration({ min: 1 }), meaning: 'The window of mode `monitor`.' },
  interval: { name: 'interval', shape: duration({ min: 10 }), meaning: 'From one sample to the next.' },
  readyWithin: {
    name: 'ready-within',
    shape: duration({ min: 1 }),
    meaning: 'How long the service may take until all checks pass.',
  },
  healthyFor: {
    name: 'healthy-for',
    shape: duration({ min: 0 }),
    meaning: 'How long everything has to stay well from then on.',
  },
  expectedVersion: {
    name: 'expected-version',
    shape: TEXT,
    meaning: 'The version that has to answer. A check has to say where it is: `version`.',
  },
};
