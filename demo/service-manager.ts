/**
 * `node service-manager.ts <link> <port>`: keeps the service running, as systemd does elsewhere. A request to its own address starts the
 * release that the link points at, waits until it listens, and only then lets the earlier one finish: a restart turns no visitor away.
 * It prints its address, and ends with its standard input.
 */
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { realpath } from 'node:fs/promises';
import { createServer } from 'node:http';
import { argv, stdin, stdout } from 'node:process';

const [, , link = '', port = ''] = argv;
let serving: Worker | undefined;

async function restart(): Promise<string> {
  const release = await realpath(link);
  cluster.setupPrimary({
    exec: `${release}/server.ts`,
    cwd: release,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const fresh = cluster.fork({ PORT: port });
  const ended = once(fresh, 'exit').then(() => {
    throw new Error('the service ended before it listened');
  });
  await Promise.race([once(fresh, 'listening'), ended]);
  ended.catch(() => {}); // From here on its end is no surprise.
  serving?.disconnect();
  serving = fresh;
  return `process ${fresh.process.pid} serves`;
}

const control = createServer((_request, response) => {
  restart().then(
    (text) => response.end(`${text}\n`),
    (error: unknown) => response.writeHead(500).end(`${String(error)}\n`),
  );
});
control.listen(0, '127.0.0.1', () => {
  const address = control.address();
  stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`);
});
stdin.on('end', () => process.exit());
stdin.resume();
