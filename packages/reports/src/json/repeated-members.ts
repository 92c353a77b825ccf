import { shown, Unreadable } from '../unreadable.ts';
import { pathStep } from './place.ts';

/** An object or list that is open while the text is gone through. */
interface Open {
  readonly isObject: boolean;
  /** Names so far; undefined for lists. A set once there are many: most objects have few, and a list of few is faster. */
  names: string[] | Set<string> | undefined;
  /** The last name, or the number of the item. */
  step: string | number;
  /** Whether a text that comes now is a name. */
  expectsName: boolean;
}

/** From here on a set is faster than a list. */
const MANY = 16;

/**
 * Of two members of one name JSON.parse keeps the last, other readers the first. A report that says two things at once says nothing.
 *
 * @param text a valid JSON document: what is not JSON has to be refused before
 * @throws Unreadable with the place of the second one
 */
export function refuseRepeatedMembers(text: string): void {
  const open: Open[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') {
      const end = endOfText(text, at);
      if (open.at(-1)?.expectsName === true) addName(open, { name: nameIn(text, at, end), text, at });
      at = end;
    } else {
      goOn(open, text[at]);
    }
  }
}

function goOn(open: Open[], character: string | undefined): void {
  switch (character) {
    case '{':
      open.push({ isObject: true, names: [], step: 0, expectsName: true });
      break;
    case '[':
      open.push({ isObject: false, names: undefined, step: 0, expectsName: false });
      break;
    case '}':
    case ']':
      open.pop();
      break;
    case ',':
      nextOf(open.at(-1));
      break;
    default:
  }
}

/** Where the quote is that ends the text that begins here. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}

/** What a name means: the same may be written with and without escapes. */
function nameIn(text: string, start: number, end: number): string {
  const name = text.slice(start + 1, end);
  if (!name.includes('\\')) return name;
  const meant: unknown = JSON.parse(text.slice(start, end + 1));
  return typeof meant === 'string' ? meant : name;
}

interface Name {
  readonly name: string;
  readonly text: string;
  readonly at: number;
}

function addName(open: readonly Open[], { name, text, at }: Name): void {
  const top = open.at(-1);
  if (top?.names === undefined) return;
  if (has(top.names, name)) {
    throw new Unreadable(`${pathOf(open)} has the member ${shown(name)} twice`, Buffer.byteLength(text.slice(0, at)));
  }
  top.names = withName(top.names, name);
  top.step = name;
  top.expectsName = false;
}

function has(names: string[] | Set<string>, name: string): boolean {
  return Array.isArray(names) ? names.includes(name) : names.has(name);
}

function withName(names: string[] | Set<string>, name: string): string[] | Set<string> {
  if (!Array.isArray(names)) return names.add(name);
  names.push(name);
  return names.length < MANY ? names : new Set(names);
}

function nextOf(top: Open | undefined): void {
  if (top === undefined) return;
  top.expectsName = top.isObject;
  if (typeof top.step === 'number') top.step += 1;
}

/** The object that is open, as `$.runs[0].results[2]`. */
function pathOf(open: readonly Open[]): string {
  const steps = open.slice(0, -1).map(({ step }) => pathStep(step));
  return `$${steps.join('')}`;
}
