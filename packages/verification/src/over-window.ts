import { lookAtIdentity } from './identity.ts';
import { identityReports, ofRole } from './looks.ts';
import type { Found, VerificationRequest } from './mode.ts';
import { samplesIn } from './plan.ts';
import { windowRules } from './rules.ts';
import { sampleWatcher } from './sample-health.ts';
import { spreadGaps } from './spread-gaps.ts';
import { createTargets } from './targets.ts';
import { Watcher } from './watcher.ts';

/** Watches until the window is over, or something is clear before that. */
export async function overWindow(request: VerificationRequest): Promise<Found> {
  const { plan, before, ports } = request;
  await using targets = createTargets(request);
  const start = await lookAtIdentity(targets.backends, 'start', ports);
  // Nothing gets better by watching it.
  if (start.wrong.some(({ result }) => result.kind === 'wrong'))
    return { checks: identityReports(start), seen: start.seen, notes: [] };
  const count = samplesIn(plan);
  const { intervalMs } = plan;
  const gapAfter = spreadGaps(count, intervalMs);
  const pace = { kind: 'monitoring', intervalMs, gapAfter, wanted: count, most: () => count } as const;
  const watchers = ofRole(targets, 'health', 'state').map((target) => {
    const rules = windowRules(plan, count, before?.checks.get(target.check.name));
    return new Watcher(target, target.check.role === 'state' ? rules.state : rules.health);
  });
  const bad = new AbortController();
  const signal = AbortSignal.any([ports.signal, bad.signal]);
  await Promise.all(
    watchers.map((watcher) =>
      sampleWatcher(watcher, { ...pace, ports: { ...ports, signal } }, () => {
        if (watcher.judgement().verdict === 'fail') bad.abort();
      }),
    ),
  );
  const end = await lookAtIdentity(targets.backends, 'end', ports);
  const checks = watchers.map((watcher) =>
    watcher.report(bad.signal.aborted ? watcher.judgement() : watcher.finalJudgement()),
  );
  return {
    checks: [...checks, ...identityReports(start), ...identityReports(end)],
    seen: [...start.seen, ...end.seen],
    notes: [],
  };
}
