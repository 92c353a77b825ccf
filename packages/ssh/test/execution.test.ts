import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { isAlive, type SshServer, startServer, startSshd, waitUntil } from '@plimsoll/testkit';
import { needs } from '../../../test/setup/needs.ts';
import type { Connection, RemoteEvent, Ssh } from '../src/index.ts';
import { anyKey, connectTo, eventValue, openClient, run } from './client.ts';
import { processesOf } from './client-processes.ts';
import { failureOf } from './failures.ts';

const MEGABYTE = 1024 * 1024;
const DEADLINE = { deadlineMs: 60_000 };
let server: SshServer;
let ssh: Ssh;
let connection: Connection;

beforeAll(async () => {
  server = await startServer({ authorizedKeys: [(await anyKey()).publicKey] }, ['MaxSessions 30']);
  ssh = await openClient({ knownHosts: server.knownHosts() });
});
afterAll(async () => {
  await ssh.close();
  await server.stop();
});
beforeEach(async () => {
  connection = await connectTo(ssh, server);
});
afterEach(() => connection.close());

/** The same bytes again and again, made as they are asked for. */
async function* zeros(total: number, onChunk: (sent: number) => void = () => undefined): AsyncGenerator<Uint8Array> {
  const chunk = new Uint8Array(64 * 1024);
  for (let sent = 0; sent < total; sent += chunk.length) {
    yield chunk;
    onChunk(sent + chunk.length);
  }
}

/** Starts a program and waits for its first event, which is to be the id of its process. */
async function start(
  program: string,
): Promise<{ running: ReturnType<Connection['execute']>; events: RemoteEvent[]; pid: number }> {
  const events: RemoteEvent[] = [];
  const running = connection.execute({
    program,
    args: {},
    onEvent: (event) => events.push(event),
    onOutput: () => undefined,
  });
  const [first] = await waitUntil(() => events.length > 0 && events, { ...DEADLINE, what: 'the first event' });
  return { running, events, pid: Number(first?.value) };
}

