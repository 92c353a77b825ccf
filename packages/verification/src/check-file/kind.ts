import type { CheckTarget } from '../check.ts';
import type { Mapping } from './mapping.ts';
import type { JsonSchema, Key, KeyTable } from './shape.ts';

/** What reading a check needs beside its own keys. */
export interface KindContext {
  /** Where Prometheus is unless a check says; empty: nowhere. */
  readonly prometheusUrl: string;
  /** Gets every value that must not be shown. */
  readonly secrets: Set<string>;
}

/** What a check looks at, and a name for it. */
export interface Described {
  readonly target: CheckTarget;
  readonly title: string;
}

/** One kind of check: the key that makes it, and what else it takes. */
export interface Kind {
  readonly key: Key<unknown>;
  readonly keys: KeyTable;
  /** What has to hold between keys, as far as a JSON Schema says such things. */
  readonly rules: JsonSchema;
  /** Undefined when something essential has a problem, which then is noted. */
  read(mapping: Mapping, context: KindContext): Described | undefined;
}
