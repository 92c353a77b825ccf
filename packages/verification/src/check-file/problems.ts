import { Failure } from '@plimsoll/outcome';
import type { LineCounter } from 'yaml';

/** More than anybody corrects in one go; a file of another kind altogether has thousands. */
const MOST_SHOWN = 50;
const LONGEST_SHOWN = 80;

interface Problem {
  /** Where in the text, from 0. */
  readonly offset: number;
  readonly message: string;
}

/** Everything that is wrong with a file, each problem once. */
export class Problems {
  readonly #lines: LineCounter;
  readonly #found = new Map<string, Problem>();

  constructor(lines: LineCounter) {
    this.#lines = lines;
  }

  /** @param message without its line, and with a full stop */
  add(offset: number, message: string): void {
    this.#found.set(`${offset} ${message}`, { offset, message });
  }

  /** From 1. */
  lineOf(offset: number): number {
    return Math.max(1, this.#lines.linePos(offset).line);
  }

  /** @throws Failure('input') with all problems in the order of their lines, if there are any */
  throwIfAny(): void {
    if (this.#found.size === 0) return;
    const inOrder = [...this.#found.values()].sort((one, other) => one.offset - other.offset);
    const lines = inOrder
      .slice(0, MOST_SHOWN)
      .map(({ offset, message }) => `checks: line ${this.lineOf(offset)}: ${message}`);
    const rest = inOrder.length - lines.length;
    throw new Failure(
      'input',
      [...lines, ...(rest > 0 ? [`checks: ${rest} more problems are not shown.`] : [])].join('\n'),
    );
  }
}

/** A text of the file as errors show it: on one line, not too long, and without characters that cannot be seen. */
export function shown(text: string): string {
  const short = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  if (!/['\p{C}\p{Zl}\p{Zp}]/u.test(short)) return `'${short}'`;
  return JSON.stringify(short).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped);
}

/** A character that turns text around or hides it must not reach a log. */
function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** Completes an error about an unknown word; empty when no word of the list is near. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = known
    .map((candidate) => ({ candidate, distance: editDistance(word.slice(0, LONGEST_SHOWN), candidate) }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((one, other) => one.distance - other.distance);
  const [best] = near;
  return best === undefined ? '' : ` Did you mean '${best.candidate}'?`;
}

/** How many characters have to be put in, left out or changed (Levenshtein); capitals and `_` for `-` count as nothing. */
function editDistance(one: string, other: string): number {
  const to = lettersOf(other);
  let row = [...to.keys(), to.length];
  for (const [index, character] of lettersOf(one).entries()) {
    const next = [index + 1];
    for (const [at, wanted] of to.entries()) {
      const changed = (row[at] ?? 0) + (wanted === character ? 0 : 1);
      next.push(Math.min((next[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1, changed));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function lettersOf(word: string): readonly string[] {
  return Array.from(word.toLowerCase().replaceAll('_', '-'));
}
