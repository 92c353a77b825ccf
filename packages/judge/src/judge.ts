import { refuseContradictions } from './contradictions.ts';
import { createErrorTest } from './error-test.ts';
import { type Finding, failureIn, findingOf, isFinal, type Standing } from './finding.ts';
import { createHealthyTime } from './healthy-time.ts';
import type { Judgement } from './judgement.ts';
import { createLatencyGate } from './latency.ts';
import { MAX_UNKNOWN_SHARE, type Rules } from './rules.ts';
import { type CountedSample, readable, type Sample } from './sample.ts';
import { createTally } from './tally.ts';
import { judgementOf } from './verdict.ts';

export interface Judge {
  /**
   * `decided` as soon as more samples would be of no use. Samples that come later all the same (they were under way) are seen as
   * well: they can turn a pass into a failure, and nothing else.
   */
  observe(sample: Sample): 'more' | 'decided';
  /** The verdict on what was seen so far, taken as all there will be: never a pass as long as more is wanted. May be asked at any time. */
  conclude(): Judgement;
}

/**
 * Looks at samples as they come, in the order in which they come. There is no limit on attempts that tell nothing, nor on the wait for
 * a streak: how long to go on asking is up to the caller.
 * @throws Failure `input` when the rules contradict themselves; see `contradictionsIn`
 */
export function createJudge(rules: Rules): Judge {
  refuseContradictions(rules);
  const watch = createWatch(rules);
  let settled: Finding | undefined;
  let isDoubted = false;
  const finding = (): Finding => {
    const standing = watch.standing();
    const found = failureIn(standing) ?? settled ?? findingOf(standing);
    // Looked at again after each sample, a slow service would look fast enough some time: once in doubt, only all samples tell.
    return found.kind === 'passed' && isDoubted && standing.hasSamplesLeft ? { kind: 'too-few' } : found;
  };
  return {
    observe(sample) {
      watch.add(readable(sample));
      const found = finding();
      isDoubted ||= found.kind === 'too-slow' && found.isOpen;
      if (!isFinal(found)) return 'more';
      settled = found;
      return 'decided';
    },
    conclude: () => judgementOf({ finding: finding(), evidence: watch.evidence(), rules }),
  };
}

/**
 * The verdict on all of the samples, in the order of their times, whatever their order in the array.
 * @throws Failure `input` when the rules contradict themselves; see `contradictionsIn`
 */
export function judge(samples: readonly Sample[], rules: Rules): Judgement {
  const one = createJudge(rules);
  const timeOf = ({ at }: Sample): number => (Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at);
  // Not the difference: that of two infinities is no number.
  const inOrder = samples.toSorted((a, b) => Number(timeOf(a) > timeOf(b)) - Number(timeOf(a) < timeOf(b)));
  for (const sample of inOrder) one.observe(sample);
  return one.conclude();
}

/** Everything that is counted of the samples, side by side. */
function createWatch(rules: Rules) {
  const errors = createErrorTest(rules.errors);
  const latency = rules.latency && createLatencyGate(rules.latency, horizonOf(rules));
  const healthy = createHealthyTime(rules.healthyForMs ?? 0);
  const tally = createTally(rules);
  const count = (sample: CountedSample): void => {
    errors.add(sample.kind);
    latency?.add(sample);
    // Where health is a streak, a failure ends it; the other rules say themselves how many they bear.
    if (sample.kind === 'wrong' && rules.errors.kind === 'consecutive') healthy.restart();
    else healthy.seen(sample.at);
  };
  return {
    add(sample: Sample): void {
      tally.add(sample);
      if (sample.kind !== 'unknown') count(sample);
    },
    evidence: () => tally.evidence(healthy.soFar()),
    standing: (): Standing => ({
      counts: tally.counts(),
      errors: errors.state(),
      latency: () => latency?.state(),
      hopeless: latency?.hopeless(),
      isHealthyLongEnough: healthy.isReached(),
      maxUnknownShare: rules.maxUnknownShare ?? MAX_UNKNOWN_SHARE,
      hasSamplesLeft: rules.errors.kind === 'sequential' && tally.known() < rules.errors.cap,
    }),
  };
}

/** How many samples there will be at most, as far as the rules say. */
function horizonOf({ errors, healthyForMs = 0 }: Rules): number {
  const samples = errors.kind === 'sequential' ? undefined : errors.samples;
  return healthyForMs === 0 ? (samples ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}
