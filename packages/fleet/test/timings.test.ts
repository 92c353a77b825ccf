import { describe, expect, test } from '@jest/globals';
import { createTimings } from '../src/timings.ts';

describe('timings', () => {
  test('are the longest of each part, in the order in which parts first ended', async () => {
    let now = 0;
    const timings = createTimings(() => now);
    const slow = Promise.withResolvers<string>();
    const work = timings.measure('stage', slow.promise);
    now = 10.4;
    await timings.measure('open', Promise.resolve());
    now = 30;
    slow.resolve('done');
    expect(await work).toBe('done');
    await timings.measure('stage', Promise.resolve());
    expect(Object.entries(timings.parts())).toEqual([
      ['open', 0],
      ['stage', 30],
    ]);
  });

  test('count what failed as well, and pass its reason on', async () => {
    let now = 0;
    const timings = createTimings(() => now);
    const failing = Promise.withResolvers<never>();
    const work = timings.measure('open', failing.promise);
    now = 5;
    failing.reject(new Error('why'));
    await expect(work).rejects.toThrow('why');
    expect(timings.parts()).toEqual({ open: 5 });
  });
});
