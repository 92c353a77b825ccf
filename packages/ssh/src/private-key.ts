import { Failure } from '@plimsoll/outcome';
import { BlobReader, blobType, decodeBase64, type PublicKey } from './key-blob.ts';

/** A private key as ssh-add reads it. Nothing of it may reach a log, a message or a disk. */
export interface PrivateKey {
  /** PEM text with line feeds and a final newline. */
  readonly text: string;
  readonly encrypted: boolean;
  /** The public half, where the format shows it without the passphrase. */
  readonly publicKey: PublicKey | undefined;
}

interface Envelope {
  readonly label: string;
  readonly headers: readonly string[];
  readonly bytes: Buffer;
}

const CONVERT = 'convert it by `ssh-keygen -p -f key` and use the whole file';
const USE_FILE = 'Use the whole content of the private key file, from "-----BEGIN" to "-----END … -----".';
const PRIVATE_LABELS: readonly string[] = [
  'OPENSSH PRIVATE KEY',
  'RSA PRIVATE KEY',
  'EC PRIVATE KEY',
  'PRIVATE KEY',
  'ENCRYPTED PRIVATE KEY',
];
const OPENSSH_MAGIC = 'openssh-key-v1\0';

/**
 * Reads the text of a private key and repairs what pasting into a secret commonly does to it: line ends, indentation, quotes, line breaks
 * that became spaces or a literal `\n`, or base64 around everything. Throws Failure('input') that says what else it is and what to do,
 * also when it is encrypted and there is no passphrase; key material is never part of the message.
 */
export function parsePrivateKey(text: string, passphrase: string): PrivateKey {
  const key = readKey(text);
  if (key.encrypted && passphrase === '')
    throw badKey('is encrypted. Set the input passphrase, or use a key without passphrase.');
  return key;
}

function readKey(text: string): PrivateKey {
  const plain = unwrap(text);
  if (plain === '') throw badKey(`is empty. ${USE_FILE}`);
  rejectOtherFormats(plain);
  const envelope = readEnvelope(plain);
  const formatted = format(envelope);
  if (envelope.label === 'OPENSSH PRIVATE KEY') return { text: formatted, ...readOpenSsh(envelope.bytes) };
  return { text: formatted, encrypted: isEncryptedPem(envelope), publicKey: undefined };
}

function unwrap(text: string): string {
  const trimmed = withoutQuotes(text.replace(/^\uFEFF/, '').trim());
  const lines = trimmed.includes('\n') ? trimmed : trimmed.replaceAll(/\\r\\n|\\n/g, '\n');
  const unix = lines.replaceAll(/\r\n?/g, '\n').trim();
  return withoutOuterBase64(unix);
}

