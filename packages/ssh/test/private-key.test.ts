import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { generateKey, type KeyPair, runCommand, temporaryFolder } from '@plimsoll/testkit';
import * as fc from 'fast-check';
import { parsePrivateKey } from '../src/index.ts';
import { fingerprintOf } from '../src/key-blob.ts';
import { failureOf } from './failures.ts';

let key: KeyPair;
let encrypted: KeyPair;
let pem: KeyPair;
let encryptedPem: KeyPair;

beforeAll(async () => {
  [key, encrypted, pem, encryptedPem] = await Promise.all([
    generateKey(),
    generateKey({ passphrase: 'open sesame' }),
    generateKey({ type: 'rsa', format: 'pem' }),
    generateKey({ type: 'rsa', format: 'pem', passphrase: 'open sesame' }),
  ]);
});

/** Fingerprint of the public half as ssh-keygen finds it in a private key text: shows that OpenSSH reads it. */
async function fingerprintBySshKeygen(text: string, passphrase: string): Promise<string> {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'key');
  await writeFile(path, text, { mode: 0o600 });
  const { stdout, stderr } = await runCommand({ program: 'ssh-keygen', args: ['-y', '-P', passphrase, '-f', path] });
  const [, base64] = stdout.split(' ');
  return base64 === undefined ? stderr : fingerprintOf(Buffer.from(base64, 'base64'));
}

