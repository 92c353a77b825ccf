import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { TARGET } from './config.ts';
import type { Execution, Exit, Running } from './execution.ts';
import type { Link } from './link.ts';
import { exitOf, type PipedProcess, type ProcessEnd, type ProcessRequest, startPiped } from './processes.ts';
import { exitStatus } from './session-exit.ts';
import { openInput, type SessionInput } from './session-input.ts';
import { readOutput, type SessionOutput } from './session-output.ts';
import { formatRequest, REMOTE_COMMAND, withPrelude } from './wire.ts';

export interface SessionRequest {
  readonly link: Link;
  readonly execution: Execution;
  /** Name of the file for what ssh writes about this execution. */
  readonly log: string;
}

interface Session extends SessionRequest {
  readonly child: PipedProcess;
  readonly input: SessionInput;
  readonly output: SessionOutput;
  readonly logStart: number;
  isKilled: boolean;
}

/** How long output may still take to arrive after the process that passed it on has ended. */
const LAST_OUTPUT_MS = 5000;

/** Starts an execution. Throws TypeError when the request itself is wrong: a defect of the caller. */
export function startSession(request: SessionRequest): Running {
  const { execution } = request;
  const nonce = randomBytes(8).toString('hex');
  const head = formatRequest(withPrelude(execution.program), { ...execution.args, nonce });
  const logStart = request.link.logSize();
  const child = startPiped(processOf(request));
  const kill = (): void => {
    session.isKilled = true;
    child.kill('SIGKILL');
  };
  const input = openInput({ stdin: child.stdin, head, body: execution.body, onFault: kill });
  const output = readOutput({ child, nonce, execution, onFault: kill });
  const session: Session = { ...request, child, input, output, logStart, isKilled: false };
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
  const only = link.multiplexed ? ['-vv', '-o', 'ProxyCommand=false'] : ['-v'];
  const args = ['-F', link.files.config, ...only, '-E', log, TARGET, REMOTE_COMMAND];
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
async function endOf({ child, output }: Session): Promise<ProcessEnd> {
  const closed = once(child, 'close').catch(() => undefined);
  const end = await exitOf(child, { program: 'ssh' });
  await Promise.race([closed, pause(LAST_OUTPUT_MS, undefined, { ref: false })]);
  child.stdout.destroy();
  child.stderr.destroy();
  output.finish();
  return end;
}
