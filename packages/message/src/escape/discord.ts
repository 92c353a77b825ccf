/**
 * Discord takes a backslash before any mark for the mark itself. Marks that only mean something at the beginning of a line
 * (headings, lists, quotes) get it there alone.
 */
const SPECIAL = /[\\*_~`|<>@#[\]]|:(?=\/\/|[\w~+-]+:)|^[ ]*[-+]|^[ ]*\d+(?=[.)](?:\s|$))/gmu;

/** Foreign text, also of several lines, as Discord Markdown that shows exactly that text. */
export function escapeDiscord(text: string): string {
  return text.replace(SPECIAL, (special) =>
    /^[ ]*\d/u.test(special) ? `${special}\\` : special.replace(/(?<mark>\S)$/u, '\\$<mark>'),
  );
}
