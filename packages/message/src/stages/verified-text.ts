/** How a backup was verified, in words; a word that is not known stays as it is. */
export function verifiedText(verified: string): string {
  return WORDS[verified] ?? verified;
}

const WORDS: Readonly<Record<string, string>> = {
  restore: 'by restoring it',
  checksum: 'by checksum',
  no: 'not verified',
  damaged: 'damaged',
};
