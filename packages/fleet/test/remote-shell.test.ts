import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RemoteEnd } from '@plimsoll/probe';
import { type Connection, openSsh, type Ssh } from '@plimsoll/ssh';
import { generateKey, type SshServer, startServer, type TemporaryFolder, temporaryFolder } from '@plimsoll/testkit';
import { describeOnShells } from '../../../test/setup/needs.ts';
import { createRemoteShell } from '../src/remote-shell.ts';

const LIMITS = { timeoutMs: 20_000, outputBytes: 1000 };

await describeOnShells('a server with', (shell) => {
  let folder: TemporaryFolder;
  let server: SshServer;
  let ssh: Ssh;
  let connection: Connection;
  beforeAll(async () => {
    folder = await temporaryFolder();
    const key = await generateKey();
    server = await startServer({ authorizedKeys: [key.publicKey], shell });
    ssh = await openSsh({
      privateKey: key.privateKey,
      passphrase: '',
      certificate: '',
      knownHosts: server.knownHosts(),
      proxyJump: [],
      connectTimeoutMs: 10_000,
      temporaryFolder: folder.path,
    });
    const { host, port, user } = server;
    connection = await ssh.connect({ label: 'web1', host, port, user }, new AbortController().signal);
  });
  afterAll(async () => {
    await ssh.close();
    await server.stop();
    await folder.remove();
  });

  const run = (program: string, args: Readonly<Record<string, string>> = {}, limits = LIMITS): Promise<RemoteEnd> =>
    createRemoteShell(connection).run(program, args, limits);

  test('tells output, errors and status of a program', async () => {
    const end = await run('printf "said: %s" "$arg_text"; echo trouble >&2; exit 7', { text: "a 'b'\n$(id) ünï \\n" });
    expect(end).toEqual({
      status: 7,
      signal: null,
      stdout: "said: a 'b'\n$(id) ünï \\n",
      stderr: 'trouble\n',
      timedOut: false,
    });
  });

  test('tells a program that a signal ended', async () => {
    const end = await run('kill -s TERM $$');
    expect(end).toMatchObject({ status: null, signal: 'signal 15' });
  });

  test('ends a program that takes too long, with what it started', async () => {
    const end = await run('sleep 100 & wait', {}, { ...LIMITS, timeoutMs: 1000 });
    expect(end).toMatchObject({ status: null, timedOut: true });
  });

  test('keeps so much of the output, and lets the program go on', async () => {
    const end = await run('i=0; while [ $i -lt 500 ]; do echo 1234567890; i=$((i + 1)); done; exit 3');
    expect(end.status).toBe(3);
    expect(end.stdout.length).toBeLessThanOrEqual(1000);
    expect(end.stdout.length).toBeGreaterThan(980);
  });

  test('gives it nothing to read, and no argument of another program', async () => {
    const end = await run('read -r line || echo "nothing, $arg_a, ${arg_b-unset}"', { a: '1' });
    expect(end).toMatchObject({ status: 0, stdout: 'nothing, 1, unset' });
  });
});
