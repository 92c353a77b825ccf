import { createHmac } from 'node:crypto';
import { Failure } from '@plimsoll/outcome';
import type { HostAddress } from './host.ts';
import { fingerprintOf, formatPublicKey, type PublicKey, parsePublicKey } from './key-blob.ts';

type Marker = '' | '@cert-authority' | '@revoked';

interface KnownHost {
  readonly marker: Marker;
  /** Patterns separated by commas, or one hashed name. */
  readonly names: string;
  readonly key: PublicKey;
}

/** The host keys that are trusted: parsed lines of a known_hosts file. */
export interface KnownHosts {
  readonly entries: readonly KnownHost[];
}

type Endpoint = Pick<HostAddress, 'host' | 'port'>;

const DEFAULT_PORT = 22;
const HASHED = /^\|1\|([A-Za-z0-9+/=]+)\|([A-Za-z0-9+/=]+)$/;
const KEY_TYPE = /^(ssh-|ecdsa-sha2-|sk-)[a-z0-9@.-]+$/;

/** Parses lines as in a known_hosts file. Throws Failure('input') that names every line that is not one. */
export function parseKnownHosts(text: string): KnownHosts {
  const entries: KnownHost[] = [];
  const problems: string[] = [];
  for (const [index, line] of splitLines(text).entries()) {
    const parsed = parseLine(line.trim());
    if (typeof parsed === 'string') problems.push(`line ${index + 1} ${parsed}`);
    else if (parsed !== undefined) entries.push(parsed);
  }
  if (problems.length > 0) {
    throw new Failure(
      'input',
      `The input known-hosts cannot be read: ${problems.join('; ')}. A line looks like: host ssh-ed25519 AAAA…`,
    );
  }
  return { entries };
}

/** Fingerprints of the keys that are trusted for an address, as text for a message. Empty when there is none. */
export function expectedKeys(known: KnownHosts, address: Endpoint): string[] {
  return trusted(known, address).map(({ marker, key }) => {
    const kind = marker === '@cert-authority' ? `any key certified by ${key.type}` : key.type;
    return `${kind} ${fingerprintOf(key.blob)}`;
  });
}

/** Throws Failure('host-key') when no key is trusted for the address: then there is no use in connecting. */
export function requireKnown(known: KnownHosts, address: HostAddress): void {
  if (trusted(known, address).length > 0) return;
  throw new Failure('host-key', `No line of the input known-hosts is about ${nameOf(address)}. ${howToLearn(address)}`);
}

/** How to get the right line, as sentences. */
export function howToLearn(address: Endpoint): string {
  const port = address.port === DEFAULT_PORT ? '' : `-p ${address.port} `;
  return (
    `Get the line by \`ssh-keyscan ${port}${address.host}\` and, before you trust it, compare its fingerprint (\`ssh-keygen -lf\`) with the ` +
    "server's own: `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` on its console."
  );
}

/**
 * Text of the known_hosts file for a connection to these addresses. A line for a host without port also counts for its other ports, as in
 * OpenSSH; it is repeated with the port, because OpenSSH prefers the types of known keys only where name and port match.
 */
export function formatKnownHosts(known: KnownHosts, addresses: readonly Endpoint[]): string {
  const lines = known.entries.map(({ marker, names, key }) => formatLine(marker, names, key));
  for (const address of addresses) {
    if (address.port === DEFAULT_PORT) continue;
    const general = known.entries.filter((entry) => matches(entry, address.host) && !matches(entry, nameOf(address)));
    lines.push(...general.map(({ marker, key }) => formatLine(marker, nameOf(address), key)));
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** The name under which OpenSSH looks an address up. */
export function nameOf({ host, port }: Endpoint): string {
  return port === DEFAULT_PORT ? host : `[${host}]:${port}`;
}

function splitLines(text: string): string[] {
  const unix = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  // A secret that was stored with a literal \n between its lines. No known_hosts line holds a backslash.
  return (unix.trim().includes('\n') ? unix : unix.replaceAll('\\n', '\n')).split('\n');
}

function parseLine(line: string): KnownHost | string | undefined {
  if (line === '' || line.startsWith('#')) return undefined;
  const words = line.split(/\s+/);
  const marker = words[0]?.startsWith('@') ? words.shift() : '';
  if (marker !== '' && marker !== '@cert-authority' && marker !== '@revoked')
    return `has the unknown marker ${JSON.stringify(marker)}`;
  const [names = '', type = '', base64 = ''] = words;
  if (KEY_TYPE.test(names) && type.startsWith('AAAA')) return 'is a public key without the host in front of it';
  if (!KEY_TYPE.test(type)) return 'has no key type after the host';
  if (names.startsWith('|') && !HASHED.test(names)) return 'has a damaged hashed host';
  const key = parsePublicKey(type, base64);
  return key === undefined ? `has a damaged ${type} key` : { marker, names, key };
}

function formatLine(marker: Marker, names: string, key: PublicKey): string {
  return `${marker === '' ? '' : `${marker} `}${names} ${formatPublicKey(key)}`;
}

function trusted(known: KnownHosts, address: Endpoint): KnownHost[] {
  const about = known.entries.filter((entry) => matches(entry, nameOf(address)) || matches(entry, address.host));
  const revoked = about.filter(({ marker }) => marker === '@revoked');
  return about.filter(
    (entry) => entry.marker !== '@revoked' && !revoked.some(({ key }) => key.blob.equals(entry.key.blob)),
  );
}

function matches({ names }: KnownHost, name: string): boolean {
  const hashed = HASHED.exec(names);
  if (hashed !== null) return isHashOf(name, hashed[1] ?? '', hashed[2] ?? '');
  const patterns = names.toLowerCase().split(',');
  const isExcluded = patterns.some((pattern) => pattern.startsWith('!') && isLike(name, pattern.slice(1)));
  return !isExcluded && patterns.some((pattern) => isLike(name, pattern));
}

function isHashOf(name: string, salt: string, hash: string): boolean {
  return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash;
}

/** OpenSSH's patterns: `*` for any text, `?` for one character. */
function isLike(name: string, pattern: string): boolean {
  const source = pattern.replaceAll(
    /[^*?]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new RegExp(`^${source.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(name);
}
