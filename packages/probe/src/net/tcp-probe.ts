import type { FailureCode } from '@plimsoll/outcome';
import { codedAs, runAttempt, tooLate } from '../attempt.ts';
import { type Evidence, type Finding, NO_PHASES, type Phases, type Probe, type ProbePorts } from '../probe.ts';
import { telling, told } from '../telling.ts';
import { connect } from './connect.ts';
import { type ConnectionLimits, checkedPort, fullLimits } from './limits.ts';
import { formatAddress, type PinnedAddresses, pinAddresses } from './pinned-addresses.ts';

/** A port that has to accept connections. */
export interface TcpProbeRequest {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly limits?: ConnectionLimits;
  /** `health` unless told. */
  readonly code?: FailureCode;
}

interface Setup {
  readonly port: number;
  readonly ports: ProbePorts;
  readonly timeoutMs: number;
  readonly addresses: PinnedAddresses;
}

interface Sight {
  phases: Phases;
  address: string;
}

/** Connects anew for each attempt. @throws Failure('input') for a port or a limit that is none. */
export function createTcpProbe(request: TcpProbeRequest, ports: ProbePorts): Probe {
  const { connectMs, totalMs } = fullLimits(request.limits);
  const port = checkedPort(request.port);
  const addresses = pinAddresses({ host: request.host, timeoutMs: connectMs }, ports);
  const setup: Setup = { port, ports, timeoutMs: connectMs, addresses };
  const tell = telling([]);
  const what = `tcp ${formatAddress(request.host, port)}`;
  return {
    name: request.name,
    attempt: (signal) => {
      const sight: Sight = { phases: NO_PHASES, address: '' };
      return runAttempt({
        ports,
        signal,
        totalMs,
        late: () => tooLate(what, totalMs),
        work: (inner) => look(setup, sight, inner),
        meaning: (finding) => told(codedAs(request.code ?? 'health')(finding), tell),
        story: () => ({ series: 'first', evidence: evidenceOf(setup, sight, what) }),
      });
    },
    close: async () => {},
  };
}

async function look({ port, ports, timeoutMs, addresses }: Setup, sight: Sight, signal: AbortSignal): Promise<Finding> {
  const { socket, address, resolveMs, connectMs } = await connect({ addresses, port, timeoutMs, signal }, ports);
  sight.address = formatAddress(address, port);
  sight.phases = { ...NO_PHASES, resolve: resolveMs, connect: connectMs };
  socket.on('error', () => {});
  socket.destroy();
  return { kind: 'ok' };
}

function evidenceOf({ addresses }: Setup, { phases, address }: Sight, asked: string): Evidence {
  const dead = addresses.dead();
  return {
    asked,
    came: address === '' ? 'no connection' : 'connected',
    phases,
    excerpt: '',
    address,
    ...(dead.length === 0 ? {} : { deadAddresses: dead }),
  };
}
