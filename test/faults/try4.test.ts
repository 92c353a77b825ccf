import { afterAll, beforeAll, test } from '@jest/globals';
import { Random } from '@plimsoll/testkit';
import { CANCELLED_PHASES, cancelIn } from './scenarios/cancellations.ts';
import { type LastingBed, lastingBed } from './scenarios/lasting-bed.ts';
import { breakLink, freezeForever, LINK_PHASES } from './scenarios/links.ts';
import { type QuickBundles, quickBundles } from './scenarios/quick-bundles.ts';
import { killAtRandom } from './scenarios/random-kills.ts';

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
test.each(CANCELLED_PHASES)(
  'cancel %s',
  async (phase) => {
    await bed.use((bed) => cancelIn(bed, phase));
  },
  60_000,
);
test.each(LINK_PHASES)(
  'cut %s',
  async (phase) => {
    await bed.use((bed) => breakLink(bed, { phase, kind: 'cut', post: true }));
  },
  60_000,
);
test.each(LINK_PHASES)(
  'freeze %s',
  async (phase) => {
    await bed.use((bed) => breakLink(bed, { phase, kind: 'freeze', post: false }));
  },
  60_000,
);
test('freeze forever', async () => {
  await bed.use((bed) => freezeForever(bed, short));
}, 60_000);
const random = new Random(1);
const counts = new Map();
test.each(Array.from({ length: 10 }, (_, i) => i))(
  'random %s',
  async (phase) => {
    await bed.use((bed) => killAtRandom(bed, { random, spreadMs: 900, counts }));
    console.log(counts);
  },
  60_000,
);
