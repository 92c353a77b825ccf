/** More come of a mistake. */
export const MOST_ALTERNATIVES = 1000;

/**
 * The patterns that one with braces stands for, as a shell takes it: `shard-{1,2}.xml` and `shard-{1..2}.xml` are two patterns, and a file of one
 * does not make up for one of the other. Braces without a comma or a range of whole numbers mean themselves.
 */
export function* alternativesOf(pattern: string): Generator<string, void, void> {
  const braces = firstBraces(pattern);
  if (braces === undefined) {
    yield pattern;
    return;
  }
  const { before, choices, after } = braces;
  for (const choice of choices) yield* alternativesOf(`${before}${choice}${after}`);
}

interface Braces {
  readonly before: string;
  readonly choices: readonly string[];
  readonly after: string;
}

function firstBraces(pattern: string): Braces | undefined {
  for (const start of placesOf('{', pattern)) {
    const { end, commas } = matchingBrace(pattern, start);
    if (end === undefined) continue;
    const body = pattern.slice(start + 1, end);
    const choices = commas.length > 0 ? between(pattern, [start, ...commas, end]) : rangeIn(body);
    if (choices !== undefined) return { before: pattern.slice(0, start), choices, after: pattern.slice(end + 1) };
  }
  return undefined;
}

/** Where a character stands that no `\` is in front of. */
function placesOf(mark: string, text: string): number[] {
  return [...text.matchAll(/\\.|./gsu)].flatMap(({ 0: found, index }) => (found === mark ? [index] : []));
}

/** The end of braces, and the commas that are theirs. */
function matchingBrace(
  pattern: string,
  start: number,
): { readonly end: number | undefined; readonly commas: number[] } {
  const commas: number[] = [];
  let depth = 0;
  for (const { 0: found, index } of pattern.slice(start).matchAll(/\\.|./gsu)) {
    if (found === '{') depth += 1;
    else if (found === '}') depth -= 1;
    else if (found === ',' && depth === 1) commas.push(start + index);
    if (depth === 0) return { end: start + index, commas };
  }
  return { end: undefined, commas };
}

function between(text: string, places: readonly number[]): readonly string[] {
  return places.slice(1).map((end, index) => text.slice((places[index] ?? 0) + 1, end));
}

/** `1..3`, or `01..12` with as many digits in each. */
function rangeIn(body: string): readonly string[] | undefined {
  const { from = '', to = '' } = /^(?<from>\d{1,4})\.\.(?<to>\d{1,4})$/u.exec(body)?.groups ?? {};
  if (from === '') return undefined;
  const [first, last] = [Number(from), Number(to)].toSorted((one, other) => one - other);
  const digits = /^0\d|^\d+\.\.0\d/u.test(body) ? Math.max(from.length, to.length) : 0;
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, index) =>
    String((first ?? 0) + index).padStart(digits, '0'),
  );
}
