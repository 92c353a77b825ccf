import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import type { Direction } from '../src/index.ts';
import { startFaultProxy, waitUntil } from '../src/index.ts';
import { listenOnLoopback } from '../src/loopback.ts';

const LOOPBACK = '127.0.0.1';

interface Echo extends AsyncDisposable {
  readonly target: { readonly host: string; readonly port: number };
}

async function startEcho(): Promise<Echo> {
  const sockets = new Set<Socket>();
  const server: Server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.pipe(socket);
  });
  const port = await listenOnLoopback(server);
  const dispose = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await server[Symbol.asyncDispose]();
  };
  return { target: { host: LOOPBACK, port }, [Symbol.asyncDispose]: dispose };
}

async function client(port: number): Promise<Socket> {
  const socket = connect({ port, host: LOOPBACK, noDelay: true, allowHalfOpen: true });
  await once(socket, 'connect');
  return socket;
}

/** Time for one byte to come back. */
async function roundTripMs(socket: Socket): Promise<number> {
  const start = performance.now();
  socket.write('x');
  await once(socket, 'data');
  return performance.now() - start;
}

function count(socket: Socket): () => number {
  let bytes = 0;
  socket.on('data', (chunk: Buffer) => (bytes += chunk.length));
  return () => bytes;
}

const CAP = 25_000_000;
const HALF = 5_000_000;

/** Bytes per second at which two connections together carry their halves in one direction, from the first byte sent to the last received. */
async function rateOf(direction: Direction): Promise<number> {
  let received = 0;
  const take = (socket: Socket): unknown =>
    socket.on('error', () => {}).on('data', ({ length }) => (received += length));
  const give = (socket: Socket): unknown => socket.on('error', () => {}).write(Buffer.alloc(HALF));
  await using server = createServer(direction === 'up' ? take : give);
  const target = { host: LOOPBACK, port: await listenOnLoopback(server) };
  await using proxy = await startFaultProxy({ target, bytesPerSecond: CAP });
  const start = performance.now();
  for (const socket of [await client(proxy.port), await client(proxy.port)]) {
    if (direction === 'up') give(socket);
    else take(socket);
  }
  await waitUntil(() => received === 2 * HALF, soon);
  return (2 * HALF * 1000) / (performance.now() - start);
}

const soon = { deadlineMs: 60_000, what: 'the bytes' };

describe('startFaultProxy', () => {
  test('lets a round trip take twice the delay, and opens a connection as slowly as a handshake', async () => {
    await using echo = await startEcho();
    await using proxy = await startFaultProxy({ ...echo, delayMs: 20 });
    const socket = await client(proxy.port);
    const first = await roundTripMs(socket);
    // A busy machine makes single trips slower, never faster.
    const fast = await waitUntil(
      async () => {
        const trip = await roundTripMs(socket);
        expect(trip).toBeGreaterThan(39);
        return trip < 60 && trip;
      },
      { deadlineMs: 60_000, what: 'an undisturbed round trip' },
    );
    expect(fast).toBeLessThan(60);
    expect(first).toBeGreaterThan(99); // One and a half trips for the handshake, one for the byte.
    socket.destroy();
  });

  // That it is not slower than the limit either is shown where no busy machine can disturb it, in lane.test.ts.
  test.each(['up', 'down'] as const)(
    'lets all connections of one direction together not exceed the limit (%s)',
    async (direction) => {
      expect(await rateOf(direction)).toBeLessThan(1.05 * CAP);
    },
  );

  test('passes the end of one direction while the other still flows', async () => {
    await using echo = await startEcho();
    await using proxy = await startFaultProxy({ ...echo, delayMs: 2 });
    const socket = await client(proxy.port);
    const received = count(socket);
    socket.end('all of it');
    await once(socket, 'end');
    expect(received()).toBe(9);
  });

  test('cuts after exactly so many bytes, by a reset, and works for new connections', async () => {
    await using echo = await startEcho();
    await using proxy = await startFaultProxy({ ...echo, delayMs: 1 });
    const socket = await client(proxy.port);
    const errors: unknown[] = [];
    socket.on('error', (error) => errors.push('code' in error ? error.code : error));
    proxy.cut({ direction: 'up', afterBytes: 1000 });
    socket.write(Buffer.alloc(5000));
    await waitUntil(() => socket.closed, soon);
    expect(errors).toEqual(['ECONNRESET']);
    expect(proxy.counts().up).toBe(1000);
    expect(proxy.hasStruck()).toBe(true);
    const next = await client(proxy.port);
    expect(await roundTripMs(next)).toBeGreaterThan(0);
    next.destroy();
  });

  test('holds everything while frozen, keeps the connection, and loses nothing', async () => {
    await using echo = await startEcho();
    await using proxy = await startFaultProxy({ ...echo });
    const socket = await client(proxy.port);
    await roundTripMs(socket);
    const received = count(socket);
    proxy.freeze({ direction: 'up', afterBytes: 10 });
    socket.write(Buffer.alloc(30_000));
    await waitUntil(() => proxy.hasStruck(), { deadlineMs: 60_000, what: 'the freeze' });
    const frozen = proxy.counts();
    const late = await client(proxy.port);
    late.write('y');
    // Nothing may come, however long one waits; a tenth of a second is far more than loopback needs.
    await expect(waitUntil(() => received() > 10, { deadlineMs: 100, what: 'nothing' })).rejects.toThrow('in vain');
    expect(proxy.counts().up).toBe(frozen.up);
    proxy.thaw();
    await waitUntil(() => received() === 30_000, soon);
    socket.destroy();
    late.destroy();
  });
});
