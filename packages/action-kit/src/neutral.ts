/**
 * Makes text safe to print where the runner reads commands.
 *
 * What the runner does (actions/runner, `ProcessInvoker`, `OutputManager`, `ActionCommand`): it splits both output
 * streams at LF, CRLF and lone CR; a line is a command when it begins with `::`, white space aside, or contains `##[`
 * anywhere. It compares by culture, not by code unit, so characters that collate as nothing (controls, zero-width,
 * soft hyphens) may stand between or before those marks. Hence: split at everything that may end a line, drop what is
 * invisible, and break both marks with a space.
 */
const ESCAPE = String.fromCharCode(0x1b);
const BELL = String.fromCharCode(0x07);

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/u;
const COLOUR = `${ESCAPE}\\[[0-9;:]*m`;
const CONTROL_SEQUENCE = `${ESCAPE}\\[[0-?]*[ -/]*[@-~]`;
const CONTROL_STRING = `${ESCAPE}[\\]PX^_][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)`;
const INVISIBLE = '[\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]';
const UNPRINTABLE = new RegExp(`(${COLOUR})|${CONTROL_SEQUENCE}|${CONTROL_STRING}|${INVISIBLE}`, 'gu');
const RESET = `${ESCAPE}[0m`;

/** `##[`, also with characters in between that some collation might ignore. */
const BRACKET_MARK = /#([^ -~]*)#(?=[^ -~]*\[)/gu;
const LEADING_COLONS = /^([^!-~]*):(?=[^ -~]*:)/u;

/** The lines of a text, each safe to print. Never empty: no text is one empty line. */
export function neutralLines(text: string): readonly string[] {
  return text.split(LINE_END).map(neutralLine);
}

/** The text as one safe line, for titles and other places that hold only one. */
export function neutralText(text: string): string {
  return neutralLines(text)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

function neutralLine(line: string): string {
  const visible = line.replace(
    UNPRINTABLE,
    (match: string, colour: string | undefined) => colour ?? (match === '\t' ? match : ''),
  );
  const broken = visible.replace(BRACKET_MARK, '#$1# ').replace(LEADING_COLONS, '$1: ');
  // A colour that is never switched off would run into the lines of everyone else.
  return broken.includes(ESCAPE) ? broken + RESET : broken;
}
