/** A GraphQL document, as far as the fake speaks the language: no directives, no subscriptions, no schema definitions. */
export interface Document {
  readonly operation: Operation;
  readonly fragments: ReadonlyMap<string, Fragment>;
}

export interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly name: string;
  /** Names of the variables, without `$`; the required ones end in `!` in the document. */
  readonly variables: ReadonlyMap<string, { readonly isRequired: boolean }>;
  readonly selections: readonly Selection[];
}

export interface Fragment {
  readonly type: string;
  readonly selections: readonly Selection[];
}

export type Selection =
  | {
      readonly kind: 'field';
      readonly alias: string;
      readonly name: string;
      readonly arguments: ReadonlyMap<string, ArgumentValue>;
      readonly selections: readonly Selection[];
    }
  | { readonly kind: 'inline'; readonly type: string; readonly selections: readonly Selection[] }
  | { readonly kind: 'spread'; readonly name: string };

export type ArgumentValue =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'plain'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly ArgumentValue[] }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, ArgumentValue> };

/** What GitHub says about a document it cannot read. */
export class GraphqlSyntaxError extends Error {}

const TOKEN = /[\s,]+|#[^\n]*|(?<token>\.\.\.|[A-Za-z_]\w*|-?\d+|"(?:[^"\\\n]|\\.)*"|[{}()[\]:!$=])/uy;

export function parseGraphql(text: string): Document {
  const reader = new Reader(tokensOf(text));
  let operation: Operation | undefined;
  const fragments = new Map<string, Fragment>();
  while (!reader.isAtEnd) {
    if (reader.takes('fragment')) {
      const name = reader.name();
      reader.must('on');
      fragments.set(name, { type: reader.name(), selections: readSelections(reader) });
    } else {
      operation = readOperation(reader);
    }
  }
  if (operation === undefined)
    throw new GraphqlSyntaxError('A query attribute must be specified and must be a string.');
  return { operation, fragments };
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new GraphqlSyntaxError(`Parse error on ${JSON.stringify(text.slice(at, at + 10))}`);
    if (match.groups?.['token'] !== undefined) tokens.push(match.groups['token']);
  }
  return tokens;
}

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  get next(): string {
    return this.#tokens[this.#at] ?? '';
  }

  take(): string {
    const token = this.next;
    if (token === '') throw new GraphqlSyntaxError('Unexpected end of document');
    this.#at += 1;
    return token;
  }

  takes(token: string): boolean {
    if (this.next !== token) return false;
    this.#at += 1;
    return true;
  }

  must(token: string): void {
    if (!this.takes(token))
      throw new GraphqlSyntaxError(`Expected ${token}, actual: ${this.next || 'end of document'}`);
  }

  name(): string {
    const token = this.take();
    if (!/^[A-Za-z_]/u.test(token)) throw new GraphqlSyntaxError(`Expected a name, actual: ${token}`);
    return token;
  }
}

function readOperation(reader: Reader): Operation {
  if (reader.next === '{') return { kind: 'query', name: '', variables: new Map(), selections: readSelections(reader) };
  const kind = reader.name();
  if (kind !== 'query' && kind !== 'mutation') throw new GraphqlSyntaxError(`Unexpected ${kind}`);
  const name = /^[A-Za-z_]/u.test(reader.next) ? reader.name() : '';
  return { kind, name, variables: readVariables(reader), selections: readSelections(reader) };
}

function readVariables(reader: Reader): Operation['variables'] {
  const variables = new Map<string, { isRequired: boolean }>();
  if (!reader.takes('(')) return variables;
  while (!reader.takes(')')) {
    reader.must('$');
    const name = reader.name();
    reader.must(':');
    const isRequired = readType(reader);
    const hasDefault = reader.takes('=');
    if (hasDefault) readValue(reader);
    variables.set(name, { isRequired: isRequired && !hasDefault });
  }
  return variables;
}

/** @returns whether null is not allowed */
function readType(reader: Reader): boolean {
  if (reader.takes('[')) {
    readType(reader);
    reader.must(']');
  } else {
    reader.name();
  }
  return reader.takes('!');
}

function readSelections(reader: Reader): Selection[] {
  const selections: Selection[] = [];
  reader.must('{');
  while (!reader.takes('}')) selections.push(reader.takes('...') ? readFragmentUse(reader) : readField(reader));
  return selections;
}

function readFragmentUse(reader: Reader): Selection {
  if (!reader.takes('on')) return { kind: 'spread', name: reader.name() };
  return { kind: 'inline', type: reader.name(), selections: readSelections(reader) };
}

function readField(reader: Reader): Selection {
  const first = reader.name();
  const name = reader.takes(':') ? reader.name() : first;
  const args = readArguments(reader);
  const selections = reader.next === '{' ? readSelections(reader) : [];
  return { kind: 'field', alias: first, name, arguments: args, selections };
}

function readArguments(reader: Reader): Map<string, ArgumentValue> {
  const args = new Map<string, ArgumentValue>();
  if (!reader.takes('(')) return args;
  while (!reader.takes(')')) {
    const name = reader.name();
    reader.must(':');
    args.set(name, readValue(reader));
  }
  return args;
}

function readValue(reader: Reader): ArgumentValue {
  if (reader.takes('$')) return { kind: 'variable', name: reader.name() };
  if (reader.takes('[')) {
    const items: ArgumentValue[] = [];
    while (!reader.takes(']')) items.push(readValue(reader));
    return { kind: 'list', items };
  }
  if (reader.takes('{')) return { kind: 'object', fields: readObject(reader) };
  return { kind: 'plain', value: plainOf(reader.take()) };
}

function readObject(reader: Reader): Map<string, ArgumentValue> {
  const fields = new Map<string, ArgumentValue>();
  while (!reader.takes('}')) {
    const name = reader.name();
    reader.must(':');
    fields.set(name, readValue(reader));
  }
  return fields;
}

/** Names of enums become text: the fake tells them apart by what they are used for. */
function plainOf(token: string): string | number | boolean | null {
  if (token.startsWith('"')) {
    const text: unknown = JSON.parse(token);
    return String(text);
  }
  if (/^-?\d/u.test(token)) return Number(token);
  if (token === 'null') return null;
  return token === 'true' || token === 'false' ? token === 'true' : token;
}
