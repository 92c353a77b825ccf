import { spawn } from 'node:child_process';
import { access, constants, mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  findProgram,
  generateKey,
  isAlive,
  type SshServer,
  startServer,
  temporaryFolder,
  waitUntil,
} from '@plimsoll/testkit';
import { discardSshFolder } from '../src/index.ts';
import { anyKey, connectTo, MACHINE, openClient, run } from './client.ts';
import { allEnded, PROCESSES, processesOf } from './client-processes.ts';
import { failureOf } from './failures.ts';

const DEADLINE = { deadlineMs: 60_000 };
const RUNNER = fileURLToPath(new URL('runner.ts', import.meta.url));
let server: SshServer;

beforeAll(async () => {
  server = await startServer({ authorizedKeys: [(await anyKey()).publicKey] });
});
afterAll(() => server.stop());

async function contentsOf(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1').catch(() => '')));
  return new Map(names.map((name, index) => [name, texts[index] ?? '']));
}

describe('on the disk of the runner', () => {
  test('there is one folder for this user alone, without private key or passphrase, and gone after close', async () => {
    await using place = await temporaryFolder();
    const key = await generateKey({ passphrase: 'open sesame' });
    await using own = await startServer({ authorizedKeys: [key.publicKey] });
    const ssh = await openClient({
      privateKey: key.privateKey,
      passphrase: 'open sesame',
      knownHosts: own.knownHosts(),
      temporaryFolder: place.path,
    });
    await run(await connectTo(ssh, own), 'echo hello');
    expect(await readdir(place.path)).toEqual([ssh.folder.slice(place.path.length + 1)]);
    expect((await stat(ssh.folder)).mode & 0o777).toBe(0o700);
    const secrets = key.privateKey
      .split('\n')
      .slice(1, -2)
      .map((line) => line.slice(0, 32));
    for (const [name, text] of await contentsOf(ssh.folder)) {
      for (const secret of [...secrets, 'open sesame']) expect(`${name}: ${text}`).not.toContain(secret);
    }
    await ssh.close();
    expect(await readdir(place.path)).toEqual([]);
  });

  test('nothing stays after a key that was refused', async () => {
    await using place = await temporaryFolder();
    const key = await generateKey({ passphrase: 'right' });
    await failureOf(() => openClient({ privateKey: key.privateKey, passphrase: 'wrong', temporaryFolder: place.path }));
    expect(await readdir(place.path)).toEqual([]);
  });

  test('only our own configuration is read', async () => {
    await using ssh = await openClient({ knownHosts: server.knownHosts() });
    await connectTo(ssh, server);
    const log = await readFile(join(ssh.folder, 'h1.log'), 'utf8');
    expect(log.match(/Reading configuration data .*/g)).toEqual(['Reading configuration data h1.conf']);
    for (const file of log.match(/identity file \S+/g) ?? []) expect(file).toMatch(/^identity file key\.pub(-cert)?$/);
  });

  test('a folder whose name has blanks, quotes and a percent sign does not matter', async () => {
    await using place = await temporaryFolder();
    const odd = join(place.path, `a b'"%h$x`);
    await mkdir(odd);
    await using ssh = await openClient({ knownHosts: server.knownHosts(), temporaryFolder: odd });
    expect(ssh.folder.startsWith(odd)).toBe(true);
    expect(await run(await connectTo(ssh, server), 'exit 3')).toMatchObject({ exitCode: 3 });
  });

  test('a folder whose path is too long for sockets is not used', async () => {
    await using place = await temporaryFolder();
    const deep = join(place.path, 'x'.repeat(100));
    await mkdir(deep);
    await using ssh = await openClient({ knownHosts: server.knownHosts(), temporaryFolder: deep });
    expect(ssh.folder.startsWith(deep)).toBe(false);
    expect(await run(await connectTo(ssh, server), 'exit 3')).toMatchObject({ exitCode: 3 });
    const { folder } = ssh;
    await ssh.close();
    await expect(stat(folder)).rejects.toThrow('ENOENT');
  });
});

/** Empty for a process that shows it to root alone, as ssh-agent does: then nobody else sees anything in there. */
async function environmentOf(pid: number): Promise<string> {
  const path = `/proc/${pid}/environ`;
  const isShown = await access(path, constants.R_OK).then(
    () => true,
    () => userInfo().uid === 0,
  );
  return isShown ? readFile(path, 'utf8') : '';
}

