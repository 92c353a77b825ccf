import { baselineOf } from '@plimsoll/judge';
import type { Baselines } from './baselines.ts';
import { lookOnce, ofRole } from './looks.ts';
import type { Found, VerificationRequest } from './mode.ts';
import { tryAll } from './rounds.ts';
import { sampleHealth } from './sample-health.ts';
import { createTargets } from './targets.ts';
import type { CheckReport } from './verification-report.ts';

/** How the service is now, without waiting for anything: it is what users have. */
export async function beforeDeployment(request: VerificationRequest): Promise<Found> {
  const { plan, ports } = request;
  // Which version users have now is not asked: it is the one to be replaced.
  await using targets = createTargets({ ...request, plan: { ...plan, expectedVersion: '' } });
  const once = lookOnce(await tryAll(ofRole(targets, 'smoke', 'state'), ports));
  const sampled = await sampleHealth(request, targets);
  return { checks: [...sampled, ...once], seen: [], notes: [] };
}

/** What later runs are compared with: the sampled checks. @param at milliseconds since 1970 */
export function baselinesOf(checks: readonly CheckReport[], at: number): Baselines {
  const sampled = checks.filter(({ check }) => check.role === 'health');
  return { at, checks: new Map(sampled.map(({ check, judgement }) => [check.name, baselineOf(judgement)])) };
}
