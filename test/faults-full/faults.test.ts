import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { listSteps, Random } from '@plimsoll/testkit';
import { CANCELLED_PHASES, cancelIn } from '../faults/scenarios/cancellations.ts';
import { abandonSwitch, sleepThrough, strike, strikeWatchdog } from '../faults/scenarios/failpoints.ts';
import { type LastingBed, lastingBed } from '../faults/scenarios/lasting-bed.ts';
import { breakLink, freezeForever, LINK_PHASES } from '../faults/scenarios/links.ts';
import { latePost, nobodyComes, programDiesInHook, sleepingRunner } from '../faults/scenarios/overtaken.ts';
import { type QuickBundles, quickBundles } from '../faults/scenarios/quick-bundles.ts';
import { type KillCounts, killAtRandom } from '../faults/scenarios/random-kills.ts';

const isShort = process.env['PLIMSOLL_FAULTS'] === 'short';
const markers = await listSteps('deploy-ssh');
const named = (...names: string[]): typeof markers => markers.filter(({ marker }) => names.includes(marker));
/** Steps of the way back, which a good deployment does not take. */
const WAY_BACK: readonly string[] = ['reverted'];
/** Steps after which there is nothing left to take away from a sleeper: its release was confirmed before it slept. */
const DECIDED: readonly string[] = ['confirmed', 'disarmed', 'trash-marked', 'released'];

let bundles: QuickBundles;
let hurried: QuickBundles;
let bed: LastingBed;

beforeAll(async () => {
  bundles = await quickBundles();
  hurried = await quickBundles({ deadlineSeconds: 3 });
  bed = lastingBed({ bundles });
});

afterAll(async () => {
  await bed[Symbol.asyncDispose]();
  await bundles[Symbol.asyncDispose]();
  await hurried[Symbol.asyncDispose]();
});

const deployed = markers.filter(({ marker }) => !WAY_BACK.includes(marker));

describe.each(['program', 'runner', 'both'] as const)('killed: %s', (victim) => {
  test.each(deployed)('a deployment at $program $marker', async (marker) => {
    await bed.use((one) => strike(one, { journey: 'deployment', marker, victim, post: victim === 'runner' }));
  });

  test.each(named('armed', 'next-prepared', 'switched', 'confirmed', 'disarmed', 'released'))(
    'a rollback at $program $marker',
    async (marker) => {
      await bed.use((one) => strike(one, { journey: 'rollback', marker, victim, post: victim === 'runner' }));
    },
  );

  test.each(named('lease-taken', 'reverted', 'disarmed', 'recovered'))(
    'a repair at $program $marker',
    async (marker) => {
      await bed.use((one) => strike(one, { journey: 'repair', marker, victim, post: false }));
    },
  );
});

describe('the watchdog', () => {
  test.each(named('lease-claimed', 'lease-taken', 'reverted', 'disarmed'))(
    'killed at $program $marker',
    async (marker) => {
      await bed.use((one) => strikeWatchdog(one, { bundles: hurried, marker }));
    },
  );

  test('goes back when nobody comes', async () => {
    await bed.use((one) => nobodyComes(one, () => abandonSwitch(one, hurried)));
  });
});

describe('a program that sleeps through its lease', () => {
  const undecided = deployed.filter(({ marker }) => !DECIDED.includes(marker));
  test.each(isShort ? named('armed', 'next-prepared', 'published') : undecided)(
    'at $program $marker changes nothing',
    async (marker) => {
      await bed.use((one) => sleepThrough(one, { journey: 'deployment', marker }));
    },
  );
});

describe('a runner', () => {
  test.each(CANCELLED_PHASES)('that cancels during %s', async (phase) => {
    await bed.use((one) => cancelIn(one, phase));
  });

  test.each(['before-switch', 'health-command'] as const)('that sleeps during %s', async (hook) => {
    await bed.use((one) => sleepingRunner(one, hook));
  });

  test('whose post step comes late', async () => {
    await bed.use(latePost);
  });

  test('whose program dies in a hook', async () => {
    await bed.use(programDiesInHook);
  });

  const random = new Random(1);
  const counts: KillCounts = new Map();
  test.each(Array.from({ length: isShort ? 10 : 210 }, (_, index) => index + 1))('killed at random (%s)', async () => {
    await bed.use((one) => killAtRandom(one, { random, spreadMs: 900, counts }));
  });
});

describe('a link', () => {
  test.each(LINK_PHASES)('cut during %s', async (phase) => {
    await bed.use((one) => breakLink(one, { phase, kind: 'cut', post: true }));
  });

  test.each(LINK_PHASES)('frozen during %s', async (phase) => {
    await bed.use((one) => breakLink(one, { phase, kind: 'freeze', post: false }));
  });

  test('frozen for ever', async () => {
    await bed.use((one) => freezeForever(one, hurried));
  });
});
