import { rename, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { checkStore } from '@plimsoll/testkit';
import {
  beginSwitch,
  closeRelease,
  deployRelease,
  openForDeployment,
  type Staged,
  stageRelease,
} from './support/store-bed.ts';
import { useStore } from './support/use-store.ts';

describe('a way back that leads to a damaged release', () => {
  const at = useStore('system');

  /** Two healthy releases, the second of them damaged, and a third one that was switched. */
  async function threeReleases(): Promise<{ readonly first: Staged; readonly third: Staged }> {
    const first = await deployRelease(at.bed, at.source.root);
    await at.source.file('a.txt', 'two');
    const second = await deployRelease(at.bed, at.source.root);
    await at.source.file('a.txt', 'three');
    const third = await stageRelease(at.bed, at.source.root);
    await beginSwitch(at.bed, third).go();
    await writeFile(`${at.root}/releases/${second.release}/a.txt`, 'TWO');
    return { first, third };
  }

  async function expectBackOn(release: string): Promise<void> {
    expect(await at.live()).toBe(`releases/${release}`);
    const { ledger, unsettled } = await checkStore(at.root);
    expect(unsettled).toEqual([]);
    expect(ledger.at(-1)).toMatchObject({ event: 'reverted', previous: release });
  }

  test('is exchanged for the one before', async () => {
    const { first, third } = await threeReleases();
    const closed = await closeRelease(at.bed, third, { decision: 'revert', mark: 'failed' });
    expect(closed).toMatchObject({ end: 'reverted', liveRelease: first.release });
    await expectBackOn(first.release);
  });

  /** Somebody decided to go back to the first release, and was killed before `current` was changed. */
  async function cutShort(first: Staged, third: Staged): Promise<void> {
    const armed = at.meta(`armed/${third.release}`);
    await symlink(`releases/${first.release}`, `${armed}/turn.0123abcd`);
    await rename(`${armed}/back`, `${armed}/left.0123abcd`);
  }

  test('cannot be confirmed away once it was exchanged', async () => {
    const { first, third } = await threeReleases();
    await cutShort(first, third);
    expect(await closeRelease(at.bed, third, { decision: 'confirm' })).toMatchObject({ end: 'late' });
    await expectBackOn(first.release);
  });

  test('is followed to its end by the next run when it was cut short', async () => {
    const { first, third } = await threeReleases();
    await cutShort(first, third);
    const { fence, currentRelease, undone } = await openForDeployment(at.bed);
    expect([currentRelease, undone]).toEqual([first.release, [{ release: third.release, live: first.release }]]);
    await at.bed.store.close({ decision: 'drop', fence, release: '', markFailed: '', keep: 0 });
    await expectBackOn(first.release);
  });

  test('is not exchanged for a release that was confirmed meanwhile', async () => {
    const { first, third } = await threeReleases();
    await symlink(`releases/${first.release}`, at.meta(`armed/${third.release}/turn.0123abcd`));
    expect(await closeRelease(at.bed, third, { decision: 'confirm' })).toMatchObject({ end: 'confirmed' });
    expect(await at.live()).toBe(`releases/${third.release}`);
    expect((await checkStore(at.root)).unsettled).toEqual([]);
  });
});
