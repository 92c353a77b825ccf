import type { SequentialRule } from '../../src/index.ts';

export interface Chances {
  pass: number;
  fail: number;
}

/** One way to end: so many errors in so many samples, by crossing a line or by reaching the cap. */
export interface End {
  readonly errors: number;
  readonly samples: number;
  readonly chance: number;
  readonly crossed: keyof Chances | undefined;
}

/** The exact chances of the sequential test at a true error rate. */
export function chancesOf(rule: SequentialRule, rate: number): Chances {
  const chances = { pass: 0, fail: 0 };
  for (const { crossed, chance } of endsOf(rule, rate)) if (crossed !== undefined) chances[crossed] += chance;
  return chances;
}

/**
 * All ways for it to end: the distribution over the number of errors is carried from sample to sample, and what crosses a line is taken out.
 * Written from Wald's definition, not from the source.
 */
export function* endsOf(rule: SequentialRule, rate: number): Generator<End> {
  let open = new Map([[0, 1]]);
  for (let samples = 1; samples <= rule.cap; samples += 1) {
    const next = [...oneMore(open, rate)];
    const ends = next.map(([errors, chance]) => ({
      errors,
      samples,
      chance,
      crossed: lineCrossed(rule, errors, samples),
    }));
    yield* ends.filter(({ crossed }) => crossed !== undefined || samples === rule.cap);
    open = new Map(next.filter((_, index) => ends[index]?.crossed === undefined));
  }
}

function oneMore(open: ReadonlyMap<number, number>, rate: number): Map<number, number> {
  const next = new Map<number, number>();
  for (const [errors, chance] of open) {
    next.set(errors, (next.get(errors) ?? 0) + chance * (1 - rate));
    next.set(errors + 1, (next.get(errors + 1) ?? 0) + chance * rate);
  }
  return next;
}

function lineCrossed(rule: SequentialRule, errors: number, samples: number): keyof Chances | undefined {
  const [good, bad] = [rule.maxErrorRate / 2, rule.maxErrorRate * 2];
  const ratio = (bad / good) ** errors * ((1 - bad) / (1 - good)) ** (samples - errors);
  if (ratio >= (1 - rule.beta) / rule.alpha) return 'fail';
  return ratio <= rule.beta / (1 - rule.alpha) ? 'pass' : undefined;
}
