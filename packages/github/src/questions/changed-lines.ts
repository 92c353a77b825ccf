const HUNK = /^@@ -\d+(?:,(?<before>\d+))? \+(?<start>\d+)(?:,(?<after>\d+))? @@/u;

/**
 * Numbers of the lines that a patch adds, in the file as it is afterwards. Undefined when the patch is missing or cut short, or does not add as
 * many lines as GitHub says were added: then nobody knows which lines changed.
 */
export function changedLines(patch: string | undefined, additions: number): number[] | undefined {
  if (patch === undefined) return additions === 0 ? [] : undefined;
  const hunks = patch.split(/\n(?=@@ )/u).map(addedIn);
  const lines = hunks.flatMap((added) => added ?? []);
  return hunks.includes(undefined) || lines.length !== additions ? undefined : lines;
}

/** The lines a hunk adds; undefined when it is not as long as its head says. */
function addedIn(hunk: string): number[] | undefined {
  const [head = '', ...lines] = hunk.split('\n');
  const { start, before = '1', after = '1' } = HUNK.exec(head)?.groups ?? {};
  const left = lines.filter((line) => line.startsWith('-'));
  const kept = lines.filter((line) => line.startsWith('+') || line.startsWith(' '));
  const added = kept.flatMap((line, index) => (line.startsWith('+') ? [Number(start) + index] : []));
  const isWhole = kept.length === Number(after) && left.length + kept.length - added.length === Number(before);
  return start !== undefined && isWhole ? added : undefined;
}
