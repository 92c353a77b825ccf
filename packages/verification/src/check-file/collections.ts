import { isMap, isSeq, type Node, type Pair, Scalar } from 'yaml';
import { shown } from './problems.ts';
import type { Reading, Shape, Spot } from './shape.ts';
import { offsetOf, scalarOf } from './yaml-document.ts';

/** One entry of a mapping whose key is a word. */
export interface Entry {
  readonly name: string;
  /** Where the key begins. */
  readonly offset: number;
  /** Undefined where an alias leads nowhere, which then is noted. */
  readonly node: Node | undefined;
}

/** The entries of a mapping, each key once; undefined when it is none. What is wrong is noted. */
export function entriesOf({ node, what }: Spot, reading: Reading): readonly Entry[] | undefined {
  const { problems } = reading;
  if (!isMap<Node, Node | null>(node)) {
    problems.add(offsetOf(node), `${what} has to be a mapping, with a line 'key: value' for each entry.`);
    return undefined;
  }
  const entries = node.items.flatMap((pair) => entryOf(pair, what, reading));
  const lines = new Map<string, number>();
  return entries.filter(({ name, offset }) => {
    const first = lines.get(name);
    if (first === undefined) {
      lines.set(name, problems.lineOf(offset));
      return true;
    }
    problems.add(offset, `the key ${shown(name)} of ${what} is there twice; the first is in line ${first}.`);
    return false;
  });
}

function entryOf(pair: Pair<Node, Node | null>, what: string, reading: Reading): readonly Entry[] {
  const key = reading.resolve(pair.key);
  const scalar = key === undefined ? undefined : scalarOf(key);
  const offset = offsetOf(pair.key);
  if (scalar === undefined || scalar.value === null) {
    reading.problems.add(offset, `a key of ${what} is no word.`);
    return [];
  }
  return [{ name: scalar.written, offset, node: reading.resolve(pair.value ?? nothingAt(offset)) }];
}

/** What stands where a key has no value at all. */
function nothingAt(offset: number): Node {
  const nothing = new Scalar(null);
  nothing.range = [offset, offset, offset];
  return nothing;
}

/** One value, or a list of one or more. */
export function oneOrMore<T>(shape: Shape<T>): Shape<readonly T[]> {
  const { schema } = shape;
  return {
    schema: { anyOf: [schema, { type: 'array', minItems: 1, items: schema }] },
    read: (spot, reading) => {
      if (isSeq(spot.node)) return itemsOf(spot, reading)?.flatMap((item) => listed(shape.read(item, reading)));
      const value = shape.read(spot, reading);
      return value === undefined ? undefined : [value];
    },
  };
}

function listed<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

/** The items of a list that has some; undefined when it has none or is none. What is wrong is noted. */
export function itemsOf({ node, what }: Spot, reading: Reading): readonly Spot[] | undefined {
  if (!isSeq<Node>(node)) {
    reading.problems.add(offsetOf(node), `${what} has to be a list, with a line '- …' for each item.`);
    return undefined;
  }
  if (node.items.length === 0) {
    reading.problems.add(offsetOf(node), `${what} is an empty list.`);
    return undefined;
  }
  return node.items.flatMap((item) => {
    const target = reading.resolve(item);
    return target === undefined ? [] : [{ node: target, what: `an item of ${what}` }];
  });
}

export interface NamesRequest {
  /** For editors: what can be said of the names by a pattern. */
  readonly pattern: RegExp;
  /** Completes "… is not …". */
  readonly expected: string;
  /** The name as it counts: header names in lower case. */
  readonly fold?: (name: string) => string;
  /** What is wrong with a value under this name; empty when nothing is. It must not quote the value. */
  readonly check?: (name: string, value: string) => string;
}

/** A mapping of free names, as they count, to values of one shape. */
export function namedTexts(request: NamesRequest, shape: Shape<string>): Shape<Readonly<Record<string, string>>> {
  const { pattern } = request;
  return {
    schema: {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: pattern.source },
      additionalProperties: shape.schema,
    },
    read: (spot, reading) => {
      const entries = entriesOf(spot, reading);
      if (entries === undefined) return undefined;
      if (entries.length === 0) reading.problems.add(offsetOf(spot.node), `${spot.what} has no entry.`);
      const pairs = entries.flatMap((entry) => namedText({ request, shape, entry, what: spot.what }, reading));
      noteFoldedTwice(pairs, spot, reading);
      return Object.fromEntries(pairs.map(({ name, value }) => [name, value]));
    },
  };
}

interface NamedText {
  readonly name: string;
  readonly value: string;
  readonly offset: number;
}

interface NamedTextRequest {
  readonly request: NamesRequest;
  readonly shape: Shape<string>;
  readonly entry: Entry;
  readonly what: string;
}

function namedText({ request, shape, entry, what }: NamedTextRequest, reading: Reading): readonly NamedText[] {
  const { pattern, expected, fold, check } = request;
  const { name, offset, node } = entry;
  const here = `${shown(name)} in ${what}`;
  if (!pattern.test(name)) {
    reading.problems.add(offset, `${here} is not ${expected}.`);
    return [];
  }
  const value = node === undefined ? undefined : shape.read({ node, what: here }, reading);
  if (value === undefined) return [];
  const problem = check?.(name, value) ?? '';
  if (problem !== '') reading.problems.add(offset, `${here}: ${problem}`);
  return [{ name: fold?.(name) ?? name, value, offset }];
}

function noteFoldedTwice(pairs: readonly NamedText[], { what }: Spot, { problems }: Reading): void {
  const seen = new Set<string>();
  for (const { name, offset } of pairs) {
    if (seen.has(name)) problems.add(offset, `${shown(name)} is there twice in ${what}; capitals make no difference.`);
    seen.add(name);
  }
}
