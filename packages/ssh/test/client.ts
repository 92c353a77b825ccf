import { tmpdir } from 'node:os';
import { generateKey, type KeyPair, type SshServer } from '@plimsoll/testkit';
import {
  type Connection,
  type Execution,
  type Exit,
  type HostAddress,
  type Machine,
  openSsh,
  type RemoteEvent,
  type Ssh,
  type SshSettings,
} from '../src/index.ts';

/** Only generated once for each test file: most tests do not care which key they use. */
let sharedKey: Promise<KeyPair> | undefined;

export function anyKey(): Promise<KeyPair> {
  sharedKey ??= generateKey();
  return sharedKey;
}

export const MACHINE: Machine = { platform: process.platform, env: process.env };
/** Stands for runners without control sockets. */
export const WITHOUT_MULTIPLEXING: Machine = { platform: 'win32', env: { ...process.env, ProgramFiles: '/nowhere' } };

/** A client that closes itself at the end of its scope. */
export async function openClient(
  settings: Partial<SshSettings>,
  machine: Machine = MACHINE,
): Promise<Ssh & AsyncDisposable> {
  const ssh = await openSsh(
    {
      privateKey: settings.privateKey ?? (await anyKey()).privateKey,
      passphrase: '',
      certificate: '',
      knownHosts: '',
      proxyJump: [],
      connectTimeoutMs: 60_000,
      temporaryFolder: tmpdir(),
      ...settings,
    },
    machine,
  );
  return Object.assign(ssh, { [Symbol.asyncDispose]: () => ssh.close() });
}

export function addressOf({ host, port, user }: Pick<SshServer, 'host' | 'port' | 'user'>): HostAddress {
  return { label: `${host}:${port}`, host, port, user };
}

export function connectTo(ssh: Ssh, server: Pick<SshServer, 'host' | 'port' | 'user'>): Promise<Connection> {
  return ssh.connect(addressOf(server), new AbortController().signal);
}

export interface Ran extends Exit {
  readonly events: readonly RemoteEvent[];
  readonly output: readonly string[];
}

/** Runs a program to its end. Standard input is left open, as for a program that is watched. */
export async function run(connection: Connection, program: string, more: Partial<Execution> = {}): Promise<Ran> {
  const events: RemoteEvent[] = [];
  const output: string[] = [];
  const running = connection.execute({
    program,
    args: {},
    onEvent: (event) => events.push(event),
    onOutput: (line) => output.push(line),
    ...more,
  });
  const exit = await running.ended;
  return { ...exit, events, output };
}

/** The value of the one event with this name. */
export function eventValue(events: readonly RemoteEvent[], name: string): string {
  const [event] = events.filter((candidate) => candidate.name === name);
  if (event === undefined) throw new Error(`No event ${name} among ${events.map((other) => other.name).join(', ')}`);
  return event.value;
}
