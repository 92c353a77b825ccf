import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { Random } from '@plimsoll/testkit';
import { cancelIn } from '../faults/scenarios/cancellations.ts';
import { abandonSwitch, strike } from '../faults/scenarios/failpoints.ts';
import { deployHostileTree } from '../faults/scenarios/hostile-input.ts';
import { type LastingBed, lastingBed } from '../faults/scenarios/lasting-bed.ts';
import { breakLink } from '../faults/scenarios/links.ts';
import { nobodyComes, sleepingRunner } from '../faults/scenarios/overtaken.ts';
import { type QuickBundles, quickBundles, SOON } from '../faults/scenarios/quick-bundles.ts';
import { type KillCounts, killAtRandom } from '../faults/scenarios/random-kills.ts';

/*
 * The short form: one case of each kind. `npm run faults` has all of them. After each, the store is sound, and the next deployment and a
 * rollback succeed.
 */
let bundles: QuickBundles;
let hurried: QuickBundles;
let bed: LastingBed;

beforeAll(async () => {
  bundles = await quickBundles();
  hurried = await quickBundles({ deadlineSeconds: SOON });
  bed = lastingBed({ bundles });
});

afterAll(async () => {
  await bed[Symbol.asyncDispose]();
  await bundles[Symbol.asyncDispose]();
  await hurried[Symbol.asyncDispose]();
});

describe('a deployment', () => {
  test.each([
    ['stage', 'recorded', 'program'],
    ['switch', 'next-prepared', 'both'],
    ['switch', 'switched', 'runner'],
    ['armed', 'confirmed', 'both'],
  ] as const)('whose %s is killed at %s (%s) is repaired by the next one', async (program, marker, victim) => {
    const post = victim === 'runner';
    await bed.use((one) => strike(one, { journey: 'deployment', marker: { program, marker }, victim, post }));
  });

  test('that is cancelled while its gate is asked goes back', async () => {
    await bed.use((one) => cancelIn(one, 'gate'));
  });

  test('whose link is cut during the transfer leaves the live release alone', async () => {
    await bed.use((one) => breakLink(one, { phase: 'transfer', kind: 'cut', post: true }));
  });

  test('whose runner sleeps through its lease can change nothing any more', async () => {
    await bed.use((one) => sleepingRunner(one, 'before-switch'));
  });

  test('that nobody ends is ended by the server itself', async () => {
    await bed.use((one) => nobodyComes(one, () => abandonSwitch(one, hurried)));
  });

  test('of hostile names is exact, and runs nothing of them', async () => {
    await bed.use(deployHostileTree);
  });

  const random = new Random(7);
  const counts: KillCounts = new Map();
  test.each([1, 2, 3])('that is killed at a random moment is repaired (%s)', async () => {
    await bed.use((one) => killAtRandom(one, { random, counts }));
  });
});
