import { baselineOf } from '@plimsoll/judge';
import type { Baselines } from './baselines.ts';
import { lookOnce, ofRole } from './looks.ts';
import type { Found, VerificationRequest } from './mode.ts';
import type { VerificationPlan } from './plan.ts';
import { tryAll } from './rounds.ts';
import { sampleHealth } from './sample-health.ts';
import { createTargets } from './targets.ts';
import type { CheckReport } from './verification-report.ts';

/** How the service is now, without waiting for anything: it is what users have. */
export async function beforeDeployment(request: VerificationRequest): Promise<Found> {
  const { plan, ports } = request;
  await using targets = createTargets({ ...request, plan: ofNow(plan) });
  const once = lookOnce(await tryAll(ofRole(targets, 'smoke', 'state'), ports));
  const sampled = await sampleHealth(request, targets);
  return { checks: [...sampled, ...once], seen: [], notes: [] };
}

/** Which version users have now is not asked: it is the one to be replaced. And it may not know the counters of the next one. */
function ofNow(plan: VerificationPlan): VerificationPlan {
  const checks = plan.checks.map((check) => (check.kind === 'http' ? { ...check, counters: {} } : check));
  return { ...plan, checks, expectedVersion: '' };
}

/** What later runs are compared with: the sampled checks. @param at milliseconds since 1970 */
export function baselinesOf(checks: readonly CheckReport[], at: number): Baselines {
  const sampled = checks.filter(({ check }) => check.role === 'health');
  return { at, checks: new Map(sampled.map(({ check, judgement }) => [check.name, baselineOf(judgement)])) };
}
