import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  generateKey,
  knownHostsLine,
  type SshServer,
  startFaultProxy,
  startServer,
  waitUntil,
} from '@plimsoll/testkit';
import type { RemoteEvent } from '../src/index.ts';
import { anyKey, connectTo, eventValue, openClient, run, WITHOUT_MULTIPLEXING } from './client.ts';
import { failureOf } from './failures.ts';

let server: SshServer;
beforeAll(async () => {
  server = await startServer({ authorizedKeys: [(await anyKey()).publicKey] });
});
afterAll(() => server.stop());

describe('a runner without multiplexing', () => {
  test('runs each execution on a connection of its own', async () => {
    await using ssh = await openClient({ knownHosts: server.knownHosts() }, WITHOUT_MULTIPLEXING);
    const connection = await connectTo(ssh, server);
    const before = await server.counts();
    const { events, exitCode } = await run(connection, 'emit echo "$arg_value"; exit 255', { args: { value: 'a\nb' } });
    expect(eventValue(events, 'echo')).toBe('a\nb');
    expect(exitCode).toBe(255);
    expect(await run(connection, 'trap - EXIT; kill -s KILL "$$"')).toMatchObject({
      exitCode: null,
      signal: 'unknown',
    });
    const after = await server.counts();
    expect(after.connections - before.connections).toBe(2);
  });

  test('is told of a wrong host key and of a refused key when it connects', async () => {
    const other = await generateKey();
    const knownHosts = knownHostsLine(server.host, server.port, other.publicKey);
    await using stranger = await openClient({ knownHosts }, WITHOUT_MULTIPLEXING);
    expect((await failureOf(() => connectTo(stranger, server))).code).toBe('host-key');
    await using refused = await openClient(
      { privateKey: other.privateKey, knownHosts: server.knownHosts() },
      WITHOUT_MULTIPLEXING,
    );
    expect((await failureOf(() => connectTo(refused, server))).code).toBe('authentication');
  });

  test('is told why when a later execution cannot connect any more', async () => {
    const short = await startServer({ authorizedKeys: [(await anyKey()).publicKey] });
    await using ssh = await openClient({ knownHosts: short.knownHosts() }, WITHOUT_MULTIPLEXING);
    const connection = await connectTo(ssh, short);
    await short.stop();
    const failure = await failureOf(() => run(connection, 'true'));
    expect(failure.code).toBe('connect');
    expect(failure.message).toContain('Connection refused');
  });

  test('is told of a link that breaks', async () => {
    await using proxy = await startFaultProxy({ target: server });
    await using ssh = await openClient({ knownHosts: server.knownHosts(proxy) }, WITHOUT_MULTIPLEXING);
    const connection = await connectTo(ssh, { ...server, port: proxy.port });
    const events: RemoteEvent[] = [];
    const program = 'watch_input=yes; emit started yes; guarded 0 sleep 300';
    const running = connection.execute({
      program,
      args: {},
      onEvent: (event) => events.push(event),
      onOutput: () => undefined,
    });
    await waitUntil(() => events.length > 0, { deadlineMs: 60_000, what: 'the first event' });
    proxy.cut();
    const failure = await failureOf(() => running.ended);
    expect(failure.code).toBe('connect');
    expect(failure.message).toContain('broke while a program ran there');
  });
});
