import { sequentialRule } from '@plimsoll/judge';
import { ofRole } from './looks.ts';
import type { VerificationRequest } from './mode.ts';
import type { VerificationPlan } from './plan.ts';
import type { VerificationPorts } from './ports.ts';
import { progressLine } from './report/index.ts';
import { samplingRules } from './rules.ts';
import { sampleUntilEnough } from './sampling.ts';
import type { Targets } from './targets.ts';
import { createTeller } from './teller.ts';
import type { CheckReport } from './verification-report.ts';
import { Watcher } from './watcher.ts';

/** Samples every health check until its verdict is clear; several share the pace. */
export async function sampleHealth(
  { plan, before, ports }: VerificationRequest,
  targets: Targets,
): Promise<readonly CheckReport[]> {
  const health = ofRole(targets, 'health');
  const intervalMs = plan.intervalMs * Math.max(1, health.length);
  const watchers = health.map(
    (target) => new Watcher(target, samplingRules(plan, before?.checks.get(target.check.name))),
  );
  const wanted = wantedBy(plan);
  // Attempts that tell nothing are made up for, up to as many again: more would wait for ever on a runner without a network.
  const pace: Pace = { kind: 'sampling', intervalMs, wanted, most: 2 * wanted, ports };
  await Promise.all(watchers.map((watcher) => sampleWatcher(watcher, pace)));
  return watchers.map((watcher) => watcher.report());
}

/** How many samples it may take until the verdict is clear. */
function wantedBy({ samples, healthyForMs, intervalMs, maxErrorRate }: VerificationPlan): number {
  return Math.max(samples ?? sequentialRule(maxErrorRate).cap, Math.ceil(healthyForMs / intervalMs) + 1);
}

export interface Pace {
  readonly kind: 'sampling' | 'monitoring';
  /** Milliseconds from one attempt to the next. */
  readonly intervalMs: number;
  /** Samples that are planned, and attempts that are begun at most. */
  readonly wanted: number;
  readonly most: number;
  readonly ports: VerificationPorts;
}

/** Samples one target until its verdict is clear. */
export async function sampleWatcher(watcher: Watcher, pace: Pace, onSample: () => void = () => {}): Promise<void> {
  const { kind, wanted, intervalMs, ports } = pace;
  const tell = createTeller(ports);
  await sampleUntilEnough({
    ...pace,
    target: watcher.target,
    onResult: (result) => {
      const told = watcher.see(result);
      onSample();
      tell(() => {
        const counts = watcher.counts();
        return progressLine({ kind, most: wanted, leftMs: (wanted - counts.samples) * intervalMs, ...counts });
      });
      return told === 'decided' ? 'enough' : 'more';
    },
  });
}
