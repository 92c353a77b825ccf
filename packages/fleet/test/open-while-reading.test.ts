import { describe, expect, jest, test } from '@jest/globals';
import { Failure } from '@plimsoll/outcome';
import type { CloseReport, Store, StoreReport } from '@plimsoll/release-store';
import { openWhileReading } from '../src/deploy.ts';
import type { Fleet } from '../src/fleet.ts';
import { EMPTY_REPORT, EMPTY_TREE, NO_STORE, noTimings, recordingLog } from './support/parts.ts';

const CLOSED: CloseReport = { end: 'dropped', liveRelease: '', detail: '', removed: [], deadline: 0, releases: [] };

/** Servers that tell what happens to them. */
function pretend(
  labels: readonly string[],
  opening: (signal: AbortSignal) => Promise<StoreReport> = async () => EMPTY_REPORT,
) {
  const seen: string[] = [];
  const storeOf = (label: string): Store => ({
    ...NO_STORE,
    announce: (...executions) => void seen.push(`${label} announced ${executions.join(' ')}`),
    open: async ({ signal }) => {
      seen.push(`${label} open`);
      return opening(signal);
    },
    close: async ({ decision }) => {
      seen.push(`${label} ${decision}`);
      return CLOSED;
    },
  });
  const fleet: Fleet = {
    servers: labels.map((label) => ({ label, store: storeOf(label) })),
    shells: [],
    close: async () => undefined,
  };
  const request = {
    inputs: { lockTimeoutMs: 0 },
    deployment: { verifyContent: 'full' },
    context: { log: recordingLog().log, signal: new AbortController().signal },
    timings: noTimings(),
    onHold: (state: string) => void seen.push(state),
  } as const;
  return { fleet, request, seen };
}

describe('servers that are opened while the source is read', () => {
  test('do not wait for it', async () => {
    const reading = Promise.withResolvers<typeof EMPTY_TREE>();
    const { fleet, request, seen } = pretend(['web1', 'web2'], async () => {
      reading.resolve(EMPTY_TREE);
      return EMPTY_REPORT;
    });
    const { servers, tree } = await openWhileReading(fleet, reading.promise, request);
    expect([servers.map(({ label }) => label), tree]).toEqual([['web1', 'web2'], EMPTY_TREE]);
    expect(seen.filter((line) => line.includes('announced'))).toEqual([
      'web1 announced stage switch close',
      'web2 announced stage switch close',
    ]);
  });

  test.each([
    [29_000, 1],
    [31_000, 2],
  ])('are opened anew when it takes so long that leases may have run out: after %d ms', async (ms, times) => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    try {
      const reading = Promise.withResolvers<typeof EMPTY_TREE>();
      let fence = 0;
      const { fleet, request } = pretend(['web1'], async () => ({ ...EMPTY_REPORT, fence: ++fence }));
      const both = openWhileReading(fleet, reading.promise, request);
      await new Promise(setImmediate);
      jest.advanceTimersByTime(ms);
      reading.resolve(EMPTY_TREE);
      const { servers } = await both;
      expect(servers.map(({ report }) => report.fence)).toEqual([times]);
    } finally {
      jest.useRealTimers();
    }
  });

  test('are given back when it is no good', async () => {
    const reading = Promise.reject(new Failure('input', 'a link leaves the release'));
    reading.catch(() => undefined);
    const { fleet, request, seen } = pretend(['web1']);
    await expect(openWhileReading(fleet, reading, request)).rejects.toMatchObject({ code: 'input' });
    expect(seen).toEqual(['held', 'web1 open', 'web1 announced stage switch', 'web1 drop', 'released']);
  });

  test('are not waited for when it is found to be no good, and that is what is told', async () => {
    const reading = Promise.withResolvers<typeof EMPTY_TREE>();
    const { fleet, request } = pretend(['web1'], (signal) => {
      reading.reject(new Failure('input', 'a link leaves the release'));
      const cancelled = Promise.withResolvers<StoreReport>();
      signal.addEventListener('abort', () => cancelled.reject(new Failure('cancelled', 'stopped')));
      return cancelled.promise;
    });
    await expect(openWhileReading(fleet, reading.promise, request)).rejects.toMatchObject({ code: 'input' });
  });

  test.each([
    ['locked', ['held', 'released']],
    ['connect', ['held']],
  ] as const)(
    'are looked after by the post step when opening failed as %s, unless nothing was held',
    async (code, held) => {
      const { fleet, request, seen } = pretend(['web1'], () => Promise.reject(new Failure(code, 'no')));
      await expect(openWhileReading(fleet, Promise.resolve(EMPTY_TREE), request)).rejects.toMatchObject({ code });
      expect(seen.filter((line) => line === 'held' || line === 'released')).toEqual(held);
    },
  );
});
