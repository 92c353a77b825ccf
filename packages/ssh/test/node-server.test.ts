import { expect, test } from '@jest/globals';
import { startNodeSsh } from '@plimsoll/testkit';
import { anyKey, connectTo, eventValue, openClient, run } from './client.ts';

test('another server than OpenSSH is used in the same way', async () => {
  await using server = await startNodeSsh({ authorizedKeys: [(await anyKey()).publicKey] });
  await using ssh = await openClient({ knownHosts: server.knownHosts() });
  const connection = await connectTo(ssh, server);
  async function* body(): AsyncGenerator<Uint8Array> {
    for (let sent = 0; sent < 64; sent += 1) yield new Uint8Array(64 * 1024);
  }
  const { events, exitCode } = await run(connection, 'emit size "$(wc -c <&4)"; exit 255', { body: body() });
  expect(Number(eventValue(events, 'size'))).toBe(64 * 64 * 1024);
  expect(exitCode).toBe(255);
  expect(await run(connection, 'trap - EXIT; kill -s KILL "$$"')).toMatchObject({ exitCode: null, signal: 'unknown' });
  expect(await server.counts()).toEqual({ connections: 1, executions: 2 });
});
