/** The power of a server goes at every step of a deployment: it boots with one whole version, and the next deployment repairs the rest. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActionRun, StoreReport } from '@plimsoll/testkit';
import { describeOnHosts } from './describe-on-hosts.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import type { AppVersion, RunningDeployment, WebApp } from './web-app.ts';
import { AS_ROOT, deployUntilPaused, installApp, killRunners, pausedAt } from './web-app.ts';
import { faultsOf, mustPass, untilAnswers } from './web-apps.ts';

const GOOD: AppVersion = { version: '2' };
const BAD: AppVersion = { version: '2', behaviour: 'is-unwell' };

/** Where the deployment of version 2 stands still when the power goes, and which version the server has after its boot. */
const CASES = [
  { step: 'lease-taken', deployed: GOOD, boots: '1' },
  { step: 'unpacked', deployed: GOOD, boots: '1' },
  { step: 'recorded', deployed: GOOD, boots: '1' },
  { step: 'published', deployed: GOOD, boots: '1' },
  { step: 'armed-written', deployed: GOOD, boots: '1' },
  { step: 'armed', deployed: GOOD, boots: '1' },
  { step: 'next-prepared', deployed: GOOD, boots: '1' },
  { step: 'switched', deployed: GOOD, boots: '2' },
  { step: 'confirmed', deployed: GOOD, boots: '2' },
  { step: 'disarmed', deployed: GOOD, boots: '2' },
  { step: 'released', deployed: GOOD, boots: '2' },
  { step: 'reverted', deployed: BAD, boots: '1' },
] as const;

interface Cut {
  readonly app: WebApp;
  /** What lay on the disk while the power was off. */
  readonly store: StoreReport;
  /** The deployment of version 3, after the boot. */
  readonly next: ActionRun;
}

describeOnHosts('A power cut', () => {
  let host: Host;
  /** By step. All of them go through the same power cut, each with an app of its own. */
  let cuts: ReadonlyMap<string, Cut>;
  beforeAll(async () => {
    host = await startHost({ name: 'power-cut' });
    const apps = await Promise.all(CASES.map(({ step }) => installApp({ host, way: AS_ROOT, name: `at-${step}` })));
    mustPass(await Promise.all(apps.map((app) => app.deploy({ version: '1' }))));
    const deployments = await Promise.all(apps.map(standStill));
    await host.powerCut();
    await killRunners(deployments);
    const stores = await Promise.all(apps.map((app) => app.store()));
    await host.boot();
    await Promise.all(apps.map((app, index) => untilAnswers([app], CASES[index]?.boots ?? '')));
    const next = await Promise.all(apps.map((app) => app.deploy({ version: '3' })));
    cuts = new Map(CASES.map(({ step }, index) => [step, cutOf(apps[index], stores[index], next[index])]));
  });
  afterAll(() => host?.stop());

  test.each(CASES)(
    'at the step $step boots with version $boots, and the next deployment repairs it',
    async ({ step }) => {
      const cut = cuts.get(step);
      if (cut === undefined) throw new Error(`Nothing was cut at ${step}.`);
      expect(cut.store.current).toMatchObject({ kind: 'release' });
      expect(cut.store.violations).toEqual([]);
      mustPass([cut.next]);
      expect(await cut.app.answer()).toBe('3');
      expect(await faultsOf([cut.app])).toEqual([]);
    },
  );
});

async function standStill(app: WebApp, index: number): Promise<RunningDeployment> {
  const { step, deployed } = CASES[index] ?? { step: 'none', deployed: GOOD };
  await using dist = await pausedAt(step);
  return await deployUntilPaused(app, deployed, { dist: dist.path });
}

function cutOf(app: WebApp | undefined, store: StoreReport | undefined, next: ActionRun | undefined): Cut {
  if (app === undefined || store === undefined || next === undefined)
    throw new Error('There are fewer apps than steps.');
  return { app, store, next };
}
