import { readFile, writeFile } from 'node:fs/promises';
import { mustRun } from './command.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A kind of SSH key, as `ssh-keygen -t` names it. */
export type KeyType = 'ed25519' | 'rsa' | 'ecdsa';

/** What to generate: an ed25519 key without passphrase unless told. */
export interface KeyRequest {
  readonly type?: KeyType;
  readonly passphrase?: string;
  readonly comment?: string;
  /** `pem` is the format of the years before 2018. */
  readonly format?: 'openssh' | 'pem';
}

/** A key pair as text. The private half never stays on the disk. */
export interface KeyPair {
  readonly type: KeyType;
  /** As in the file that ssh-keygen writes, with its final newline. */
  readonly privateKey: string;
  /** One line without newline: type, base64, comment. */
  readonly publicKey: string;
  /** Such as `SHA256:…`. */
  readonly fingerprint: string;
}

/** Generates a key pair by ssh-keygen. */
export async function generateKey(request: KeyRequest = {}): Promise<KeyPair> {
  const { type = 'ed25519', passphrase = '', comment = 'testkit', format = 'openssh' } = request;
  await using folder = await temporaryFolder();
  const path = `${folder.path}/key`;
  const size = type === 'rsa' ? ['-b', '2048'] : []; // Half the size takes a tenth of the time.
  const pem = format === 'pem' ? ['-m', 'PEM'] : [];
  await mustRun({
    program: 'ssh-keygen',
    args: ['-q', '-t', type, ...size, ...pem, '-N', passphrase, '-C', comment, '-f', path],
  });
  const fingerprintLine = await mustRun({ program: 'ssh-keygen', args: ['-l', '-f', `${path}.pub`] });
  return {
    type,
    privateKey: await readFile(path, 'utf8'),
    publicKey: (await readFile(`${path}.pub`, 'utf8')).trim(),
    fingerprint: fingerprintLine.split(' ')[1] ?? '',
  };
}

/** Whom a certificate is for and who vouches for it. */
export interface CertificateRequest {
  readonly authority: KeyPair;
  readonly publicKey: string;
  /** Users or host names. */
  readonly principals: readonly string[];
  readonly kind?: 'user' | 'host';
  /** As `ssh-keygen -V` takes it, such as `+1h` or `-2h:-1h` for one that ran out. */
  readonly validity?: string;
}

/** Signs a public key. Answers with the certificate as one line without newline. */
export async function signCertificate(request: CertificateRequest): Promise<string> {
  const { authority, publicKey, principals, kind = 'user', validity = '+1h' } = request;
  await using folder = await temporaryFolder();
  const [authorityPath, keyPath] = [`${folder.path}/ca`, `${folder.path}/key`];
  await writeFile(authorityPath, authority.privateKey, { mode: 0o600 });
  await writeFile(`${keyPath}.pub`, `${publicKey}\n`);
  const host = kind === 'host' ? ['-h'] : [];
  const args = [
    '-q',
    '-s',
    authorityPath,
    '-I',
    'testkit',
    ...host,
    '-n',
    principals.join(','),
    '-V',
    validity,
    `${keyPath}.pub`,
  ];
  await mustRun({ program: 'ssh-keygen', args });
  return (await readFile(`${keyPath}-cert.pub`, 'utf8')).trim();
}

/** A line of known_hosts: address as OpenSSH writes it (`[host]:port` unless the port is 22), then type and base64 of the key. */
export function knownHostsLine(host: string, port: number, publicKey: string): string {
  const [type = '', base64 = ''] = publicKey.split(' ');
  return `${port === 22 ? host : `[${host}]:${port}`} ${type} ${base64}`;
}
