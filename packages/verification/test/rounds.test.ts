import { expect, test } from '@jest/globals';
import type { ProbeResult } from '@plimsoll/probe';
import { tryOnce } from '../src/rounds.ts';
import { commandCheck, httpCheck, portsFor } from './support/plans.ts';

test.each([
  [httpCheck('http://127.0.0.1/'), 2],
  [httpCheck('http://127.0.0.1/', { method: 'POST' }), 1],
  [commandCheck('make order'), 1],
])('what told nothing is tried again only where that changes nothing (%#)', async (check, times) => {
  let tried = 0;
  const attempt = async (): Promise<ProbeResult> => {
    tried += 1;
    const evidence = {
      asked: '',
      came: '',
      phases: { resolve: 0, connect: 0, tls: 0, firstByte: 0, transfer: 0 },
      excerpt: '',
      address: '',
    };
    return { kind: 'unknown', detail: 'nothing', at: 0, durationMs: 1, series: 'first', evidence };
  };
  await tryOnce({ check, label: 'it', probe: { name: 'it', attempt, close: async () => undefined } }, portsFor());
  expect(tried).toBe(times);
});
