/** Every part of a report, taken out or replaced: one element of XML, one member or item of JSON. What is left is well-formed. */

/** A report with one part less. */
export interface Without {
  /** Where the part was. */
  readonly part: string;
  readonly text: string;
}

const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<(?:"[^"]*"|'[^']*'|[^>"'])*>/gu;

/** Without each element but the root. */
export function withoutElements(text: string): Without[] {
  const found: Without[] = [];
  const open: { readonly name: string; readonly start: number }[] = [];
  const add = (name: string, start: number, end: number): void => {
    const path = [...open.map((one) => one.name), name].join('/');
    if (open.length > 0) found.push({ part: `${path} at ${start}`, text: text.slice(0, start) + text.slice(end) });
  };
  for (const { 0: markup, index } of text.matchAll(MARKUP)) {
    const name = /^<\/?([^\s/>!?]+)/u.exec(markup)?.[1];
    const end = index + markup.length;
    if (name === undefined) continue;
    if (markup.startsWith('</')) add(name, open.pop()?.start ?? index, end);
    else if (markup.endsWith('/>')) add(name, index, end);
    else open.push({ name, start: index });
  }
  return found;
}

/** Without each member and each item. */
export function withoutMembers(text: string): Without[] {
  const document: unknown = JSON.parse(text);
  return [...lessOf(document, '$')].map(({ part, value }) => ({ part, text: JSON.stringify(value) }));
}

/** One of each sort of value, none of which means anything. */
const OTHERS: readonly unknown[] = [null, true, -1.5, 1e300, '', 'nonsense', [], [[]], {}, { id: {} }];

/** With each value replaced by one of each other sort. */
export function* withOtherValues(text: string): Generator<Without> {
  const document: unknown = JSON.parse(text);
  for (const { part, value } of replacedIn(document, '$')) yield { part, text: JSON.stringify(value) };
}

function* replacedIn(value: unknown, part: string): Generator<Less> {
  for (const other of OTHERS) yield { part, value: other };
  for (const child of childrenOf(value)) {
    for (const less of replacedIn(child.value, part + child.step)) yield { ...less, value: child.whole(less.value) };
  }
}

interface Less {
  readonly part: string;
  readonly value: unknown;
}

function* lessOf(value: unknown, part: string): Generator<Less> {
  for (const child of childrenOf(value)) {
    yield { part: part + child.step, value: child.without };
    for (const less of lessOf(child.value, part + child.step)) yield { ...less, value: child.whole(less.value) };
  }
}

/** A member or an item, and what holds it without it, or with another in its place. */
interface Child {
  readonly step: string;
  readonly value: unknown;
  readonly without: unknown;
  readonly whole: (other: unknown) => unknown;
}

function childrenOf(value: unknown): Child[] {
  if (isList(value)) {
    return value.map((item, index) => ({
      step: `[${index}]`,
      value: item,
      without: value.toSpliced(index, 1),
      whole: (other) => value.with(index, other),
    }));
  }
  return isObject(value) ? membersOf(value) : [];
}

function membersOf(value: Readonly<Record<string, unknown>>): Child[] {
  return Object.entries(value).map(([name, member]) => {
    const { [name]: _, ...without } = value;
    return { step: `.${name}`, value: member, without, whole: (other) => ({ ...value, [name]: other }) };
  });
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
