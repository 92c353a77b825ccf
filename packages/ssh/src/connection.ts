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
  const running = new Set<Running>();
  const prepared = new Map<string, OpenSession>();
  let executions = 0;
  let closing: Promise<void> | undefined;

  const open = (program: string): OpenSession => {
    executions += 1;
    return openSession({ link, program, log: `${id}-${executions}.log` });
  };

  /** A prepared session that the server refused or that ended since is no reason to fail: a fresh one is tried. */
  const take = (program: string): OpenSession => {
    const session = prepared.get(program);
    prepared.delete(program);
    return session?.isUsable() === true ? session : open(program);
  };

  const prepare = (program: string): void => {
    if (link.multiplexed && !prepared.has(program)) prepared.set(program, open(program));
  };

  const execute = (execution: Execution): Running => {
    const session = take(execution.program).start(execution);
    running.add(session);
    const forget = (): void => void running.delete(session);
    session.ended.then(forget, forget);
    return session;
  };

  const end = async (): Promise<void> => {
    for (const session of prepared.values()) session.discard();
    prepared.clear();
    const sessions = [...running];
    for (const session of sessions) session.kill();
    await link.close();
    await Promise.allSettled(sessions.map(({ ended }) => ended));
  };

  const close = (): Promise<void> => {
    closing ??= end();
    return closing;
  };
  return { host: link.host, prepare, execute, close };
}
