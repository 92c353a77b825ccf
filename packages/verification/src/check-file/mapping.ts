import { type Entry, entriesOf } from './collections.ts';
import { shown, suggestion } from './problems.ts';
import {
  type JsonSchema,
  type Key,
  type KeyTable,
  type KeyWithPreset,
  type Reading,
  type Shape,
  type Spot,
  tableSchema,
} from './shape.ts';
import { offsetOf } from './yaml-document.ts';

/** A mapping of fixed keys, read one key at a time. */
export interface Mapping {
  /** For errors, as `check 'health'`. */
  readonly what: string;
  /** Where it begins. */
  readonly offset: number;
  readonly names: readonly string[];
  has(key: Key<unknown>): boolean;
  /** Undefined when it is not there, or has a problem, which then is noted. */
  get<T>(key: Key<T>): T | undefined;
  /** As `get`, with what the key means when it is not there. */
  value<T>(key: KeyWithPreset<T>): T;
  /** Whether none of these has a problem of its own, so that one between them can be told. */
  isSound(...keys: readonly Key<unknown>[]): boolean;
  /** Notes a problem in the line of a key, or of the mapping. */
  complain(key: Key<unknown> | undefined, problem: string): void;
  /** Notes all keys that are not of this table. */
  refuseOthers(keys: KeyTable, why?: (name: string) => string | undefined): void;
}

/** Undefined when it is no mapping, which then is noted. */
export function openMapping(spot: Spot, reading: Reading): Mapping | undefined {
  const entries = entriesOf(spot, reading);
  return entries === undefined ? undefined : mappingOf(entries, spot, reading);
}

function mappingOf(entries: readonly Entry[], { node, what }: Spot, reading: Reading): Mapping {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const complainAt = (offset: number, problem: string): void => reading.problems.add(offset, problem);
  const get = <T>({ name, shape }: Key<T>): T | undefined => {
    const value = byName.get(name)?.node;
    return value === undefined ? undefined : shape.read({ node: value, what: `'${name}' of ${what}` }, reading);
  };
  return {
    what,
    offset: offsetOf(node),
    names: [...byName.keys()],
    has: ({ name }) => byName.has(name),
    get,
    value: (key) => get(key) ?? key.preset.value,
    isSound: (...keys) => keys.every((key) => !byName.has(key.name) || get(key) !== undefined),
    complain: (key, problem) =>
      complainAt(byName.get(key?.name ?? '')?.offset ?? offsetOf(node), `${what}: ${problem}`),
    refuseOthers: (keys, why = () => undefined) => {
      const known = Object.values(keys).map(({ name }) => name);
      for (const { name, offset } of entries.filter((entry) => !known.includes(entry.name))) {
        complainAt(offset, why(name) ?? `unknown key ${shown(name)} in ${what}.${suggestion(name, known)}`);
      }
    },
  };
}

/** A mapping inside another one. */
export function section(keys: KeyTable, rules?: JsonSchema): Shape<Mapping> {
  return {
    schema: tableSchema(keys, rules),
    read: (spot, reading) => {
      const mapping = openMapping(spot, reading);
      mapping?.refuseOthers(keys);
      return mapping;
    },
  };
}
