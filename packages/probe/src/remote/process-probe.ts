import { Failure } from '@plimsoll/outcome';
import { unknown, wrong } from '../fault.ts';
import type { Finding, Probe, ProbePorts } from '../probe.ts';
import { telling } from '../telling.ts';
import { PROGRAMS } from './programs.ts';
import { createRemoteProbe, lastLine, type RemoteReading } from './remote-probe.ts';
import type { RemoteEnd, RemoteShell } from './remote-shell.ts';

/** A process that has to run on the server, and has to be the same one all the time: make a new probe once a service has started up. */
export interface ProcessProbeRequest {
  readonly name: string;
  readonly shell: RemoteShell;
  readonly process: ProcessPlace;
  /** 10,000 unless told. */
  readonly timeoutMs?: number;
}

/** `unit` may begin with `user:`, for the user's own systemd. */
export type ProcessPlace = { readonly unit: string } | { readonly pidFile: string };

type Facts = ReadonlyMap<string, string>;

/** @throws Failure('input') for a unit or a path that cannot be one. */
export function createProcessProbe(request: ProcessProbeRequest, ports: ProbePorts): Probe {
  const { process } = request;
  const args = argumentsOf(process);
  let first: string | undefined;
  const judge = (end: RemoteEnd): RemoteReading => {
    const facts = factsOf(end.stdout);
    const finding = 'unit' in process ? unitFinding(facts, end) : pidFinding(facts, end);
    const counters = countersOf(facts);
    if (finding.kind !== 'ok') return { finding, ...counters };
    const now = identityOf(facts);
    first ??= now;
    if (now === first) return { finding, ...counters };
    return { finding: wrong('process', `It was restarted: at first it was ${first}, now it is ${now}.`), ...counters };
  };
  return createRemoteProbe(
    {
      ...request,
      asked: askedOf(process),
      program: PROGRAMS.process,
      args,
      timeoutMs: request.timeoutMs ?? 10_000,
      code: 'process',
      tell: telling([]),
      judge,
    },
    ports,
  );
}

function argumentsOf(process: ProcessPlace): Record<string, string> {
  if ('unit' in process) {
    if (!/^(?!user:$)(?:user:)?[A-Za-z0-9_][A-Za-z0-9:_.\\@-]{0,254}$/u.test(process.unit)) {
      throw new Failure('input', `${JSON.stringify(process.unit)} is no name of a systemd unit.`);
    }
    return { unit: process.unit, pid_file: '' };
  }
  if (!process.pidFile.startsWith('/')) {
    throw new Failure('input', `The pid file ${JSON.stringify(process.pidFile)} has to be an absolute path.`);
  }
  return { unit: '', pid_file: process.pidFile };
}

function askedOf(process: ProcessPlace): string {
  return 'unit' in process ? `systemd unit ${process.unit}` : `process of ${process.pidFile}`;
}

function factsOf(stdout: string): Facts {
  return new Map(
    stdout.split('\n').flatMap((line) => {
      const at = line.indexOf('=');
      return at < 1 ? [] : [[line.slice(0, at), line.slice(at + 1)] as const];
    }),
  );
}

function unitFinding(facts: Facts, end: RemoteEnd): Finding {
  const active = facts.get('ActiveState');
  const load = facts.get('LoadState');
  if (end.status !== 0 || active === undefined || load === undefined) {
    return unknown(`systemd could not be asked: ${lastLine(end)}`);
  }
  if (load === 'not-found') return wrong('process', 'There is no such unit on the server.');
  const state = `${active} (${facts.get('SubState') ?? ''})`;
  // A unit that reads its settings again runs all the while.
  if (active !== 'active' && active !== 'reloading' && active !== 'refreshing') {
    return wrong('process', `The unit is ${state}, result ${facts.get('Result') ?? 'unknown'}, and not active.`);
  }
  return { kind: 'ok' };
}

function pidFinding(facts: Facts, end: RemoteEnd): Finding {
  if (facts.get('pid_file') === 'missing') return wrong('process', 'The pid file is not there.');
  const pid = facts.get('pid') ?? '';
  const state = facts.get('state');
  if (end.status !== 0 || state === undefined) return unknown(`The process could not be looked at: ${lastLine(end)}`);
  if (state === 'none') return wrong('process', `The pid file holds ${JSON.stringify(pid)}, which is no process id.`);
  if (state === 'gone') return wrong('process', `There is no process ${pid}.`);
  if (/^[ZXx]/u.test(state))
    return wrong('process', `Process ${pid} has ended, and nobody has taken notice (state ${state}).`);
  if (/^[Tt]/u.test(state)) return wrong('process', `Process ${pid} is stopped (state ${state}).`);
  return { kind: 'ok' };
}

/** Who a process is; an id alone is used again. */
function identityOf(facts: Facts): string {
  const restarts = facts.get('NRestarts');
  if (facts.has('ActiveState')) {
    const started = facts.get('ExecMainStartTimestampMonotonic') ?? '';
    return `process ${facts.get('MainPID') ?? ''} with ${restarts ?? 'unknown'} restarts, started at ${started}`;
  }
  return `process ${facts.get('pid') ?? ''}, started at ${facts.get('started') ?? 'an unknown time'}`;
}

function countersOf(facts: Facts): { counters?: Readonly<Record<string, number>> } {
  const restarts = facts.get('NRestarts') ?? '';
  return /^[0-9]+$/u.test(restarts) ? { counters: { restarts: Number(restarts) } } : {};
}
