import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Failure } from '@plimsoll/outcome';
import type { Connection, Execution, Exit } from '@plimsoll/ssh';
import { type PerformanceRequest, type Performance as Performed, perform } from '../src/performance.ts';
import { failureOf } from './support/failures.ts';

/** A server whose every word and end the test decides. */
function fakeServer() {
  const seen: string[] = [];
  const ended = Promise.withResolvers<Exit>();
  let execution: Execution | undefined;
  const connection: Connection = {
    host: { label: 'h', host: 'h', port: 22, user: 'u' },
    prepare: () => undefined,
    close: async () => undefined,
    execute: (request) => {
      execution = request;
      return {
        send: (line) => void seen.push(`send ${line}`),
        end: () => void seen.push('end'),
        kill: () => {
          seen.push('kill');
          ended.resolve({ exitCode: null, signal: 'KILL', stderrTail: '' });
        },
        ended: ended.promise,
      };
    },
  };
  const say = (name: string, value: string): void => execution?.onEvent({ name, value });
  const exit = (exitCode: number | null): void => ended.resolve({ exitCode, signal: null, stderrTail: '' });
  return { connection, seen, say, exit, breakOff: (failure: Failure) => ended.reject(failure) };
}

type FakeServer = ReturnType<typeof fakeServer>;

let server: FakeServer;
let heard: string[];
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  server = fakeServer();
  heard = [];
});
afterEach(() => {
  jest.useRealTimers();
});

function begin(more: Partial<PerformanceRequest> = {}): Performed {
  return perform(server.connection, {
    name: 'open',
    program: '',
    args: {},
    onEvent: ({ name }) => heard.push(name),
    onOutput: () => undefined,
    limitMs: 60_000,
    ...more,
  });
}

describe('an execution', () => {
  test('ends well when the program says so, although its session is still open', async () => {
    const { done, hasEnded } = begin();
    server.say('opened', 'yes');
    expect(hasEnded()).toBe(false);
    server.say('end', '0');
    await done;
    expect([heard, hasEnded()]).toEqual([['opened'], true]);
    jest.advanceTimersByTime(2_000);
    expect(server.seen).toContain('kill');
  });

  test('ends well when the program ended with 0 and its last word got lost', async () => {
    const { done } = begin();
    server.exit(0);
    await expect(done).resolves.toBeUndefined();
  });

  test('fails with what the program told first', async () => {
    const { done } = begin();
    server.say('failure', 'disk No room: 3 KiB \xc3\xa9');
    server.say('failure', 'internal something after it');
    server.say('end', '1');
    expect(await failureOf(done)).toMatchObject({ code: 'disk', message: 'No room: 3 KiB é' });
    expect(heard).toEqual([]);
  });

  test('fails when a failure was told, whatever the status says', async () => {
    const { done } = begin();
    server.say('failure', 'fenced lost');
    server.say('end', '0');
    expect((await failureOf(done)).code).toBe('fenced');
  });

  test.each(['', 'no-such-code text', 'hasOwnProperty x'])(
    'with the unknown failure %j is an internal one',
    async (value) => {
      const { done } = begin();
      server.say('failure', value);
      server.say('end', '1');
      expect((await failureOf(done)).code).toBe('internal');
    },
  );

  test.each([1, 137, null])('that ends with %j and without a word says so', async (status) => {
    const { done } = begin();
    server.exit(status);
    const failure = await failureOf(done);
    expect([failure.code, failure.message]).toEqual(['remote-environment', expect.stringContaining("'open' ended")]);
  });

  test('whose link breaks fails as the link did', async () => {
    const { done } = begin();
    server.breakOff(new Failure('connect', 'gone'));
    expect(await failureOf(done)).toMatchObject({ code: 'connect', message: 'gone' });
  });
});

describe('while it runs, an execution', () => {
  test('gives a sign of life every ten seconds, and none after its end', async () => {
    const { done } = begin();
    jest.advanceTimersByTime(35_000);
    expect(server.seen).toEqual(['send ', 'send ', 'send ']);
    server.say('end', '0');
    await done;
    server.exit(0);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.seen).toEqual(['send ', 'send ', 'send ']);
  });

  test('with a body gives none, for the body is one', async () => {
    const body = (async function* () {})();
    begin({ body, name: 'stage' }).done.catch(() => undefined);
    jest.advanceTimersByTime(35_000);
    expect(server.seen).toEqual([]);
  });

  test('is told to stop when the run is cancelled, and says that it was', async () => {
    const run = new AbortController();
    const { done } = begin({ signal: run.signal });
    run.abort();
    expect(server.seen).toEqual(['end']);
    server.say('failure', 'remote-command prepare was stopped');
    server.say('end', '1');
    const failure = await failureOf(done);
    expect(failure).toMatchObject({ code: 'cancelled', cause: { code: 'remote-command' } });
  });

  test('does not begin to wait when the run was cancelled before', async () => {
    begin({ signal: AbortSignal.abort() }).done.catch(() => undefined);
    await jest.advanceTimersByTimeAsync(0);
    expect(server.seen).toEqual(['end']);
  });

  test('is ended by force when it does not stop, after the time its commands get', async () => {
    const run = new AbortController();
    const { done } = begin({ signal: run.signal });
    const failed = failureOf(done);
    run.abort();
    await jest.advanceTimersByTimeAsync(7_900);
    expect(server.seen).not.toContain('kill');
    await jest.advanceTimersByTimeAsync(200);
    expect(server.seen).toContain('kill');
    expect((await failed).code).toBe('cancelled');
  });

  test('is given up after its time, and says so', async () => {
    const { done } = begin({ limitMs: 100_000 });
    const failed = failureOf(done);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(server.seen).toContain('kill');
    const { code, message } = await failed;
    expect([code, message]).toEqual(['remote-environment', expect.stringContaining('took longer than 100 s')]);
  });

  test('that is stopped after its time and tells how it ended still names the time', async () => {
    const { done } = begin({ limitMs: 100_000 });
    const failed = failureOf(done);
    jest.advanceTimersByTime(100_000);
    server.say('failure', 'cancelled The runner went away');
    server.say('end', '1');
    expect(await failed).toMatchObject({ code: 'remote-environment', cause: { code: 'cancelled' } });
  });

  test('is left alone once it got its last order', async () => {
    const run = new AbortController();
    const { done, conclude } = begin({ signal: run.signal });
    expect(conclude('settle')).toBe(true);
    run.abort();
    jest.advanceTimersByTime(20_000);
    expect(server.seen.filter((word) => word !== 'send ')).toEqual(['send settle']);
    server.say('failure', 'disk No room');
    server.say('end', '1');
    expect(await failureOf(done)).toMatchObject({ code: 'disk' });
  });

  test('gets no last order when it was cancelled before', async () => {
    const run = new AbortController();
    const { done, conclude } = begin({ signal: run.signal });
    run.abort();
    expect(conclude('settle')).toBe(false);
    jest.advanceTimersByTime(20_000);
    expect(server.seen.filter((word) => word !== 'send ')).toEqual(['end', 'kill']);
    server.say('end', '1');
    expect(await failureOf(done)).toMatchObject({ code: 'cancelled' });
  });

  test('that ended although it was cancelled in the last moment has ended well', async () => {
    const run = new AbortController();
    const { done } = begin({ signal: run.signal });
    server.say('end', '0');
    run.abort();
    await expect(done).resolves.toBeUndefined();
  });
});
