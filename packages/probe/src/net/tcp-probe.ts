import { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import type { FailureCode } from '@plimsoll/outcome';
import { codedAs, runAttempt, tooLate } from '../attempt.ts';
import { formatDuration } from '../duration.ts';
import { Fault, messageOf, wrong } from '../fault.ts';
import { mismatch, type Pattern, type PatternText, parsePattern } from '../pattern.ts';
import { type Evidence, type Finding, NO_PHASES, type Phases, type Probe, type ProbePorts } from '../probe.ts';
import { type Telling, telling, told } from '../telling.ts';
import { connect } from './connect.ts';
import { type ConnectionLimits, checkedPort, fullLimits } from './limits.ts';
import { formatAddress, type PinnedAddresses, pinAddresses } from './pinned-addresses.ts';

/** A port that has to accept connections, and perhaps say something. */
export interface TcpProbeRequest {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly address?: string;
  readonly repinAfterMs?: number;
  /** Sent once connected. */
  readonly send?: string;
  /** What has to come, within `firstByteMs`; of more than 64 kB, only the start is looked at. */
  readonly expect?: string | PatternText;
  readonly secrets?: readonly string[];
  readonly limits?: ConnectionLimits;
  /** `health` unless told. */
  readonly code?: FailureCode;
}

const MOST_BYTES = 65_536;

interface Setup {
  readonly request: TcpProbeRequest;
  readonly ports: ProbePorts;
  readonly limits: ReturnType<typeof fullLimits>;
  readonly addresses: PinnedAddresses;
  readonly pattern: Pattern | undefined;
  readonly tell: Telling;
}

interface Sight {
  phases: Phases;
  address: string;
  heard: Buffer;
}

/** Connects anew for each attempt. @throws Failure('input') for a port, a limit or a pattern that is none. */
export function createTcpProbe(request: TcpProbeRequest, ports: ProbePorts): Probe {
  const limits = fullLimits(request.limits);
  const port = checkedPort(request.port);
  const addresses = pinAddresses({ ...request, timeoutMs: limits.connectMs }, ports);
  const pattern = request.expect === undefined ? undefined : parsePattern(request.expect);
  const setup: Setup = { request, ports, limits, addresses, pattern, tell: telling(request.secrets ?? []) };
  const what = `tcp ${formatAddress(request.host, port)}`;
  return {
    name: request.name,
    attempt: (signal) => {
      const sight: Sight = { phases: NO_PHASES, address: '', heard: Buffer.alloc(0) };
      return runAttempt({
        ports,
        signal,
        totalMs: limits.totalMs,
        late: () => tooLate(what, limits.totalMs),
        work: (inner) => look(setup, sight, inner),
        meaning: (finding) => told(codedAs(request.code ?? 'health')(finding), setup.tell),
        story: () => ({ series: 'first', evidence: evidenceOf(setup, sight, what) }),
      });
    },
    close: async () => {},
  };
}

async function look(setup: Setup, sight: Sight, signal: AbortSignal): Promise<Finding> {
  const { request, ports, limits, addresses, pattern } = setup;
  const connected = await connect({ addresses, port: request.port, timeoutMs: limits.connectMs, signal }, ports);
  const { socket, address, resolveMs, connectMs } = connected;
  sight.address = formatAddress(address, request.port);
  sight.phases = { ...NO_PHASES, resolve: resolveMs, connect: connectMs };
  try {
    if (request.send !== undefined) socket.write(request.send);
    if (pattern === undefined) return { kind: 'ok' };
    const startedAt = ports.now();
    const finding = await listen({ socket, pattern, sight, limitMs: limits.firstByteMs, signal });
    sight.phases = { ...sight.phases, firstByte: ports.now() - startedAt };
    return finding;
  } finally {
    socket.on('error', () => {});
    socket.destroy();
  }
}

interface Hearing {
  readonly socket: Socket;
  readonly pattern: Pattern;
  readonly sight: Sight;
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

function listen({ socket, pattern, sight, limitMs, signal }: Hearing): Promise<Finding> {
  const { promise, resolve, reject } = Promise.withResolvers<Finding>();
  const problem = (): string => mismatch(pattern, sight.heard.toString('utf8'));
  const end = (how: string, limit = 0): void =>
    reject(new Fault(wrong('health', `What came ${problem()}; ${how}.`), { limitMs: limit }));
  const timer = setTimeout(() => end(`nothing more came within ${formatDuration(limitMs)}`, limitMs), limitMs);
  const onAbort = (): void => reject(new Error('aborted'));
  signal.addEventListener('abort', onAbort, { once: true });
  socket.on('data', (chunk: Buffer) => {
    sight.heard = Buffer.concat([sight.heard, chunk]).subarray(0, MOST_BYTES);
    if (problem() === '') resolve({ kind: 'ok' });
    else if (sight.heard.length >= MOST_BYTES) end(`it goes on after ${MOST_BYTES} bytes`);
  });
  socket.once('error', (error) => end(`then the connection broke (${messageOf(error)})`));
  socket.once('close', () => end('then the connection was closed'));
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  });
}

function evidenceOf({ addresses, pattern, tell }: Setup, sight: Sight, asked: string): Evidence {
  const dead = addresses.dead();
  const connected = sight.address === '' ? 'no connection' : 'connected';
  return {
    asked,
    came: pattern === undefined ? connected : `${connected}, ${sight.heard.length} bytes`,
    phases: sight.phases,
    excerpt: tell.excerpt(sight.heard),
    address: sight.address,
    ...(dead.length === 0 ? {} : { deadAddresses: dead }),
  };
}
