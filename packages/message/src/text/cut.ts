/** What stands at the end of a text that goes on. */
export const CUT_MARK = '…';

/** How far back a cut may go to fall between words, as a share of what is kept. */
const SEARCHED = 0.15;

/** Measures a text as its receiver does, after escaping: characters or bytes. Must not shrink as the text grows. */
export type Measure = (text: string) => number;

/**
 * The longest beginning of a text that measures at most so much, with a mark that it goes on. It ends between words where
 * one is near, and never within a character. The text is cut before it is escaped, so no escape is ever cut.
 */
export function cutTo(text: string, most: number, measure: Measure = lengthOf): string {
  // Escaping never makes a text shorter, so what is beyond the limit already need not be measured at all.
  const near = text.slice(0, Math.max(0, most) + 1);
  if (near.length === text.length && measure(text) <= most) return text;
  if (measure(CUT_MARK) > most) return '';
  let [fits, fails] = [0, near.length + 1];
  while (fails - fits > 1) {
    const middle = Math.floor((fits + fails) / 2);
    if (measure(near.slice(0, middle).toWellFormed() + CUT_MARK) <= most) fits = middle;
    else fails = middle;
  }
  return between(near, fits) + CUT_MARK;
}

function lengthOf(text: string): number {
  return text.length;
}

/** The beginning up to a good place at or before `end`. */
function between(text: string, end: number): string {
  const whole = wholeCharacters(text, end);
  const earliest = Math.max(1, whole.length * (1 - SEARCHED));
  const word = back(whole, { from: whole.length, to: earliest, over: (character) => !SPACE.test(character) });
  const space = back(whole, { from: word, to: earliest, over: (character) => SPACE.test(character) });
  const isBetween = space < word && !SPACE.test(whole.charAt(space - 1));
  return isBetween ? whole.slice(0, space) : whole;
}

const SPACE = /\s/u;

interface Search {
  readonly from: number;
  readonly to: number;
  readonly over: (character: string) => boolean;
}

/** A step at a time, since a pattern looks at a long run of spaces once for each of them. */
function back(text: string, { from, to, over }: Search): number {
  let at = from;
  while (at - 1 >= to && over(text.charAt(at - 1))) at -= 1;
  return at;
}

/** Characters that belong to the one before them: joiners, marks, variations, skin tones. */
const BELONGS = /^(?:\p{M}|\u200C|\u200D|[\u{1F3FB}-\u{1F3FF}])/u;

/** How many joined characters are looked at: a pile of marks without end must not cost the whole text. */
const MOST_JOINED = 32;

function wholeCharacters(text: string, end: number): string {
  let at = isInsidePair(text, end) ? end - 1 : end;
  for (let step = 0; step < MOST_JOINED && at > 0 && isJoined(text, at); step += 1) {
    at -= isInsidePair(text, at - 1) ? 2 : 1;
  }
  return text.slice(0, at);
}

/** Whether what is before a place and what is after it are seen as one. */
function isJoined(text: string, at: number): boolean {
  return text[at - 1] === '\u200D' || BELONGS.test(text.slice(at, at + 2));
}

function isInsidePair(text: string, at: number): boolean {
  const [high, low] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}