describe('among the processes of the runner', () => {
  test('nothing stays after close', async () => {
    const ssh = await openClient({ knownHosts: server.knownHosts() });
    const connection = await connectTo(ssh, server);
    const running = connection.execute({
      program: 'cat <&4',
      args: {},
      onEvent: () => undefined,
      onOutput: () => undefined,
    });
    const pids = await processesOf(ssh.folder);
    expect(pids).toHaveLength(PROCESSES);
    await Promise.all([ssh.close(), ssh.close()]);
    await ssh.close();
    await running.ended;
    await waitUntil(() => allEnded(pids), { ...DEADLINE, what: 'the processes to end' });
  });

  test('nothing stays after close when the process of a connection hangs', async () => {
    const ssh = await openClient({ knownHosts: server.knownHosts() });
    await connectTo(ssh, server);
    const pids = await processesOf(ssh.folder);
    for (const pid of pids) {
      if ((await readFile(`/proc/${pid}/comm`, 'utf8')) === 'ssh\n') process.kill(pid, 'SIGSTOP');
    }
    await ssh.close();
    await waitUntil(() => allEnded(pids), { ...DEADLINE, what: 'the processes to end' });
  });

  test('nothing sees the inputs of the action or an agent of the user', async () => {
    const env = {
      ...process.env,
      'INPUT_PRIVATE-KEY': 'secret',
      GITHUB_TOKEN: 'secret',
      SSH_AUTH_SOCK: '/agent-of-the-user',
    };
    await using ssh = await openClient({ knownHosts: server.knownHosts() }, { ...MACHINE, env });
    const connection = await connectTo(ssh, server);
    const running = connection.execute({
      program: 'cat <&4',
      args: {},
      onEvent: () => undefined,
      onOutput: () => undefined,
    });
    const environments = await Promise.all((await processesOf(ssh.folder)).map(environmentOf));
    expect(environments).toHaveLength(PROCESSES);
    for (const environment of environments) expect(environment).not.toMatch(/secret|agent-of-the-user/);
    running.end();
    await running.ended;
  });

  test('nothing stays after the runner was killed, and its program on the server ends', async () => {
    await using place = await temporaryFolder();
    const settings = {
      privateKey: (await anyKey()).privateKey,
      passphrase: '',
      certificate: '',
      knownHosts: server.knownHosts(),
      proxyJump: [],
      connectTimeoutMs: 60_000,
      temporaryFolder: place.path,
    };
    const host = { host: server.host, port: server.port, user: server.user };
    const program = 'watch_input=yes; emit pid "$$"; guarded 0 sleep 300';
    const env = { ...process.env, PLIMSOLL_TEST_ORDER: JSON.stringify({ settings, host, program }) };
    const runner = spawn(process.execPath, ['--conditions=source', RUNNER], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    try {
      const { folder, pid } = await waitForReport(runner.stdout);
      const pids = await processesOf(folder);
      expect(pids).toHaveLength(PROCESSES);
      runner.kill('SIGKILL');
      await waitUntil(async () => !(await isAlive(pid)), { ...DEADLINE, what: 'the remote program to end' });
      await waitUntil(() => allEnded(pids), { ...DEADLINE, what: 'connection and agent to end' });
      expect(await readdir(place.path)).toHaveLength(1);
      await discardSshFolder(folder);
      expect(await readdir(place.path)).toEqual([]);
      await discardSshFolder(folder);
    } finally {
      runner.kill('SIGKILL');
    }
  }, 180_000);
});

interface Report {
  readonly folder: string;
  readonly pid: number;
}

async function waitForReport(stdout: NodeJS.ReadableStream): Promise<Report> {
  for await (const line of createInterface({ input: stdout })) {
    const report: unknown = JSON.parse(line);
    if (typeof report === 'object' && report !== null && 'folder' in report && 'value' in report) {
      return { folder: String(report.folder), pid: Number(report.value) };
    }
  }
  throw new Error('The runner ended without a report');
}

describe('a folder that a killed runner left behind', () => {
  test('is discarded together with the connection that it still has', async () => {
    const ssh = await openClient({ knownHosts: server.knownHosts() });
    const connection = await connectTo(ssh, server);
    await discardSshFolder(ssh.folder);
    await expect(stat(ssh.folder)).rejects.toThrow('ENOENT');
    expect((await failureOf(() => run(connection, 'true'))).code).toBe('connect');
    await ssh.close();
  });

  test('is not discarded when it is something else', async () => {
    await using place = await temporaryFolder();
    await discardSshFolder(place.path);
    expect(await readdir(place.path)).toEqual([]);
  });
});

describe('a runner without an OpenSSH client', () => {
  test.each([
    { present: ['sh', 'cat'], missing: 'ssh-agent' },
    { present: ['sh', 'cat', 'ssh-agent'], missing: 'ssh-add' },
    { present: ['sh', 'cat', 'ssh-agent', 'ssh-add'], missing: 'ssh' },
  ])('is told to install it when $missing is missing', async ({ present, missing }) => {
    await using place = await temporaryFolder();
    const bin = join(place.path, 'bin');
    await mkdir(bin);
    for (const name of present) await symlink((await findProgram(name)) ?? '', join(bin, name));
    const path = process.env['PATH'];
    // The tools are looked up in the PATH of this process.
    process.env['PATH'] = bin;
    try {
      const failure = await failureOf(async () => {
        await using ssh = await openClient({ knownHosts: server.knownHosts() }, { ...MACHINE, env: { PATH: bin } });
        await connectTo(ssh, server);
      });
      expect(failure.code).toBe('connect');
      expect(failure.message).toBe(
        `This runner has no ${missing}. Install the OpenSSH client (Debian and Ubuntu: apt-get install openssh-client) or use a runner that has it.`,
      );
    } finally {
      process.env['PATH'] = path;
    }
  });
});
