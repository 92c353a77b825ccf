import { createHash } from 'node:crypto';

/** Reads the length-prefixed fields that public keys, certificates and OpenSSH's private key files are made of (RFC 4251, section 5). */
export class BlobReader {
  readonly #bytes: Buffer;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get offset(): number {
    return this.#offset;
  }

  /** The next field; throws RangeError when the bytes end before it. */
  bytes(): Buffer {
    return this.take(this.uint32());
  }

  text(): string {
    return this.bytes().toString('utf8');
  }

  uint32(): number {
    return this.take(4).readUInt32BE();
  }

  uint64(): bigint {
    return this.take(8).readBigUInt64BE();
  }

  take(length: number): Buffer {
    const end = this.#offset + length;
    if (end > this.#bytes.length)
      throw new RangeError(`${length} bytes expected, ${this.#bytes.length - this.#offset} left`);
    const taken = this.#bytes.subarray(this.#offset, end);
    this.#offset = end;
    return taken;
  }
}

/** A public key as in the lines of authorized_keys, known_hosts and .pub files. */
export interface PublicKey {
  /** Such as `ssh-ed25519`. */
  readonly type: string;
  readonly blob: Buffer;
}

/** Parses base64 into a complete key whose own name must be `type`. Returns undefined for anything else. */
export function parsePublicKey(type: string, base64: string): PublicKey | undefined {
  const blob = decodeBase64(base64);
  if (blob === undefined) return undefined;
  const isWhole = blobType(blob) === type && countFields(blob) >= 2;
  return isWhole ? { type, blob } : undefined;
}

/** How many fields a key is made of; 0 when the last one is cut off. */
function countFields(blob: Buffer): number {
  const reader = new BlobReader(blob);
  let fields = 0;
  try {
    for (; reader.offset < blob.length; fields += 1) reader.bytes();
  } catch {
    return 0;
  }
  return fields;
}

export function formatPublicKey(key: PublicKey): string {
  return `${key.type} ${key.blob.toString('base64')}`;
}

/** `SHA256:…`, as OpenSSH prints it. */
export function fingerprintOf(blob: Uint8Array): string {
  const digest = createHash('sha256').update(blob).digest('base64');
  return `SHA256:${digest.replace(/=+$/, '')}`;
}

/** The name at the start of a key, or an empty string. */
export function blobType(blob: Uint8Array): string {
  try {
    return new BlobReader(blob).text();
  } catch {
    return '';
  }
}

/** Strict base64: undefined when there is any other character or the padding is wrong. */
export function decodeBase64(text: string): Buffer | undefined {
  if (text === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '') ? bytes : undefined;
}
