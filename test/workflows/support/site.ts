import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web service that serves whatever `current` leads to, as nginx would. */
export interface WebSite extends AsyncDisposable {
  /** Of its health endpoint. */
  readonly healthUrl: string;
  /** Settled once somebody has asked. */
  readonly asked: Promise<void>;
}

/** Answers `/health` with the release's `health.json`: 200 where it says `ok`, 500 where it says anything else, 503 without a release. */
export async function serveCurrent(deployPath: string): Promise<WebSite> {
  const asked = Promise.withResolvers<void>();
  const answer = async (response: ServerResponse): Promise<void> => {
    asked.resolve();
    const text = await readFile(`${deployPath}/current/health.json`, 'utf8').catch(() => '');
    const status = text === '' ? 503 : text.includes('"status":"ok"') ? 200 : 500;
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  };
  const server = createServer((_, response) => void answer(response));
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return {
    healthUrl: `http://127.0.0.1:${portOf(server.address())}/health`,
    asked: asked.promise,
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
