import type { Json } from '@plimsoll/outcome';

/** What a text holds as JSON, or why it is none. */
export type JsonReading =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false /** As `a second "status" at character 17`. */; readonly problem: string };

/** Deeper nesting is refused: nobody writes it, and it would exhaust the stack. */
const DEEPEST = 200;
const SPACE = /[ \t\n\r]*/uy;
// RFC 8259, section 6.
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/uy;
const WORDS: readonly (readonly [string, Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

class Malformed extends Error {}

/** Where the reader stands in its text. */
interface Cursor {
  readonly text: string;
  at: number;
}

/** Reads JSON as RFC 8259 has it, and refuses an object with a key twice: readers differ in which of the two they believe. */
export function readJson(text: string): JsonReading {
  try {
    const cursor = { text, at: 0 };
    const value = readValue(cursor, 0);
    skipSpace(cursor);
    if (cursor.at < text.length) throw malformed(cursor, 'something after the end');
    return { ok: true, value };
  } catch (thrown) {
    if (thrown instanceof Malformed) return { ok: false, problem: thrown.message };
    throw thrown;
  }
}

/** The longest JSON value at the start of a text, and what follows it; for values inside other languages. */
export function readJsonPrefix(text: string): (JsonReading & { readonly ok: true; readonly rest: string }) | undefined {
  try {
    const cursor = { text, at: 0 };
    const value = readValue(cursor, 0);
    return { ok: true, value, rest: text.slice(cursor.at) };
  } catch (thrown) {
    if (thrown instanceof Malformed) return undefined;
    throw thrown;
  }
}

function readValue(cursor: Cursor, depth: number): Json {
  skipSpace(cursor);
  if (depth > DEEPEST) throw malformed(cursor, `more than ${DEEPEST} levels`);
  switch (cursor.text[cursor.at]) {
    case '{':
      return readObject(cursor, depth);
    case '[':
      return readArray(cursor, depth);
    case '"':
      return readString(cursor);
    case undefined:
      throw malformed(cursor, cursor.text.trim() === '' ? 'nothing' : 'the end instead of a value');
    default:
      return readScalar(cursor);
  }
}

function readObject(cursor: Cursor, depth: number): Json {
  const entries = new Map<string, Json>();
  cursor.at += 1;
  if (takes(cursor, '}')) return {};
  do {
    skipSpace(cursor);
    const start = cursor.at;
    const key = readString(cursor);
    if (entries.has(key)) throw malformed({ ...cursor, at: start }, `a second ${JSON.stringify(key)}`);
    if (!takes(cursor, ':')) throw malformed(cursor, 'no colon after a key');
    entries.set(key, readValue(cursor, depth + 1));
  } while (takes(cursor, ','));
  if (!takes(cursor, '}')) throw malformed(cursor, 'an object that is not closed');
  return Object.fromEntries(entries);
}

function readArray(cursor: Cursor, depth: number): Json {
  const items: Json[] = [];
  cursor.at += 1;
  if (takes(cursor, ']')) return items;
  do {
    items.push(readValue(cursor, depth + 1));
  } while (takes(cursor, ','));
  if (!takes(cursor, ']')) throw malformed(cursor, 'an array that is not closed');
  return items;
}

function readString(cursor: Cursor): string {
  const { text, at } = cursor;
  const end = text[at] === '"' ? closingQuote(text, at + 1) : -1;
  if (end === -1) throw malformed(cursor, 'no text in quotes');
  const token = text.slice(at, end + 1);
  const value = /[\\\p{Cc}]/u.test(token) ? unescaped(token) : token.slice(1, -1);
  if (value === undefined) throw malformed(cursor, 'a text with a bad escape or a control character');
  cursor.at = end + 1;
  return value;
}

/** Of the quotes, the first without an odd number of backslashes before it; -1 when there is none. */
function closingQuote(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (end !== -1 && backslashesBefore(text, end, from) % 2 === 1) end = text.indexOf('"', end + 1);
  return end;
}

function backslashesBefore(text: string, end: number, from: number): number {
  let at = end;
  while (at > from && text[at - 1] === '\\') at -= 1;
  return end - at;
}

function unescaped(token: string): string | undefined {
  try {
    const value: unknown = JSON.parse(token);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function readScalar(cursor: Cursor): Json {
  for (const [word, value] of WORDS) {
    if (!cursor.text.startsWith(word, cursor.at)) continue;
    cursor.at += word.length;
    return value;
  }
  const token = take(cursor, NUMBER);
  if (token === undefined) throw malformed(cursor, 'no JSON value');
  return Number(token);
}

function takes(cursor: Cursor, character: string): boolean {
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== character) return false;
  cursor.at += 1;
  return true;
}

function take(cursor: Cursor, token: RegExp): string | undefined {
  token.lastIndex = cursor.at;
  const found = token.exec(cursor.text)?.[0];
  cursor.at += found?.length ?? 0;
  return found;
}

function skipSpace(cursor: Cursor): void {
  take(cursor, SPACE);
}

function malformed({ at }: Cursor, what: string): Malformed {
  return new Malformed(`${what} at character ${at + 1}`);
}
