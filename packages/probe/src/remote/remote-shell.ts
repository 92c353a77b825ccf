import { Fault, messageOf, unknown } from '../fault.ts';

/** How a program ended on the server. */
export interface RemoteEnd {
  /** Null when a signal ended it. */
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** True when it was ended because its time was over. */
  readonly timedOut?: boolean;
}

export interface RemoteLimits {
  /** The program, with all that it started, is ended on the server after so long. */
  readonly timeoutMs: number;
  /** Of each stream, so much is kept; the rest is read and dropped. */
  readonly outputBytes: number;
}

/** Runs POSIX sh programs on one server. */
export interface RemoteShell {
  /** For people, as `deploy@web1`. */
  readonly label: string;
  /**
   * Runs a program whose variables `arg_<name>` hold the arguments. They are never part of its text.
   *
   * @throws whatever keeps the program from being run or its end from being known; that is no evidence about the service.
   */
  run(program: string, args: Readonly<Record<string, string>>, limits: RemoteLimits): Promise<RemoteEnd>;
}

/** The connection gets this much longer than the program before it counts as lost. */
const GRACE_MS = 5000;

export interface RemoteRequest {
  readonly shell: RemoteShell;
  readonly program: string;
  readonly args: Readonly<Record<string, string>>;
  readonly limits: RemoteLimits;
  readonly signal: AbortSignal;
}

/** Runs a program, and throws Fault with `unknown` when it is the way to the server that fails. */
export async function runRemotely({ shell, program, args, limits, signal }: RemoteRequest): Promise<RemoteEnd> {
  const { promise: lost, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(new Error('aborted'));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([shell.run(program, args, limits), lost]);
  } catch (cause) {
    throw new Fault(unknown(`${shell.label} could not be asked: ${messageOf(cause)}`), { cause });
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** For the whole attempt, when the server itself is to end the program after `timeoutMs`. */
export function patienceFor(timeoutMs: number): number {
  return timeoutMs + GRACE_MS;
}