describe('an execution', () => {
  test('gives the exit status', async () => {
    for (const status of [0, 1, 254, 255]) {
      expect(await run(connection, `exit ${status}`)).toMatchObject({ exitCode: status, signal: null });
    }
  });

  test('that is ended by a signal on the server says so', async () => {
    expect(await run(connection, 'trap - EXIT; kill -s KILL "$$"')).toMatchObject({
      exitCode: null,
      signal: 'unknown',
    });
  });

  test('hands its arguments over as data, whatever they hold', async () => {
    const bytes = Buffer.from(Array.from({ length: 255 }, (_, index) => index + 1));
    const value = `'; touch /tmp/plimsoll-pwned; $(id)\n\n\\n ${bytes.toString('latin1')}\n`;
    const { events, output } = await run(connection, 'emit echo "$arg_value"', { args: { value } });
    expect(eventValue(events, 'echo')).toBe(value);
    expect(output).toEqual([]);
  });

  test('takes what its program and the login shell print for output, not for events', async () => {
    const { events, output } = await run(
      connection,
      'echo out; echo err >&2; echo "0123456789abcdef end 0" >&3; emit real yes',
    );
    expect(events.map(({ name }) => name)).toEqual(['real', 'end']);
    expect(output.toSorted()).toEqual(['0123456789abcdef end 0', 'err', 'out']);
  });

  test('keeps the end of standard error, and not more', async () => {
    const { stderrTail } = await run(
      connection,
      'i=0; while [ "$i" -lt 2000 ]; do echo "line $i" >&2; i=$((i + 1)); done',
    );
    expect(stderrTail.endsWith('line 1998\nline 1999')).toBe(true);
    expect(stderrTail.length).toBeLessThanOrEqual(4096);
  });

  test('passes blocks of raw bytes', async () => {
    const { events } = await run(
      connection,
      'head -c 3000000 /dev/zero >"$arg_path"; emit_file zeros "$arg_path"; rm "$arg_path"',
      {
        args: { path: `${ssh.folder}/zeros` },
      },
    );
    const block = events.find(({ name }) => name === 'zeros')?.block;
    expect(block?.length).toBe(3_000_000);
    expect(block?.every((byte) => byte === 0)).toBe(true);
  });

  test('stops reading a body that the server no longer takes, and gives the exit status', async () => {
    let sent = 0;
    let isReturned = false;
    async function* body(): AsyncGenerator<Uint8Array> {
      try {
        yield* zeros(1024 * MEGABYTE, (bytes) => {
          sent = bytes;
        });
      } finally {
        isReturned = true;
      }
    }
    expect(await run(connection, 'head -c 100000 <&4 >/dev/null; exit 56', { body: body() })).toMatchObject({
      exitCode: 56,
    });
    expect(sent).toBeLessThan(64 * MEGABYTE);
    await waitUntil(() => isReturned, { ...DEADLINE, what: 'the body to be let go' });
  });

  test('ends and rejects with the error of a body that cannot be read', async () => {
    async function* body(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(10);
      throw new Error('The file changed while it was read');
    }
    const { running } = {
      running: connection.execute({
        program: 'cat <&4 >/dev/null',
        args: {},
        body: body(),
        onEvent: () => undefined,
        onOutput: () => undefined,
      }),
    };
    await expect(running.ended).rejects.toThrow('The file changed while it was read');
  });

  test('ends and rejects with the error of a listener that throws', async () => {
    const onEvent = (): void => {
      throw new Error('listener');
    };
    await expect(run(connection, 'emit one 1; sleep 60', { onEvent })).rejects.toThrow('listener');
  });

  test('with a wrong argument is a defect, told at once, and leaves nothing running', async () => {
    const request = { program: 'true', args: { 'bad-name': '' }, onEvent: () => undefined, onOutput: () => undefined };
    const before = await processesOf(ssh.folder);
    expect(() => connection.execute(request)).toThrow(TypeError);
    const isAsBefore = async (): Promise<boolean> => (await processesOf(ssh.folder)).length <= before.length;
    await waitUntil(isAsBefore, { ...DEADLINE, what: 'its process to end' });
  });
});

describe('a running program', () => {
  test('gets the lines that are sent to it, and the end', async () => {
    const program = 'emit pid "$$"; while IFS= read -r line <&4; do emit line "$line"; done; emit over yes';
    const { running, events } = await start(program);
    running.send('');
    running.send('ä $(id)');
    running.end();
    expect(await running.ended).toMatchObject({ exitCode: 0 });
    expect(events.slice(1).map(({ value }) => value)).toEqual([
      '',
      Buffer.from('ä $(id)').toString('latin1'),
      'yes',
      '0',
    ]);
  });

  test('takes only whole lines, and none beside a body', async () => {
    const { running } = await start('emit pid "$$"; cat <&4 >/dev/null');
    expect(() => running.send('a\nb')).toThrow(TypeError);
    running.end();
    await running.ended;
    const withBody = connection.execute({
      program: 'cat <&4 >/dev/null',
      args: {},
      body: zeros(1),
      onEvent: () => undefined,
      onOutput: () => undefined,
    });
    expect(() => withBody.send('a')).toThrow(TypeError);
    await withBody.ended;
  });

  test('can be sent lines after it has ended, without any effect', async () => {
    const { running } = await start('emit pid "$$"');
    await running.ended;
    running.send('late');
    running.end();
    running.kill();
    expect(await running.ended).toMatchObject({ exitCode: 0 });
  });

  test('and all that it runs ends on the server when its input is closed', async () => {
    const program = 'watch_input=yes; emit pid "$$"; guarded 0 sh -c "sleep 300 & sleep 300"; emit status "$?"';
    const { running, events, pid } = await start(program);
    expect(await isAlive(pid)).toBe(true);
    running.end();
    expect(await running.ended).toMatchObject({ exitCode: 0 });
    expect(eventValue(events, 'status')).toBe('125');
    expect(await isAlive(pid)).toBe(false);
  });

  test('and all that it runs ends on the server when it is killed here', async () => {
    const { running, pid } = await start('watch_input=yes; emit pid "$$"; guarded 0 sleep 300');
    running.kill();
    expect(await running.ended).toMatchObject({ exitCode: null, signal: 'KILL' });
    await waitUntil(async () => !(await isAlive(pid)), { ...DEADLINE, what: 'the remote program to end' });
  });

  test('does not outlive its connection', async () => {
    const { running, pid } = await start('watch_input=yes; emit pid "$$"; guarded 0 sleep 300');
    await connection.close();
    expect(await running.ended).toMatchObject({ signal: 'KILL' });
    await waitUntil(async () => !(await isAlive(pid)), { ...DEADLINE, what: 'the remote program to end' });
  });
});

