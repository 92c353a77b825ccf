/** Names that say how the message itself travels, or who signed it. */
const RESERVED = new Set([
  'connection',
  'content-length',
  'content-type',
  'expect',
  'host',
  'transfer-encoding',
  'upgrade',
  'x-hub-signature-256',
]);

/** Headers from lines of `Name: value`. @returns what is wrong with them, without any value, when they are none */
export function readHeaders(
  lines: readonly string[],
): { readonly headers: Readonly<Record<string, string>> } | { readonly wrong: string } {
  const pairs = lines.map((line) => /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\x20-\x7E\t]*)$/u.exec(line) ?? undefined);
  const bad = pairs.indexOf(undefined);
  if (bad >= 0) return { wrong: `line ${bad + 1} of 'headers' is not of the form 'Name: value'` };
  const entries = pairs.flatMap((pair) =>
    pair === undefined ? [] : [[(pair[1] ?? '').toLowerCase(), pair[2] ?? ''] as const],
  );
  const reserved = entries.findIndex(([name]) => RESERVED.has(name) || name.startsWith('webhook-'));
  if (reserved >= 0) return { wrong: `line ${reserved + 1} of 'headers' sets a header that this action sets itself` };
  return { headers: Object.fromEntries(entries) };
}
