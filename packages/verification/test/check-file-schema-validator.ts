import { isDeepStrictEqual } from 'node:util';
import type { Json } from '@plimsoll/outcome';
import type { JsonSchema } from '../src/check-file/shape.ts';

type Rule = (wanted: Json, value: Json, schema: JsonSchema) => boolean;

const isObject = (value: Json | undefined): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);
const objectOf = (value: Json | undefined): JsonSchema => (isObject(value) ? value : {});
const textOf = (value: Json): string => (typeof value === 'string' ? value : '');
const all = (value: Json, test: (entry: readonly [string, Json]) => boolean): boolean =>
  !isObject(value) || Object.entries(value).every(test);

const TYPES: Readonly<Record<string, (value: Json) => boolean>> = {
  object: isObject,
  array: isList,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
};

/** The keywords of draft 2020-12 that the schema of checks uses. One that is not here fails every test. */
const RULES: Readonly<Record<string, Rule>> = {
  type: (wanted, value) => (isList(wanted) ? wanted : [wanted]).some((name) => TYPES[textOf(name)]?.(value) === true),
  const: (wanted, value) => isDeepStrictEqual(wanted, value),
  enum: (wanted, value) => listOf(wanted).some((one) => isDeepStrictEqual(one, value)),
  pattern: (wanted, value) => typeof value !== 'string' || new RegExp(textOf(wanted), 'u').test(value),
  minLength: (wanted, value) => typeof value !== 'string' || value.length >= Number(wanted),
  minimum: (wanted, value) => typeof value !== 'number' || value >= Number(wanted),
  maximum: (wanted, value) => typeof value !== 'number' || value <= Number(wanted),
  exclusiveMaximum: (wanted, value) => typeof value !== 'number' || value < Number(wanted),
  minItems: (wanted, value) => !isList(value) || value.length >= Number(wanted),
  minProperties: (wanted, value) => !isObject(value) || Object.keys(value).length >= Number(wanted),
  required: (wanted, value) => !isObject(value) || listOf(wanted).every((name) => Object.hasOwn(value, textOf(name))),
  dependentRequired: (wanted, value) =>
    Object.entries(objectOf(wanted)).every(
      ([name, others]) => !Object.hasOwn(objectOf(value), name) || isValid({ required: others }, value),
    ),
  items: (wanted, value) => !isList(value) || value.every((item) => isValid(objectOf(wanted), item)),
  anyOf: (wanted, value) => listOf(wanted).some((schema) => isValid(objectOf(schema), value)),
  properties: (wanted, value) =>
    all(
      value,
      ([name, one]) => !Object.hasOwn(objectOf(wanted), name) || isValid(objectOf(objectOf(wanted)[name]), one),
    ),
  propertyNames: (wanted, value) => all(value, ([name]) => isValid(objectOf(wanted), name)),
  additionalProperties: (wanted, value, schema) => {
    const isKnown = (name: string): boolean => Object.hasOwn(objectOf(schema['properties']), name);
    return all(value, ([name, one]) => isKnown(name) || (wanted !== false && isValid(objectOf(wanted), one)));
  },
  $schema: () => true,
  title: () => true,
  description: () => true,
};

/** Whether a value is as a schema says. */
export function isValid(schema: JsonSchema, value: Json): boolean {
  return Object.entries(schema).every(([keyword, wanted]) => RULES[keyword]?.(wanted, value, schema) === true);
}
