import { Agent, type ClientRequestArgs, type RequestOptions } from 'node:http';
import { Duplex } from 'node:stream';
import type { SecureContext } from 'node:tls';
import { types } from 'node:util';
import { messageOf } from '../fault.ts';
import { type Connected, connect } from '../net/connect.ts';
import type { PinnedAddresses } from '../net/pinned-addresses.ts';
import type { ProbePorts } from '../probe.ts';
import { type ChainFacts, chainOf } from '../tls/certificate.ts';
import { secure } from '../tls/secure.ts';

export interface ConnectionAgentRequest {
  readonly addresses: PinnedAddresses;
  readonly port: number;
  readonly timeoutMs: number;
  readonly keep: boolean;
  /** Undefined for plain HTTP. */
  readonly tls: { readonly context: SecureContext; readonly serverName: string } | undefined;
  readonly ports: ProbePorts;
}

/** Node hands an agent all options of a request, also the ones that it does not know. */
export interface ConnectionRequest extends RequestOptions {
  /** Ends the making of a connection. */
  readonly connectSignal: AbortSignal;
}

/** What is known of a connection for as long as it lives. */
export interface ConnectionStory {
  /** In milliseconds of the clock that was given. */
  readonly madeAt: number;
  readonly address: string;
  readonly resolveMs: number;
  readonly connectMs: number;
  readonly tlsMs: number;
  readonly chain: ChainFacts | undefined;
}

/**
 * Servers close idle connections after some seconds, of which two are the least that is common. Who asks every so many seconds would meet
 * just that moment again and again. With this, Node's agent also heeds what a server says of it (`Keep-Alive: timeout=5`).
 */
const LONGEST_IDLE_MS = 1_500;

/**
 * Node's agent keeps connections; how they are made is ours: to pinned addresses, each with its time, and verified. TLS sessions are not
 * resumed, so that every new connection has a whole handshake, and a certificate to look at.
 */
export class ConnectionAgent extends Agent {
  readonly #request: ConnectionAgentRequest;
  readonly #stories = new WeakMap<Duplex, ConnectionStory>();
  readonly #open = new Set<Duplex>();

  constructor(request: ConnectionAgentRequest) {
    super({ keepAlive: request.keep, scheduling: 'lifo', timeout: LONGEST_IDLE_MS });
    this.#request = request;
  }

  override createConnection(
    options: ClientRequestArgs,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    const signal = 'connectSignal' in options ? options.connectSignal : undefined;
    void this.#hand(signal instanceof AbortSignal ? signal : undefined, callback);
  }

  storyOf(socket: Duplex): ConnectionStory | undefined {
    return this.#stories.get(socket);
  }

  /** Ends all connections, used and unused. */
  close(): void {
    for (const socket of this.#open) socket.destroy();
    this.destroy();
  }

  async #hand(
    signal: AbortSignal | undefined,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Promise<void> {
    const made = await this.#connect(signal).catch((thrown: unknown) =>
      types.isNativeError(thrown) ? thrown : new Error(messageOf(thrown)),
    );
    // The type of the callback wants a stream even where there is none.
    if (types.isNativeError(made)) callback?.(made, new Duplex());
    else callback?.(null, made);
  }

  async #connect(signal: AbortSignal | undefined): Promise<Duplex> {
    const { addresses, port, timeoutMs, ports } = this.#request;
    const connected = await connect({ addresses, port, timeoutMs, signal }, ports);
    this.#watch(connected.socket);
    const startedAt = ports.now();
    const { stream, chain } = await this.#protect(connected, signal);
    const { address, resolveMs, connectMs } = connected;
    const madeAt = ports.now();
    this.#stories.set(stream, { madeAt, address, resolveMs, connectMs, tlsMs: madeAt - startedAt, chain });
    return stream;
  }

  async #protect({ socket }: Connected, signal: AbortSignal | undefined): Promise<ProtectedStream> {
    const { tls, timeoutMs } = this.#request;
    if (tls === undefined) return { stream: socket, chain: undefined };
    const stream = await secure({ socket, ...tls, timeoutMs, signal });
    this.#watch(stream);
    return { stream, chain: chainOf(stream) };
  }

  #watch(socket: Duplex): void {
    this.#open.add(socket);
    socket.once('close', () => this.#open.delete(socket));
  }
}

interface ProtectedStream {
  readonly stream: Duplex;
  readonly chain: ChainFacts | undefined;
}