const oneLine = (text: string, glue: string): string => text.trim().split('\n').join(glue);
const indented = (text: string): string => text.replaceAll(/^/gm, '    ');
const DAMAGES: readonly (readonly [string, (text: string) => string])[] = [
  ['nothing', (text) => text],
  ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
  ['old Mac line ends', (text) => text.replaceAll('\n', '\r')],
  ['no final newline', (text) => text.trimEnd()],
  ['blank lines and spaces around it', (text) => `\n\n  ${text} \n\n`],
  ['indentation', indented],
  ['spaces at line ends', (text) => text.replaceAll('\n', '  \n')],
  ['a blank line between all lines', (text) => text.replaceAll('\n', '\n\n')],
  ['double quotes around it', (text) => `"${text.trim()}"`],
  ['single quotes around it', (text) => `'${text}'`],
  ['a literal \\n in place of line ends', (text) => oneLine(text, '\\n')],
  ['a literal \\n and quotes', (text) => `"${oneLine(text, '\\n')}\\n"`],
  ['a literal \\r\\n in place of line ends', (text) => oneLine(text, '\\r\\n')],
  ['spaces in place of line ends', (text) => oneLine(text, ' ')],
  ['tabs in place of line ends', (text) => oneLine(text, '\t')],
  ['a byte order mark', (text) => `\uFEFF${text}`],
  ['a comment above it', (text) => `deployment key\n${text}`],
  ['base64 around everything', (text) => Buffer.from(text).toString('base64')],
  ['wrapped base64 around everything', (text) => Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\n')],
];

describe('a private key that was pasted with', () => {
  test.each(DAMAGES)('%s is read as it was meant', async (_, damage) => {
    expect(parsePrivateKey(damage(key.privateKey), '')).toEqual(parsePrivateKey(key.privateKey, ''));
    const repaired = parsePrivateKey(damage(pem.privateKey), '').text;
    expect(await fingerprintBySshKeygen(repaired, '')).toBe(pem.fingerprint);
    const repairedEncrypted = parsePrivateKey(damage(encryptedPem.privateKey), 'open sesame').text;
    expect(await fingerprintBySshKeygen(repairedEncrypted, 'open sesame')).toBe(encryptedPem.fingerprint);
  });

  test('any of this leaves a key that OpenSSH reads, with its public half known', async () => {
    const parsed = parsePrivateKey(oneLine(key.privateKey, ' '), '');
    expect(await fingerprintBySshKeygen(parsed.text, '')).toBe(key.fingerprint);
    expect(fingerprintOf(parsed.publicKey?.blob ?? Buffer.alloc(0))).toBe(key.fingerprint);
    expect(parsed.publicKey?.type).toBe('ssh-ed25519');
  });
});

describe('a private key', () => {
  test('is known to be encrypted in OpenSSH format, as PEM and as PKCS #8', () => {
    expect(parsePrivateKey(key.privateKey, '').encrypted).toBe(false);
    expect(parsePrivateKey(pem.privateKey, '').encrypted).toBe(false);
    expect(parsePrivateKey(encrypted.privateKey, 'x').encrypted).toBe(true);
    expect(parsePrivateKey(encryptedPem.privateKey, 'x').encrypted).toBe(true);
    const pkcs8 = '-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n';
    expect(parsePrivateKey(pkcs8, 'x').encrypted).toBe(true);
  });

  test.each(['OpenSSH', 'PEM'] as const)('that is encrypted (%s) needs a passphrase', async (format) => {
    const { privateKey } = format === 'PEM' ? encryptedPem : encrypted;
    const failure = await failureOf(() => parsePrivateKey(privateKey, ''));
    expect(failure.code).toBe('input');
    expect(failure.message).toContain('is encrypted. Set the input passphrase');
  });

  test.each<readonly [string, () => string, string]>([
    ['nothing', () => '', 'is empty'],
    ['blanks', () => ' \n\t ', 'is empty'],
    ['two quotes', () => '""', 'is empty'],
    ['a public key', () => key.publicKey, 'is a public key (the .pub file)'],
    ['a public key in RFC 4716 form', () => '---- BEGIN SSH2 PUBLIC KEY ----\nAAAA', 'is a public key'],
    ['a public key as PEM', () => '-----BEGIN PUBLIC KEY-----\nAAAA', 'is a public key'],
    [
      'a certificate',
      () => 'ssh-ed25519-cert-v01@openssh.com AAAA me',
      'is a certificate. Put it into the input certificate',
    ],
    ['an X.509 certificate', () => '-----BEGIN CERTIFICATE-----\nAAAA', 'is an X.509 certificate'],
    [
      'a PuTTY key',
      () => 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none',
      'is in PuTTY format (.ppk). Export it',
    ],
    ['a DSA key', () => '-----BEGIN DSA PRIVATE KEY-----\nAAAA', 'is a DSA key'],
    ['a path', () => '~/.ssh/id_ed25519', 'has no "-----BEGIN … PRIVATE KEY-----" line'],
    ['the base64 alone', () => key.privateKey.split('\n').slice(1, -2).join('\n'), 'has no "-----BEGIN'],
    ['an unknown kind', () => '-----BEGIN SSH2 ENCRYPTED PRIVATE KEY-----\nAAAA', 'which OpenSSH does not read'],
    ['no last line', () => key.privateKey.split('\n').slice(0, -2).join('\n'), 'is cut off'],
    ['a missing line', () => key.privateKey.split('\n').toSpliced(2, 1).join('\n'), 'is damaged'],
    ['a mask in it', () => key.privateKey.replace(/\n.{70}\n/, '\n***\n'), 'is damaged'],
    ['two keys', () => key.privateKey + key.privateKey, 'holds 2 private keys'],
    [
      'nothing between its lines',
      () => '-----BEGIN OPENSSH PRIVATE KEY-----\n-----END OPENSSH PRIVATE KEY-----',
      'is damaged',
    ],
  ])('that holds %s is named in one message', async (_, text, problem) => {
    const failure = await failureOf(() => parsePrivateKey(text(), 'x'));
    expect(failure.code).toBe('input');
    expect(failure.message).toContain(problem);
    expect(failure.message).toMatch(/^The private key \(input private-key\) [^\n]+$/);
  });

  test('is never part of a message, whatever is done to it', async () => {
    const secrets = key.privateKey
      .split('\n')
      .slice(1, -2)
      .map((line) => line.slice(0, 24));
    await fc.assert(
      fc.asyncProperty(fc.nat(key.privateKey.length - 2), fc.string({ maxLength: 3 }), async (at, inserted) => {
        const broken = key.privateKey.slice(0, at) + inserted;
        const failure = await failureOf(() => parsePrivateKey(broken, ''));
        for (const secret of secrets) expect(failure.message).not.toContain(secret);
      }),
    );
  });
});
