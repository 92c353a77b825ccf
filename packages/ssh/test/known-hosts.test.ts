import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { generateKey, type KeyPair, mustRun, temporaryFolder } from '@plimsoll/testkit';
import { parseHost, parseKnownHosts } from '../src/index.ts';
import { expectedKeys, formatKnownHosts, requireKnown } from '../src/known-hosts.ts';
import { failureOf } from './failures.ts';

let ed25519: KeyPair;
let rsa: KeyPair;
let ecdsa: KeyPair;
const at = (text: string): ReturnType<typeof parseHost> => parseHost(text, { user: 'deploy', port: 22 });
const lineOf = (names: string, { publicKey }: KeyPair): string => `${names} ${publicKey}`;

beforeAll(async () => {
  [ed25519, rsa, ecdsa] = await Promise.all([
    generateKey({ type: 'ed25519' }),
    generateKey({ type: 'rsa' }),
    generateKey({ type: 'ecdsa' }),
  ]);
});

describe('known hosts', () => {
  test('hold keys of every type for one host', () => {
    const known = parseKnownHosts([ed25519, rsa, ecdsa].map((key) => lineOf('web1', key)).join('\n'));
    expect(expectedKeys(known, at('web1'))).toEqual([
      `ssh-ed25519 ${ed25519.fingerprint}`,
      `ssh-rsa ${rsa.fingerprint}`,
      `ecdsa-sha2-nistp256 ${ecdsa.fingerprint}`,
    ]);
  });

  test.each([
    ['web1', 'web1'],
    ['web1', 'WEB1'],
    ['WEB1', 'web1'],
    ['web1', 'web1:2222'],
    ['[web1]:2222', 'web1:2222'],
    ['web2,web1', 'web1'],
    ['web1,192.0.2.7', '192.0.2.7'],
    ['*.example.com', 'web1.example.com'],
    ['web?', 'web1'],
    ['*,!web2', 'web1'],
    ['[*]:2222', 'web1:2222'],
    ['::1', '[::1]'],
    ['[::1]:2222', '[::1]:2222'],
    ['ssh-server', 'ssh-server'],
  ])('under the name %s count for %s', (names, host) => {
    const known = parseKnownHosts(lineOf(names, ed25519));
    expect(() => requireKnown(known, at(host))).not.toThrow();
  });

  test.each([
    ['web1', 'web2'],
    ['web1', 'web1.example.com'],
    ['[web1]:2222', 'web1'],
    ['[web1]:2222', 'web1:2223'],
    ['*.example.com', 'example.com'],
    ['w.b1', 'web1'],
    ['*,!web1', 'web1'],
    ['web??', 'web1'],
  ])('under the name %s do not count for %s', async (names, host) => {
    const known = parseKnownHosts(lineOf(names, ed25519));
    const failure = await failureOf(() => requireKnown(known, at(host)));
    expect(failure.code).toBe('host-key');
  });

  test('that are hashed by OpenSSH are recognised', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'known_hosts');
    await writeFile(path, `${lineOf('web1', ed25519)}\n${lineOf('[web2]:2222', rsa)}\n`);
    await mustRun({ program: 'ssh-keygen', args: ['-q', '-H', '-f', path] });
    const text = await readFile(path, 'utf8');
    // Keys are random letters, in which any name may stand.
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^\|1\|\S+ ssh-/u);
    const known = parseKnownHosts(text);
    expect(expectedKeys(known, at('web1'))).toEqual([`ssh-ed25519 ${ed25519.fingerprint}`]);
    expect(expectedKeys(known, at('web2:2222'))).toEqual([`ssh-rsa ${rsa.fingerprint}`]);
    expect(expectedKeys(known, at('web3'))).toEqual([]);
  });

  test('with a certificate authority count for what it certifies', () => {
    const known = parseKnownHosts(`@cert-authority *.example.com ${ed25519.publicKey}`);
    expect(expectedKeys(known, at('web1.example.com'))).toEqual([
      `any key certified by ssh-ed25519 ${ed25519.fingerprint}`,
    ]);
  });

  test('that are revoked count for nothing, and take the same key away from other lines', async () => {
    const known = parseKnownHosts(`${lineOf('web1', ed25519)}\n@revoked * ${ed25519.publicKey}\n`);
    expect((await failureOf(() => requireKnown(known, at('web1')))).code).toBe('host-key');
  });

  test('may have comments, blank lines, indentation, Windows line ends, and a literal \\n', () => {
    const lines = ['# web1:22 SSH-2.0-OpenSSH_9.2p1', '', `  ${lineOf('web1', ed25519)}  `, lineOf('web2', rsa)];
    for (const glue of ['\n', '\r\n', '\\n']) {
      const known = parseKnownHosts(lines.join(glue));
      expect(expectedKeys(known, at('web1'))).toHaveLength(1);
      expect(expectedKeys(known, at('web2'))).toHaveLength(1);
    }
  });

  test.each<readonly [string, () => string, string]>([
    ['a bare public key', () => ed25519.publicKey, 'is a public key without the host in front of it'],
    ['words', () => 'Host key verification failed.', 'has no key type'],
    ['a cut key', () => lineOf('web1', ed25519).slice(0, 40), 'has a damaged ssh-ed25519 key'],
    [
      'a key of another type than its name',
      () => `web1 ssh-rsa ${ed25519.publicKey.split(' ')[1]}`,
      'has a damaged ssh-rsa key',
    ],
    ['an unknown marker', () => `@trusted ${lineOf('web1', ed25519)}`, 'has the unknown marker "@trusted"'],
    ['a damaged hash', () => `|1|abc ${ed25519.publicKey}`, 'has a damaged hashed host'],
  ])('with %s are refused, and the line is named', async (_, line, problem) => {
    const failure = await failureOf(() => parseKnownHosts(`${lineOf('web0', ed25519)}\n${line()}\n`));
    expect(failure.code).toBe('input');
    expect(failure.message).toContain(`line 2 ${problem}`);
  });

  test('without a line for the host say how to get and check it', async () => {
    const failure = await failureOf(() => requireKnown(parseKnownHosts(''), at('web1:2222')));
    expect(failure.message).toContain('No line of the input known-hosts is about [web1]:2222.');
    expect(failure.message).toContain('`ssh-keyscan -p 2222 web1`');
    expect(failure.message).toContain('compare its fingerprint');
  });

  test('are written so that a line without port is also found for the port that is used', () => {
    const text = formatKnownHosts(parseKnownHosts(lineOf('web1', rsa)), [at('web1:2222'), at('web9')]);
    const [type, base64] = rsa.publicKey.split(' ');
    expect(text).toBe(`web1 ${type} ${base64}\n[web1]:2222 ${type} ${base64}\n`);
  });
});
