import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  generateKey,
  type KeyPair,
  type KeyType,
  mustRun,
  type SshServer,
  signCertificate,
  startServer,
  startSshd,
  type TemporaryFolder,
  temporaryFolder,
} from '@plimsoll/testkit';
import { needs } from '../../../test/setup/needs.ts';
import { connectTo, openClient, run } from './client.ts';
import { failureOf } from './failures.ts';

const TYPES: readonly KeyType[] = ['ed25519', 'rsa', 'ecdsa'];
const PASSPHRASE = `it's "a" $(passphrase) with \\ and é`;
let keys: readonly KeyPair[];
let encrypted: readonly KeyPair[];
let server: SshServer;

beforeAll(async () => {
  keys = await Promise.all(TYPES.map((type) => generateKey({ type })));
  encrypted = await Promise.all([
    generateKey({ passphrase: PASSPHRASE }),
    generateKey({ passphrase: PASSPHRASE, type: 'rsa', format: 'pem' }),
    generateKey({ passphrase: PASSPHRASE, type: 'ecdsa', format: 'pem' }),
  ]);
  server = await startServer({ authorizedKeys: [...keys, ...encrypted].map(({ publicKey }) => publicKey) });
});
afterAll(() => server.stop());

describe('a key', () => {
  test.each([0, 1, 2])('of each type gets in (number %i)', async (index) => {
    await using ssh = await openClient({ privateKey: keys[index]?.privateKey ?? '', knownHosts: server.knownHosts() });
    expect(await run(await connectTo(ssh, server), 'exit 0')).toMatchObject({ exitCode: 0 });
  });

  test.each([0, 1, 2])('with a passphrase gets in, in OpenSSH and in PEM format (number %i)', async (index) => {
    const privateKey = encrypted[index]?.privateKey ?? '';
    await using ssh = await openClient({ privateKey, passphrase: PASSPHRASE, knownHosts: server.knownHosts() });
    expect(await run(await connectTo(ssh, server), 'exit 0')).toMatchObject({ exitCode: 0 });
  });

  test('that was pasted in one line with Windows line ends gets in', async () => {
    const privateKey = keys[1]?.privateKey.replaceAll('\n', '\\r\\n') ?? '';
    await using ssh = await openClient({ privateKey, knownHosts: server.knownHosts() });
    await expect(connectTo(ssh, server)).resolves.toBeDefined();
  });

  test.each([0, 1, 2])('with a wrong passphrase is refused before connecting (number %i)', async (index) => {
    const privateKey = encrypted[index]?.privateKey ?? '';
    const failure = await failureOf(() =>
      openClient({ privateKey, passphrase: 'wrong', knownHosts: server.knownHosts() }),
    );
    expect(failure.code).toBe('input');
    expect(failure.message).toContain('The passphrase (input passphrase) does not open the private key.');
    expect(failure.message).not.toContain('wrong');
  });

  test('that ssh-add does not take is refused with what it says', async () => {
    const privateKey = `-----BEGIN EC PRIVATE KEY-----\n${Buffer.from('nonsense').toString('base64')}\n-----END EC PRIVATE KEY-----\n`;
    const failure = await failureOf(() => openClient({ privateKey, knownHosts: server.knownHosts() }));
    expect(failure.code).toBe('input');
    expect(failure.message).toContain('ssh-add does not take the private key (input private-key): Error loading key');
  });
});

test('a PKCS #8 key gets in', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'key');
  await writeFile(path, keys[1]?.privateKey ?? '', { mode: 0o600 });
  await mustRun({ program: 'ssh-keygen', args: ['-q', '-p', '-m', 'PKCS8', '-N', '', '-f', path] });
  const privateKey = await readFile(path, 'utf8');
  expect(privateKey).toContain('BEGIN PRIVATE KEY');
  await using ssh = await openClient({ privateKey, knownHosts: server.knownHosts() });
  await expect(connectTo(ssh, server)).resolves.toBeDefined();
});

const describeWithSshd = await needs('sshd');