describe('a connection', () => {
  test('is one TCP connection for all its executions, also for many at once', async () => {
    const before = await server.counts();
    const own = await connectTo(ssh, server);
    const numbers = Array.from({ length: 20 }, (_, index) => String(index));
    const results = await Promise.all(numbers.map((value) => run(own, 'emit echo "$arg_value"', { args: { value } })));
    expect(results.map(({ events }) => eventValue(events, 'echo'))).toEqual(numbers);
    const after = await server.counts();
    expect(after.connections - before.connections).toBe(1);
    expect(after.executions - before.executions).toBe(20);
    await own.close();
  });

  test('stays open while nobody uses it, longer than it would outlive a runner that was killed', async () => {
    // Real time has to pass here: OpenSSH's ControlPersist is what is tested, and it is five seconds.
    await pause(6000);
    expect(await run(connection, 'exit 3')).toMatchObject({ exitCode: 3 });
  });

  test('that is closed runs nothing any more, and never connects again on its own', async () => {
    await connection.close();
    await connection.close();
    const before = await server.counts();
    const failure = await failureOf(() => run(connection, 'true'));
    expect(failure.code).toBe('connect');
    expect(failure.message).toContain('the connection is gone. Nothing was run.');
    expect(await server.counts()).toEqual(before);
  });
});

const describeWithSshd = await needs('sshd');

// The server in Node would have its own part of the body in the memory that is measured.
describeWithSshd('an execution', () => {
  test('streams a body of 64 MB without holding it in memory', async () => {
    const total = 64 * MEGABYTE;
    const before = process.memoryUsage().rss;
    let peak = before;
    const body = zeros(total, () => {
      peak = Math.max(peak, process.memoryUsage().rss);
    });
    const { events, exitCode } = await run(connection, 'emit sum "$(sha256sum <&4)"', { body });
    expect(exitCode).toBe(0);
    const expected = createHash('sha256').update(Buffer.alloc(total)).digest('hex');
    expect(eventValue(events, 'sum')).toContain(expected);
    expect(peak - before).toBeLessThan(32 * MEGABYTE);
  });
});

describeWithSshd('a connection with a limit', () => {
  test('whose server refuses a further session says so, and does not connect again', async () => {
    await using narrow = await startSshd({
      authorizedKeys: [(await anyKey()).publicKey],
      extraConfig: ['MaxSessions 1'],
    });
    await using client = await openClient({ knownHosts: narrow.knownHosts() });
    const single = await connectTo(client, narrow);
    const first = single.execute({
      program: 'cat <&4 >/dev/null',
      args: {},
      onEvent: () => undefined,
      onOutput: () => undefined,
    });
    await waitUntil(async () => (await narrow.counts()).executions === 1, { ...DEADLINE, what: 'the first session' });
    const failure = await failureOf(() => run(single, 'true'));
    expect(failure.code).toBe('connect');
    expect(failure.message).toContain('MaxSessions');
    first.end();
    expect(await first.ended).toMatchObject({ exitCode: 0 });
    expect((await narrow.counts()).connections).toBe(1);
  });
});
