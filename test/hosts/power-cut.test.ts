/** The power of a server goes at every step of a deployment: it boots with one whole version, and the next deployment repairs the rest. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActionRun } from '@plimsoll/testkit';
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
  /** Of version 3, after the boot. */
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
    await host.boot();
    await Promise.all(apps.map((app, index) => untilAnswers([app], CASES[index]?.boots ?? '')));
    const next = await Promise.all(apps.map((app) => app.deploy({ version: '3' })));
    cuts = new Map(zip(apps, next).map((cut, index) => [CASES[index]?.step ?? '', cut]));
  });
  afterAll(() => host?.stop());

  test.each(CASES)(
    'at the step $step boots with version $boots, and the next deployment repairs it',
    async ({ step }) => {
      const cut = cuts.get(step);
      if (cut === undefined) throw new Error(`Nothing was cut at ${step}.`);
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

function zip(apps: readonly WebApp[], runs: readonly ActionRun[]): readonly Cut[] {
  return apps.flatMap((app, index) => {
    const next = runs[index];
    return next === undefined ? [] : [{ app, next }];
  });
}
