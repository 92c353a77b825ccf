/** Several web apps at once: most tests look at the same thing as root, as a user with linger and as one without. */
import type { ActionRun } from '@plimsoll/testkit';
import { waitUntil } from '@plimsoll/testkit';
import type { Host } from './host.ts';
import type { AppVersion, DeployOptions, RunningDeployment, Way, WebApp } from './web-app.ts';
import { complaintOf, deployUntilPaused, installApp, watchdogFiles } from './web-app.ts';

/** Where and how to install the same service several times. */
export interface AppsRequest {
  readonly host: Host;
  /** Becomes `<name>-<user>` for each. */
  readonly name: string;
  readonly ways: readonly Way[];
}

/** Installs an app in each way and deploys version 1. @throws Error with what the deployments said when one of them failed. */
export async function installApps({ host, name, ways }: AppsRequest): Promise<readonly WebApp[]> {
  const apps = await Promise.all(ways.map((way) => installApp({ host, way, name: `${name}-${way.user}` })));
  mustPass(await deployAll(apps, { version: '1' }));
  return apps;
}

export async function deployAll(
  apps: readonly WebApp[],
  version: AppVersion,
  options?: DeployOptions,
): Promise<readonly ActionRun[]> {
  return Promise.all(apps.map((app) => app.deploy(version, options)));
}

/** Starts deployments and waits until all their servers stand still. */
export async function deployAllUntilPaused(
  apps: readonly WebApp[],
  version: AppVersion,
  options: DeployOptions,
): Promise<readonly RunningDeployment[]> {
  return Promise.all(apps.map((app) => deployUntilPaused(app, version, options)));
}

/** @throws Error with all that the failed ones said. */
export function mustPass(runs: readonly ActionRun[]): void {
  const complaints = runs.map(complaintOf).filter(Boolean);
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}

export async function answersOf(apps: readonly WebApp[]): Promise<readonly string[]> {
  return Promise.all(apps.map((app) => app.answer()));
}

/** Waits until every service answers with this version: they need a moment after a restart or a boot. */
export async function untilAnswers(apps: readonly WebApp[], version: string): Promise<void> {
  await Promise.all(
    apps.map((app) =>
      waitUntil(async () => (await app.answer()) === version, {
        deadlineMs: 180_000,
        what: `${app.name} to answer with ${version}`,
      }),
    ),
  );
}

/** Everything that is wrong on the disks: broken invariants, unfinished business, files that any watchdog of the hosts left. */
export async function faultsOf(apps: readonly WebApp[]): Promise<readonly string[]> {
  let faults = await faultsNow(apps);
  // A watchdog that had been waiting for the lease takes it for a moment, to see that nothing is left for it to do.
  const isSound = async (): Promise<boolean> => {
    faults = await faultsNow(apps);
    return faults.length === 0;
  };
  await waitUntil(isSound, { deadlineMs: 60_000, what: 'the last watchdog to end' }).catch(() => undefined);
  return faults;
}

async function faultsNow(apps: readonly WebApp[]): Promise<readonly string[]> {
  const hosts = [...new Set(apps.map(({ host }) => host))];
  const files = await Promise.all(hosts.map(watchdogFiles));
  const stores = await Promise.all(
    apps.map(async (app) => {
      const { violations, unsettled } = await app.store();
      return [...violations, ...unsettled].map((fault) => `${app.name}: ${fault}`);
    }),
  );
  return [...files.flat(), ...stores.flat()];
}

/** Waits until the services run version 1 again, and until the reverts are in the ledgers, for which the lease of a dead owner must end. */
export async function untilBackOn1(apps: readonly WebApp[]): Promise<void> {
  await untilAnswers(apps, '1');
  const isBooked = async (app: WebApp): Promise<boolean> => {
    const { isSettled, ledger } = await app.store();
    return isSettled && ledger.at(-1)?.event === 'reverted';
  };
  for (const app of apps)
    await waitUntil(() => isBooked(app), { deadlineMs: 180_000, what: `the revert of ${app.name} to be booked` });
}

/** Waits for a moment of the wall clock, in seconds since 1970. */
export async function untilClock(seconds: number): Promise<void> {
  await waitUntil(() => Date.now() / 1000 > seconds, { deadlineMs: 180_000, what: 'the clock' });
}
