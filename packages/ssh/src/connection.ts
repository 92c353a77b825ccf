import type { Execution, Running } from './execution.ts';
import type { HostAddress } from './host.ts';
import type { Link } from './link.ts';
import { startSession } from './session.ts';

/** One open, authenticated connection to a host. Executions on it share one TCP connection and may run side by side. */
export interface Connection {
  readonly host: HostAddress;
  /** Starts a program on the host. Trouble is told by `ended`; a wrong request (a defect of the caller) is thrown as TypeError. */
  execute(request: Execution): Running;
  /** Ends what still runs, and the connection. Idempotent, never throws. */
  close(): Promise<void>;
}

/** @param id names the files of this connection's executions */
export function openConnection(link: Link, id: string): Connection {
  const running = new Set<Running>();
  let executions = 0;
  let closing: Promise<void> | undefined;

  const execute = (execution: Execution): Running => {
    executions += 1;
    const session = startSession({ link, execution, log: `${id}-${executions}.log` });
    running.add(session);
    const forget = (): void => void running.delete(session);
    session.ended.then(forget, forget);
    return session;
  };

  const end = async (): Promise<void> => {
    const sessions = [...running];
    for (const session of sessions) session.kill();
    await link.close();
    await Promise.allSettled(sessions.map(({ ended }) => ended));
  };

  const close = (): Promise<void> => {
    closing ??= end();
    return closing;
  };
  return { host: link.host, execute, close };
}