describeWithSshd('a key', () => {
  test('that the server does not know is named, with the user and the methods that the server offers', async () => {
    await using server = await startSshd({ authorizedKeys: [], extraConfig: ['PasswordAuthentication yes'] });
    const stranger = await generateKey();
    await using ssh = await openClient({ privateKey: stranger.privateKey, knownHosts: server.knownHosts() });
    const failure = await failureOf(() => connectTo(ssh, server));
    expect(failure.code).toBe('authentication');
    expect(failure.message).toContain(
      `127.0.0.1:${server.port} did not let the user ${server.user} in with the key ssh-ed25519 ${stranger.fingerprint}; the server offers: publickey, password.`,
    );
    expect(failure.message).toContain(`~${server.user}/.ssh/authorized_keys`);
  });

  test('is no use where the server does not take keys', async () => {
    await using passwords = await startSshd({
      authorizedKeys: [keys[0]?.publicKey ?? ''],
      extraConfig: ['PubkeyAuthentication no', 'PasswordAuthentication yes'],
    });
    await using ssh = await openClient({ privateKey: keys[0]?.privateKey ?? '', knownHosts: passwords.knownHosts() });
    const failure = await failureOf(() => connectTo(ssh, passwords));
    expect(failure.code).toBe('authentication');
    expect(failure.message).toContain('the server offers: password. It does not offer publickey');
  });

  test('that is not enough for the server is told apart', async () => {
    const extraConfig = ['AuthenticationMethods publickey,password', 'PasswordAuthentication yes'];
    await using demanding = await startSshd({ authorizedKeys: [keys[0]?.publicKey ?? ''], extraConfig });
    await using ssh = await openClient({ privateKey: keys[0]?.privateKey ?? '', knownHosts: demanding.knownHosts() });
    const failure = await failureOf(() => connectTo(ssh, demanding));
    expect(failure.code).toBe('authentication');
    expect(failure.message).toContain('The key was accepted, but the server wants a second proof');
  });
});

describeWithSshd('a certificate', () => {
  let authority: KeyPair;
  let folder: TemporaryFolder;
  let server: SshServer;
  beforeAll(async () => {
    authority = await generateKey();
    folder = await temporaryFolder();
    const path = join(folder.path, 'authority.pub');
    await writeFile(path, `${authority.publicKey}\n`);
    server = await startSshd({ authorizedKeys: [], extraConfig: [`TrustedUserCAKeys ${path}`] });
  });
  afterAll(async () => {
    await server.stop();
    await folder.remove();
  });

  test.each(TYPES)('of our authority lets a key of type %s in', async (type) => {
    const key = await generateKey({ type });
    const certificate = await signCertificate({ authority, publicKey: key.publicKey, principals: [server.user] });
    await using ssh = await openClient({ privateKey: key.privateKey, certificate, knownHosts: server.knownHosts() });
    expect(await run(await connectTo(ssh, server), 'exit 0')).toMatchObject({ exitCode: 0 });
    expect(await server.log()).toContain(`CA ED25519 ${authority.fingerprint}`);
  });

  test.each([
    ['that ran out', { validity: '-2h:-1h' }, 'The certificate expired at 2'],
    ['that is not valid yet', { validity: '+1h:+2h' }, 'The certificate is not valid before 2'],
    ['for another user', { principals: ['somebody'] }, 'The certificate is for somebody, the user is'],
  ])('%s is named as the reason', async (_, request, reason) => {
    const key = await generateKey();
    const certificate = await signCertificate({
      authority,
      publicKey: key.publicKey,
      principals: [server.user],
      ...request,
    });
    await using ssh = await openClient({ privateKey: key.privateKey, certificate, knownHosts: server.knownHosts() });
    const failure = await failureOf(() => connectTo(ssh, server));
    expect(failure.code).toBe('authentication');
    expect(failure.message).toContain('with certificate "testkit"');
    expect(failure.message).toContain(reason);
  });

  test('for another key is refused before connecting', async () => {
    const [key, other] = await Promise.all([generateKey(), generateKey()]);
    const certificate = await signCertificate({ authority, publicKey: other.publicKey, principals: [server.user] });
    const failure = await failureOf(() => openClient({ privateKey: key.privateKey, certificate }));
    expect(failure.code).toBe('input');
    expect(failure.message).toContain(
      `is for another key (${other.fingerprint}) than private-key (${key.fingerprint})`,
    );
  });
});
