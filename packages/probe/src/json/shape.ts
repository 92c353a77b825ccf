import type { Json } from '@plimsoll/outcome';

/** A document from outside, taken apart: what is not as expected is simply not there. */
export type JsonObject = { readonly [key: string]: Json };

export function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

export function listOf(value: Json | undefined): readonly Json[] | undefined {
  return typeof value === 'object' && value !== null && isList(value) ? value : undefined;
}

export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** NaN for what is no number. */
export function numberOf(value: Json | undefined): number {
  return typeof value === 'number' ? value : Number.NaN;
}

/** The members that are texts. */
export function textsOf(value: Json | undefined): Readonly<Record<string, string>> {
  const texts = Object.entries(objectOf(value)).flatMap(([key, one]) =>
    typeof one === 'string' ? [[key, one] as const] : [],
  );
  return Object.fromEntries(texts);
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
