import { ofRole } from './looks.ts';
import type { VerificationRequest } from './mode.ts';
import type { VerificationPlan } from './plan.ts';
import type { VerificationPorts } from './ports.ts';
import { progressLine } from './report/index.ts';
import { fixedSamples, mostSamples, samplingRules } from './rules.ts';
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
  const gapAfter = (): number => intervalMs;
  const pace: Pace = { kind: 'sampling', intervalMs, gapAfter, wanted, most: mostOf(plan, wanted), ports };
  await Promise.all(watchers.map((watcher) => sampleWatcher(watcher, pace)));
  return watchers.map((watcher) => watcher.report());
}

/** How many samples it may take until the verdict is clear. */
function wantedBy(plan: VerificationPlan): number {
  const { healthyForMs, intervalMs } = plan;
  return Math.max(mostSamples(plan), Math.ceil(healthyForMs / intervalMs) + 1);
}

/** Attempts that tell nothing are made up for, up to as many again: more would wait for ever on a runner without a network. */
function mostOf(plan: VerificationPlan, wanted: number): Pace['most'] {
  const isCounted = fixedSamples(plan) !== undefined && plan.healthyForMs === 0;
  // Of a number that the user wrote, none is begun in vain, however long one of them takes.
  return isCounted ? (unknown) => wanted + Math.min(unknown, wanted) : () => 2 * wanted;
}

export interface Pace {
  readonly kind: 'sampling' | 'monitoring';
  /** Milliseconds from one attempt to the next, on average. */
  readonly intervalMs: number;
  readonly gapAfter: (turn: number) => number;
  /** Samples that are planned, and attempts that are begun at most. */
  readonly wanted: number;
  readonly most: (unknown: number) => number;
  readonly ports: VerificationPorts;
}

/** Samples one target until its verdict is clear. */
export async function sampleWatcher(watcher: Watcher, pace: Pace, onDecided: () => void = () => {}): Promise<void> {
  const { kind, wanted, intervalMs, ports } = pace;
  const tell = createTeller(ports);
  await sampleUntilEnough({
    ...pace,
    target: watcher.target,
    onResult: (result) => {
      const told = watcher.see(result);
      if (told === 'decided') onDecided();
      tell(() => {
        const counts = watcher.counts();
        return progressLine({ kind, most: wanted, leftMs: (wanted - counts.samples) * intervalMs, ...counts });
      });
      return told === 'decided' ? 'enough' : 'more';
    },
  });
}
