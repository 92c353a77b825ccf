import { readFile, rename } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { Connection } from '@plimsoll/ssh';
import { checkStore, MARKER_VARIABLE, processesWithVariable, waitUntil } from '@plimsoll/testkit';
import {
  beginSwitch,
  closeRelease,
  deployRelease,
  openForDeployment,
  openStoreBed,
  type Staged,
  stageRelease,
} from './support/store-bed.ts';
import { whileHashing } from './support/strike.ts';
import { useStore } from './support/use-store.ts';

/** What an owner does that lost its lease while it slept: the rename that confirms needs none. */
const WAKE_AND_CONFIRM = 'mv -T -- "$armed/back" "$armed/confirmed"';

describe('a confirmation that comes while somebody else decides', () => {
  const at = useStore('system');

  async function switched(): Promise<Staged> {
    await deployRelease(at.bed, at.source.root);
    await at.source.file('a.txt', 'two');
    const second = await stageRelease(at.bed, at.source.root);
    await beginSwitch(at.bed, second).go();
    return second;
  }

  async function expectConfirmed({ release }: Staged): Promise<void> {
    expect(await at.live()).toBe(`releases/${release}`);
    expect((await checkStore(at.root)).ledger.at(-1)).toMatchObject({ event: 'confirmed', release });
    await at.expectSound();
  }

  test('holds, although the next run had begun to hash the way back', async () => {
    const second = await switched();
    const next = openStoreBed(whileHashing(at.host, WAKE_AND_CONFIRM), at.root);
    const { fence, undone, recovered, releases } = await openForDeployment(next, 'listed');
    expect([undone, recovered]).toEqual([[], [expect.stringContaining('had been confirmed')]]);
    expect(releases.map(({ state }) => state)).toEqual(['healthy', 'healthy']);
    await at.bed.store.close({ decision: 'drop', fence, release: '', markFailed: '', keep: 0 });
    await expectConfirmed(second);
  });

  test('by hand is the same as one by the run itself', async () => {
    const second = await switched();
    await rename(at.meta(`armed/${second.release}/back`), at.meta(`armed/${second.release}/confirmed`));
    expect(await closeRelease(at.bed, second, { decision: 'confirm', event: 'confirmed' })).toMatchObject({
      end: 'confirmed',
    });
    await expectConfirmed(second);
  });

  /** The shells that still run a program which was sent; not the watchdog, which has its own file. */
  async function programsLeft(): Promise<number> {
    const pids = await processesWithVariable(MARKER_VARIABLE, at.host.variables[MARKER_VARIABLE] ?? '');
    const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
    return lines.filter((line) => line.includes('eval')).length;
  }

  test('that never comes, because the runner went away, is not waited for by anything that could outlive its program', async () => {
    await deployRelease(at.bed, at.source.root);
    const second = await stageRelease(at.bed, at.source.root);
    const { connection } = at.host;
    const execute: Connection['execute'] = (execution) => {
      const running = connection.execute(execution);
      return { ...running, send: (line) => (line === 'settle' ? running.end() : running.send(line)) };
    };
    const leaving = openStoreBed({ connection: { ...connection, execute } }, at.root);
    const whenPassed = { decision: 'confirm', event: 'deployed', markFailed: '', keep: 2 } as const;
    await expect(beginSwitch(leaving, second, { whenPassed }).go()).rejects.toThrow("without saying 'closed'");
    await waitUntil(async () => (await programsLeft()) === 0, { deadlineMs: 10_000, what: 'the program to be gone' });
  });
});
