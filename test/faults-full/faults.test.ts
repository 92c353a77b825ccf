import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { listReleaseSteps, Random } from '@plimsoll/testkit';
import { CANCELLED_PHASES, cancelIn } from '../faults/scenarios/cancellations.ts';
import { abandonSwitch, sleepThrough, strike, strikeWatchdog } from '../faults/scenarios/failpoints.ts';
import { type LastingBed, lastingBed } from '../faults/scenarios/lasting-bed.ts';
import { breakLink, freezeForever, LINK_PHASES } from '../faults/scenarios/links.ts';
import { latePost, nobodyComes, programDiesInHook, sleepingRunner } from '../faults/scenarios/overtaken.ts';
import { type QuickBundles, quickBundles, SOON } from '../faults/scenarios/quick-bundles.ts';
import { type KillCounts, killAtRandom } from '../faults/scenarios/random-kills.ts';

const isShort = process.env['PLIMSOLL_FAULTS'] === 'short';
const markers = await listReleaseSteps('deploy-ssh');
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
  hurried = await quickBundles({ deadlineSeconds: SOON });
  bed = lastingBed({ bundles });
});

afterAll(async () => {
  await bed[Symbol.asyncDispose]();
  await bundles[Symbol.asyncDispose]();
  await hurried[Symbol.asyncDispose]();
});

const deployed = markers.filter(({ marker }) => !WAY_BACK.includes(marker));

const VICTIMS = ['program', 'runner', 'both'] as const;
type Victim = (typeof VICTIMS)[number];
/** In the short form every step has one victim, in turns; else every victim gets all of them. */
const shareOf = (victim: Victim, steps: typeof markers): typeof markers =>
  isShort ? steps.filter((_, index) => VICTIMS[index % VICTIMS.length] === victim) : steps;
/** The short form takes fewer steps of what takes long. */
const fewer = (short: readonly string[], full: readonly string[]): typeof markers => named(...(isShort ? short : full));

describe.each(VICTIMS)('killed: %s', (victim) => {
  test.each(shareOf(victim, deployed))('a deployment at $program $marker', async (marker) => {
    await bed.use((one) => strike(one, { journey: 'deployment', marker, victim, post: victim === 'runner' }));
  });

  const rollbackSteps = ['armed', 'next-prepared', 'switched', 'confirmed', 'disarmed', 'released'];
  const repairSteps = ['lease-taken', 'reverted', 'disarmed', 'recovered'];
  // The short form kills the program in one of each.
  if (!isShort || victim === 'program') {
    test.each(fewer(['switched'], rollbackSteps))('a rollback at $program $marker', async (marker) => {
      await bed.use((one) => strike(one, { journey: 'rollback', marker, victim, post: victim === 'runner' }));
    });

    test.each(fewer(['reverted'], repairSteps))('a repair at $program $marker', async (marker) => {
      await bed.use((one) => strike(one, { journey: 'repair', marker, victim, post: false }));
    });
  }
});

describe('the watchdog', () => {
  test.each(fewer(['reverted'], ['lease-claimed', 'lease-taken', 'reverted', 'disarmed']))(
    'killed at $program $marker',
    async (marker) => {
      await bed.use((one) => strikeWatchdog(one, { bundles: hurried, marker }));
    },
  );

  // Part of `npm test`, too.
  if (!isShort) {
    test('goes back when nobody comes', async () => {
      await bed.use((one) => nobodyComes(one, () => abandonSwitch(one, hurried)));
    });
  }
});

describe('a program that sleeps through its lease', () => {
  const undecided = deployed.filter(({ marker }) => !DECIDED.includes(marker));
  test.each(isShort ? named('published') : undecided)('at $program $marker changes nothing', async (marker) => {
    await bed.use((one) => sleepThrough(one, { journey: 'deployment', marker }));
  });
});

describe('a runner', () => {
  test.each(isShort ? (['prepare'] as const) : CANCELLED_PHASES)('that cancels during %s', async (phase) => {
    await bed.use((one) => cancelIn(one, phase));
  });

  const hooks = ['before-switch', 'health-command'] as const;
  test.each(isShort ? hooks.slice(1) : hooks)('that sleeps during %s', async (hook) => {
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
  afterAll(() => {
    const struck = [...counts].map(([what, times]) => `${what} ${times}`);
    if (struck.length > 0) process.stderr.write(`Killed at random: ${struck.join(', ')}\n`);
  });
  test.each(Array.from({ length: isShort ? 6 : 210 }, (_, index) => index + 1))('killed at random (%s)', async () => {
    await bed.use((one) => killAtRandom(one, { random, counts }));
  });
});

describe('a link', () => {
  test.each(isShort ? (['gate'] as const) : LINK_PHASES)('cut during %s', async (phase) => {
    await bed.use((one) => breakLink(one, { phase, kind: 'cut', post: true }));
  });

  test.each(isShort ? (['prepare'] as const) : LINK_PHASES)('frozen during %s', async (phase) => {
    await bed.use((one) => breakLink(one, { phase, kind: 'freeze', post: false }));
  });

  if (!isShort) {
    test('frozen for ever', async () => {
      await bed.use((one) => freezeForever(one, hurried));
    });
  }
});
