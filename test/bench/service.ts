import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./answering-service.ts', import.meta.url));

/** A service under `url` whose `/health` is always well. */
export interface Service extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
}

/** Starts the service in a process of its own. */
export async function startService(): Promise<Service> {
  const child = spawn(process.execPath, [PROGRAM], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1) throw new Error('The service of the bench did not start.');
  child.stdout.resume(); // Else its end would never be seen.
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  return { url: `http://127.0.0.1:${port}/health`, port, [Symbol.asyncDispose]: stop };
}

/** A loopback port on which nobody listens. */
export async function freePort(): Promise<number> {
  await using server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port.');
  return address.port;
}
