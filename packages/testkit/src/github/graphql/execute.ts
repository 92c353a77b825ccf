import { type ArgumentValue, type Document, GraphqlSyntaxError, parseGraphql, type Selection } from './parse.ts';

/** Something with fields. */
export interface Thing {
  readonly type: string;
  /** By name; fields that are not listed do not exist. */
  readonly fields: Readonly<Record<string, (args: Arguments) => Value>>;
}

export type Value = string | number | boolean | null | Thing | readonly Value[];

/** Values of arguments by name, variables filled in. */
export type Arguments = Readonly<Record<string, unknown>>;

/** A field that GitHub refuses: it becomes null, with an error beside the data. */
export class GraphqlRefusal extends Error {
  readonly type: string;

  constructor(type: 'FORBIDDEN' | 'NOT_FOUND' | 'UNPROCESSABLE', message: string) {
    super(message);
    this.type = type;
  }
}

/** A query that GitHub refuses as a whole. */
export class GraphqlInvalid extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export interface GraphqlRequest {
  readonly query: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface GraphqlAnswer {
  /** Name of the operation, for the log of calls. */
  readonly name: string;
  readonly body: unknown;
}

interface GraphqlError {
  readonly type?: string;
  readonly path: readonly (string | number)[];
  readonly extensions?: object;
  readonly locations: readonly object[];
  readonly message: string;
}

interface Run {
  readonly document: Document;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly errors: GraphqlError[];
}

/** Answers a query from things that know their fields. */
export function executeGraphql(
  request: GraphqlRequest,
  roots: { readonly query: Thing; readonly mutation: Thing },
): GraphqlAnswer {
  let name = '';
  try {
    const document = parseGraphql(typeof request.query === 'string' ? request.query : '');
    name = document.operation.name;
    checkVariables(document, request.variables);
    const run: Run = { document, variables: request.variables, errors: [] };
    const data = select(run, { thing: roots[document.operation.kind], path: [] }, document.operation.selections);
    return { name, body: run.errors.length === 0 ? { data } : { data, errors: run.errors } };
  } catch (error) {
    if (!(error instanceof GraphqlInvalid || error instanceof GraphqlSyntaxError)) throw error;
    const code = error instanceof GraphqlInvalid ? error.code : 'parseError';
    return {
      name,
      body: { errors: [{ path: ['query'], extensions: { code }, locations: [LOCATION], message: error.message }] },
    };
  }
}

const LOCATION = { line: 1, column: 1 };

function checkVariables({ operation }: Document, given: Readonly<Record<string, unknown>>): void {
  for (const [name, { isRequired }] of operation.variables) {
    const value = given[name];
    if (isRequired && (value === undefined || value === null)) {
      throw new GraphqlInvalid('variableMismatch', `Variable $${name} was provided invalid value`);
    }
  }
}

interface Place {
  readonly thing: Thing;
  readonly path: readonly (string | number)[];
}

function select(run: Run, place: Place, selections: readonly Selection[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const selection of selections) {
    switch (selection.kind) {
      case 'field':
        result[selection.alias] = readField(run, place, selection);
        break;
      case 'inline':
        if (fits(place.thing, selection.type)) Object.assign(result, select(run, place, selection.selections));
        break;
      case 'spread': {
        const fragment = run.document.fragments.get(selection.name);
        if (fragment === undefined)
          throw new GraphqlInvalid('useAndDefineFragment', `Fragment ${selection.name} was used, but not defined`);
        if (fits(place.thing, fragment.type)) Object.assign(result, select(run, place, fragment.selections));
        break;
      }
    }
  }
  return result;
}

const INTERFACES: ReadonlyMap<string, readonly string[]> = new Map([
  ['Actor', ['User', 'Bot', 'Mannequin', 'Organization', 'EnterpriseUserAccount']],
]);

function fits(thing: Thing, type: string): boolean {
  return thing.type === type || INTERFACES.get(type)?.includes(thing.type) === true;
}

type Field = Selection & { readonly kind: 'field' };

function readField(run: Run, { thing, path }: Place, field: Field): unknown {
  if (field.name === '__typename') return thing.type;
  const read = thing.fields[field.name];
  if (read === undefined) {
    throw new GraphqlInvalid('undefinedField', `Field '${field.name}' doesn't exist on type '${thing.type}'`);
  }
  const here = [...path, field.alias];
  try {
    return finish(run, { value: read(argumentsOf(run, field)), path: here }, field);
  } catch (error) {
    if (!(error instanceof GraphqlRefusal)) throw error;
    run.errors.push({ type: error.type, path: here, locations: [LOCATION], message: error.message });
    return null;
  }
}

interface Finishing {
  readonly value: Value;
  readonly path: readonly (string | number)[];
}

function finish(run: Run, { value, path }: Finishing, field: Field): unknown {
  if (isList(value)) return value.map((item, index) => finish(run, { value: item, path: [...path, index] }, field));
  if (typeof value !== 'object' || value === null) return value;
  if (field.selections.length === 0) {
    throw new GraphqlInvalid(
      'selectionMismatch',
      `Field must have selections (field '${field.name}' returns ${value.type} but has no selections.)`,
    );
  }
  return select(run, { thing: value, path }, field.selections);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function argumentsOf(run: Run, field: Field): Arguments {
  return Object.fromEntries([...field.arguments].map(([name, value]) => [name, filledIn(run, value)]));
}

function filledIn(run: Run, value: ArgumentValue): unknown {
  switch (value.kind) {
    case 'plain':
      return value.value;
    case 'list':
      return value.items.map((item) => filledIn(run, item));
    case 'object':
      return Object.fromEntries([...value.fields].map(([name, item]) => [name, filledIn(run, item)]));
    case 'variable':
      if (!run.document.operation.variables.has(value.name)) {
        throw new GraphqlInvalid('variableNotDefined', `Variable $${value.name} is used but not declared`);
      }
      return run.variables[value.name];
  }
}
