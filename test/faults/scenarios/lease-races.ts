import { expect } from '@jest/globals';
import type { ShellKind } from '@plimsoll/testkit';
import { startLocalHost } from '../../../packages/release-store/test/support/local-host.ts';
import { openStoreBed } from '../../../packages/release-store/test/support/store-bed.ts';

export interface Race {
  readonly shell: ShellKind;
  /** Runs that want the lease at the same moment. */
  readonly contenders: number;
  /** How often each of them takes it and gives it back. */
  readonly rounds: number;
}

/** Many runs take the lease of one store at once; at each moment at most one may hold it, and the numbers only grow. @returns how often it was held */
export async function raceForLease({ shell, contenders, rounds }: Race): Promise<number> {
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
  await Promise.all(Array.from({ length: contenders }, contend));
  return fences.length;
}
