import type { Json } from '@plimsoll/outcome';

type Fields = { readonly [key: string]: Json };

function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

function isFields(json: Json | undefined): json is Fields {
  return typeof json === 'object' && json !== null && !isList(json);
}

/** What is at a place in a document; undefined where there is nothing. */
export function at(json: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>((part, key) => {
    if (typeof key === 'number') return isList(part) ? part[key] : undefined;
    return isFields(part) ? part[key] : undefined;
  }, json);
}

/** The list at a place; empty where there is none. */
export function listAt(json: Json | undefined, ...path: readonly (string | number)[]): readonly Json[] {
  const part = at(json, ...path);
  return isList(part) ? part : [];
}

/** The text at a place; empty where there is none. */
export function textAt(json: Json | undefined, ...path: readonly (string | number)[]): string {
  const part = at(json, ...path);
  return typeof part === 'string' ? part : '';
}

/** Every object in a document, from the outside in. */
export function objectsIn(json: Json): readonly Fields[] {
  if (isList(json)) return json.flatMap(objectsIn);
  return isFields(json) ? [json, ...Object.values(json).flatMap(objectsIn)] : [];
}

/** All texts in a document, wherever they are. */
export function textsIn(json: Json): readonly string[] {
  if (typeof json === 'string') return [json];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(textsIn) : [];
}
