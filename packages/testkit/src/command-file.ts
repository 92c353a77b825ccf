/**
 * Reads a file of workflow commands (`GITHUB_OUTPUT`, `GITHUB_STATE`, `GITHUB_ENV`) by the runner's rules: `name=value` on one line, or
 * `name<<delimiter`, lines, `delimiter`, whichever sign comes first. The last value of a name counts.
 *
 * @throws Error for what the runner refuses: a line of neither form, an empty name or delimiter, a heredoc without its end.
 */
export function parseCommandFile(text: string): Record<string, string> {
  const values = new Map<string, string>();
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const { name, delimiter, value } = parseLine(line);
    if (delimiter === undefined) {
      values.set(name, value);
      continue;
    }
    const end = lines.indexOf(delimiter, index + 1);
    if (end === -1) throw new Error(`The value of ${name} has no end: no line is ${JSON.stringify(delimiter)}.`);
    values.set(name, lines.slice(index + 1, end).join('\n'));
    index = end;
  }
  return Object.fromEntries(values);
}

interface CommandLine {
  readonly name: string;
  readonly value: string;
  readonly delimiter: string | undefined;
}

function parseLine(line: string): CommandLine {
  const equals = line.indexOf('=');
  const heredoc = line.indexOf('<<');
  if (equals === -1 && heredoc === -1)
    throw new Error(`Neither name=value nor name<<delimiter: ${JSON.stringify(line)}.`);
  const isHeredoc = heredoc !== -1 && (equals === -1 || heredoc < equals);
  const name = line.slice(0, isHeredoc ? heredoc : equals);
  const rest = line.slice(isHeredoc ? heredoc + 2 : equals + 1);
  if (name === '' || (isHeredoc && rest === '')) throw new Error(`Empty name or delimiter: ${JSON.stringify(line)}.`);
  return { name, value: rest, delimiter: isHeredoc ? rest : undefined };
}
