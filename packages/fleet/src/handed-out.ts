import type { Json } from '@plimsoll/outcome';

/**
 * `toJSON(steps)` hands the outputs of all steps to a later one in a single environment variable, each quote of them escaped, and Linux starts
 * no program with a variable above 128 KiB (MAX_ARG_STRLEN, execve(2)): lists of several steps and all else have to fit.
 */
const MOST_BYTES = 20_000;

/** An output that is a list: as many of its first rows as fit into 20 kB, as JSON. Rows come in the order of their worth, newest first. */
export function handedOut(rows: readonly Json[]): string {
  const fitting: string[] = [];
  let bytes = '[]'.length;
  for (const row of rows) {
    const text = JSON.stringify(row);
    bytes += Buffer.byteLength(text) + ','.length;
    if (bytes > MOST_BYTES) break;
    fitting.push(text);
  }
  return `[${fitting.join(',')}]`;
}
