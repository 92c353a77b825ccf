import { Failure } from '@plimsoll/outcome';
import { BlobReader, decodeBase64, fingerprintOf, type PublicKey } from './key-blob.ts';

/** An OpenSSH user certificate. */
export interface Certificate {
  /** Type and base64: one line without line end, for a file. */
  readonly text: string;
  readonly keyId: string;
  /** User names it is good for; empty means that it is good for none. */
  readonly principals: readonly string[];
  /** Seconds since 1970. */
  readonly validAfter: bigint;
  readonly validBefore: bigint;
  /** Fingerprint of the key that it was made for. */
  readonly keyFingerprint: string;
  readonly authorityFingerprint: string;
}

const SUFFIX = '-cert-v01@openssh.com';
const USER_CERTIFICATE = 1;
const FOREVER = 0xffff_ffff_ffff_ffffn;

/** How many fields the public key has after its name, by its type. */
const KEY_FIELDS: Readonly<Record<string, number>> = {
  'ssh-ed25519': 1,
  'ssh-rsa': 2,
  'ecdsa-sha2-nistp256': 2,
  'ecdsa-sha2-nistp384': 2,
  'ecdsa-sha2-nistp521': 2,
  'sk-ssh-ed25519@openssh.com': 2,
  'sk-ecdsa-sha2-nistp256@openssh.com': 3,
};

/** Parses one line as in a `-cert.pub` file. Throws Failure('input') for anything but a user certificate. */
export function parseCertificate(text: string): Certificate {
  const [type = '', base64 = ''] = text.trim().split(/\s+/);
  if (!type.endsWith(SUFFIX)) {
    // What it starts with is not shown: it may be a private key in the wrong place.
    throw badCertificate('is not an OpenSSH certificate. Use the content of the -cert.pub file');
  }
  return readCertificate({ type, blob: decodeBase64(base64) ?? Buffer.alloc(0) });
}

/** Why this certificate may have been refused, as sentences; empty when nothing speaks against it. */
export function certificateProblems(certificate: Certificate, user: string, now: Date): string[] {
  const seconds = BigInt(Math.floor(now.getTime() / 1000));
  const problems: string[] = [];
  if (seconds < certificate.validAfter)
    problems.push(`The certificate is not valid before ${formatTime(certificate.validAfter)}.`);
  if (seconds >= certificate.validBefore)
    problems.push(`The certificate expired at ${formatTime(certificate.validBefore)}.`);
  if (!certificate.principals.includes(user)) {
    const names = certificate.principals.length === 0 ? 'nobody' : certificate.principals.join(', ');
    problems.push(
      `The certificate is for ${names}, the user is ${user}: that works only where the server maps principals.`,
    );
  }
  return problems;
}

function readCertificate(key: PublicKey): Certificate {
  try {
    return readFields(key);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw badCertificate('is damaged or cut off. Use the whole content of the -cert.pub file', cause);
  }
}

/** PROTOCOL.certkeys of OpenSSH: name, nonce, public key, serial, kind, key id, principals, validity, two lists of options, reserved, authority. */
function readFields(key: PublicKey): Certificate {
  const reader = new BlobReader(key.blob);
  if (reader.text() !== key.type) throw new RangeError('its own name is another one');
  reader.bytes();
  const keyFingerprint = fingerprintOf(readSubject(reader, key));
  reader.uint64();
  if (reader.uint32() !== USER_CERTIFICATE)
    throw badCertificate('is a host certificate. Use one for users, made by ssh-keygen -s without -h');
  const keyId = reader.text();
  const principals = readList(reader.bytes());
  const [validAfter, validBefore] = [reader.uint64(), reader.uint64()];
  for (let skipped = 0; skipped < 3; skipped += 1) reader.bytes();
  const authorityFingerprint = fingerprintOf(reader.bytes());
  return {
    text: `${key.type} ${key.blob.toString('base64')}`,
    keyId,
    principals,
    validAfter,
    validBefore,
    keyFingerprint,
    authorityFingerprint,
  };
}

/** The plain public key inside, as it would look in a .pub file. */
function readSubject(reader: BlobReader, { type, blob }: PublicKey): Buffer {
  const plainType = type.replace(SUFFIX, type.startsWith('sk-') ? '@openssh.com' : '');
  const fields = KEY_FIELDS[plainType];
  if (fields === undefined) throw badCertificate(`is of the unknown type ${type}`);
  const start = reader.offset;
  for (let field = 0; field < fields; field += 1) reader.bytes();
  return Buffer.concat([lengthPrefixed(plainType), blob.subarray(start, reader.offset)]);
}

function readList(bytes: Buffer): string[] {
  const reader = new BlobReader(bytes);
  const names: string[] = [];
  while (reader.offset < bytes.length) names.push(reader.text());
  return names;
}

function lengthPrefixed(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function formatTime(seconds: bigint): string {
  if (seconds >= FOREVER) return 'forever';
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? `second ${seconds} since 1970` : date.toISOString().replace('.000Z', 'Z');
}

function badCertificate(problem: string, cause?: unknown): Failure {
  return new Failure('input', `The certificate (input certificate) ${problem}.`, { cause });
}
