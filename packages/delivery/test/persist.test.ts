import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { AttemptEnd } from '../src/attempts/attempt.ts';
import { type Budget, type PersistEnd, persist } from '../src/persist.ts';

const BUDGET: Budget = { timeoutMs: 10_000, totalMs: 60_000 };

const again = (reason: 'server-error' | 'rate-limited' | 'timeout', retryAfterMs?: number): AttemptEnd => ({
  kind: 'again',
  status: reason === 'timeout' ? 0 : 500,
  reason,
  retryAfterMs,
  word: '',
});
const DELIVERED: AttemptEnd = { kind: 'delivered', status: 200 };
const GONE: AttemptEnd = { kind: 'lost', status: 410, reason: 'gone', word: '' };

interface Told {
  readonly end: PersistEnd;
  readonly pauses: readonly number[];
  readonly limits: readonly number[];
  readonly elapsed: number;
}

interface Against {
  readonly tookMs?: number;
  readonly random?: () => number;
  readonly budget?: Budget;
}

/** Persists against ends that come one after the other, the last one for ever; each takes so long, unless its limit is shorter. */
async function persistAgainst(
  ends: readonly AttemptEnd[],
  { tookMs = 100, random = () => 0.5, budget = BUDGET }: Against = {},
): Promise<Told> {
  let clock = 1_000.125;
  const [pauses, limits]: [number[], number[]] = [[], []];
  const end = await persist({
    budget,
    attempt: ({ timeoutMs }) => {
      limits.push(timeoutMs);
      clock += Math.min(tookMs, timeoutMs);
      return Promise.resolve(ends[Math.min(limits.length, ends.length) - 1] ?? GONE);
    },
    ports: {
      tick: () => clock,
      now: () => new Date(clock),
      random,
      signal: new AbortController().signal,
      sleep: (ms) => {
        pauses.push(ms);
        clock += ms;
        return Promise.resolve();
      },
    },
  });
  return { end, pauses, limits, elapsed: clock - 1_000.125 };
}

describe('persistence', () => {
  test('ends with the first success', async () => {
    const { end, pauses } = await persistAgainst([again('server-error'), again('timeout'), DELIVERED]);
    expect(end).toMatchObject({ delivered: true, attempts: 3, status: 200, reason: '' });
    expect(pauses).toHaveLength(2);
  });

  test('ends with what is final, at once', async () => {
    expect((await persistAgainst([GONE])).end).toMatchObject({
      delivered: false,
      attempts: 1,
      reason: 'gone',
      status: 410,
    });
  });

  test('waits as long as the receiver asks', async () => {
    const { end, pauses } = await persistAgainst([again('rate-limited', 20_000), DELIVERED]);
    expect([end.delivered, pauses]).toEqual([true, [20_000]]);
  });

  test('does not wait for what is beyond the budget, and says how long that is', async () => {
    const { end, pauses } = await persistAgainst([again('rate-limited', 3_600_000)]);
    expect(end).toMatchObject({ delivered: false, attempts: 1, reason: 'rate-limited', wantedMs: 3_600_000 });
    expect(pauses).toEqual([]);
  });

  test('gives the last attempt no more time than is left', async () => {
    const { limits, elapsed } = await persistAgainst([again('timeout')], { tookMs: 10_000 });
    expect(limits[0]).toBe(10_000);
    expect(Math.min(...limits)).toBeLessThan(10_000);
    expect(elapsed).toBeLessThanOrEqual(BUDGET.totalMs);
  });

  test('is called off by a signal', async () => {
    const controller = new AbortController();
    const end = await persist({
      budget: BUDGET,
      attempt: () => Promise.resolve(again('server-error')),
      ports: {
        tick: () => 0,
        now: () => new Date(0),
        random: () => 0,
        signal: controller.signal,
        sleep: () => Promise.resolve(controller.abort()),
      },
    });
    expect(end).toMatchObject({ delivered: false, attempts: 1, reason: 'cancelled' });
  });

  test('never goes beyond the budget, and its pauses grow within bounds', async () => {
    const runs = fc.record({
      took: fc.integer({ min: 1, max: 30_000 }),
      chances: fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { minLength: 1 }),
      total: fc.integer({ min: 100, max: 600_000 }),
      asked: fc.option(fc.integer({ min: 0, max: 90_000 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(runs, async ({ took, chances, total, asked }) => {
        let at = 0;
        const random = (): number => chances[at++ % chances.length] ?? 0;
        const told = await persistAgainst([again('server-error', asked)], {
          tookMs: took,
          random,
          budget: { timeoutMs: 10_000, totalMs: total },
        });
        expect(told.elapsed).toBeLessThanOrEqual(total);
        expect(told.end.delivered).toBe(false);
        expect(told.limits.every((limit) => Number.isInteger(limit) && limit > 0)).toBe(true);
        told.pauses.forEach((pause, index) => {
          const before = index === 0 ? 500 : Math.min(told.pauses[index - 1] ?? 500, 15_000);
          expect(pause).toBeGreaterThanOrEqual(Math.max(500, asked ?? 0));
          expect(pause).toBeLessThanOrEqual(Math.max(asked ?? 0, Math.min(15_000, before * 3)));
        });
      }),
    );
  });
});
