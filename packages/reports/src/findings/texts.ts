import { MAX_NAME } from '../limits.ts';

/** A text of a report, short enough to be kept: one line, without the rest. */
export function kept(text: string): string {
  const line = text.trim().split(/\r?\n/u, 1)[0] ?? '';
  return line.length > MAX_NAME ? `${line.slice(0, MAX_NAME - 1)}…` : line;
}

/** Other names of a finding: each once, without its own. */
export function otherNames(id: string, names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name !== id && name !== '');
}
