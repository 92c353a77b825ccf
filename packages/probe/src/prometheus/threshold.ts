import { Failure } from '@plimsoll/outcome';

/** What a value has to be. */
export interface Threshold {
  /** As the user wrote it. */
  readonly text: string;
  holds(value: number): boolean;
}

const TESTS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '==': (value, limit) => value === limit,
  '!=': (value, limit) => value !== limit,
};

/** Parses `> 0.99`. @throws Failure('input') that says how to write it. */
export function parseThreshold(text: string): Threshold {
  const parts = /^\s*(>=|<=|==|!=|>|<)\s*([+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?)\s*$/u.exec(text);
  const test = TESTS[parts?.[1] ?? ''];
  const limit = Number(parts?.[2]);
  if (test === undefined || !Number.isFinite(limit)) {
    throw new Failure('input', `${JSON.stringify(text)} is no threshold. Write it as > 0.99 or <= 500.`);
  }
  return { text: text.trim(), holds: (value) => test(value, limit) };
}
