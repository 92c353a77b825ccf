import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { Lane } from './lane.ts';
import type { Direction, FaultTrigger, LinkRequest } from './link.ts';
import type { LinkGauge } from './link-gauge.ts';
import { listenOnLoopback } from './loopback.ts';

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

/** The line itself: what the proxy's thread runs. */
export class FaultLink {
  readonly #request: LinkRequest;
  readonly #gauge: LinkGauge;
  readonly #server: Server;
  readonly #lanes: Readonly<Record<Direction, Lane>>;
  readonly #pairs = new Set<Pair>();
  readonly #sockets = new Set<Socket>();
  #fault: Fault | undefined;

  constructor(request: LinkRequest, gauge: LinkGauge) {
    this.#request = request;
    this.#gauge = gauge;
    const { delayMs = 0, bytesPerSecond = Infinity } = request;
    const lane = (direction: Direction): Lane =>
      new Lane({
        delayMs,
        bytesPerSecond,
        limit: () => this.#bytesUntilFault(direction),
        onPassed: () => this.#afterPassing(),
      });
    this.#lanes = { up: lane('up'), down: lane('down') };
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => this.#accept(client));
  }

  /** Starts to listen, and answers with the port. */
  listen(): Promise<number> {
    return listenOnLoopback(this.#server);
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
    this.#gauge.setStruck(false);
    this.#lanes.up.resume();
    this.#lanes.down.resume();
  }

  /** Ends every connection and the listening. */
  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    this.#lanes.up.close();
    this.#lanes.down.close();
  }

  #arm(kind: Fault['kind'], { direction, afterBytes }: FaultTrigger): void {
    this.#fault = { kind, direction, at: this.#lanes[direction].passed + afterBytes };
    this.#strikeWhenDue();
  }

  #bytesUntilFault(direction: Direction): number {
    return this.#fault?.direction === direction ? this.#fault.at - this.#lanes[direction].passed : Infinity;
  }

  #afterPassing(): void {
    this.#gauge.setPassed(this.#lanes.up.passed, this.#lanes.down.passed);
    this.#strikeWhenDue();
  }

  #strikeWhenDue(): void {
    const fault = this.#fault;
    if (fault === undefined || this.#bytesUntilFault(fault.direction) > 0) return;
    this.#fault = undefined;
    this.#gauge.setStruck(true);
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
    this.#gauge.countConnection();
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
  reset(client);
  reset(server);
}

/** A socket cannot be reset while its end is on its way: Node would then never close it, nor ever come to the end of its thread. */
function reset(socket: Socket): void {
  const isEnding = socket.writableEnded && !socket.writableFinished;
  if (isEnding || socket.connecting) socket.destroy();
  else socket.resetAndDestroy();
}
