import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '@plimsoll/outcome';
import { diagnose, lastWords } from './diagnosis.ts';
import type { Exit } from './execution.ts';
import { formatHost } from './host.ts';
import { type Link, readLog } from './link.ts';
import type { ProcessEnd } from './processes.ts';

export interface ExitRequest {
  readonly link: Link;
  /** File with what ssh wrote about this execution. */
  readonly log: string;
  /** Where in the log of the connection the time of this execution starts. */
  readonly logStart: number;
  readonly end: ProcessEnd;
  readonly progress: {
    readonly events: number;
    readonly lastEvent: string;
    readonly bodyBytes: number;
    readonly stderrTail: string;
  };
}

type Status = Pick<Exit, 'exitCode' | 'signal'>;

/** OpenSSH's client is told the name of the signal and keeps it to itself. */
const UNKNOWN_SIGNAL = 'unknown';

/**
 * Status of the remote program. Throws Failure when none arrived. The exit code of ssh alone cannot tell, as 255 is a remote status, a remote
 * signal or a broken link; what ssh writes can.
 */
export async function exitStatus(request: ExitRequest): Promise<Status> {
  const { link, end } = request;
  const own = await takeLog(request);
  const shared = link.multiplexed ? (await readLog(link.client, link.files.log)).slice(request.logStart) : own;
  const status = link.multiplexed ? sharedStatus(own, shared) : ownStatus(own, end);
  if (status !== undefined) return status;
  throw hasStarted(own) ? brokenLink(request, shared) : notStarted(request, own);
}

/** Reads what ssh wrote about this execution, and removes it: there may be many. */
async function takeLog({ link, log }: ExitRequest): Promise<string> {
  const text = await readLog(link.client, log);
  await rm(join(link.client.folder, log), { force: true });
  return text;
}

/** On a shared connection the process of the execution knows the status, and the process of the connection that there was a signal. */
function sharedStatus(own: string, shared: string): Status | undefined {
  const received = /Received exit status from master (\d+)/.exec(own)?.[1];
  if (received !== undefined) return { exitCode: Number(received), signal: null };
  const channel = /master session id: (\d+)/.exec(own)?.[1];
  const [life = ''] =
    new RegExp(`channel ${channel}: new session.*?(?:channel ${channel}: free|$)`, 's').exec(shared) ?? [];
  return life.includes(`channel ${channel} rtype exit-signal`) ? { exitCode: null, signal: UNKNOWN_SIGNAL } : undefined;
}

function ownStatus(own: string, { code }: ProcessEnd): Status | undefined {
  if (own.includes('rtype exit-signal')) return { exitCode: null, signal: UNKNOWN_SIGNAL };
  return own.includes('rtype exit-status') ? { exitCode: code, signal: null } : undefined;
}

function hasStarted(own: string): boolean {
  return /master session id: |Sending command: /.test(own);
}

function brokenLink({ link, progress }: ExitRequest, log: string): Failure {
  const report =
    progress.events === 0
      ? 'The program had not reported anything yet'
      : `Its last of ${progress.events} reports was "${progress.lastEvent}"`;
  const body = progress.bodyBytes === 0 ? '' : ` and ${progress.bodyBytes} bytes of its data were handed to ssh`;
  return new Failure(
    'connect',
    `The connection to ${formatHost(link.host)} broke while a program ran there: ${lastWords(log)}. ${report}${body}; what it did after that is not known here.`,
  );
}

function notStarted({ link, progress }: ExitRequest, own: string): Failure {
  const { host, client } = link;
  if (link.multiplexed) {
    const refused = /session request failed: (.+)/.exec(own)?.[1]?.trim();
    const reason =
      refused === undefined
        ? 'the connection is gone'
        : `the server refuses another session (${refused}); see MaxSessions in its sshd_config`;
    return new Failure('connect', `Cannot start a program on ${formatHost(host)}: ${reason}. Nothing was run.`);
  }
  const { known, credentials } = client;
  return diagnose({
    host,
    hops: link.hops,
    log: own,
    errors: progress.stderrTail,
    known,
    credentials,
    timedOutAfterMs: undefined,
    now: new Date(),
  });
}
