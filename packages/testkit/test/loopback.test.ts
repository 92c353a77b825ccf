import { createServer } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { freePort, type Listening, LOOPBACK, listenOn, listenOnLoopback } from '../src/loopback.ts';

/** What the system gives to connections, and to whoever asks it for any port, begins above it on every system. */
const LOWEST_OF_THE_SYSTEM = 32_768;

describe('a port of the testkit', () => {
  test('is nobody else’s for a while, and none that the system gives away', async () => {
    const ports = await Promise.all(Array.from({ length: 50 }, freePort));
    expect(new Set(ports).size).toBe(ports.length);
    expect(Math.max(...ports)).toBeLessThan(LOWEST_OF_THE_SYSTEM);
  });

  test('is another one where one is taken', async () => {
    await using server = createServer();
    const tried: number[] = [];
    let fail: (error: Error) => void = () => {};
    const crowded: Listening = {
      once: (_event, listener) => (fail = listener),
      listen: (port, host, onListening) => {
        tried.push(port);
        if (tried.length < 4) fail(Object.assign(new Error('taken'), { code: 'EADDRINUSE' }));
        else server.listen(port, host, onListening);
      },
      address: () => server.address(),
    };
    expect(await listenOnLoopback(crowded)).toBe(tried.at(-1));
    expect(new Set(tried).size).toBe(4);
  });

  test('that is asked for is that one, or none', async () => {
    await using first = createServer();
    const port = await listenOnLoopback(first);
    await expect(listenOn(createServer(), { port, host: LOOPBACK })).rejects.toThrow('EADDRINUSE');
  });
});
