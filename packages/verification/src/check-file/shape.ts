import type { Json } from '@plimsoll/outcome';
import type { Node } from 'yaml';
import type { YamlDocument } from './yaml-document.ts';

/** Part of a JSON Schema of draft 2020-12. */
export type JsonSchema = { readonly [keyword: string]: Json };

/** What reading a file needs of its surroundings. */
export interface Reading extends YamlDocument {
  /** Variables that `${NAME}` reads. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Gets every value that must not be shown. */
  readonly secrets: Set<string>;
}

/** One value in the file. */
export interface Spot {
  /** Never an alias. */
  readonly node: Node;
  /** For errors, as `'timeout' of check 'health'`. */
  readonly what: string;
}

/** What a value may be: told to people, to editors, and to the reader, from one place, so that the three agree. */
export interface Shape<T> {
  readonly schema: JsonSchema;
  /** Undefined when it is of another shape, which then is noted as a problem. */
  read(spot: Spot, reading: Reading): T | undefined;
}

/** What a key means when the file does not have it: `text` as a user would write it. */
export interface Preset<T> {
  readonly text: string;
  readonly value: T;
}

export interface Key<T> {
  readonly name: string;
  readonly shape: Shape<T>;
  /** One or two sentences for documents and editors. */
  readonly meaning: string;
  readonly preset?: Preset<T>;
}

export type KeyWithPreset<T> = Key<T> & { readonly preset: Preset<T> };

/** The keys of one kind of mapping. */
export type KeyTable = Readonly<Record<string, Key<unknown>>>;

/** A table of keys by the types of their values: those without a preset, and those with one. */
export type Table<Plain, Presets = unknown> = {
  readonly [name in keyof Plain]: Key<Plain[name]>;
} & { readonly [name in keyof Presets]: KeyWithPreset<Presets[name]> };

/** A mapping of fixed keys, for editors. */
export function tableSchema(keys: KeyTable, rules: JsonSchema = {}): JsonSchema {
  const properties = Object.values(keys).map(({ name, shape, meaning, preset }): [string, JsonSchema] => [
    name,
    {
      description: preset === undefined ? meaning : `${meaning} Default: ${preset.text}.`,
      ...shape.schema,
    },
  ]);
  return { type: 'object', additionalProperties: false, ...rules, properties: Object.fromEntries(properties) };
}
