import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Cleanup } from './cleanup.ts';

/** The web service on the demo's server. */
export interface Service {
  /** Where visitors find it. */
  readonly url: string;
  /** Commands that its server has besides the usual ones, by name: scripts for sh. */
  readonly commands: Readonly<Record<string, string>>;
}

/** Starts the manager of a service whose code is wherever `link` points. Nothing is served before its first restart. */
export async function startService(link: string, cleanup: Cleanup): Promise<Service> {
  const port = await freePort();
  const program = fileURLToPath(new URL('./service-manager.ts', import.meta.url));
  const args = ['--disable-warning=ExperimentalWarning', program, link, String(port)];
  const manager = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  cleanup.add(async () => {
    const ended = once(manager, 'exit');
    manager.stdin.end();
    if (manager.exitCode === null && manager.signalCode === null) await ended;
  });
  const lines = createInterface({ input: manager.stdout })[Symbol.asyncIterator]();
  const control = await lines.next();
  if (control.done === true) throw new Error('The manager of the service did not start.');
  return { url: `http://127.0.0.1:${port}`, commands: commandsOf(control.value) };
}

function commandsOf(control: string): Service['commands'] {
  const node = `'${process.execPath}'`;
  const restart = fileURLToPath(new URL('./restart-app.ts', import.meta.url));
  return {
    node: `#!/bin/sh\nexec ${node} "$@"\n`,
    'restart-app': `#!/bin/sh\nexec ${node} '${restart}' ${control}\n`,
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
