/** A pattern of what to back up, relative to the deploy path. `optional`: may be missing or partly unreadable. */
export interface BackupPath {
  readonly pattern: string;
  readonly optional: boolean;
}

export interface BackupSelection {
  readonly paths: readonly BackupPath[];
  readonly excluded: readonly string[];
}

/** What is wrong with a line, as the end of a sentence that begins with the line. */
export class BadBackupPath extends Error {}

/**
 * Reads one line of `paths`: a path relative to the deploy path, with `*`, `?` and `[…]` within a segment and `/**` at the end for
 * everything below; `optional:` in front of what may be missing or partly unreadable; `!` in front of what is left out with everything below,
 * in which `**` may stand for any segments.
 * @throws BadBackupPath saying what is wrong, without the line itself.
 */
export function parseBackupPath(line: string): BackupSelection {
  if (line.startsWith('!')) return { paths: [], excluded: [checked(line.slice(1))] };
  const optional = line.startsWith('optional:');
  const pattern = checked(optional ? line.slice('optional:'.length) : line).replace(/\/\*\*$/, '');
  if (pattern.split('/').includes('**')) throw new BadBackupPath("has '**' elsewhere than at its end");
  return { paths: [{ pattern, optional }], excluded: [] };
}

function checked(text: string): string {
  const pattern = text
    .trim()
    .replace(/\/+$/, '')
    .replace(/^(?:\.\/)+/, '');
  const segments = pattern.split('/');
  if (pattern === '') throw new BadBackupPath('is empty');
  if (pattern.startsWith('/')) throw new BadBackupPath('is absolute; paths are relative to deploy-path');
  if (segments.includes('..')) throw new BadBackupPath("has '..', and a backup holds only what is below deploy-path");
  if (segments.some((segment) => segment === '' || segment === '.'))
    throw new BadBackupPath("has an empty segment or '.'");
  if (/[\\\0\n\r\t]/.test(pattern))
    throw new BadBackupPath('has a backslash or a control character; put ? in its place');
  if (segments[0] === '.plimsoll') throw new BadBackupPath('is what Plimsoll keeps for itself');
  if (segments[0] === 'dumps')
    throw new BadBackupPath(
      "begins with 'dumps', which is where the dumps of before are in a backup: give that folder another name",
    );
  return pattern;
}

/** The patterns as extended regular expressions for awk, each matching whole paths and what is below. */
export function exclusionExpressions(excluded: readonly string[]): readonly string[] {
  return excluded.map((pattern) => {
    const segments = pattern.split('/').map((segment) => (segment === '**' ? '**' : segmentExpression(segment)));
    const joined = segments
      .join('/')
      .replace(/^\*\*\//, '(.*/)?')
      .replaceAll('/**/', '/(.*/)?')
      .replace(/\/\*\*$/, '/.*');
    return `^${joined === '**' ? '.*' : joined}(/.*)?$`;
  });
}

function segmentExpression(segment: string): string {
  return segment.replace(/\[!?\]?[^\]]*\]|[*?]|[^A-Za-z0-9_]/g, (part) => {
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.length > 1) return part.replace(/^\[!/, '[^');
    return part === '^' ? '\\^' : `[${part}]`;
  });
}
