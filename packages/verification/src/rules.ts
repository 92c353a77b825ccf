import { type Baseline, type ErrorRule, type Rules, sequentialRule } from '@plimsoll/judge';
import type { VerificationPlan } from './plan.ts';

/** For what is tried once: it has to be well. */
export const ONCE: Rules = { errors: { kind: 'fixed', samples: 1, maxErrorRate: 0 } };

/** For what is looked at before and after the samples. */
export const TWICE: Rules = { errors: { kind: 'fixed', samples: 2, maxErrorRate: 0 } };

/** How many samples show how the service is before a deployment where nobody says how many: enough for a median, over in a second. */
const BASELINE_SAMPLES = 20;

/** How many samples it may take until the verdict is clear. Good and bad ones in turn would never make it so. */
export function mostSamples(plan: VerificationPlan): number {
  const { countRule, maxErrorRate } = plan;
  const fixed = fixedSamples(plan);
  if (fixed !== undefined) return fixed;
  switch (countRule?.kind) {
    case undefined:
      return sequentialRule(maxErrorRate).cap;
    case 'of':
      return countRule.of;
    case 'consecutive':
      return 10 * (countRule.successes + countRule.failures);
  }
}

/** By what the samples of a health check are judged. */
export function samplingRules(plan: VerificationPlan, baseline: Baseline | undefined): Rules {
  return {
    errors: errorRule(plan),
    ...latencyRule(plan),
    ...(plan.healthyForMs > 0 ? { healthyForMs: plan.healthyForMs } : {}),
    ...(baseline === undefined ? {} : { baseline }),
  };
}

/** The number of samples where it is known beforehand; undefined: as many as the limit needs. */
export function fixedSamples({ mode, samples }: VerificationPlan): number | undefined {
  return samples ?? (mode === 'pre' ? BASELINE_SAMPLES : undefined);
}

function errorRule(plan: VerificationPlan): ErrorRule {
  const { maxErrorRate, countRule } = plan;
  const samples = fixedSamples(plan);
  if (countRule !== undefined) return samples === undefined ? countRule : { ...countRule, samples };
  return samples === undefined ? sequentialRule(maxErrorRate) : { kind: 'fixed', samples, maxErrorRate };
}

/** A window has as many samples as its interval makes; a state may not be bad in any of them. */
export function windowRules(
  plan: VerificationPlan,
  count: number,
  baseline: Baseline | undefined,
): { readonly health: Rules; readonly state: Rules } {
  const { maxErrorRate, countRule } = plan;
  const health: Rules = {
    errors:
      countRule === undefined ? { kind: 'fixed', samples: count, maxErrorRate } : { ...countRule, samples: count },
    ...latencyRule(plan),
    ...(baseline === undefined ? {} : { baseline }),
  };
  return { health, state: { errors: { kind: 'fixed', samples: count, maxErrorRate: 0 } } };
}

function latencyRule({ maxResponseTimeMs, percentile }: VerificationPlan): Pick<Rules, 'latency'> {
  return maxResponseTimeMs === undefined ? {} : { latency: { maxResponseTimeMs, percentile } };
}
