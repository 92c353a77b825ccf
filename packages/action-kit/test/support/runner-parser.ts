/**
 * The runner's side of the log, written from what actions/runner does (`ProcessInvoker` reads lines, `ActionCommand`
 * recognises commands): what the tests of our output are held against.
 */
const COMMANDS = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

export interface Command {
  readonly name: string;
  readonly properties: string;
  readonly data: string;
}

/** Lines as a .NET StreamReader sees them: LF, CRLF and lone CR all end one. */
export function runnerLines(output: string): readonly string[] {
  const lines = output.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** The command in a line of output, if the runner would run one. */
export function commandIn(line: string): Command | undefined {
  return doubleColon(line) ?? bracket(line);
}

/**
 * The same with the most forgetful comparison there could be: everything that is not printable ASCII collates as
 * nothing. The real one, by culture, forgets controls and zero-width characters.
 */
export function commandByCultureIn(line: string): Command | undefined {
  return commandIn(line.replace(/[^ -~]/gu, ''));
}

function doubleColon(line: string): Command | undefined {
  const message = line.replace(/^[\s\u0085]+/u, '');
  const end = message.indexOf('::', 2);
  if (!message.startsWith('::') || end < 0) {
    return undefined;
  }
  return registered(message.slice(2, end), unescapeData(message.slice(end + 2)));
}

function bracket(line: string): Command | undefined {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  return start < 0 || end < 0 ? undefined : registered(line.slice(start + 3, end), unescapeData(line.slice(end + 1)));
}

function registered(info: string, data: string): Command | undefined {
  const space = info.indexOf(' ');
  const name = (space < 0 ? info : info.slice(0, space)).toLowerCase();
  return COMMANDS.has(name) ? { name, properties: space < 0 ? '' : info.slice(space + 1).trim(), data } : undefined;
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
