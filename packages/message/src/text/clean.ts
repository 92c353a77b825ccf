const ESCAPE = String.fromCharCode(0x1b);

/** `ESC [ 31 m` and other sequences that terminals obey. */
const TERMINAL_SEQUENCE = new RegExp(`${ESCAPE}\\[[0-?]*[ -/]*[@-~]`, 'gu');

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;

/**
 * Characters that nobody sees and that change what is seen: controls, marks that turn the direction of writing, tags, and
 * halves of characters. What joins letters and emoji and chooses their shape stays.
 */
const INVISIBLE =
  /(?!\n|\t|\u200C|\u200D|[\uFE00-\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A text without anything that a receiver could stumble over: well-formed Unicode, ends of lines as LF, nothing invisible. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(TERMINAL_SEQUENCE, '')
    .replace(LINE_END, '\n')
    .replace(INVISIBLE, '')
    .replaceAll('\t', ' ');
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim();
}