function withoutQuotes(text: string): string {
  const match = /^(["'`])(.*)\1$/s.exec(text);
  return (match?.[2] ?? text).trim();
}

/** Some keep keys as one base64 text because their store takes no line breaks. */
function withoutOuterBase64(text: string): string {
  if (!text.startsWith('LS0tLS1CRUdJTi')) return text;
  const inner = decodeBase64(text.replaceAll(/\s+/g, ''));
  return inner === undefined ? text : inner.toString('latin1').replaceAll('\r\n', '\n').trim();
}

const OTHER_FORMATS: readonly (readonly [RegExp, string])[] = [
  [
    /^\S+-cert-v01@openssh\.com\s/,
    'is a certificate. Put it into the input certificate, and the private key that it belongs to here.',
  ],
  [
    /^(ssh-|ecdsa-sha2-|sk-)\S+\s+AAAA/,
    'is a public key (the .pub file). Use the private key: the file of the same name without .pub.',
  ],
  [
    /^---- BEGIN SSH2 PUBLIC KEY|^-----BEGIN (RSA )?PUBLIC KEY-----/,
    'is a public key. Use the private key that belongs to it.',
  ],
  [/^-----BEGIN CERTIFICATE-----/, 'is an X.509 certificate. Use an SSH private key.'],
  [
    /^PuTTY-User-Key-File-/,
    'is in PuTTY format (.ppk). Export it in PuTTYgen by Conversions > Export OpenSSH key, or by `puttygen key.ppk -O private-openssh -o key`.',
  ],
  [
    /^-----BEGIN DSA PRIVATE KEY-----/,
    'is a DSA key, which OpenSSH no longer takes. Make a new one by `ssh-keygen -t ed25519`.',
  ],
  [/^-----BEGIN PGP/, 'is a PGP key. Use an SSH private key, made by `ssh-keygen -t ed25519`.'],
];

function rejectOtherFormats(text: string): void {
  const found = OTHER_FORMATS.find(([pattern]) => pattern.test(text));
  if (found !== undefined) throw badKey(found[1]);
}

function readEnvelope(text: string): Envelope {
  const begins = [...text.matchAll(/-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----/g)];
  const [begin] = begins;
  const label = begin?.[1];
  if (begin === undefined || label === undefined)
    throw badKey(`has no "-----BEGIN … PRIVATE KEY-----" line. ${USE_FILE}`);
  if (begins.length > 1) throw badKey(`holds ${begins.length} private keys. Use one.`);
  if (!PRIVATE_LABELS.includes(label))
    throw badKey(`is of the kind "${label}", which OpenSSH does not read; ${CONVERT}.`);
  const start = begin.index + begin[0].length;
  const end = text.indexOf(`-----END ${label}-----`, start);
  if (end < 0) throw badKey(`is cut off: its "-----END ${label}-----" line is missing. ${USE_FILE}`);
  return { label, ...readBody(text.slice(start, end)) };
}

function readBody(text: string): Omit<Envelope, 'label'> {
  const headers = [...text.matchAll(/(?:Proc-Type: *[0-9]+,[A-Z]+|DEK-Info: *[A-Z0-9-]+,[0-9A-Fa-f]+)/g)].map(
    ([header]) => header,
  );
  const base64 = headers.reduce((rest, header) => rest.replace(header, ''), text).replaceAll(/\s+/g, '');
  const bytes = decodeBase64(base64);
  if (bytes === undefined)
    throw badKey(
      `is damaged: between its BEGIN and END lines is something that is not base64, or a part is missing. ${USE_FILE}`,
    );
  return { headers, bytes };
}

function format({ label, headers, bytes }: Envelope): string {
  // PEM readers want 64 columns; OpenSSH writes 70 for its own format but takes any.
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  const head = headers.length > 0 ? [...headers, ''] : [];
  return [`-----BEGIN ${label}-----`, ...head, ...lines, `-----END ${label}-----`, ''].join('\n');
}

function isEncryptedPem({ label, headers }: Envelope): boolean {
  return label === 'ENCRYPTED PRIVATE KEY' || headers.some((header) => header.includes('ENCRYPTED'));
}

function readOpenSsh(bytes: Buffer): Pick<PrivateKey, 'encrypted' | 'publicKey'> {
  try {
    const reader = new BlobReader(bytes);
    if (reader.take(OPENSSH_MAGIC.length).toString('latin1') !== OPENSSH_MAGIC)
      throw new RangeError('another magic number');
    const cipher = reader.text();
    reader.bytes(); // Name of the key derivation.
    reader.bytes(); // Its parameters.
    if (reader.uint32() !== 1) throw new RangeError('more than one key');
    const blob = reader.bytes();
    reader.bytes(); // The private part: only that it is complete matters here.
    return { encrypted: cipher !== 'none', publicKey: { type: blobType(blob), blob } };
  } catch (cause) {
    throw badKey(`is damaged or cut off: its content ends too early or makes no sense. ${USE_FILE}`, cause);
  }
}

function badKey(problem: string, cause?: unknown): Failure {
  return new Failure('input', `The private key (input private-key) ${problem}`, { cause });
}
