import type { JsonPlace } from '../../json/place.ts';
import { shown } from '../../unreadable.ts';
import { kept } from '../texts.ts';

/** One part of a tool with its rules: the driver, or an extension. */
interface Component {
  readonly place: JsonPlace;
  readonly rules: readonly JsonPlace[];
  /** Ids need not be unique (3.49.3). */
  readonly byId: ReadonlyMap<string, readonly JsonPlace[]>;
}

/** The rule that a result refers to, as far as the report has it. */
export interface RuleReference {
  /** Empty when the result names no rule. */
  readonly id: string;
  readonly rule: JsonPlace | undefined;
  /** Whether the rule is missing where others are described, so that what it would say is not known. */
  readonly isMissing: boolean;
}

/** The rules of one run, of the tool and its extensions, as results refer to them (3.27.5 to 3.27.7, 3.52). */
export class RuleTable {
  readonly #driver: Component;
  readonly #extensions: readonly Component[];

  constructor(tool: JsonPlace) {
    this.#driver = componentAt(tool.required('driver'));
    this.#extensions = tool.itemsOf('extensions').map(componentAt);
  }

  /**
   * By index where the result has one, else by id.
   *
   * @throws Failure `report` when an index points to nothing, or to a rule of another id: then severities cannot be known.
   */
  ruleOf(result: JsonPlace): RuleReference {
    const reference = result.optional('rule');
    const id = result.textOf('ruleId') || (reference?.textOf('id') ?? '');
    const component = reference?.optional('toolComponent');
    const index = indexIn(reference?.optional('index')) ?? indexIn(result.optional('ruleIndex'));
    const home = component === undefined ? this.#driver : this.#componentOf(component);
    const searched = component === undefined && index === undefined ? this.#all : [home];
    const rule = index === undefined ? byId(searched, { id, result }) : byIndex(home, { index, id, result });
    const isMissing = rule === undefined && searched.some(({ rules }) => rules.length > 0);
    return { id: kept(id || (rule?.textOf('id') ?? '')), rule, isMissing };
  }

  #componentOf(reference: JsonPlace): Component {
    const index = indexIn(reference.optional('index'));
    const name = reference.textOf('guid') || reference.textOf('name');
    const found =
      index === undefined
        ? this.#all.find(({ place }) => [place.textOf('guid'), place.textOf('name')].includes(name))
        : this.#extensions[index];
    return found ?? reference.refuse('points to a part of the tool that is not in "extensions"');
  }

  get #all(): readonly Component[] {
    return [this.#driver, ...this.#extensions];
  }
}

/** The rule of this id, or of the longest beginning of it. */
function byId(components: readonly Component[], { id, result }: Omit<ByIndex, 'index'>): JsonPlace | undefined {
  for (const one of withParents(id)) {
    const [found, ...others] = components.flatMap(({ byId }) => byId.get(one) ?? []);
    if (others.length > 0) result.refuse(`is of the rule ${shown(one)}, of which there are ${others.length + 1}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function componentAt(place: JsonPlace): Component {
  const rules = place.itemsOf('rules');
  return { place, rules, byId: Map.groupBy(rules, (rule) => rule.required('id').text()) };
}

/** An index; undefined for -1, which stands for none (3.7.4). */
function indexIn(place: JsonPlace | undefined): number | undefined {
  return place === undefined || place.figure() === '-1' ? undefined : place.count();
}

interface ByIndex {
  readonly index: number;
  readonly id: string;
  readonly result: JsonPlace;
}

function byIndex(home: Component, { index, id, result }: ByIndex): JsonPlace {
  const rule = home.rules[index] ?? result.refuse(`points to rule ${index}, but the tool has ${home.rules.length}`);
  const found = rule.textOf('id');
  if (id !== '' && !withParents(id).includes(found)) {
    result.refuse(`is of the rule ${shown(id)}, but points to rule ${index}, which is ${shown(found)}`);
  }
  return rule;
}

/** An id may go on after the id of its rule, with `/` (3.5.4): `CA1000/1` is a result of `CA1000`. The longest first. */
function withParents(id: string): string[] {
  const parts = id.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}
