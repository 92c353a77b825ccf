import type { ActionContext } from '@plimsoll/action-kit';
import { asFailure, Failure } from '@plimsoll/outcome';
import type { RemoteShell } from '@plimsoll/probe';
import { createStore, type Store, type StoreSettings } from '@plimsoll/release-store';
import { type Connection, type HostAddress, openSsh, type Ssh } from '@plimsoll/ssh';
import { createRemoteShell } from './remote-shell.ts';
import type { ServerInputs } from './server-inputs.ts';

/** One server of a run. */
export interface Server<S extends Store = Store> {
  /** As the user wrote it. */
  readonly label: string;
  readonly store: S;
}

/** All servers of a run, each over one connection. */
export interface Fleet<S extends Store = Store> {
  readonly servers: readonly Server<S>[];
  /** To run something else on each of them. */
  readonly shells: readonly RemoteShell[];
  /** Ends connections and agent and removes their folder. Never throws. */
  close(): Promise<void>;
}

export interface FleetRequest {
  readonly inputs: ServerInputs;
  readonly owner: string;
  readonly who: string;
  readonly context: Pick<ActionContext, 'log' | 'signal' | 'temporaryFolder'>;
  /** Called with the folder on the runner that holds sockets and public files, before anything connects. */
  readonly onFolder: (folder: string) => void;
}

/** Connections are opened side by side, but not more than this at once: servers and their guards limit how many may start (sshd's MaxStartups is 10). */
const STARTS_AT_ONCE = 8;

/** Connects to every host. @throws Failure of the first host that cannot be reached, naming all of them. */
export function openFleet(request: FleetRequest): Promise<Fleet> {
  return openFleetOf(createStore, request);
}

/** The same with another kind of store, for the actions that need more than releases. */
export async function openFleetOf<S extends Store>(
  openStore: (settings: StoreSettings) => S,
  request: FleetRequest,
): Promise<Fleet<S>> {
  const { inputs, context } = request;
  const ssh = await openSsh({
    privateKey: inputs.privateKey,
    passphrase: inputs.passphrase,
    certificate: inputs.certificate,
    knownHosts: inputs.knownHosts,
    proxyJump: inputs.proxyJump,
    connectTimeoutMs: inputs.connectTimeoutMs,
    temporaryFolder: context.temporaryFolder,
    onFolder: request.onFolder,
  });
  try {
    const connections = await connectAll(ssh, inputs.hosts, context.signal);
    return {
      servers: connections.map((connection) => ({
        label: connection.host.label,
        store: openStore(settingsOn(connection, request)),
      })),
      shells: connections.map(createRemoteShell),
      close: () => ssh.close(),
    };
  } catch (failure) {
    await ssh.close();
    throw failure;
  }
}

async function connectAll(
  ssh: Ssh,
  hosts: readonly HostAddress[],
  signal: AbortSignal,
): Promise<readonly Connection[]> {
  const connections: Connection[] = [];
  const failures: { readonly host: HostAddress; readonly failure: Failure }[] = [];
  const waiting = hosts.map((host, index) => ({ host, index }));
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { host, index } = next;
      await ssh.connect(host, signal).then(
        (connection) => (connections[index] = connection),
        (thrown: unknown) => failures.push({ host, failure: asFailure(thrown) }),
      );
    }
  };
  await Promise.all(Array.from({ length: Math.min(STARTS_AT_ONCE, hosts.length) }, worker));
  throwFirst(failures, hosts.length);
  return connections;
}

function throwFirst(failures: readonly { readonly host: HostAddress; readonly failure: Failure }[], all: number): void {
  const first = failures[0];
  if (first === undefined) return;
  const text = failures
    .map(({ host, failure }) => (all > 1 ? `${host.label}: ${failure.message}` : failure.message))
    .join('\n');
  throw new Failure(first.failure.code, text, { cause: first.failure });
}

function settingsOn(connection: Connection, { inputs, owner, who, context }: FleetRequest): StoreSettings {
  const { label } = connection.host;
  return {
    connection,
    deployPath: inputs.deployPath,
    owner,
    who,
    onOutput: (line) => context.log.remote(label, line),
    onStep: (step) => context.log.info(`${label}: ${step}`),
  };
}
