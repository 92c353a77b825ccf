import type { AddressInfo } from 'node:net';

/** Every server of the testkit listens here and nowhere else. */
export const LOOPBACK = '127.0.0.1';

/** The part of a server that is needed to make it listen; those of `node:net` and of ssh2 have it. */
export interface Listening {
  once(event: 'error', listener: (error: Error) => void): unknown;
  listen(port: number, host: string, onListening: () => void): unknown;
  address(): AddressInfo | string | null;
}

/** Makes a server listen on a free loopback port, and answers with the port. */
export async function listenOnLoopback(server: Listening): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(0, LOOPBACK, resolve);
  await promise;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`A TCP server has an odd address: ${address}`);
  return address.port;
}
