/** Keys of a file of checks itself. */
import type { Node } from 'yaml';
import { itemsOf } from '../collections.ts';
import { KINDS } from '../kinds.ts';
import { type Key, type KeyTable, tableSchema } from '../shape.ts';
import { SETTINGS } from './setting-keys.ts';

/** Only opened here: what a check is depends on its kind. */
export const CHECKS: Key<readonly Node[]> = {
  name: 'checks',
  shape: {
    schema: {
      type: 'array',
      minItems: 1,
      items: { anyOf: KINDS.map(({ key, keys, rules }) => ({ title: key.name, ...tableSchema(keys, rules) })) },
    },
    read: (spot, reading) => itemsOf(spot, reading)?.map(({ node }) => node),
  },
  meaning: 'The checks, one or more.',
};

export const FILE: KeyTable = { checks: CHECKS, ...SETTINGS };
