import { formatDuration } from '@plimsoll/figures';
import { lookAtIdentity } from './identity.ts';
import { identityReports, lookOnce, ofRole, seeAll } from './looks.ts';
import type { Found, VerificationRequest } from './mode.ts';
import type { VerificationPlan } from './plan.ts';
import { progressLine } from './report/index.ts';
import { type Attempt, tryAll, waitUntilReady } from './rounds.ts';
import { TWICE } from './rules.ts';
import { sampleHealth } from './sample-health.ts';
import { createTargets } from './targets.ts';
import { createTeller } from './teller.ts';
import type { CheckReport } from './verification-report.ts';
import { Watcher } from './watcher.ts';

/** Waits until the service is ready, tries what is tried once, then samples; the version is asked for at both ends. */
export async function afterDeployment(request: VerificationRequest): Promise<Found> {
  const { ports } = request;
  const waiting = await becomeReady(request);
  if ('checks' in waiting) return waiting;
  // New probes: what was restarted or reconnected while the service came up is no finding.
  await using targets = createTargets(request);
  const start = await lookAtIdentity(targets.backends, 'start', ports);
  const smoke = lookOnce(await tryAll(ofRole(targets, 'smoke'), ports));
  const early = [...identityReports(start), ...smoke];
  const notes = [`Ready after ${formatDuration(waiting.afterMs)}.`];
  // What is clear already need not be sampled.
  if (early.some(({ judgement }) => judgement.verdict === 'fail')) return { checks: early, seen: start.seen, notes };
  const states = ofRole(targets, 'state').map((target) => new Watcher(target, TWICE));
  await seeAll(states, ports);
  const sampled = await sampleHealth(request, targets);
  await seeAll(states, ports);
  const end = await lookAtIdentity(targets.backends, 'end', ports);
  return {
    checks: [
      ...sampled,
      ...states.map((watcher) => watcher.report(watcher.finalJudgement())),
      ...smoke,
      ...identityReports(end),
    ],
    seen: [...start.seen, ...end.seen],
    notes,
  };
}

/** What is not ready is held against how it was before the deployment. */
async function becomeReady(request: VerificationRequest): Promise<Found | { readonly afterMs: number }> {
  const { plan, before, ports } = request;
  await using targets = createTargets(request);
  const tell = createTeller(ports);
  const { isReady, afterMs, attempts } = await waitUntilReady({
    targets: ofRole(targets, 'health', 'state'),
    withinMs: plan.readyWithinMs,
    ports,
    onRound: (waiting, passedMs) =>
      tell(() =>
        progressLine({ kind: 'readiness', waiting: waiting.map(inWords), leftMs: plan.readyWithinMs - passedMs }),
      ),
  });
  if (isReady) return { afterMs };
  const notes = [`Not ready within ${formatDuration(plan.readyWithinMs)}: the last attempts are shown.`];
  return { checks: lookOnce(attempts, before).map((report) => notReady(report, plan)), seen: [], notes };
}

/** One failed attempt would be no reason to call a service down: that it went on failing until the time was over is. */
function notReady(report: CheckReport, { readyWithinMs }: VerificationPlan): CheckReport {
  const { judgement } = report;
  if (judgement.verdict === 'pass') return report;
  const reason = `Not ready within ${formatDuration(readyWithinMs)}. The last attempt: ${judgement.reason}`;
  return { ...report, judgement: { ...judgement, reason } };
}

function inWords({ target, result }: Attempt): { readonly name: string; readonly detail: string } {
  return { name: target.label, detail: result.kind === 'ok' ? 'well' : result.detail };
}
