import type { Agent } from './agent.ts';
import type { Hop } from './config.ts';
import { type Connection, openConnection } from './connection.ts';
import { removeFolder } from './folder.ts';
import { type Hops, makeHops } from './hops.ts';
import type { HostAddress } from './host.ts';
import { requireKnown } from './known-hosts.ts';
import { type Client, cancelled, openLink } from './link.ts';

/** A client with one key and one list of trusted hosts. */
export interface Ssh {
  /** The only place on disk that is written: 0700, without the private key, removed by `close`. */
  readonly folder: string;
  /**
   * Connects, through the hosts of `proxyJump`; their connections are shared by all hosts. Throws Failure with code host-key, authentication or
   * connect; and `cancelled` when the signal is aborted.
   */
  connect(host: HostAddress, signal: AbortSignal): Promise<Connection>;
  /** Ends connections and agent, and removes the folder. Idempotent, never throws. */
  close(): Promise<void>;
}

export interface ClientParts {
  readonly client: Client;
  readonly agent: Agent;
  readonly proxyJump: readonly HostAddress[];
}

export class SshClient implements Ssh {
  readonly folder: string;
  readonly #parts: ClientParts;
  readonly #hops: Hops;
  readonly #closed = new AbortController();
  readonly #connecting = new Set<Promise<Connection>>();
  readonly #connections: Connection[] = [];
  #ids = 0;
  #closing: Promise<void> | undefined;

  constructor(parts: ClientParts) {
    const { client, proxyJump } = parts;
    this.folder = client.folder;
    this.#parts = parts;
    this.#hops = makeHops({ client, hosts: proxyJump, nextId: () => this.#nextId(), closed: this.#closed.signal });
  }

  async connect(host: HostAddress, signal: AbortSignal): Promise<Connection> {
    const { client, proxyJump } = this.#parts;
    for (const address of [...proxyJump, host]) requireKnown(client.known, address);
    const opening = this.#open(host, AbortSignal.any([signal, this.#closed.signal]));
    this.#connecting.add(opening);
    return opening.finally(() => this.#connecting.delete(opening));
  }

  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #open(host: HostAddress, signal: AbortSignal): Promise<Connection> {
    const hops = await this.#way(host, signal);
    const id = this.#nextId();
    const connection = openConnection(await openLink({ client: this.#parts.client, id, host, hops }, signal), id);
    this.#connections.push(connection);
    return connection;
  }

  /** Hops are opened for all hosts at once, so one host that is given up does not end them. */
  async #way(host: HostAddress, signal: AbortSignal): Promise<readonly Hop[]> {
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    const onAbort = (): void => reject(cancelled(host, signal));
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      if (signal.aborted) onAbort();
      return await Promise.race([this.#hops.open(), aborted]);
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  async #end(): Promise<void> {
    this.#closed.abort();
    await Promise.allSettled(this.#connecting);
    await Promise.all(this.#connections.map((connection) => connection.close()));
    await this.#hops.close();
    await this.#parts.agent.stop();
    await removeFolder(this.folder);
  }

  #nextId(): string {
    this.#ids += 1;
    return `h${this.#ids}`;
  }
}
