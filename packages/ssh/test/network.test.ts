import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  generateKey,
  isAlive,
  type KeyPair,
  knownHostsLine,
  listenOnLoopback,
  type SshServer,
  startFaultProxy,
  startServer,
  startSshd,
  waitUntil,
} from '@plimsoll/testkit';
import { needs } from '../../../test/setup/needs.ts';
import type { RemoteEvent } from '../src/index.ts';
import { addressOf, anyKey, connectTo, openClient, run } from './client.ts';
import { allEnded, processesOf } from './client-processes.ts';
import { failureOf } from './failures.ts';

const DEADLINE = { deadlineMs: 60_000 };
let hostKey: KeyPair;
let server: SshServer;

beforeAll(async () => {
  hostKey = await generateKey();
  server = await startServer({ authorizedKeys: [(await anyKey()).publicKey], hostKeys: [hostKey.privateKey] });
});
afterAll(() => server.stop());

/** Something that listens and is no SSH server. */
async function listen(
  onConnection: (socket: Socket) => void,
): Promise<{ port: number; user: string; host: '127.0.0.1' } & AsyncDisposable> {
  const sockets = new Set<Socket>();
  const listener = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined).resume());
    onConnection(socket);
  });
  const port = await listenOnLoopback(listener);
  const dispose = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => void listener.close(() => resolve()));
  };
  return { host: '127.0.0.1', port, user: 'deploy', [Symbol.asyncDispose]: dispose };
}

const knownAt = (place: { readonly host: string; readonly port: number }): string =>
  knownHostsLine(place.host, place.port, hostKey.publicKey);

