/**
 * Lines shorter than this are not masked one by one. The runner replaces every occurrence of a mask in the log, and
 * drops every job output that contains one: masking a line such as `}` or `-` would do that to almost everything,
 * while three characters of a longer secret give nothing away.
 */
const SHORTEST_LINE = 4;

/**
 * What to mask so that a secret appears nowhere in the log, which the runner masks line by line. The whole of a
 * secret of several lines is left out when one of them is short: given the whole, the runner would mask that line too.
 */
export function masksOf(secret: string): readonly string[] {
  const lines = secret
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < 2) {
    return lines;
  }
  const masked = lines.filter((line) => line.length >= SHORTEST_LINE);
  return masked.length === lines.length ? [...new Set([secret, ...masked])] : [...new Set(masked)];
}
