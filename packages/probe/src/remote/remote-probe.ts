import { Buffer } from 'node:buffer';
import { formatDuration } from '@plimsoll/figures';
import type { FailureCode } from '@plimsoll/outcome';
import { codedAs, runAttempt } from '../attempt.ts';
import { Fault, unknown, wrong } from '../fault.ts';
import { checkedMs } from '../net/limits.ts';
import { type Evidence, type Finding, NO_PHASES, type Probe, type ProbePorts } from '../probe.ts';
import { type Telling, told } from '../telling.ts';
import { patienceFor, type RemoteEnd, type RemoteShell, runRemotely } from './remote-shell.ts';

/** What probes that run a program on the server have in common. */
export interface RemoteProbeRequest {
  readonly name: string;
  readonly shell: RemoteShell;
  /** What is asked, for people. */
  readonly asked: string;
  readonly program: string;
  readonly args: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly code: FailureCode;
  readonly tell: Telling;
  /** What the end of the program shows. */
  readonly judge: (end: RemoteEnd) => RemoteReading;
}

export interface RemoteReading {
  readonly finding: Finding;
  readonly counters?: Readonly<Record<string, number>>;
}

const OUTPUT_BYTES = 65_536;

interface Sight {
  end: RemoteEnd | undefined;
  reading: RemoteReading | undefined;
}

export function createRemoteProbe(request: RemoteProbeRequest, ports: ProbePorts): Probe {
  const { shell, tell } = request;
  const totalMs = patienceFor(checkedMs('timeoutMs', request.timeoutMs));
  return {
    name: request.name,
    attempt: (signal) => {
      const sight: Sight = { end: undefined, reading: undefined };
      return runAttempt({
        ports,
        signal,
        totalMs,
        // The server ends the program before this: that nothing came is the connection's doing.
        late: () => unknown(`${shell.label} did not answer within ${formatDuration(totalMs)}.`),
        work: (inner) => look(request, sight, inner),
        meaning: (finding) => told(codedAs(request.code)(finding), tell),
        story: () => ({ series: 'first', evidence: evidenceOf(request, sight) }),
      });
    },
    close: async () => {},
  };
}

async function look(request: RemoteProbeRequest, sight: Sight, signal: AbortSignal): Promise<Finding> {
  const { shell, program, args, timeoutMs } = request;
  const limits = { timeoutMs, outputBytes: OUTPUT_BYTES };
  const end = await runRemotely({ shell, program, args, limits, signal });
  sight.end = end;
  if (end.timedOut === true) {
    const detail = `It did not end within ${formatDuration(timeoutMs)} and was stopped.`;
    throw new Fault(wrong('health', detail), { limitMs: timeoutMs });
  }
  // 126 and 127 are the shell's own: what was to be run could not be, and so nothing was looked at.
  if (end.status === 126 || end.status === 127)
    throw new Fault(unknown(`It cannot be run on the server: ${lastLine(end)}`));
  sight.reading = request.judge(end);
  return sight.reading.finding;
}

/** What a program said last of its trouble; indented lines only explain the one above, as psql's question whether the server is running. */
export function lastLine({ status, signal, stderr, stdout }: RemoteEnd): string {
  const lines = (stderr.trim() || stdout.trim()).split('\n');
  const line = lines.findLast((text) => /^\S/.test(text)) ?? '';
  const how = signal === null ? `status ${status}` : `signal ${signal}`;
  return line === '' ? `${how}.` : `${how}, ${line}`;
}

function evidenceOf({ asked, shell, tell }: RemoteProbeRequest, { end, reading }: Sight): Evidence {
  const output = end === undefined ? '' : end.stdout.trim() || end.stderr.trim();
  return {
    asked: tell.quote(asked),
    came: end === undefined ? 'no answer' : cameOf(end),
    phases: NO_PHASES,
    excerpt: tell.excerpt(Buffer.from(output)),
    address: shell.label,
    ...(reading?.counters === undefined ? {} : { counters: reading.counters }),
  };
}

function cameOf({ status, signal, stdout, timedOut }: RemoteEnd): string {
  const bytes = `${Buffer.byteLength(stdout)} bytes`;
  if (timedOut === true) return `stopped, ${bytes}`;
  return `${signal === null ? `status ${status}` : `signal ${signal}`}, ${bytes}`;
}
