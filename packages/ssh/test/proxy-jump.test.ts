import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKey, knownHostsLine, type SshServer, startServer, startSshd } from '@plimsoll/testkit';
import { needs } from '../../../test/setup/needs.ts';
import { addressOf, anyKey, connectTo, eventValue, MACHINE, openClient, run, WITHOUT_MULTIPLEXING } from './client.ts';
import { failureOf } from './failures.ts';

let first: SshServer;
let second: SshServer;
let target: SshServer;

beforeAll(async () => {
  const authorizedKeys = [(await anyKey()).publicKey];
  [first, second, target] = await Promise.all([
    startServer({ authorizedKeys }),
    startServer({ authorizedKeys }),
    startServer({ authorizedKeys }),
  ]);
});
afterAll(() => Promise.all([first, second, target].map((server) => server.stop())));

const linesOf = (...servers: readonly SshServer[]): string => servers.map((server) => server.knownHosts()).join('');

const CLIENTS = [
  { kind: 'with multiplexing', machine: MACHINE },
  { kind: 'without multiplexing', machine: WITHOUT_MULTIPLEXING },
];

describe.each(CLIENTS)('a host behind proxy-jump ($kind)', ({ machine }) => {
  test('is reached through one hop', async () => {
    const before = await first.counts();
    await using ssh = await openClient({ knownHosts: linesOf(first, target), proxyJump: [addressOf(first)] }, machine);
    const connection = await connectTo(ssh, target);
    const { events, output, exitCode } = await run(connection, 'emit from "$SSH_CONNECTION"; exit 3');
    expect(exitCode).toBe(3);
    expect(output).toEqual([]);
    expect(eventValue(events, 'from')).toMatch(new RegExp(`127\\.0\\.0\\.1 ${target.port}$`));
    expect((await first.counts()).connections).toBeGreaterThan(before.connections);
  });

  test('is reached through two hops, in their order', async () => {
    const before = await second.counts();
    const proxyJump = [addressOf(first), addressOf(second)];
    await using ssh = await openClient({ knownHosts: linesOf(first, second, target), proxyJump }, machine);
    expect(await run(await connectTo(ssh, target), 'exit 4')).toMatchObject({ exitCode: 4 });
    expect((await second.counts()).connections).toBeGreaterThan(before.connections);
  });

  test('is not reached when the hop shows another key than expected', async () => {
    const other = await generateKey();
    const knownHosts = `${knownHostsLine(first.host, first.port, other.publicKey)}\n${linesOf(target)}`;
    const before = await target.counts();
    await using ssh = await openClient({ knownHosts, proxyJump: [addressOf(first)] }, machine);
    const failure = await failureOf(() => connectTo(ssh, target));
    expect(failure.code).toBe('host-key');
    expect(failure.message).toContain(`127.0.0.1:${first.port} showed another host key than expected`);
    expect(failure.message).toContain(other.fingerprint);
    expect(await target.counts()).toEqual(before);
  });

  test('is not reached when it shows another key than expected itself', async () => {
    const other = await generateKey();
    const knownHosts = `${knownHostsLine(target.host, target.port, other.publicKey)}\n${linesOf(first)}`;
    await using ssh = await openClient({ knownHosts, proxyJump: [addressOf(first)] }, machine);
    const failure = await failureOf(() => connectTo(ssh, target));
    expect(failure.code).toBe('host-key');
    expect(failure.message).toContain(`127.0.0.1:${target.port} showed another host key than expected`);
  });

  test('is not tried when no line is about the hop', async () => {
    const before = await first.counts();
    await using ssh = await openClient({ knownHosts: linesOf(target), proxyJump: [addressOf(first)] }, machine);
    const failure = await failureOf(() => connectTo(ssh, target));
    expect(failure.code).toBe('host-key');
    expect(failure.message).toContain(`No line of the input known-hosts is about [127.0.0.1]:${first.port}.`);
    expect(await first.counts()).toEqual(before);
  });

  test('is not reached when a hop does not take the key, and the hop is named', async () => {
    await using strict = await startServer({ authorizedKeys: [(await generateKey()).publicKey] });
    const proxyJump = [addressOf(first), addressOf(strict)];
    await using ssh = await openClient({ knownHosts: linesOf(first, strict, target), proxyJump }, machine);
    const failure = await failureOf(() => connectTo(ssh, target));
    expect(failure.code).toBe('authentication');
    expect(failure.message).toContain(`127.0.0.1:${strict.port} did not let the user`);
  });

  test('that does not listen is named, as seen from the hop', async () => {
    const gone = await startServer({ authorizedKeys: [] });
    await gone.stop();
    await using ssh = await openClient({ knownHosts: linesOf(first, gone), proxyJump: [addressOf(first)] }, machine);
    const failure = await failureOf(() => connectTo(ssh, gone));
    expect(failure.code).toBe('connect');
    expect(failure.message).toContain(`Cannot connect to 127.0.0.1:${gone.port}`);
    expect(failure.message).toContain('the proxy-jump host in front of it cannot reach it');
  });
});

test('several hosts share one connection to their hop', async () => {
  const before = await first.counts();
  await using ssh = await openClient({ knownHosts: linesOf(first, second, target), proxyJump: [addressOf(first)] });
  const connections = await Promise.all([connectTo(ssh, target), connectTo(ssh, second)]);
  for (const connection of connections) expect(await run(connection, 'exit 5')).toMatchObject({ exitCode: 5 });
  expect((await first.counts()).connections - before.connections).toBe(1);
});

test('a hop whose connection broke is connected to anew, and is named when that fails', async () => {
  const hop = await startServer({ authorizedKeys: [(await anyKey()).publicKey] });
  await using viaHop = await openClient({ knownHosts: linesOf(hop, target), proxyJump: [addressOf(hop)] });
  const connection = await connectTo(viaHop, target);
  await hop.stop();
  const broken = await failureOf(() => run(connection, 'sleep 60'));
  expect(broken.code).toBe('connect');
  const again = await failureOf(() => connectTo(viaHop, target));
  expect(again.message).toContain(`Cannot connect to 127.0.0.1:${hop.port}`);
  expect(again.message).toContain('Connection refused');
});

const describeWithSshd = await needs('sshd');

describeWithSshd('a host behind proxy-jump', () => {
  test.each(CLIENTS)('whose hop forbids forwarding is told so ($kind)', async ({ machine }) => {
    await using strict = await startSshd({
      authorizedKeys: [(await anyKey()).publicKey],
      extraConfig: ['AllowTcpForwarding no'],
    });
    const proxyJump = [addressOf(strict)];
    await using ssh = await openClient({ knownHosts: linesOf(strict, target), proxyJump }, machine);
    const failure = await failureOf(() => connectTo(ssh, target));
    expect(failure.code).toBe('connect');
    expect(failure.message).toContain('the proxy-jump host in front of it cannot reach it');
  });
});
