import { test } from '@jest/globals';
import { makeBed } from './scenarios/bed.ts';
import { quickBundles } from './scenarios/quick-bundles.ts';
import { expectPass } from './scenarios/sound.ts';

test('times', async () => {
  await using bundles = await quickBundles();
  await using bed = await makeBed({ bundles });
  for (let i = 0; i < 4; i++) {
    const t = performance.now();
    await using step = await bed.start({ action: 'deploy-ssh', inputs: { source: await bed.nextSource() } });
    const run = await step.running.ended;
    expectPass(run);
    const t2 = performance.now();
    await step.post();
    console.log(t2 - t, run.durationMs, performance.now() - t2, run.outputs['result']);
  }
  const run = await bed.rollback();
  console.log(run.durationMs);
}, 60000);
