import type { Baselines } from './baselines.ts';
import type { IdentityLook } from './identity.ts';
import type { VerificationPorts } from './ports.ts';
import { type Attempt, tryOnce } from './rounds.ts';
import { ONCE } from './rules.ts';
import type { Target, Targets } from './targets.ts';
import type { CheckReport } from './verification-report.ts';
import { Watcher } from './watcher.ts';

/** One attempt of each. */
export async function seeAll(watchers: readonly Watcher[], ports: VerificationPorts): Promise<void> {
  await Promise.all(watchers.map(async (watcher) => watcher.see(await tryOnce(watcher.target, ports))));
}

/** What is tried once, and has to be well. */
export function lookOnce(attempts: readonly Attempt[], before?: Baselines): readonly CheckReport[] {
  return attempts.map(({ target, result }) => {
    const baseline = before?.checks.get(target.check.name);
    const watcher = new Watcher(target, baseline === undefined ? ONCE : { ...ONCE, baseline });
    watcher.see(result);
    return watcher.report();
  });
}

/** Only what is wrong: that the others are right stands in the table of versions. */
export function identityReports({ wrong }: IdentityLook): readonly CheckReport[] {
  return lookOnce(
    wrong.map(({ backend, result }) => ({
      target: { check: backend.check, label: backend.probe.name, probe: backend.probe },
      result,
    })),
  );
}

export function ofRole(targets: Targets, ...roles: readonly Target['check']['role'][]): readonly Target[] {
  return targets.all.filter(({ check }) => roles.includes(check.role));
}
