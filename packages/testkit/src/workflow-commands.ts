/** One command that the runner would have obeyed, such as `::error title=Refused::No such host`. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const KNOWN = new Set([
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

/**
 * Finds workflow commands in the output of an action as the runner does, line by line, in both notations (`::name::` at the start of a line,
 * `##[name]` anywhere in it). A lone carriage return ends a line too. Between `::stop-commands::token` and `::token::` nothing counts.
 */
export class WorkflowCommands {
  readonly found: WorkflowCommand[] = [];
  #stopToken: string | undefined;

  /** Takes one line of standard output or error, in the order in which they came. */
  read(line: string): void {
    const command = parseModern(line, this.#stopToken) ?? parseOld(line, this.#stopToken);
    if (command === undefined) return;
    if (this.#stopToken !== undefined) {
      this.#stopToken = undefined; // Only the token itself is recognised while commands are stopped.
    } else if (command.name === 'stop-commands') {
      this.#stopToken = command.message.trim().toLowerCase();
    } else {
      this.found.push(command);
    }
  }
}

function isCommand(name: string, stopToken: string | undefined): boolean {
  return stopToken === undefined ? KNOWN.has(name) : name === stopToken;
}

function parseModern(line: string, stopToken: string | undefined): WorkflowCommand | undefined {
  const match = /^\s*::(?<name>[^\s:]+)(?:\s+(?<properties>.*?))?::(?<message>.*)$/su.exec(line);
  const name = match?.groups?.['name']?.toLowerCase() ?? '';
  if (match === null || !isCommand(name, stopToken)) return undefined;
  const properties = parseProperties(match.groups?.['properties'] ?? '', ',', unescapeProperty);
  return { name, properties, message: unescapeText(match.groups?.['message'] ?? '') };
}

function parseOld(line: string, stopToken: string | undefined): WorkflowCommand | undefined {
  const match = /##\[(?<name>[^\s\]]+)(?:\s+(?<properties>[^\]]*))?\](?<message>.*)$/su.exec(line);
  const name = match?.groups?.['name']?.toLowerCase() ?? '';
  if (match === null || !isCommand(name, stopToken)) return undefined;
  const properties = parseProperties(match.groups?.['properties'] ?? '', ';', (text) => text);
  return { name, properties, message: match.groups?.['message'] ?? '' };
}

function parseProperties(text: string, separator: string, decode: (value: string) => string): Record<string, string> {
  const pairs = text.split(separator).map((pair): [string, string] => {
    const equals = pair.indexOf('=');
    return [pair.slice(0, equals).trim(), decode(pair.slice(equals + 1))];
  });
  return Object.fromEntries(pairs.filter(([name]) => name !== ''));
}

function unescapeText(text: string): string {
  return text.replace(/%0D/gi, '\r').replace(/%0A/gi, '\n').replace(/%25/g, '%');
}

function unescapeProperty(text: string): string {
  return unescapeText(text.replace(/%3A/gi, ':').replace(/%2C/gi, ','));
}

/** Cuts a stream of text into lines as the runner's reader does: at `\n`, `\r\n` and at a lone `\r`. */
export class LineCutter {
  readonly #onLine: (line: string) => void;
  #rest = '';

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  write(text: string): void {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#onLine(line);
  }

  end(): void {
    if (this.#rest !== '') this.#onLine(this.#rest.replace(/\r$/, ''));
    this.#rest = '';
  }
}
