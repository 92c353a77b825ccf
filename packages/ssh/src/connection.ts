import type { Execution, Running } from './execution.ts';
import type { HostAddress } from './host.ts';
import type { Link } from './link.ts';
import { type OpenSession, openSession } from './session.ts';

/** One open, authenticated connection to a host. Executions on it share one TCP connection and may run side by side. */
export interface Connection {
  readonly host: HostAddress;
  /**
   * Announces an execution to come: its session is opened and its program sent now, while others work, so that starting it costs a single round
   * trip. It counts as an execution on the server.
   */
  prepare(program: string): void;
  /** Starts a program on the host. Trouble is told by `ended`; a wrong request (a defect of the caller) is thrown as TypeError. */
  execute(request: Execution): Running;
  /** Ends what still runs, and the connection. Idempotent, never throws. */
  close(): Promise<void>;
}

/** @param id names the files of this connection's executions */
export function openConnection(link: Link, id: string): Connection {
  return new LinkedConnection(link, id);
}

class LinkedConnection implements Connection {
  readonly host: HostAddress;
  readonly #link: Link;
  readonly #id: string;
  readonly #running = new Set<Running>();
  readonly #prepared = new Map<string, OpenSession>();
  #executions = 0;
  #closing: Promise<void> | undefined;

  constructor(link: Link, id: string) {
    this.host = link.host;
    this.#link = link;
    this.#id = id;
  }

  prepare(program: string): void {
    if (this.#link.multiplexed && !this.#prepared.has(program)) this.#prepared.set(program, this.#open(program));
  }

  execute(execution: Execution): Running {
    const session = this.#take(execution.program);
    const running = session.start(execution);
    this.#running.add(running);
    const forget = (): void => void this.#running.delete(running);
    running.ended.then(forget, forget);
    return running;
  }

  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  /** A prepared session that the server refused or that ended since is no reason to fail: a fresh one is tried. */
  #take(program: string): OpenSession {
    const session = this.#prepared.get(program);
    this.#prepared.delete(program);
    return session?.isUsable() === true ? session : this.#open(program);
  }

  #open(program: string): OpenSession {
    this.#executions += 1;
    return openSession({ link: this.#link, program, log: `${this.#id}-${this.#executions}.log` });
  }

  async #end(): Promise<void> {
    for (const session of this.#prepared.values()) session.discard();
    this.#prepared.clear();
    const running = [...this.#running];
    for (const session of running) session.kill();
    await this.#link.close();
    await Promise.allSettled(running.map(({ ended }) => ended));
  }
}
