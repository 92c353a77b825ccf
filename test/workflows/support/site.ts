import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web service that serves whatever `current` leads to, as nginx would. */
export interface WebSite extends AsyncDisposable {
  /** Of its health endpoint. */
  readonly healthUrl: string;
}

/** Answers `/health` with the release's `health.json`: 200 where it says `ok`, 500 where it says anything else, 503 without a release. */
export async function serveCurrent(deployPath: string): Promise<WebSite> {
  const server = createServer((_, response) => {
    readFile(`${deployPath}/current/health.json`, 'utf8').then(
      (text) => {
        response.writeHead(text.includes('"status":"ok"') ? 200 : 500, { 'content-type': 'application/json' });
        response.end(text);
      },
      () => response.writeHead(503).end('no release'),
    );
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return {
    healthUrl: `http://127.0.0.1:${portOf(server.address())}/health`,
    [Symbol.asyncDispose]: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The site listens nowhere.');
  return address.port;
}
