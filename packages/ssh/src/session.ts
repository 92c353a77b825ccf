import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { TARGET } from './config.ts';
import type { Execution, Exit, Running } from './execution.ts';
import type { Link } from './link.ts';
import { exitOf, type PipedProcess, type ProcessEnd, type ProcessRequest, startPiped } from './processes.ts';
import { exitStatus } from './session-exit.ts';
import { openInput, type SessionInput } from './session-input.ts';
import { readOutput, type SessionOutput } from './session-output.ts';
import { formatArguments, formatProgram, REMOTE_COMMAND, withPrelude } from './wire.ts';

export interface SessionRequest {
  readonly link: Link;
  readonly program: string;
  /** Name of the file for what ssh writes about this execution. */
  readonly log: string;
}

/** A session whose program is on its way to the server and waits there for its arguments. */
export interface OpenSession {
  /** False when it ended before it was used, for example because the server allows no further sessions. */
  readonly isUsable: () => boolean;
  /** Only once. */
  readonly start: (execution: Execution) => Running;
  readonly discard: () => void;
}

interface Session extends SessionRequest {
  readonly child: PipedProcess;
  readonly exited: Promise<ProcessEnd>;
  readonly closed: Promise<unknown>;
  readonly input: SessionInput;
  readonly output: SessionOutput;
  readonly logStart: number;
  isKilled: boolean;
}

/** How long nothing may arrive after the process that passed output on has ended, before the rest is given up. */
const LAST_OUTPUT_MS = 5000;

/** Opens a session and sends the program, so that only the arguments are left to be sent when it is wanted. */
export function openSession(request: SessionRequest): OpenSession {
  const logStart = request.link.logSize();
  const child = startPiped(processOf(request));
  const exited = exitOf(child, { program: 'ssh' });
  exited.catch(() => undefined); // Told by the execution, if there is one.
  const closed = once(child, 'close').catch(() => undefined);
  // A session that ends early closes its input; that is no error here, its exit status tells the story.
  child.stdin.on('error', () => undefined);
  child.stdin.write(formatProgram(withPrelude(request.program)));
  return {
    isUsable: () => child.exitCode === null && child.signalCode === null && child.pid !== undefined,
    start: (execution) => {
      try {
        return startExecution({ ...request, child, exited, closed, logStart }, execution);
      } catch (defect) {
        child.kill('SIGKILL');
        throw defect;
      }
    },
    discard: () => void child.kill('SIGKILL'),
  };
}

/** Throws TypeError when the request itself is wrong: a defect of the caller. */
function startExecution(opened: Omit<Session, 'input' | 'output' | 'isKilled'>, execution: Execution): Running {
  const { child } = opened;
  const kill = (): void => {
    session.isKilled = true;
    child.kill('SIGKILL');
  };
  const nonce = randomBytes(8).toString('hex');
  const head = formatArguments({ ...execution.args, nonce });
  const input = openInput({ stdin: child.stdin, head, body: execution.body, onFault: kill });
  const output = readOutput({ child, nonce, execution, onFault: kill });
  const session: Session = { ...opened, input, output, isKilled: false };
  const ended = outcomeOf(session);
  // Whoever started this may fail before it gets to wait for the end.
  ended.catch(() => undefined);
  return { send: input.send, end: input.end, kill, ended };
}

/**
 * An execution on a shared connection must never open one of its own when that is gone: nobody would know that the lease, the order of things and
 * the count of connections no longer hold. Hence a proxy command that fails.
 */
function processOf({ link, log }: SessionRequest): ProcessRequest {
  const only = link.multiplexed ? ['-o', 'ProxyCommand=false'] : [];
  // Not by -v: that would go on to the hops, whose words end up between those of the program.
  const args = ['-F', link.files.config, ...only, '-o', 'LogLevel=DEBUG2', '-E', log, TARGET, REMOTE_COMMAND];
  return { program: 'ssh', args, folder: link.client.folder, machine: link.client.machine };
}

async function outcomeOf(session: Session): Promise<Exit> {
  const { input, output } = session;
  const end = await endOf(session);
  input.abandon();
  const fault = output.fault() ?? input.fault();
  if (fault !== undefined) throw fault.thrown;
  const stderrTail = output.stderrTail();
  if (session.isKilled) return { exitCode: null, signal: 'KILL', stderrTail };
  const progress = { ...output.progress(), bodyBytes: input.bodyBytes(), stderrTail };
  const status = await exitStatus({ link: session.link, log: session.log, logStart: session.logStart, end, progress });
  return { ...status, stderrTail };
}

/** The end of the process and of its output, which on a shared connection comes from another process and may be held back by it. */
async function endOf(session: Session): Promise<ProcessEnd> {
  const { child, output } = session;
  const end = await session.exited;
  if (!session.isKilled) {
    await Promise.race([session.closed.then(() => output.settled()), output.quiet(LAST_OUTPUT_MS)]);
  }
  child.stdout.destroy();
  child.stderr.destroy();
  output.finish();
  return end;
}
