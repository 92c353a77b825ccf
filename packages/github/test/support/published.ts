import { readFileSync } from 'node:fs';
import { type GraphqlDocument, type GraphqlSelection, parseGraphql } from '@plimsoll/testkit';
import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';

/** What GitHub publishes about itself, as far as it is kept in test/fixtures/github. */
interface Published {
  readonly components: unknown;
  readonly operations: Readonly<
    Record<string, { readonly request?: object; readonly responses: Readonly<Record<string, object | null>> }>
  >;
  readonly graphql: Readonly<Record<string, Readonly<Record<string, FieldType>>>>;
}

interface FieldType {
  readonly type: string;
  readonly args: Readonly<Record<string, string>>;
}

function readPublished(): Published {
  const text = readFileSync(new URL('../../../../test/fixtures/github/schemas.json', import.meta.url), 'utf8');
  const value: unknown = JSON.parse(text);
  if (!isPublished(value)) throw new Error('Not what extract-schemas.ts writes.');
  return value;
}

function isPublished(value: unknown): value is Published {
  return isObject(value) && ['components', 'operations', 'graphql'].every((name) => name in value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

export const published: Published = readPublished();

/** The published name of a call: `GET /repos/{owner}/{repo}/…`. */
export function operationOf(call: string): string | undefined {
  const [method = '', path = ''] = call.split(' ');
  return Object.keys(published.operations).find((operation) => {
    const [wanted, template = ''] = operation.split(' ');
    const pattern = template.replaceAll(/\{(?:ref|tag|basehead)\}/gu, '.+').replaceAll(/\{\w+\}/gu, '[^/]+');
    return wanted === method && new RegExp(`^${pattern}$`, 'u').test(path);
  });
}

const ajv = formats.default(new Ajv({ strict: false, allErrors: true, logger: false })).addSchema({
  $id: 'published',
  components: published.components,
});

/** What is wrong with a value, by a schema of the published description. */
export function misfits(schema: object, value: unknown): string[] {
  const absolute: unknown = JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"published#/components/'));
  const validate = ajv.compile(isObject(absolute) ? absolute : false);
  return validate(value)
    ? []
    : (validate.errors ?? []).map((error: ErrorObject) => `${error.instancePath}: ${error.message}`);
}

/** What is wrong with a query and its answer, by the published types: fields, arguments, and kinds of values. */
export function graphqlMisfits(query: string, data: unknown): string[] {
  const document = parseGraphql(query);
  const root = document.operation.kind === 'query' ? 'Query' : 'Mutation';
  return selectionMisfits({ document, type: root, path: root, value: data }, document.operation.selections);
}

interface Place {
  readonly document: GraphqlDocument;
  readonly type: string;
  readonly path: string;
  readonly value: unknown;
}

function selectionMisfits(place: Place, selections: readonly GraphqlSelection[]): string[] {
  return selections.flatMap((selection) => oneMisfit(place, selection));
}

function oneMisfit(place: Place, selection: GraphqlSelection): string[] {
  if (selection.kind === 'field') return fieldMisfits(place, selection);
  if (selection.kind === 'inline') return selectionMisfits({ ...place, type: selection.type }, selection.selections);
  const fragment = place.document.fragments.get(selection.name);
  if (fragment === undefined) return [`no fragment ${selection.name}`];
  return selectionMisfits({ ...place, type: fragment.type }, fragment.selections);
}

function fieldMisfits(place: Place, field: GraphqlSelection & { readonly kind: 'field' }): string[] {
  const path = `${place.path}.${field.alias}`;
  if (field.name === '__typename') return [];
  const declared = published.graphql[place.type]?.[field.name];
  if (declared === undefined) return [`${path}: ${place.type} has no field ${field.name}`];
  const unknownArguments = [...field.arguments.keys()].filter((name) => !(name in declared.args));
  const required = Object.entries(declared.args).filter(([, type]) => type.endsWith('!'));
  const missing = required.map(([name]) => name).filter((name) => !field.arguments.has(name));
  const value = valueAt(place.value, field.alias);
  const below: Place = { ...place, type: declared.type.replaceAll(/[[\]!]/gu, ''), path, value };
  return [
    ...unknownArguments.map((name) => `${path}: no argument ${name}`),
    ...missing.map((name) => `${path}: argument ${name} is missing`),
    ...(value === undefined ? [] : valueMisfits(below, declared.type, field.selections)),
    ...(value === undefined && field.selections.length > 0 ? selectionMisfits(below, field.selections) : []),
  ];
}

/** Fields of a fragment that does not fit what was found are not in the answer. */
function valueAt(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}

const SCALARS: Readonly<Record<string, (value: unknown) => boolean>> = {
  Int: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  Boolean: (value) => typeof value === 'boolean',
  DateTime: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u.test(value),
  BigInt: (value) => typeof value === 'string' && /^\d+$/u.test(value),
};

function valueMisfits(place: Place, type: string, selections: readonly GraphqlSelection[]): string[] {
  const { value, path } = place;
  if (value === null) return type.endsWith('!') ? [`${path}: null in place of ${type}`] : [];
  const bare = type.replace(/!$/u, '');
  if (bare.startsWith('[')) {
    if (!Array.isArray(value)) return [`${path}: no list`];
    return value.flatMap((item: unknown, index) =>
      valueMisfits({ ...place, value: item, path: `${path}[${index}]` }, bare.slice(1, -1), selections),
    );
  }
  if (selections.length > 0) return selectionMisfits(place, selections);
  const fits = SCALARS[bare] ?? ((one: unknown): boolean => typeof one === 'string');
  return fits(value) ? [] : [`${path}: ${JSON.stringify(value)} is no ${bare}`];
}
