import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { Lane } from './lane.ts';
import { LOOPBACK, listenOnLoopback } from './loopback.ts';

/** `up` is from client to server, `down` from server to client. */
export type Direction = 'up' | 'down';

/** The link to play. */
export interface LinkRequest {
  readonly target: { readonly host: string; readonly port: number };
  /** One way; the round trip takes twice as long. 0 unless told. */
  readonly delayMs?: number;
  /** Shared by all connections of one direction; unlimited unless told. 200 Mbit/s are 25,000,000. */
  readonly bytesPerSecond?: number;
}

/** What passed since the proxy started. */
export interface LinkCounts {
  readonly connections: number;
  readonly up: number;
  readonly down: number;
}

/** When a fault strikes: as soon as so many more bytes have passed in one direction. */
export interface FaultTrigger {
  readonly direction: Direction;
  readonly afterBytes: number;
}

/** A TCP proxy on the loopback address that plays a long, narrow or broken line. */
export interface FaultProxy extends AsyncDisposable {
  readonly host: '127.0.0.1';
  readonly port: number;
  counts(): LinkCounts;
  /** Breaks every connection by a reset, now or when the trigger is reached (its last byte still arrives). New connections work. */
  cut(trigger?: FaultTrigger): void;
  /** From now on, or from the trigger on, nothing passes and no connection ends, until `thaw`. */
  freeze(trigger?: FaultTrigger): void;
  /** Ends a freeze; what was held passes. Takes back faults that did not strike yet. */
  thaw(): void;
  /** Whether a fault with a trigger has struck since the last `thaw`. */
  hasStruck(): boolean;
  close(): Promise<void>;
}

/** Starts a proxy in front of a server. */
export async function startFaultProxy(request: LinkRequest): Promise<FaultProxy> {
  const link = new Link(request);
  await link.listen();
  return link;
}

interface Fault {
  readonly kind: 'cut' | 'freeze';
  readonly direction: Direction;
  /** Counter value of the direction at which it strikes. */
  readonly at: number;
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

class Link implements FaultProxy {
  readonly host = LOOPBACK;
  readonly #request: LinkRequest;
  readonly #server: Server;
  readonly #lanes: Readonly<Record<Direction, Lane>>;
  readonly #pairs = new Set<Pair>();
  readonly #sockets = new Set<Socket>();
  #port = 0;
  #connections = 0;
  #fault: Fault | undefined;
  #struck = false;

  constructor(request: LinkRequest) {
    this.#request = request;
    const { delayMs = 0, bytesPerSecond = Infinity } = request;
    const lane = (direction: Direction): Lane =>
      new Lane({
        delayMs,
        bytesPerSecond,
        limit: () => this.#bytesUntilFault(direction),
        onPassed: () => this.#strikeWhenDue(),
      });
    this.#lanes = { up: lane('up'), down: lane('down') };
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => this.#accept(client));
  }

  async listen(): Promise<void> {
    this.#port = await listenOnLoopback(this.#server);
  }

  get port(): number {
    return this.#port;
  }

  counts(): LinkCounts {
    return { connections: this.#connections, up: this.#lanes.up.passed, down: this.#lanes.down.passed };
  }

  cut(trigger?: FaultTrigger): void {
    if (trigger === undefined) this.#resetAll();
    else this.#arm('cut', trigger);
  }

  freeze(trigger?: FaultTrigger): void {
    if (trigger === undefined) this.#hold();
    else this.#arm('freeze', trigger);
  }

  thaw(): void {
    this.#fault = undefined;
    this.#struck = false;
    this.#lanes.up.resume();
    this.#lanes.down.resume();
  }

  hasStruck(): boolean {
    return this.#struck;
  }

  async close(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    for (const socket of this.#sockets) socket.destroy();
    this.#lanes.up.close();
    this.#lanes.down.close();
    await promise;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #arm(kind: Fault['kind'], { direction, afterBytes }: FaultTrigger): void {
    this.#fault = { kind, direction, at: this.#lanes[direction].passed + afterBytes };
    this.#strikeWhenDue();
  }

  #bytesUntilFault(direction: Direction): number {
    return this.#fault?.direction === direction ? this.#fault.at - this.#lanes[direction].passed : Infinity;
  }

  #strikeWhenDue(): void {
    const fault = this.#fault;
    if (fault === undefined || this.#bytesUntilFault(fault.direction) > 0) return;
    this.#fault = undefined;
    this.#struck = true;
    if (fault.kind === 'freeze') this.#hold();
    else this.#resetAll();
  }

  #hold(): void {
    this.#lanes.up.hold();
    this.#lanes.down.hold();
  }

  #resetAll(): void {
    for (const pair of this.#pairs) resetPair(pair);
  }

  #accept(client: Socket): void {
    this.#connections += 1;
    this.#track(client);
    // A handshake of TCP takes one and a half round trips until the server knows of the client.
    const handshakeMs = 3 * (this.#request.delayMs ?? 0);
    if (handshakeMs === 0) this.#join(client);
    else setTimeout(() => this.#join(client), handshakeMs);
  }

  #join(client: Socket): void {
    if (client.destroyed) return;
    const server = connect({ ...this.#request.target, allowHalfOpen: true, noDelay: true });
    this.#track(server);
    const pair = { client, server };
    this.#pairs.add(pair);
    for (const socket of [client, server]) {
      socket.on('error', () => resetPair(pair));
      socket.on('close', () => this.#pairs.delete(pair));
    }
    this.#lanes.up.carry(client, server);
    this.#lanes.down.carry(server, client);
  }

  #track(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => this.#sockets.delete(socket));
  }
}

function resetPair({ client, server }: Pair): void {
  client.resetAndDestroy();
  server.resetAndDestroy();
}
