import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** Every server of the testkit listens here and nowhere else, unless told. */
export const LOOPBACK = '127.0.0.1';

/** The part of a server that is needed to make it listen; those of `node:net` and of ssh2 have it. */
export interface Listening {
  once(event: 'error', listener: (error: Error) => void): unknown;
  listen(port: number, host: string, onListening: () => void): unknown;
  address(): AddressInfo | string | null;
}

const ATTEMPTS = 200;

/** Makes a server listen on a loopback port of its own, and answers with the port. */
export async function listenOnLoopback(server: Listening, host: string = LOOPBACK): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await listenOn(server, { port: nextPort(), host });
    } catch (thrown) {
      if (attempt === ATTEMPTS || !isTaken(thrown)) throw thrown;
    }
  }
}

/** Makes a server listen, and answers with the port. */
export async function listenOn(server: Listening, place: { port: number; host: string }): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(place.port, place.host, resolve);
  await promise;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`A TCP server has an odd address: ${address}`);
  return address.port;
}

/** A loopback port on which nobody listens, and on which nobody of this test run will for the next two minutes unless told. */
export async function freePort(): Promise<number> {
  await using server = createServer();
  return await listenOnLoopback(server);
}

/** Below the ports that the system gives to connections, and to whoever asks it for any. */
const LOWEST = 10_000;
const WORKERS = 4;
const SHARE = 5_500;
const MS_PER_PORT = 25;
let last = 0;

/**
 * Each worker of a test run takes the ports of its own share one after the other, and none sooner again than after two minutes: a port that was
 * let go stays free for as long as a test says that nobody listens there, and one that was found free can still be taken a moment later.
 */
function nextPort(): number {
  last = Math.max(last + 1, Math.floor(Date.now() / MS_PER_PORT));
  const worker = Number(process.env['JEST_WORKER_ID'] ?? 0) % WORKERS;
  return LOWEST + worker * SHARE + (last % SHARE);
}

/** By its code: errors of Node are of another realm under jest. */
function isTaken(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'EADDRINUSE';
}
