import { createHmac } from 'node:crypto';

/** A key to sign with. */
export interface SigningKey {
  /** For Standard Webhooks: the decoded part after `whsec_`, or the text itself. */
  readonly bytes: Buffer;
  /** As it is written, for `X-Hub-Signature-256`. */
  readonly text: string;
}

/** Bytes of a key, as Standard Webhooks wants them (standard-webhooks/spec/standard-webhooks.md, "Signature scheme"). */
const KEY_BYTES = { least: 24, most: 64 } as const;

/** Keys from the lines of `signing-secret`. @returns undefined when one of them is none */
export function readKeys(lines: readonly string[]): readonly SigningKey[] | undefined {
  const keys = lines.map(readKey);
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

function readKey(line: string): SigningKey | undefined {
  if (!line.startsWith('whsec_')) return { bytes: Buffer.from(line), text: line };
  const encoded = line.slice('whsec_'.length);
  const bytes = Buffer.from(encoded, 'base64');
  // Decoding skips what is not base64, so the way back shows whether anything was skipped.
  const isBase64 = bytes.toString('base64').replace(/=+$/u, '') === encoded.replace(/=+$/u, '');
  return isBase64 && bytes.length >= KEY_BYTES.least && bytes.length <= KEY_BYTES.most
    ? { bytes, text: line }
    : undefined;
}

export interface SignatureRequest {
  /** Newest first. */
  readonly keys: readonly SigningKey[];
  readonly id: string;
  /** Of this attempt. */
  readonly at: Date;
  readonly body: Buffer;
}

/**
 * Headers by which a receiver knows who sent the body and when: those of Standard Webhooks, signed with every key so that
 * keys can be changed one side at a time, and the one that receivers of GitHub's webhooks know, signed with the newest.
 */
export function signatureHeaders({ keys, id, at, body }: SignatureRequest): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const common = { 'webhook-id': id, 'webhook-timestamp': timestamp };
  const [newest] = keys;
  if (newest === undefined) return common;
  const signed = keys.map(({ bytes }) => {
    const mac = createHmac('sha256', bytes).update(`${id}.${timestamp}.`).update(body);
    return `v1,${mac.digest('base64')}`;
  });
  const hub = createHmac('sha256', newest.text).update(body).digest('hex');
  return { ...common, 'webhook-signature': signed.join(' '), 'x-hub-signature-256': `sha256=${hub}` };
}