describe('connecting', () => {
  test('to a port where nobody listens says that it was refused', async () => {
    const place = await listen(() => undefined);
    await place[Symbol.asyncDispose]();
    await using ssh = await openClient({ knownHosts: knownAt(place) });
    const failure = await failureOf(() => connectTo(ssh, place));
    expect(failure.code).toBe('connect');
    expect(failure.message).toBe(
      `Cannot connect to 127.0.0.1:${place.port} (127.0.0.1:${place.port}): Connection refused; no SSH server listens there; check host and port.`,
    );
  });

  test('to a name that does not exist names the name', async () => {
    const place = { host: 'no-such-host.invalid', port: 22, user: 'deploy' };
    await using ssh = await openClient({ knownHosts: knownAt(place) });
    const failure = await failureOf(() => ssh.connect({ ...place, label: place.host }, new AbortController().signal));
    expect(failure.code).toBe('connect');
    expect(failure.message).toContain('the name no-such-host.invalid cannot be resolved');
  });

  test('to something that accepts connections and stays silent ends after connect-timeout', async () => {
    await using silent = await listen(() => undefined);
    await using ssh = await openClient({ knownHosts: knownAt(silent), connectTimeoutMs: 3_000 });
    const failure = await failureOf(() => connectTo(ssh, silent));
    expect(failure.code).toBe('connect');
    expect(failure.message).toContain(
      'no answer within 3 s (connect-timeout): something accepts connections there and stays silent',
    );
  });

  test('over a link that freezes in the middle ends after connect-timeout and says how far it came', async () => {
    await using proxy = await startFaultProxy({ target: server });
    proxy.freeze({ direction: 'down', afterBytes: 200 });
    await using ssh = await openClient({ knownHosts: server.knownHosts(proxy), connectTimeoutMs: 3_000 });
    const failure = await failureOf(() => connectTo(ssh, { ...server, port: proxy.port }));
    expect(failure.code).toBe('connect');
    expect(failure.message).toContain(
      'no answer within 3 s (connect-timeout): an SSH server answered and then went silent',
    );
  });

  test('to something that hangs up before any greeting says so', async () => {
    await using rude = await listen((socket) => socket.destroy());
    await using ssh = await openClient({ knownHosts: knownAt(rude) });
    const failure = await failureOf(() => connectTo(ssh, rude));
    expect(failure.code).toBe('connect');
    expect(failure.message).toContain('it was closed before any greeting: too many connections at once (MaxStartups)');
  });

  test('to a web server says that this is no SSH server', async () => {
    await using web = await listen((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await using ssh = await openClient({ knownHosts: knownAt(web) });
    expect((await failureOf(() => connectTo(ssh, web))).code).toBe('connect');
  });

  test('ends at once when it is cancelled, before and in the middle', async () => {
    await using silent = await listen(() => undefined);
    await using ssh = await openClient({ knownHosts: knownAt(silent), connectTimeoutMs: 120_000 });
    const cancelled = await failureOf(() => ssh.connect(addressOf(silent), AbortSignal.abort()));
    expect(cancelled.code).toBe('cancelled');
    const startedAt = performance.now();
    const later = await failureOf(() => ssh.connect(addressOf(silent), AbortSignal.timeout(100)));
    expect(later.code).toBe('cancelled');
    // Long before the connection would be given up.
    expect(performance.now() - startedAt).toBeLessThan(60_000);
  });

  test('ends at once when the client is closed meanwhile', async () => {
    await using silent = await listen(() => undefined);
    await using ssh = await openClient({ knownHosts: knownAt(silent) });
    const connecting = failureOf(() => connectTo(ssh, silent));
    await ssh.close();
    expect((await connecting).code).toBe('cancelled');
  });
});

describe('a link that breaks', () => {
  /** A program at work behind a proxy, as soon as it has reported. */
  async function startBehind(proxy: { readonly port: number }, keepAliveSeconds: number) {
    const ssh = await openClient({
      knownHosts: server.knownHosts({ host: '127.0.0.1', port: proxy.port }),
      keepAliveSeconds,
    });
    const connection = await connectTo(ssh, { ...server, port: proxy.port });
    const events: RemoteEvent[] = [];
    const program = 'watch_input=yes; emit pid "$$"; guarded 0 sleep 300';
    const running = connection.execute({
      program,
      args: {},
      onEvent: (event) => events.push(event),
      onOutput: () => undefined,
    });
    await waitUntil(() => events.length > 0, { ...DEADLINE, what: 'the first event' });
    return { ssh, connection, running, pid: Number(events[0]?.value) };
  }

  test('by a reset is told at once, with how far the program came and without a claim about the rest', async () => {
    await using proxy = await startFaultProxy({ target: server });
    const { ssh, connection, running, pid } = await startBehind(proxy, 10);
    proxy.cut();
    const failure = await failureOf(() => running.ended);
    expect(failure.code).toBe('connect');
    expect(failure.message).toMatch(/ broke while a program ran there: .*(reset|closed|Broken pipe)/i);
    expect(failure.message).toContain('Its last of 1 reports was "pid"; what it did after that is not known here.');
    await waitUntil(async () => !(await isAlive(pid)), { ...DEADLINE, what: 'the remote program to end' });
    const again = await failureOf(() => run(connection, 'true'));
    expect(again.message).toContain('the connection is gone. Nothing was run.');
    expect(proxy.counts().connections).toBe(1);
    await ssh.close();
  });

  test('by a freeze is told after three signs of life without answer', async () => {
    await using proxy = await startFaultProxy({ target: server });
    const { ssh, running } = await startBehind(proxy, 1);
    proxy.freeze();
    const failure = await failureOf(() => running.ended);
    expect(failure.code).toBe('connect');
    expect(failure.message).toContain('Timeout, server 127.0.0.1 not responding.');
    await ssh.close();
  });

  test('by a freeze does not keep the client from closing', async () => {
    await using proxy = await startFaultProxy({ target: server });
    const { ssh, connection } = await startBehind(proxy, 60);
    proxy.freeze();
    // Fills every buffer on the way, so that not even a farewell can be written.
    let lastAskedAt = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        lastAskedAt = performance.now();
        yield new Uint8Array(64 * 1024);
      }
    }
    const stuck = connection.execute({
      program: 'cat <&4 >/dev/null',
      args: {},
      body: endless(),
      onEvent: () => undefined,
      onOutput: () => undefined,
    });
    await waitUntil(() => lastAskedAt > 0 && performance.now() - lastAskedAt > 500, {
      ...DEADLINE,
      what: 'the buffers to be full',
    });
    const pids = await processesOf(ssh.folder);
    const startedAt = performance.now();
    await ssh.close();
    // Long before OpenSSH would find out by its three signs of life.
    expect(performance.now() - startedAt).toBeLessThan(60_000);
    await waitUntil(() => allEnded(pids), { ...DEADLINE, what: 'the processes to end' });
    await stuck.ended.catch(() => undefined);
  });
});

const describeWithSshd = await needs('sshd');

describeWithSshd('connecting', () => {
  test('to a server of the last century says which algorithms are missing', async () => {
    await using old = await startSshd({
      authorizedKeys: [],
      extraConfig: ['KexAlgorithms diffie-hellman-group1-sha1'],
    });
    await using ssh = await openClient({ knownHosts: old.knownHosts() });
    const failure = await failureOf(() => connectTo(ssh, old));
    expect(failure.code).toBe('connect');
    expect(failure.message).toContain('no matching key exchange method found. Their offer: diffie-hellman-group1-sha1');
  });
});
