import { formatDuration } from '@plimsoll/figures';
import type { Stage } from './stage.ts';

/** What a stage is measured against: what teams said that they can wait for. */
interface Target {
  /** In a sentence: `The backup took …`. */
  readonly what: string;
  readonly atMostMs: number;
  readonly isOf: (stage: Stage) => boolean;
}

const TARGETS: readonly Target[] = [
  { what: 'gate', atMostMs: 8 * 60_000, isOf: ({ kind }) => kind === 'gate' },
  {
    what: 'backup',
    atMostMs: 30_000,
    isOf: ({ details }) => details.kind === 'backup' && details.operation === 'create',
  },
  {
    what: 'deployment',
    atMostMs: 2 * 60_000,
    isOf: ({ details }) => details.kind === 'deployment' && !details.isDryRun,
  },
  {
    what: 'verification',
    atMostMs: 20_000,
    // Looking before deploys nothing, and a window takes as long as somebody asked for.
    isOf: ({ details }) => details.kind === 'verification' && details.mode === 'post',
  },
  {
    what: 'rollback',
    atMostMs: 2 * 60_000,
    isOf: ({ details }) => details.kind === 'rollback' && details.did === 'went-back',
  },
];

/** What a stage is measured against; undefined for those that take as long as somebody asked for. */
export function targetOf(stage: Stage): Target | undefined {
  return TARGETS.find(({ isOf }) => isOf(stage));
}

/** The target that a stage missed. Of one that failed there is more to say than how long it took. */
export function missedTarget(stage: Stage): Target | undefined {
  const target = targetOf(stage);
  if (stage.verdict !== 'pass' || target === undefined) return undefined;
  return stage.durationMs > target.atMostMs ? target : undefined;
}

/** One sentence for each stage that took longer than its target; none when all were in time. */
export function missedTargets(stages: readonly Stage[]): readonly string[] {
  return stages.flatMap((stage) => {
    const target = missedTarget(stage);
    if (target === undefined) return [];
    return [
      `The ${target.what} took ${formatDuration(stage.durationMs)}; its target is ${formatDuration(target.atMostMs)}.`,
    ];
  });
}
