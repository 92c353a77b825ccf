/** How a backup was verified, in words; a word that is not known stays as it is. */
export function verifiedText(verified: string): string {
  return WORDS.get(verified) ?? verified;
}

/** A map: a word from outside may be one that every object knows, such as `constructor`. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['restore', 'by restoring it'],
  ['checksum', 'by checksum'],
  ['no', 'not verified'],
  ['damaged', 'damaged'],
]);
