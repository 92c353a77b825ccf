import { shown, Unreadable } from '../unreadable.ts';

/** The encodings that reports come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin-1' | 'windows-1252' | 'us-ascii';

/** What the first bytes of a report say about it. */
export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte-order mark. */
  readonly mark: number;
}

/** Enough for every byte-order mark and every XML declaration in use. */
export const ENCODING_HEAD_BYTES = 1024;

const BY_NAME: ReadonlyMap<string, Encoding> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'us-ascii'],
  ['ascii', 'us-ascii'],
  ['iso-8859-1', 'latin-1'],
  ['iso8859-1', 'latin-1'],
  ['iso_8859-1', 'latin-1'],
  ['latin1', 'latin-1'],
  ['latin-1', 'latin-1'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
]);

/**
 * The encoding by byte-order mark, else by the way in which an XML declaration must begin and by what it says, else UTF-8
 * (XML 1.0, appendix F).
 *
 * @param head the first `ENCODING_HEAD_BYTES` of the report, or all of a shorter one
 * @throws Unreadable when it is an encoding that is not read here, or mark and declaration contradict each other
 */
export function detectEncoding(head: Uint8Array): DetectedEncoding {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const detected = byMark(bytes) ?? byPattern(bytes);
  const declared = declaredName(bytes, detected);
  if (declared === undefined) return detected?.mark ? detected : { encoding: 'utf-8', mark: 0 };
  return agreed(detected, declared);
}

function byMark(bytes: Buffer): DetectedEncoding | undefined {
  if (starts(bytes, 0xff, 0xfe, 0, 0) || starts(bytes, 0, 0, 0xfe, 0xff)) throw new Unreadable('UTF-32 is not read', 0);
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', mark: 3 };
  if (starts(bytes, 0xff, 0xfe)) return { encoding: 'utf-16le', mark: 2 };
  if (starts(bytes, 0xfe, 0xff)) return { encoding: 'utf-16be', mark: 2 };
  return undefined;
}

/** Without a mark, UTF-16 shows by the zeros in `<?`; nothing but a declaration may tell of it (XML 1.0, 4.3.3). */
function byPattern(bytes: Buffer): DetectedEncoding | undefined {
  if (starts(bytes, 0x3c, 0, 0x3f, 0)) return { encoding: 'utf-16le', mark: 0 };
  if (starts(bytes, 0, 0x3c, 0, 0x3f)) return { encoding: 'utf-16be', mark: 0 };
  return undefined;
}

function starts(bytes: Buffer, ...wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[index] === byte);
}

/** What the XML declaration says, in small letters; undefined where there is none. */
function declaredName(bytes: Buffer, detected: DetectedEncoding | undefined): string | undefined {
  const body = bytes.subarray(detected?.mark ?? 0);
  const wide = detected?.encoding === 'utf-16le' || detected?.encoding === 'utf-16be';
  // Only ASCII is of interest here, and that is every byte but the zeros.
  const text = wide ? Buffer.from(body.filter((byte) => byte !== 0)).toString('latin1') : body.toString('latin1');
  return /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"'>]*)["']/u.exec(text)?.[1]?.toLowerCase();
}

function agreed(detected: DetectedEncoding | undefined, declared: string): DetectedEncoding {
  const isWide = detected?.encoding.startsWith('utf-16') === true;
  if (/^utf-?16(?:le|be)?$/u.test(declared)) {
    if (isWide && declared.replace('-', '').endsWith(declared.length > 6 ? detected.encoding.slice(-2) : ''))
      return detected;
    throw new Unreadable(`it declares the encoding ${shown(declared)}, which its bytes are not in`, 0);
  }
  const encoding = BY_NAME.get(declared);
  if (encoding === undefined) {
    throw new Unreadable(`the encoding ${shown(declared)} is not read; write the report in UTF-8`, 0);
  }
  if (detected !== undefined && detected.encoding !== encoding) {
    throw new Unreadable(
      `it declares the encoding ${shown(declared)}, and its first bytes say ${detected.encoding}`,
      0,
    );
  }
  return detected ?? { encoding, mark: 0 };
}
