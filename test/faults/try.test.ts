import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { listSteps } from '@plimsoll/testkit';
import { sleepThrough, strike, strikeWatchdog } from './scenarios/failpoints.ts';
import { type LastingBed, lastingBed } from './scenarios/lasting-bed.ts';
import { type QuickBundles, quickBundles } from './scenarios/quick-bundles.ts';

const markers = await listSteps('deploy-ssh');
const by = (...names: string[]) => markers.filter((m) => names.includes(m.marker));
let bundles: QuickBundles;
let short: QuickBundles;
let bed: LastingBed;
beforeAll(async () => {
  bundles = await quickBundles();
  short = await quickBundles({ deadlineSeconds: 3 });
  bed = lastingBed({ bundles });
});
afterAll(async () => {
  await bed[Symbol.asyncDispose]();
  await bundles[Symbol.asyncDispose]();
  await short[Symbol.asyncDispose]();
});
describe('watchdog', () => {
  test.each(by('lease-claimed', 'lease-taken', 'reverted', 'disarmed'))(
    'dies at $marker',
    async (marker) => {
      await bed.use((bed) => strikeWatchdog(bed, { bundles: short, marker }));
    },
    60_000,
  );
});
describe('rollback', () => {
  test.each(
    by('lease-taken', 'armed-written', 'armed', 'next-prepared', 'switched', 'confirmed', 'disarmed', 'released'),
  )(
    'dies at $marker',
    async (marker) => {
      await bed.use((bed) => strike(bed, { journey: 'rollback', marker, victim: 'both', post: false }));
    },
    60_000,
  );
});
describe('repair', () => {
  test.each(by('lease-taken', 'reverted', 'disarmed', 'recovered'))(
    'dies at $marker',
    async (marker) => {
      await bed.use((bed) => strike(bed, { journey: 'repair', marker, victim: 'both', post: false }));
    },
    60_000,
  );
});
describe('deployment sleeps', () => {
  test.each(markers.filter((m) => m.marker !== 'reverted' && m.marker !== 'released'))(
    'at $marker',
    async (marker) => {
      await bed.use((bed) => sleepThrough(bed, { journey: 'deployment', marker }));
    },
    60_000,
  );
});
describe('rollback sleeps', () => {
  test.each(by('armed-written', 'armed', 'next-prepared', 'switched', 'confirmed', 'disarmed'))(
    'at $marker',
    async (marker) => {
      await bed.use((bed) => sleepThrough(bed, { journey: 'rollback', marker }));
    },
    60_000,
  );
});
