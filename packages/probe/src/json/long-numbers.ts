import type { Json } from '@plimsoll/outcome';
import { type JsonPath, valueAt } from './json-path.ts';

/** A number, and its digits as they came: from 2^53 on, neighbours share one value. */
export interface WrittenNumber {
  readonly value: number;
  /** Only long numbers need it. */
  readonly written: string;
}

/** Whether its value alone does not tell a number from its neighbours. */
export function isLong(value: Json | undefined): boolean {
  return typeof value === 'number' && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER);
}

/** Below 0, 0 or above 0, as the first number is less than, equal to or greater than the second. */
export function compareNumbers(a: WrittenNumber, b: WrittenNumber): number {
  if (a.value !== b.value || !isLong(a.value)) return a.value - b.value;
  const [one, other] = [integerOf(a), integerOf(b)];
  if (one === undefined || other === undefined || one === other) return 0;
  return one < other ? -1 : 1;
}

/** Undefined for a number with a fraction or an exponent: whoever writes it so means no single unit. */
function integerOf({ written }: WrittenNumber): bigint | undefined {
  return /^-?[0-9]+$/u.test(written) ? BigInt(written) : undefined;
}

/** The digits of the number at a path of a text that is JSON, as they came: as a value, `1.10` is 1.1. Empty where there is no number. */
export function digitsAt(path: JsonPath, text: string): string {
  const asText = (_key: string, value: unknown, context?: { readonly source?: string }): unknown =>
    typeof value === 'number' ? { digits: context?.source ?? String(value) } : value;
  const tree: unknown = JSON.parse(text, asText);
  const found = isJson(tree) ? valueAt([...path, 'digits'], tree) : undefined;
  return typeof found === 'string' ? found : '';
}

function isJson(value: unknown): value is Json {
  return value !== undefined;
}
