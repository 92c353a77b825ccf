import { Worker } from 'node:worker_threads';
import type { FaultTrigger, LinkCounts, LinkOrder, LinkRequest, LinkThreadData } from './link.ts';
import { LinkGauge } from './link-gauge.ts';
import { LOOPBACK } from './loopback.ts';
import { ownProgram } from './own-program.ts';

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

/**
 * Starts a proxy in front of a server. It works in a thread of its own: what the tests do meanwhile cannot disturb its clock, and what they put
 * in the place of Node's own network functions does not reach it.
 *
 * @throws Error when it cannot listen.
 */
export async function startFaultProxy({
  target,
  delayMs = 0,
  bytesPerSecond = Infinity,
}: LinkRequest): Promise<FaultProxy> {
  const gauge = new LinkGauge();
  const { host, port } = target;
  const workerData: LinkThreadData = {
    request: { target: { host, port }, delayMs, bytesPerSecond },
    memory: gauge.memory,
  };
  const thread = new Worker(ownProgram('fault-link-thread'), { workerData });
  return new ProxyThread(thread, gauge, await firstMessage(thread));
}

/** The thread's first word is its port. */
function firstMessage(thread: Worker): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  thread.once('message', resolve);
  thread.once('error', reject);
  return promise;
}

class ProxyThread implements FaultProxy {
  readonly host = LOOPBACK;
  readonly port: number;
  readonly #thread: Worker;
  readonly #gauge: LinkGauge;
  #closed: Promise<unknown> | undefined;

  constructor(thread: Worker, gauge: LinkGauge, port: number) {
    this.#thread = thread;
    this.#gauge = gauge;
    this.port = port;
  }

  counts(): LinkCounts {
    return this.#gauge.counts();
  }

  hasStruck(): boolean {
    return this.#gauge.hasStruck();
  }

  cut(trigger?: FaultTrigger): void {
    this.#order({ kind: 'cut', trigger });
  }

  freeze(trigger?: FaultTrigger): void {
    this.#order({ kind: 'freeze', trigger });
  }

  thaw(): void {
    this.#order({ kind: 'thaw' });
  }

  async close(): Promise<void> {
    this.#closed ??= this.#end();
    await this.#closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #end(): Promise<void> {
    this.#order({ kind: 'close' });
    // A connection that is just being made can hold the thread back for ever.
    await this.#thread.terminate();
  }

  /** Returns when the order is carried out, so that a test may rely on it in its next line. */
  #order(order: LinkOrder): void {
    const done = this.#gauge.nextAnswer();
    this.#send(order);
    done();
  }

  #send(order: LinkOrder): void {
    // The rule means windows of a browser: threads have no origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.#thread.postMessage(order);
  }
}
