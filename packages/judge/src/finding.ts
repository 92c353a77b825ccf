import type { ErrorState } from './error-test.ts';
import type { Breach, LatencyState } from './latency.ts';

/** What the samples amount to, before it is put into words. */
export type Finding =
  | { readonly kind: 'passed' | 'too-many-errors' }
  /** Open as long as it may be chance, and the rule has samples left to find out. */
  | { readonly kind: 'too-slow'; readonly breach: Breach; readonly isOpen: boolean }
  /** The cap was reached without an answer. */
  | { readonly kind: 'exhausted' }
  /** Not yet an answer: no attempt, too few that tell anything, too many that do not, or not for long enough. */
  | { readonly kind: 'nothing' | 'too-few' | 'too-many-unknown' | 'too-short' };

/** Where everything that is looked at stands. */
export interface Standing {
  readonly counts: { readonly ok: number; readonly wrong: number; readonly unknown: number };
  readonly errors: ErrorState;
  /** Undefined where no latency is asked for. A function, as it is needed only once everything else is well. */
  readonly latency: () => LatencyState | undefined;
  /** What is too slow for good. */
  readonly hopeless: Breach | undefined;
  readonly isHealthyLongEnough: boolean;
  readonly maxUnknownShare: number;
  /** Whether the rule has more samples to spend on a doubt. */
  readonly hasSamplesLeft: boolean;
}

/** What fails for good, whatever was found before. */
export function failureIn({ errors, hopeless }: Pick<Standing, 'errors' | 'hopeless'>): Finding | undefined {
  if (errors === 'failing') return { kind: 'too-many-errors' };
  return hopeless === undefined ? undefined : { kind: 'too-slow', breach: hopeless, isOpen: false };
}

/** What the samples amount to, taken as all there are. A pass is what is left when nothing speaks against it. */
export function findingOf(standing: Standing): Finding {
  const { counts, errors } = standing;
  const known = counts.ok + counts.wrong;
  const failure = failureIn(standing);
  if (failure !== undefined) return failure;
  if (known + counts.unknown === 0) return { kind: 'nothing' };
  // There will be no better answer on the errors, so the one on latency counts.
  if (errors === 'exhausted') return slowness(standing) ?? { kind: 'exhausted' };
  if (counts.unknown > standing.maxUnknownShare * (known + counts.unknown)) return { kind: 'too-many-unknown' };
  if (errors !== 'passing' || standing.latency()?.kind === 'none') return { kind: 'too-few' };
  if (!standing.isHealthyLongEnough) return { kind: 'too-short' };
  return slowness(standing) ?? { kind: 'passed' };
}

function slowness({ latency, hasSamplesLeft }: Standing): Finding | undefined {
  const state = latency();
  return state?.kind === 'slow' ? { kind: 'too-slow', breach: state.breach, isOpen: hasSamplesLeft } : undefined;
}

/** Whether more samples would be of no use. */
export function isFinal(finding: Finding): boolean {
  if (finding.kind === 'too-slow') return !finding.isOpen;
  return finding.kind === 'passed' || finding.kind === 'too-many-errors' || finding.kind === 'exhausted';
}
