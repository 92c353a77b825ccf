import type { Baselines } from './baselines.ts';
import type { Seen } from './identity.ts';
import type { VerificationPlan } from './plan.ts';
import type { VerificationPorts } from './ports.ts';
import type { CheckReport } from './verification-report.ts';

export interface VerificationRequest {
  readonly plan: VerificationPlan;
  /** How it was before the deployment; undefined when nobody looked. */
  readonly before: Baselines | undefined;
  readonly ports: VerificationPorts;
}

/** What a mode comes back with. */
export interface Found {
  readonly checks: readonly CheckReport[];
  readonly seen: readonly Seen[];
  readonly notes: readonly string[];
}
