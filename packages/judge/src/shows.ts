import { counted } from '@plimsoll/figures';
import type { Evidence } from './evidence.ts';
import { limit, milliseconds, percent, percentileName } from './figures.ts';
import { cleanSamplesToShow } from './intervals.ts';
import { samplesToBound } from './percentiles.ts';
import type { LatencyRule, Rules, SequentialRule } from './rules.ts';

/** One line on what so many samples can and cannot show, whatever the verdict is. */
export function showsOf(evidence: Evidence, rules: Rules): string {
  if (evidence.ok + evidence.wrong === 0) return 'no sample tells anything about the service';
  const risks = rules.errors.kind === 'sequential' ? risksOf(rules.errors) : [];
  const latency = rules.latency === undefined ? [] : latencyShown(evidence, rules.latency);
  return [...errorsShown(evidence, rules), ...risks, ...latency].join('; ');
}

function errorsShown({ ok, wrong, errorInterval: { low, high } }: Evidence, { errors }: Rules): string[] {
  const samples = counted(ok + wrong, 'sample');
  if (wrong > 0) {
    const range = `from ${percent(low)} to ${percent(high)} (95 % at each end)`;
    return [`${counted(wrong, 'error')} in ${samples} can come from a true error rate ${range}`];
  }
  const room = `${samples} without an error ${ok === 1 ? 'leaves' : 'leave'} room for a true error rate of up to`;
  const shown = `${room} ${percent(high)} (95 %)`;
  const wanted = 'maxErrorRate' in errors ? errors.maxErrorRate : 0;
  if (wanted === 0 || high <= wanted) return [shown];
  return [shown, `to show less than ${limit(wanted)} takes ${cleanSamplesToShow(wanted)} without one`];
}

function risksOf({ maxErrorRate, alpha, beta }: SequentialRule): string[] {
  if (maxErrorRate === 0) return [];
  const good = `fails one in ${Math.round(1 / alpha)} services that err at ${limit(maxErrorRate / 2)}`;
  return [
    `the test ${good} and passes one in ${Math.round(1 / beta)} that err at ${limit(maxErrorRate * 2)}, or fewer`,
  ];
}

function latencyShown({ latency }: Evidence, rule: LatencyRule): string[] {
  const name = percentileName(rule.percentile);
  const [largest] = latency.toSorted((a, b) => b.samples - a.samples);
  if (largest?.gated === undefined) return [`no sample tells anything about the ${name}`];
  if (rule.percentile === 1) return ['no number of samples bounds the slowest answer to come'];
  const { low, high } = largest.gated;
  const samples = counted(largest.samples, 'sample');
  if (high === undefined)
    return [`${samples} cannot bound the true ${name} from above, which takes ${samplesToBound(rule.percentile)}`];
  return [`by ${samples} the true ${name} is from ${milliseconds(low)} to ${milliseconds(high)} (95 % at each end)`];
}
