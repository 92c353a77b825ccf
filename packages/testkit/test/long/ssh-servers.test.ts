import { spawn } from 'node:child_process';
import { access, readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { needs, SHELLS } from '../../../../test/setup/needs.ts';
import type {
  CommandResult,
  KeyPair,
  ShellKind,
  SshServer,
  SshServerRequest,
  TemporaryFolder,
} from '../../src/index.ts';
import {
  createRunner,
  generateKey,
  isAlive,
  runCommand,
  signCertificate,
  startFaultProxy,
  startNodeSsh,
  startSshd,
  temporaryFolder,
  waitUntil,
} from '../../src/index.ts';

interface Client {
  readonly folder: TemporaryFolder;
  readonly key: KeyPair;
}

let client: Client;
beforeAll(async () => {
  client = { folder: await temporaryFolder(), key: await generateKey() };
  await writeFile(`${client.folder.path}/key`, client.key.privateKey, { mode: 0o600 });
});
afterAll(async () => client.folder.remove());

function sshArgs(server: SshServer, options: readonly string[] = [], port = server.port): string[] {
  const own = [
    'IdentitiesOnly=yes',
    'BatchMode=yes',
    'StrictHostKeyChecking=yes',
    `UserKnownHostsFile=${knownHosts(server)}`,
    ...options,
  ];
  return [
    '-F',
    'none',
    '-p',
    `${port}`,
    '-i',
    `${client.folder.path}/key`,
    ...own.flatMap((option) => ['-o', option]),
    `${server.user}@127.0.0.1`,
  ];
}

function knownHosts(server: SshServer): string {
  return `${client.folder.path}/known-${server.port}`;
}

async function begin(
  start: (request: SshServerRequest) => Promise<SshServer>,
  tools: Partial<SshServerRequest> = {},
): Promise<SshServer> {
  const server = await start({ authorizedKeys: [client.key.publicKey], ...tools });
  await writeFile(knownHosts(server), server.knownHosts());
  return server;
}

function ssh(server: SshServer, command: string, input = ''): Promise<CommandResult> {
  return runCommand({ program: 'ssh', args: [...sshArgs(server), command], input });
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

type Start = (request: SshServerRequest) => Promise<SshServer>;

// On a machine without sshd the server in Node stands in for it; the packages' own tests run against whichever there is.
function testsOf(kind: SshServer['kind'], start: Start): void {
  test('passes input, both outputs and the exit code', async () => {
    await using server = await begin(start);
    const result = await ssh(server, 'cat; echo trouble >&2; exit 7', 'a\0b');
    expect(server.kind).toBe(kind);
    expect(result).toMatchObject({ exitCode: 7, stdout: 'a\0b', stderr: 'trouble\n' });
  });

  test('carries megabytes in both directions unharmed', async () => {
    await using server = await begin(start);
    const text = 'x'.repeat(5_000_000);
    const { stdout, exitCode } = await ssh(server, 'cat', text);
    expect([exitCode, stdout === text]).toEqual([0, true]);
  });

  test('counts connections and executions, several over one connection too', async () => {
    await using server = await begin(start);
    const control = [`ControlPath=${client.folder.path}/c-%p`, 'ControlMaster=auto', 'ControlPersist=yes'];
    const run = (command: string): Promise<CommandResult> =>
      runCommand({ program: 'ssh', args: [...sshArgs(server, control), command] });
    const first = spawn('ssh', [...sshArgs(server, control), 'true'], { stdio: 'ignore' });
    await waitUntil(() => first.exitCode !== null, { deadlineMs: 60_000, what: 'the first command' });
    const codes = await Promise.all(['exit 1', 'exit 2', 'exit 3'].map(run));
    expect(codes.map(({ exitCode }) => exitCode)).toEqual([1, 2, 3]);
    expect(await server.counts()).toEqual({ connections: 1, executions: 4 });
    await runCommand({ program: 'ssh', args: ['-O', 'exit', ...sshArgs(server, control)] });
    await ssh(server, 'true');
    expect(await server.counts()).toEqual({ connections: 2, executions: 5 });
  });

  test('refuses a key that it does not know', async () => {
    await using server = await begin(start, { authorizedKeys: [(await generateKey()).publicKey] });
    const { exitCode, stderr } = await ssh(server, 'true');
    expect([exitCode, stderr]).toEqual([255, expect.stringContaining('Permission denied (publickey)')]);
    expect(await server.counts()).toEqual({ connections: 1, executions: 0 });
  });

  test('lets in by every type of key', async () => {
    const keys = await Promise.all([generateKey({ type: 'rsa' }), generateKey({ type: 'ecdsa' })]);
    await using server = await begin(start, { authorizedKeys: keys.map(({ publicKey }) => publicKey) });
    for (const { type, privateKey } of keys) {
      await writeFile(`${client.folder.path}/${type}`, privateKey, { mode: 0o600 });
      const args = ['-i', `${client.folder.path}/${type}`, ...sshArgs(server), 'echo in'];
      expect((await runCommand({ program: 'ssh', args })).stdout).toBe('in\n');
    }
  });

  test('reports a signal that ended the command', async () => {
    await using server = await begin(start);
    const { exitCode, stderr } = await runCommand({
      program: 'ssh',
      args: ['-v', ...sshArgs(server), 'kill -TERM $$'],
    });
    expect(exitCode).toBe(255);
    expect(stderr).toContain('rtype exit-signal');
  });

  test('ends the input of a command whose client is gone, and sends it no signal', async () => {
    await using server = await begin(start);
    await using proxy = await startFaultProxy({ target: server });
    await writeFile(knownHosts(server), server.knownHosts(proxy));
    const mark = `${client.folder.path}/mark-${kind}`;
    const program = `trap 'echo hup >${mark}.hup' HUP; echo ready; cat >/dev/null; echo end >${mark}`;
    const child = spawn('ssh', [...sshArgs(server, [], proxy.port), program], { stdio: ['pipe', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
    await waitUntil(() => said === 'ready\n', { deadlineMs: 60_000, what: 'the command to start' });
    proxy.cut();
    await waitUntil(() => exists(mark), { deadlineMs: 60_000, what: 'the command to see the end of its input' });
    expect([await readFile(mark, 'utf8'), await exists(`${mark}.hup`)]).toEqual(['end\n', false]);
  });

  test('ends everything with itself, also what detached from its session', async () => {
    const server = await begin(start);
    const { stdout } = await ssh(server, 'setsid sleep 600 >/dev/null 2>&1 </dev/null & echo $!');
    const pid = Number(stdout);
    expect(await isAlive(pid)).toBe(true);
    await server.stop();
    expect(await isAlive(pid)).toBe(false);
  });

  test('runs sessions without privileges where root asks for it, and says when it cannot', async () => {
    const asNobody = async (): Promise<string> => {
      await using server = await begin(start, { asUser: 65_534 });
      return (await ssh(server, 'exec sh -c "id -u; touch /etc/plimsoll-was-here"')).stdout;
    };
    if (userInfo().uid === 0) expect(await asNobody()).toBe('65534\n');
    else await expect(asNobody()).rejects.toThrow('Only root');
    expect(await exists('/etc/plimsoll-was-here')).toBe(false);
  });

  test('hides the commands it is told to hide', async () => {
    await using server = await begin(start, { without: ['tar'] });
    expect((await ssh(server, 'command -v tar; command -v cat')).stdout).toMatch(/^\S+\/cat\n$/);
  });
}

describe('the node server', () => testsOf('node', startNodeSsh));

const describeWithSshd = await needs('sshd');
describeWithSshd('the openssh server', () => testsOf('openssh', startSshd));

function testOf(shell: ShellKind, start: Start): void {
  test('is played', async () => {
    await using server = await begin(start, { shell, commands: { systemctl: '#!/bin/sh\necho fake "$@"\n' } });
    const { stdout } = await ssh(server, "sh -c 'readlink /proc/$$/exe; systemctl status; command -v tar'");
    const [exe, fake, tar] = stdout.split('\n');
    expect(exe).toMatch(new RegExp(`/${shell}$`));
    expect(fake).toBe('fake status');
    // Some builds of busybox look among their applets first, and those have no path.
    expect(tar).toMatch(shell === 'busybox' ? /(^|\/busybox\/)tar$/ : /^\/(usr\/)?bin\/tar$/);
  });
}

for (const shell of SHELLS) {
  const describeWithShell = await needs(shell);
  describeWithShell(`a node server whose sh is ${shell}`, () => testOf(shell, startNodeSsh));
  const describeWithBoth = await needs(shell, 'sshd');
  describeWithBoth(`an openssh server whose sh is ${shell}`, () => testOf(shell, startSshd));
}

describe('keys', () => {
  test('can be encrypted, and make certificates', async () => {
    const authority = await generateKey();
    const key = await generateKey({ passphrase: 'open sesame' });
    const certificate = await signCertificate({ authority, publicKey: key.publicKey, principals: ['deploy'] });
    expect(certificate).toMatch(/^ssh-ed25519-cert-v01@openssh\.com /);
    expect(key.privateKey).toMatch(/^-----BEGIN OPENSSH PRIVATE KEY-----\n/);
    expect(key.fingerprint).toMatch(/^SHA256:/);
  });
});

test('a runner and its temporary folder disappear together', async () => {
  const runner = await createRunner();
  const path = runner.temp;
  await runner[Symbol.asyncDispose]();
  expect(await exists(path)).toBe(false);
});
