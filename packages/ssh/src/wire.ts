import { readFileSync } from 'node:fs';

/**
 * What every execution runs: it reads one line, the program, and evaluates it. The text never varies, so nothing of ours is ever quoted for
 * a remote shell, and it means the same to every login shell.
 */
export const REMOTE_COMMAND: string =
  'exec sh -c \'LC_ALL=C; export LC_ALL; IFS= read -r p && eval "$(printf %b "$p")"\'';

const ARGUMENT_NAME = /^[a-z][a-z0-9_]*$/;
let prelude: string | undefined;

/** The first line of an execution's standard input. */
export function formatProgram(program: string): Buffer {
  return Buffer.from(`${programLine(program)}\n`, 'latin1');
}

/** What follows the program: argument lines and an empty line, without which the program does not begin. Throws TypeError for a wrong argument. */
export function formatArguments(args: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(args).map(([name, value]) => formatArgument(name, value));
  return Buffer.from([...lines, '', ''].join('\n'), 'latin1');
}

/** The prelude, which gives a program its arguments and its way to report, and the program. */
export function withPrelude(program: string): string {
  prelude ??= readFileSync(new URL('../remote/prelude.sh', import.meta.url), 'utf8');
  return `${prelude}\n${program}`;
}

export function escapeValue(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

export function unescapeValue(value: string): string {
  return value.replaceAll(/\\([\\n])/g, (_, character: string) => (character === 'n' ? '\n' : '\\'));
}

/** UTF-8 bytes as one latin1 code unit each, the form in which values travel. */
export function toByteString(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** Comments and indentation are for readers; the server reads this line byte by byte. */
function programLine(program: string): string {
  const lines = program.split('\n').map((line) => line.trim());
  const code = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return toByteString(escapeValue(code.join('\n')));
}

function formatArgument(name: string, value: string): string {
  if (!ARGUMENT_NAME.test(name)) throw new TypeError(`Not a name of an argument: ${JSON.stringify(name)}`);
  if (!isByteString(value)) throw new TypeError(`The value of ${name} holds NUL or is not a byte string`);
  return `${name} ${escapeValue(value)}`;
}

function isByteString(value: string): boolean {
  return !value.includes('\0') && Buffer.from(value, 'latin1').toString('latin1') === value;
}
