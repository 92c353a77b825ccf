import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SshServer, startServer, startSshd, temporaryFolder, waitUntil } from '@plimsoll/testkit';
import { needs } from '../../../test/setup/needs.ts';
import { anyKey, connectTo, eventValue, openClient, run, WITHOUT_MULTIPLEXING } from './client.ts';
import { allEnded, processesOf } from './client-processes.ts';

const DEADLINE = { deadlineMs: 60_000 };
let server: SshServer;
beforeAll(async () => {
  server = await startServer({ authorizedKeys: [(await anyKey()).publicKey] });
});
afterAll(() => server.stop());

/** Waits until the server has so many executions, counted from `before`. */
async function executions(before: number, more: number): Promise<void> {
  const isThere = async (): Promise<boolean> => (await server.counts()).executions >= before + more;
  await waitUntil(isThere, { ...DEADLINE, what: `${more} executions` });
}

describe('an announced execution', () => {
  test('is opened at once, and used when it is started', async () => {
    const before = (await server.counts()).executions;
    await using ssh = await openClient({ knownHosts: server.knownHosts() });
    const connection = await connectTo(ssh, server);
    const program = 'emit echo "$arg_value"';
    connection.prepare(program);
    connection.prepare(program);
    await executions(before, 1);
    const { events, exitCode } = await run(connection, program, { args: { value: 'later' } });
    expect([eventValue(events, 'echo'), exitCode]).toEqual(['later', 0]);
    expect((await server.counts()).executions - before).toBe(1);
    const again = await run(connection, program, { args: { value: 'anew' } });
    expect(eventValue(again.events, 'echo')).toBe('anew');
    expect((await server.counts()).executions - before).toBe(2);
  });

  test('that is never started runs nothing, and ends with the connection', async () => {
    await using folder = await temporaryFolder();
    const before = (await server.counts()).executions;
    const ssh = await openClient({ knownHosts: server.knownHosts() });
    const connection = await connectTo(ssh, server);
    connection.prepare(`touch ${folder.path}/ran`);
    await executions(before, 1);
    const pids = await processesOf(ssh.folder);
    await ssh.close();
    await waitUntil(() => allEnded(pids), { ...DEADLINE, what: 'the processes to end' });
    const isOver = async (): Promise<boolean> =>
      /Close session|Disconnected from|Connection closed/.test((await server.log()).slice(-400));
    await waitUntil(isOver, { ...DEADLINE, what: 'the server to see the end' });
    expect(await readdir(folder.path)).toEqual([]);
  });

  test('is opened when it is started where executions share no connection', async () => {
    const before = await server.counts();
    await using ssh = await openClient({ knownHosts: server.knownHosts() }, WITHOUT_MULTIPLEXING);
    const connection = await connectTo(ssh, server);
    connection.prepare('exit 3');
    expect(await run(connection, 'exit 3')).toMatchObject({ exitCode: 3 });
    expect((await server.counts()).connections - before.connections).toBe(2);
  });
});

const describeWithSshd = await needs('sshd');

describeWithSshd('an announced execution', () => {
  test('whose session the server refuses is started in another one', async () => {
    await using narrow = await startSshd({
      authorizedKeys: [(await anyKey()).publicKey],
      extraConfig: ['MaxSessions 1'],
    });
    await using ssh = await openClient({ knownHosts: narrow.knownHosts() });
    const connection = await connectTo(ssh, narrow);
    const first = connection.execute({
      program: 'cat <&4 >/dev/null',
      args: {},
      onEvent: () => undefined,
      onOutput: () => undefined,
    });
    await waitUntil(async () => (await narrow.counts()).executions === 1, { ...DEADLINE, what: 'the first session' });
    const pids = await processesOf(ssh.folder);
    connection.prepare('exit 3');
    const isRefused = async (): Promise<boolean> =>
      (await narrow.log()).includes('no more sessions') &&
      allEnded((await processesOf(ssh.folder)).filter((pid) => !pids.includes(pid)));
    await waitUntil(isRefused, { ...DEADLINE, what: 'the second session to be refused' });
    first.end();
    await first.ended;
    expect(await run(connection, 'exit 3')).toMatchObject({ exitCode: 3 });
  });
});
