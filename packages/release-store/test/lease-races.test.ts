import { describe, expect, test } from '@jest/globals';
import type { ShellKind } from '@plimsoll/testkit';
import { startLocalHost } from './support/local-host.ts';
import { openStoreBed } from './support/store-bed.ts';

/** `npm test` does one short race; `npm run faults` runs this file too, with all shells and more than a thousand turns. */
const RACES: Readonly<Record<string, { readonly shells: readonly ShellKind[]; readonly rounds: number }>> = {
  full: { shells: ['dash', 'bash', 'busybox'], rounds: 42 },
  short: { shells: ['dash', 'bash', 'busybox'], rounds: 4 },
  unit: { shells: ['system'], rounds: 4 },
};
const CONTENDERS = 8;
const { shells = [], rounds = 0 } = RACES[process.env['PLIMSOLL_FAULTS'] ?? 'unit'] ?? {};

/** Many runs take the lease of one store at once. @returns how often it was held */
async function raceForLease(shell: ShellKind): Promise<number> {
  await using host = await startLocalHost(shell);
  const fences: number[] = [];
  let holders = 0;
  const contend = async (_: unknown, index: number): Promise<void> => {
    const { store } = openStoreBed(host, `${host.folder}/srv`, `run-${index}`);
    const { signal } = new AbortController();
    for (let round = 0; round < rounds; round += 1) {
      const { fence } = await store.open({ intent: 'deploy', lockTimeoutMs: 600_000, base: 'none', signal });
      holders += 1;
      expect(holders).toBe(1);
      expect(fence).toBeGreaterThan(fences.at(-1) ?? 0);
      fences.push(fence);
      holders -= 1;
      await store.close({ decision: 'drop', fence, release: '', markFailed: '', keep: 0 });
    }
  };
  await Promise.all(Array.from({ length: CONTENDERS }, contend));
  return fences.length;
}

describe('of many runs that want the lease at once', () => {
  test.each(shells)(
    'one holds it at a time, and its numbers only grow (%s)',
    async (shell) => {
      expect(await raceForLease(shell)).toBe(CONTENDERS * rounds);
    },
    900_000,
  );
});
