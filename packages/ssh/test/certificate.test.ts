import { beforeAll, describe, expect, test } from '@jest/globals';
import { generateKey, type KeyPair, type KeyType, signCertificate } from '@plimsoll/testkit';
import { certificateProblems } from '../src/certificate.ts';
import { parseCertificate } from '../src/index.ts';
import { failureOf } from './failures.ts';

let authority: KeyPair;
beforeAll(async () => {
  authority = await generateKey();
});

describe('a certificate', () => {
  test.each<KeyType>(['ed25519', 'rsa', 'ecdsa'])('for a key of type %s is read in full', async (type) => {
    const key = await generateKey({ type });
    const text = await signCertificate({
      authority,
      publicKey: key.publicKey,
      principals: ['deploy', 'root'],
      validity: '20260101000000Z:20270101000000Z',
    });
    const certificate = parseCertificate(`\n${text} a comment\r\n`);
    expect(certificate).toMatchObject({
      keyId: 'testkit',
      principals: ['deploy', 'root'],
      keyFingerprint: key.fingerprint,
      authorityFingerprint: authority.fingerprint,
      validAfter: BigInt(Date.UTC(2026, 0, 1) / 1000),
      validBefore: BigInt(Date.UTC(2027, 0, 1) / 1000),
    });
    expect(certificate.text.split(' ')).toHaveLength(2);
  });

  test('for hosts is refused', async () => {
    const text = await signCertificate({
      authority,
      publicKey: authority.publicKey,
      principals: ['web1'],
      kind: 'host',
    });
    const failure = await failureOf(() => parseCertificate(text));
    expect(failure.code).toBe('input');
    expect(failure.message).toContain('is a host certificate');
  });

  test.each<readonly [string, () => string | Promise<string>, string]>([
    ['nothing', () => '', 'is not an OpenSSH certificate'],
    ['a public key', () => authority.publicKey, 'is not an OpenSSH certificate'],
    ['a private key', () => authority.privateKey, 'is not an OpenSSH certificate'],
    ['a name alone', () => 'ssh-ed25519-cert-v01@openssh.com', 'is damaged'],
    [
      'a cut certificate',
      async () =>
        (await signCertificate({ authority, publicKey: authority.publicKey, principals: ['a'] }))
          .split(' ')
          .slice(0, 2)
          .join(' ')
          .slice(0, 200),
      'is damaged',
    ],
  ])('that holds %s is refused without showing it', async (_, text, problem) => {
    const input = await text();
    const failure = await failureOf(() => parseCertificate(input));
    expect(failure.code).toBe('input');
    expect(failure.message).toContain(problem);
    expect(failure.message).not.toContain('BEGIN');
  });

  test('explains a refusal by its validity and its principals', async () => {
    const validity = '20260101000000Z:20270101000000Z';
    const text = await signCertificate({ authority, publicKey: authority.publicKey, principals: ['deploy'], validity });
    const certificate = parseCertificate(text);
    const during = new Date('2026-06-01T00:00:00Z');
    expect(certificateProblems(certificate, 'deploy', during)).toEqual([]);
    expect(certificateProblems(certificate, 'deploy', new Date('2027-01-01T00:00:00Z'))).toEqual([
      'The certificate expired at 2027-01-01T00:00:00Z.',
    ]);
    expect(certificateProblems(certificate, 'deploy', new Date('2025-12-31T23:59:59Z'))).toEqual([
      'The certificate is not valid before 2026-01-01T00:00:00Z.',
    ]);
    expect(certificateProblems(certificate, 'root', during)).toEqual([
      'The certificate is for deploy, the user is root: that works only where the server maps principals.',
    ]);
  });
});
