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
  if (name !== undefined && command !== undefined) return { name, command };
  // A command may hold what should be a secret: only its start is shown.
  throw new Failure('input', `'${line.slice(0, 30)}' is not of the form 'name: command', such as 'lint: npm run lint'`);
}
