import { worstOf } from '@plimsoll/judge';
import { Failure } from '@plimsoll/outcome';
import { afterDeployment } from './after-deployment.ts';
import type { Baselines } from './baselines.ts';
import { baselinesOf, beforeDeployment } from './before-deployment.ts';
import type { Found, VerificationRequest } from './mode.ts';
import { overWindow } from './over-window.ts';
import type { VerificationPlan } from './plan.ts';
import type { VerificationReport } from './verification-report.ts';

/** What was found, and what to compare later findings with. */
export interface Verification {
  readonly report: VerificationReport;
  /** What mode `pre` is for; later runs are compared with it. */
  readonly baselines: Baselines | undefined;
}

/**
 * Carries a plan out.
 * @throws Failure('input') for checks that cannot be tried, Failure('cancelled') when the run was cancelled
 */
export async function verify(request: VerificationRequest): Promise<Verification> {
  const { plan, ports } = request;
  const startedAt = new Date(ports.wallClock()).toISOString();
  const beganAt = ports.now();
  const found = await inMode(request);
  if (ports.signal.aborted) throw cancelled(ports.signal);
  const report = concluded(plan, found, { startedAt, durationMs: Math.round(ports.now() - beganAt) });
  return { report, baselines: plan.mode === 'pre' ? baselinesOf(found.checks, Date.parse(startedAt)) : undefined };
}

async function inMode(request: VerificationRequest): Promise<Found> {
  switch (request.plan.mode) {
    case 'pre':
      return beforeDeployment(request);
    case 'post':
      return afterDeployment(request);
    case 'monitor':
      return overWindow(request);
  }
}

function concluded(
  plan: VerificationPlan,
  found: Found,
  times: Pick<VerificationReport, 'startedAt' | 'durationMs'>,
): VerificationReport {
  const worst = worstOf(
    found.checks.map(({ check, judgement }) => ({ ...judgement, reason: `${check.name}: ${judgement.reason}` })),
  );
  const { verdict, reason } = worst;
  const common = { mode: plan.mode, ...times, environment: plan.environment, checks: found.checks, notes: found.notes };
  const identity = { expected: plan.expectedVersion, seen: found.seen };
  if (verdict === 'pass') {
    const count = found.checks.length;
    return {
      ...common,
      identity,
      verdict,
      code: '',
      summary: count === 1 ? reason : `${count} checks passed. ${reason}`,
    };
  }
  // Found before the deployment, whatever it is, it is not the deployment's doing.
  const code = plan.mode === 'pre' && verdict === 'fail' ? 'unhealthy-before' : worst.code;
  return { ...common, identity, verdict, code, summary: reason };
}

function cancelled({ reason }: AbortSignal): Failure {
  return reason instanceof Failure
    ? reason
    : new Failure('cancelled', 'The verification was cancelled. Nothing was decided.');
}
