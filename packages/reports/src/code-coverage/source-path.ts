const ABSOLUTE = /^(?:[/\\]|[A-Za-z]:[/\\])/u;

/**
 * Where a source file is: below the one folder that the report names, so that files of one name in two packages are not taken for one. Where it
 * names none or several, nothing tells which it is, and the path stays as it is.
 */
export function resolveSource(path: string, sources: readonly string[]): string {
  const [source] = new Set(sources.filter((one) => one !== '.'));
  if (source === undefined || new Set(sources).size > 1 || ABSOLUTE.test(path)) return path;
  const folder = source.replace(/[/\\]+$/u, '');
  return path.startsWith(`${folder}/`) ? path : `${folder}/${path}`;
}
