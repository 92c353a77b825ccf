import type { CheckFile, CountRule } from '../check.ts';
import type { PlanSettings } from '../plan.ts';
import { SETTINGS } from './keys/setting-keys.ts';
import type { Mapping } from './mapping.ts';
import type { Key } from './shape.ts';

/** Reads what the file says beside its checks, and notes what contradicts itself. */
export function readSettings(mapping: Mapping, inputs: PlanSettings): CheckFile['settings'] {
  const settings: CheckFile['settings'] = {
    ...given('samples', mapping.get(SETTINGS.samples)),
    ...given('maxResponseTimeMs', mapping.get(SETTINGS.maxResponseTime)),
    ...given('percentile', mapping.get(SETTINGS.percentile)),
    ...given('maxErrorRate', mapping.get(SETTINGS.maxErrorRate)),
    ...given('countRule', readCountRule(mapping, inputs)),
    ...given('durationMs', mapping.get(SETTINGS.duration)),
    ...given('intervalMs', mapping.get(SETTINGS.interval)),
    ...given('readyWithinMs', mapping.get(SETTINGS.readyWithin)),
    ...given('healthyForMs', mapping.get(SETTINGS.healthyFor)),
    ...given('expectedVersion', mapping.get(SETTINGS.expectedVersion)),
  };
  noteContradictions(mapping, settings, inputs);
  return settings;
}

/** Undefined where none is asked for, and where it contradicts itself, which then is noted. */
function readCountRule(mapping: Mapping, inputs: PlanSettings): CountRule | undefined {
  const { mustPass, passesAfter, failsAfter, maxErrorRate } = SETTINGS;
  const [first, ...others] = [mustPass, passesAfter, failsAfter].filter((key) => mapping.has(key));
  if (first === undefined) return undefined;
  if (mapping.has(maxErrorRate) || inputs.maxErrorRate !== undefined)
    mapping.complain(first, `'${first.name}' takes the place of 'max-error-rate': leave one of them out.`);
  const isOf = first === mustPass;
  if (isOf && others.length > 0)
    mapping.complain(first, `'must-pass' and '${others[0]?.name}' are two rules: leave one of them out.`);
  if (!isOf && others.length === 0)
    mapping.complain(first, "'passes-after' and 'fails-after' need each other: give both.");
  if (isOf) {
    const counts = mapping.get(mustPass);
    return counts === undefined ? undefined : { kind: 'of', ...counts };
  }
  const [successes, failures] = [mapping.get(passesAfter), mapping.get(failsAfter)];
  return successes === undefined || failures === undefined ? undefined : { kind: 'consecutive', successes, failures };
}

/** A key that is not there must not come to be there as undefined. */
function given<K extends string, T>(key: K, value: T | undefined): { readonly [key in K]?: T } {
  const none: { readonly [key in K]?: T } = {};
  return value === undefined ? none : { ...none, [key]: value };
}

function noteContradictions(mapping: Mapping, settings: CheckFile['settings'], inputs: PlanSettings): void {
  const decides = (key: Key<unknown>, input: keyof PlanSettings): boolean =>
    mapping.has(key) && inputs[input] === undefined;
  const hasLimit = mapping.has(SETTINGS.maxResponseTime) || inputs.maxResponseTimeMs !== undefined;
  if (decides(SETTINGS.percentile, 'percentile') && !hasLimit) {
    mapping.complain(
      SETTINGS.percentile,
      "'percentile' is a share of the answers that keep 'max-response-time', and there is none.",
    );
  }
  const interval = inputs.intervalMs ?? settings.intervalMs ?? 0;
  const duration = inputs.durationMs ?? settings.durationMs ?? Number.POSITIVE_INFINITY;
  if (decides(SETTINGS.interval, 'intervalMs') && interval > duration) {
    mapping.complain(
      SETTINGS.interval,
      `'interval' (${interval} ms) is longer than 'duration' (${duration} ms): the window ends before a second sample.`,
    );
  }
}
