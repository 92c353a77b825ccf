import { readFileSync } from 'node:fs';
import { Failure } from '@plimsoll/outcome';
import type { RemoteEnd, RemoteLimits, RemoteShell } from '@plimsoll/probe';
import type { Connection, RemoteEvent } from '@plimsoll/ssh';

const RUN = readFileSync(new URL('../remote/run.sh', import.meta.url), 'utf8');
/** What `guarded` of the prelude answers with when the time was up. */
const TIMED_OUT = 124;
/** From 128 on a shell's status names the signal that ended the command. */
const SIGNALLED = 128;

/**
 * Runs programs over the connection that is there. Its `run` throws Failure('connect') when the link broke, and
 * Failure('remote-environment') when the server did not tell the end.
 * @param connection stays open as long as the shell is used
 */
export function createRemoteShell(connection: Connection): RemoteShell {
  const { label } = connection.host;
  return {
    label,
    run: (program, args, limits) => runProgram(connection, { program, args, limits }),
  };
}

interface ProgramRequest {
  readonly program: string;
  readonly args: Readonly<Record<string, string>>;
  readonly limits: RemoteLimits;
}

async function runProgram(connection: Connection, { program, args, limits }: ProgramRequest): Promise<RemoteEnd> {
  const heard = new Map<string, string>();
  let stderr = '';
  const running = connection.execute({
    program: RUN,
    args: {
      ...bytesOf(args),
      ...bytesOf({ program }),
      names: Object.keys(args).join(' '),
      limit: String(Math.max(1, Math.ceil(limits.timeoutMs / 1000))),
      output_bytes: String(limits.outputBytes),
    },
    onEvent: ({ name, value }: RemoteEvent) => void heard.set(name, value),
    onOutput: (line) => {
      if (stderr.length < limits.outputBytes) stderr += `${line}\n`;
    },
  });
  const { stderrTail } = await running.ended;
  return readEnd(heard, stderr.slice(0, limits.outputBytes), stderrTail);
}

function readEnd(heard: ReadonlyMap<string, string>, stderr: string, tail: string): RemoteEnd {
  const told = heard.get('status');
  if (told === undefined) {
    throw new Failure(
      'remote-environment',
      `The server did not tell how the command ended. ${tail.slice(-300)}`.trim(),
    );
  }
  const status = Number(told);
  const stdout = Buffer.from(heard.get('output') ?? '', 'latin1').toString('utf8');
  if (status === TIMED_OUT) return { status: null, signal: null, stdout, stderr, timedOut: true };
  const signal = status > SIGNALLED ? `signal ${status - SIGNALLED}` : null;
  return { status: signal === null ? status : null, signal, stdout, stderr, timedOut: false };
}

/** As the wire wants them: one code unit for each byte. */
function bytesOf(args: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(args).map(([name, text]) => [name, Buffer.from(text).toString('latin1')]));
}
