import { compareGenerations, type Generation } from './generation.ts';

/** What an earlier run had to say, kept in the comment when a later one takes its place. */
export interface Entry extends Generation {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** One of the looks of a story: `succeeded`, `failed` … */
  readonly tone: string;
  readonly title: string;
  /** First seven digits; may be empty. */
  readonly commit: string;
}

/** The hidden first line of a comment: whose it is. */
export interface Marker {
  /** The `id` of the user's input: comments with different ids do not know each other. */
  readonly id: string;
  /** 1 for the comment itself, from 2 on for those that continue it. */
  readonly part: number;
  /** How many there are of this text, so that none is forgotten where others have talked in between. */
  readonly pages: number;
  /** Unlike in any other attempt to write: tells whether an ambiguous creation happened. */
  readonly nonce: string;
  readonly entry: Entry;
  /** Earlier entries, newest first. */
  readonly earlier: readonly Entry[];
}

const OPEN = '<!-- plimsoll:comment@1 ';
const CLOSE = ' -->';
/** More than nine entries with the longest titles, every sign of which is escaped. */
const LONGEST = 10_000;
/** How many earlier runs are remembered. */
const MOST_EARLIER = 8;
const LONGEST_TITLE = 100;
/** A time, a tone, a commit: longer ones are not of ours, and would leave no room. */
const LONGEST_WORD = 40;

/** The first line of a comment, without its line end. Whatever the texts hold, it is one line and ends where it should. */
export function markerLine({ id, part, pages, nonce, entry, earlier }: Marker): string {
  return `${OPEN}${hidden({ id, part, pages, nonce, entry: shortened(entry), earlier: earlier.map(shortened) })}${CLOSE}`;
}

/** What is kept of a comment that is about to be replaced: its own entry, unless it is of the same run, and those before. Newest first. */
export function earlierAfter(replaced: Marker | undefined, entry: Entry): readonly Entry[] {
  if (replaced === undefined) return [];
  const all = [replaced.entry, ...replaced.earlier];
  return all.filter((one) => compareGenerations(one, entry) !== 0).slice(0, MOST_EARLIER);
}

/** Whose comment this is; undefined for one without a marker in its first line, or with one that is damaged. */
export function readMarker(body: string): Marker | undefined {
  const line = body.slice(0, LONGEST).split(/\r?\n/u, 1)[0] ?? '';
  if (!line.startsWith(OPEN) || !line.endsWith(CLOSE)) return undefined;
  return markerFrom(parsed(line.slice(OPEN.length, -CLOSE.length)));
}

/** A text of the user in which nothing can be taken for a marker, wherever in the comment it comes to stand. */
export function withoutMarkers(text: string): string {
  return text.replaceAll(/<!--(\s*)plimsoll:/giu, '<!--$1not plimsoll:');
}

function shortened({ run, attempt, at, tone, title, commit }: Entry): Entry {
  const word = (text: string): string => text.slice(0, LONGEST_WORD).toWellFormed();
  const short = title.slice(0, LONGEST_TITLE).toWellFormed();
  return { run, attempt, at: word(at), tone: word(tone), title: short, commit: word(commit) };
}

/** JSON that neither ends the HTML comment it is in nor makes another one. */
function hidden(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[<>\u2028\u2029-]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

type Members = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function markerFrom(value: unknown): Marker | undefined {
  if (!isRecord(value)) return undefined;
  const { id, part, pages, nonce, earlier } = value;
  const entry = entryFrom(value['entry']);
  if (typeof id !== 'string' || typeof nonce !== 'string' || !isCount(part) || entry === undefined) return undefined;
  const entries = Array.isArray(earlier) ? earlier.map(entryFrom).filter((one) => one !== undefined) : [];
  return { id, part, pages: isCount(pages) ? pages : 1, nonce, entry, earlier: entries.slice(0, MOST_EARLIER) };
}

function entryFrom(value: unknown): Entry | undefined {
  if (!isRecord(value)) return undefined;
  const { run, attempt } = value;
  if (!isCount(run) || !isCount(attempt)) return undefined;
  const text = (name: string): string => (typeof value[name] === 'string' ? value[name] : '');
  return shortened({ run, attempt, at: text('at'), tone: text('tone'), title: text('title'), commit: text('commit') });
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
