import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  generateKey,
  type KeyPair,
  type KeyType,
  knownHostsLine,
  type SshServer,
  signCertificate,
  startServer,
  startSshd,
  temporaryFolder,
  waitUntil,
} from '@plimsoll/testkit';
import { needs } from '../../../test/setup/needs.ts';
import { addressOf, anyKey, connectTo, openClient, run } from './client.ts';
import { failureOf } from './failures.ts';

const TYPES: readonly KeyType[] = ['ed25519', 'rsa', 'ecdsa'];
let hostKeys: readonly KeyPair[];
let server: SshServer;

beforeAll(async () => {
  hostKeys = await Promise.all(TYPES.map((type) => generateKey({ type })));
  server = await startServer({
    authorizedKeys: [(await anyKey()).publicKey],
    hostKeys: hostKeys.map(({ privateKey }) => privateKey),
  });
});
afterAll(() => server.stop());

const lineFor = (key: KeyPair | undefined): string => knownHostsLine(server.host, server.port, key?.publicKey ?? '');

describe('a server whose host keys are of several types', () => {
  test.each([0, 1, 2])('is accepted by any one of them (number %i)', async (index) => {
    await using ssh = await openClient({ knownHosts: lineFor(hostKeys[index]) });
    const connection = await connectTo(ssh, server);
    expect(await run(connection, 'exit 7')).toMatchObject({ exitCode: 7 });
  });

  test('is accepted by a line without port, of a type that is not its first choice', async () => {
    await using ssh = await openClient({ knownHosts: knownHostsLine(server.host, 22, hostKeys[1]?.publicKey ?? '') });
    await expect(connectTo(ssh, server)).resolves.toBeDefined();
  });
});

describe('a server whose key is another one than expected', () => {
  test.each(TYPES.map((type, index) => ({ type, index })))(
    'is refused, with both fingerprints ($type)',
    async ({ type, index }) => {
      const other = await generateKey({ type });
      await using ssh = await openClient({ knownHosts: lineFor(other) });
      const failure = await failureOf(() => connectTo(ssh, server));
      expect(failure.code).toBe('host-key');
      expect(failure.message).toContain(
        `${server.user}@127.0.0.1:${server.port} showed another host key than expected`,
      );
      expect(failure.message).toMatch(new RegExp(`Expected by known-hosts: \\S+ ${literally(other.fingerprint)}\\.`));
      expect(failure.message).toMatch(new RegExp(`Seen: \\S+ ${literally(hostKeys[index]?.fingerprint ?? '')}\\.`));
      expect(failure.message).toContain(`ssh-keyscan -p ${server.port} 127.0.0.1`);
    },
  );

  test('is refused when it has no key of the pinned type at all', async () => {
    await using only = await startServer({
      authorizedKeys: [(await anyKey()).publicKey],
      hostKeys: [hostKeys[2]?.privateKey ?? ''],
    });
    await using ssh = await openClient({
      knownHosts: knownHostsLine(only.host, only.port, hostKeys[0]?.publicKey ?? ''),
    });
    const failure = await failureOf(() => connectTo(ssh, only));
    expect(failure.code).toBe('host-key');
    expect(failure.message).toContain(`Expected by known-hosts: ssh-ed25519 ${hostKeys[0]?.fingerprint}.`);
    expect(failure.message).toContain(`Seen: ecdsa-sha2-nistp256 ${hostKeys[2]?.fingerprint}.`);
  });

  test('is refused when its key is revoked, though another key is trusted', async () => {
    const [ed25519, rsa] = hostKeys;
    await using only = await startServer({
      authorizedKeys: [(await anyKey()).publicKey],
      hostKeys: [ed25519?.privateKey ?? ''],
    });
    const trusted = knownHostsLine(only.host, only.port, rsa?.publicKey ?? '');
    await using ssh = await openClient({ knownHosts: `${trusted}\n@revoked * ${ed25519?.publicKey}\n` });
    const failure = await failureOf(() => connectTo(ssh, only));
    expect(failure.code).toBe('host-key');
    expect(failure.message).toContain('marks as @revoked');
  });
});

test('a server that no line is about is not even connected to', async () => {
  const before = await server.counts();
  await using ssh = await openClient({ knownHosts: knownHostsLine('192.0.2.1', 22, hostKeys[0]?.publicKey ?? '') });
  const failure = await failureOf(() => connectTo(ssh, server));
  expect(failure.code).toBe('host-key');
  expect(failure.message).toContain(`No line of the input known-hosts is about [127.0.0.1]:${server.port}.`);
  expect(await server.counts()).toEqual(before);
});

const describeWithSshd = await needs('sshd');

describeWithSshd('a server', () => {
  test('with the wrong key is offered nothing', async () => {
    const before = (await server.log()).length;
    await using ssh = await openClient({ knownHosts: lineFor(await generateKey()) });
    await failureOf(() => connectTo(ssh, server));
    const log = await waitUntil(async () => (await server.log()).slice(before).includes('preauth') && server.log(), {
      deadlineMs: 60_000,
      what: 'sshd to tell the end',
    });
    expect(log.slice(before)).not.toContain('publickey');
    expect(addressOf(server).port).toBe(server.port);
  });
});

describeWithSshd('a server with a certified host key', () => {
  async function startCertified(
    principals: readonly string[],
    validity?: string,
  ): Promise<{ server: SshServer; authority: KeyPair } & AsyncDisposable> {
    const folder = await temporaryFolder();
    const [authority, hostKey] = await Promise.all([generateKey(), generateKey()]);
    const path = join(folder.path, 'host-cert.pub');
    await writeFile(
      path,
      await signCertificate({
        authority,
        publicKey: hostKey.publicKey,
        principals,
        kind: 'host',
        ...(validity === undefined ? {} : { validity }),
      }),
    );
    const certified = await startSshd({
      authorizedKeys: [(await anyKey()).publicKey],
      hostKeys: [hostKey.privateKey],
      extraConfig: [`HostCertificate ${path}`],
    });
    const dispose = async (): Promise<void> => {
      await certified.stop();
      await folder.remove();
    };
    return { server: certified, authority, [Symbol.asyncDispose]: dispose };
  }

  test('is accepted by its @cert-authority', async () => {
    await using certified = await startCertified(['127.0.0.1']);
    await using ssh = await openClient({ knownHosts: `@cert-authority 127.0.0.* ${certified.authority.publicKey}` });
    await expect(connectTo(ssh, certified.server)).resolves.toBeDefined();
  });

  test.each([
    { problem: 'for another name', principals: ['web1'], validity: '+1h', reason: 'name is not a listed principal' },
    { problem: 'that ran out', principals: ['127.0.0.1'], validity: '-2h:-1h', reason: 'expired' },
  ])('is refused with a certificate $problem', async ({ principals, validity, reason }) => {
    await using certified = await startCertified(principals, validity);
    await using ssh = await openClient({ knownHosts: `@cert-authority * ${certified.authority.publicKey}` });
    const failure = await failureOf(() => connectTo(ssh, certified.server));
    expect(failure.code).toBe('host-key');
    expect(failure.message).toContain(reason);
    expect(failure.message).toContain(certified.authority.fingerprint);
  });
});

function literally(text: string): string {
  return text.replaceAll(/[+/]/g, '\\$&');
}
