import { Failure } from '@plimsoll/outcome';

/** One line of `commands`. */
export interface CommandToRun {
  readonly name: string;
  /** For a shell. */
  readonly command: string;
}

const FORM = /^(?<name>[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,58}[\p{L}\p{N}])?):\s+(?<command>\S.*)$/su;

/** Reads `name: command`. @throws Failure('input') */
export function parseCommand(line: string): CommandToRun {
  const { name, command } = FORM.exec(line)?.groups ?? {};
  if (name !== undefined && command !== undefined) {
    checkAlone(name, command);
    return { name, command };
  }
  // A command may hold what should be a secret: only its start is shown.
  throw new Failure('input', `'${line.slice(0, 30)}' is not of the form 'name: command', such as 'lint: npm run lint'`);
}

const QUOTED = /\\.|'[^']*'|"(?:\\.|[^"\\])*"/gsu;

/** A word with a colon behind it, and a word behind that. Shells have no use for one. */
const SECOND = /\s(?<name>[\p{L}\p{N}][\p{L}\p{N}._-]*):\s+[\p{L}\p{N}]/u;

/** With `commands: >`, YAML makes one line of all. The first command would run with the others as its arguments, and may well end with 0. */
function checkAlone(name: string, command: string): void {
  const second = SECOND.exec(command.replace(QUOTED, "''"))?.groups?.['name'];
  if (second === undefined) return;
  const hint = "Write one command per line ('commands: |', not '>'), and put such a text into quotes";
  throw new Failure('input', `'${second.slice(0, 30)}:' in the command '${name}' looks like another command. ${hint}`);
}
