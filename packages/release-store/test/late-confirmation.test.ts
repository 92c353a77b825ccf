import { rename } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { checkStore } from '@plimsoll/testkit';
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
});
