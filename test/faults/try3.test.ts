import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { abandonSwitch, sleepThrough } from './scenarios/failpoints.ts';
import { type LastingBed, lastingBed } from './scenarios/lasting-bed.ts';
import { crowd, latePost, nobodyComes, programDiesInHook, sleepingRunner } from './scenarios/overtaken.ts';
import { type QuickBundles, quickBundles } from './scenarios/quick-bundles.ts';

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
test('late post', async () => {
  await bed.use(latePost);
}, 60_000);
test.each(['before-switch', 'health-command'] as const)(
  'sleeping runner',
  async (hook) => {
    await bed.use((bed) => sleepingRunner(bed, hook));
  },
  60_000,
);
test('crowd', async () => {
  await bed.use((bed) => crowd(bed, 3));
}, 60_000);
test('dies in hook', async () => {
  await bed.use(programDiesInHook);
}, 60_000);
test('nobody comes', async () => {
  await bed.use((bed) => nobodyComes(bed, () => abandonSwitch(bed, short)));
}, 60_000);
test('sleeps confirmed', async () => {
  await bed.use((bed) =>
    sleepThrough(bed, { journey: 'deployment', marker: { program: 'armed', marker: 'confirmed' } }),
  );
}, 60_000);
test('sleeps confirmed roll', async () => {
  await bed.use((bed) => sleepThrough(bed, { journey: 'rollback', marker: { program: 'armed', marker: 'confirmed' } }));
}, 60_000);
test('sleeps claimed', async () => {
  await bed.use((bed) =>
    sleepThrough(bed, { journey: 'deployment', marker: { program: 'lease', marker: 'lease-claimed' } }),
  );
}, 60_000);
