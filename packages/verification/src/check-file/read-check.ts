import { isMap, type Node } from 'yaml';
import type { Check } from '../check.ts';
import { NAME, ROLE } from './keys/shared-keys.ts';
import type { Described, Kind, KindContext } from './kind.ts';
import { KINDS } from './kinds.ts';
import { type Mapping, openMapping } from './mapping.ts';
import { shown } from './problems.ts';
import type { Reading, Spot } from './shape.ts';
import { scalarOf } from './yaml-document.ts';

/** A check that may still lack a name of its own. */
export interface Draft extends Described, Pick<Check, 'role' | 'line'> {
  /** As the file gives it. */
  readonly name: string | undefined;
  readonly offset: number;
}

const KIND_NAMES = KINDS.map(({ key }) => key.name);
/** What any check may have: for one that says not of which kind it is. */
const ALL_KEYS = Object.fromEntries(KINDS.flatMap(({ keys }) => Object.values(keys)).map((key) => [key.name, key]));

/** Reads one item of the list of checks. @param position from 1, for one without a name */
export function readCheck(node: Node, position: number, reading: Reading & KindContext): Draft | undefined {
  const spot: Spot = { node, what: labelOf(node, position, reading) };
  const mapping = openMapping(spot, reading);
  if (mapping === undefined) return undefined;
  const kind = kindOf(mapping);
  if (kind === undefined) return undefined;
  mapping.refuseOthers(kind.keys, (name) => meaninglessFor(kind, name, mapping.what));
  const hasRole = Object.values(kind.keys).includes(ROLE);
  const role = hasRole ? mapping.value(ROLE) : 'state';
  const name = mapping.get(NAME);
  const described = kind.read(mapping, reading);
  if (described === undefined) return undefined;
  return { ...described, role, name, offset: mapping.offset, line: reading.problems.lineOf(mapping.offset) };
}

/** How errors call a check, before anything is known of it. */
function labelOf(node: Node, position: number, reading: Reading): string {
  const pair = isMap<Node, Node | null>(node)
    ? node.items.find(({ key }) => scalarOf(key)?.value === 'name')
    : undefined;
  const name = pair?.value == null ? undefined : reading.resolve(pair.value);
  const written = name === undefined ? undefined : scalarOf(name)?.written;
  return written === undefined || written === '' ? `check ${position}` : `check ${shown(written)}`;
}

function kindOf(mapping: Mapping): Kind | undefined {
  const kinds = KINDS.filter(({ key }) => mapping.has(key));
  const [kind, other] = kinds;
  if (kind === undefined) {
    mapping.refuseOthers(ALL_KEYS);
    mapping.complain(undefined, `nothing says what is checked. Give one of: ${KIND_NAMES.join(', ')}.`);
    return undefined;
  }
  if (other === undefined) return kind;
  mapping.complain(
    other.key,
    `it has '${kind.key.name}' and '${other.key.name}'. A check is of one kind; make it two checks.`,
  );
  return undefined;
}

/** What is said of a key that other kinds have; undefined of one that none has. */
function meaninglessFor(kind: Kind, name: string, what: string): string | undefined {
  const others = KINDS.filter(({ keys }) => Object.values(keys).some((key) => key.name === name));
  if (others.length === 0) return undefined;
  const owners = others.map(({ key }) => key.name).join(', ');
  const problem = `'${name}' in ${what} means nothing to a check of kind '${kind.key.name}'; it belongs to: ${owners}.`;
  return name === ROLE.name
    ? `${problem} All others are looked at when the service is ready, and at the end.`
    : problem;
}
