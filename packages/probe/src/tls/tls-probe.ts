import type { SecureContext, TLSSocket } from 'node:tls';
import { runAttempt, tooLate } from '../attempt.ts';
import { Fault, wrong } from '../fault.ts';
import { connect } from '../net/connect.ts';
import { type ConnectionLimits, checkedPort, fullLimits } from '../net/limits.ts';
import { formatAddress, type PinnedAddresses, pinAddresses } from '../net/pinned-addresses.ts';
import { type Evidence, type Finding, NO_PHASES, type Phases, type Probe, type ProbePorts } from '../probe.ts';
import { type Telling, telling, told } from '../telling.ts';
import { chainOf, dayOf, endsTooSoon } from './certificate.ts';
import { secure } from './secure.ts';
import { type TlsTrust, trustContext } from './trust.ts';

/** A TLS server, whose protocol, name, chain and days left are looked at. */
export interface TlsProbeRequest {
  readonly name: string;
  readonly host: string;
  /** 443 unless told. */
  readonly port?: number;
  /** `minDaysLeft` is 0 unless told. */
  readonly tls?: TlsTrust;
  readonly limits?: ConnectionLimits;
}

interface Setup {
  readonly request: TlsProbeRequest;
  readonly port: number;
  readonly context: SecureContext;
  readonly ports: ProbePorts;
  readonly limits: ReturnType<typeof fullLimits>;
  readonly addresses: PinnedAddresses;
  readonly tell: Telling;
}

interface Sight {
  phases: Phases;
  address: string;
  came: string;
  chain: string;
}

/** Makes a whole handshake for each attempt. @throws Failure('input') for a port, a limit or a `ca` that is none. */
export function createTlsProbe(request: TlsProbeRequest, ports: ProbePorts): Probe {
  const limits = fullLimits(request.limits);
  const port = checkedPort(request.port ?? 443);
  const setup: Setup = {
    request,
    port,
    context: trustContext(request.tls ?? {}),
    ports,
    limits,
    addresses: pinAddresses({ host: request.host, timeoutMs: limits.connectMs }, ports),
    tell: telling([]),
  };
  const what = `tls ${formatAddress(request.host, port)}`;
  return {
    name: request.name,
    attempt: (signal) => {
      const sight: Sight = { phases: NO_PHASES, address: '', came: 'no handshake', chain: '' };
      return runAttempt({
        ports,
        signal,
        totalMs: limits.totalMs,
        late: () => tooLate(what, limits.totalMs),
        work: (inner) => look(setup, sight, inner),
        meaning: (finding) => told(finding, setup.tell),
        story: () => ({ series: 'first', evidence: evidenceOf(setup, sight, what) }),
      });
    },
    close: async () => {},
  };
}

async function look(setup: Setup, sight: Sight, signal: AbortSignal): Promise<Finding> {
  const { request, port, context, ports, limits, addresses } = setup;
  const timeoutMs = limits.connectMs;
  const { socket, address, resolveMs, connectMs } = await connect({ addresses, port, timeoutMs, signal }, ports);
  sight.address = formatAddress(address, port);
  sight.phases = { ...NO_PHASES, resolve: resolveMs, connect: connectMs };
  const startedAt = ports.now();
  const serverName = request.tls?.serverName ?? request.host;
  const stream = await secure({ socket, serverName, context, timeoutMs, signal });
  sight.phases = { ...sight.phases, tls: ports.now() - startedAt };
  try {
    return judgeChain(setup, sight, stream);
  } finally {
    stream.on('error', () => {});
    stream.destroy();
  }
}

function judgeChain({ request, ports, tell }: Setup, sight: Sight, stream: TLSSocket): Finding {
  const chain = chainOf(stream);
  if (chain === undefined) throw new Fault(wrong('tls', 'TLS: the server showed no certificate.'));
  const [own] = chain.certificates;
  sight.came = tell.quote(
    `${stream.getProtocol()}, ${stream.getCipher().name}, ${own?.subject}, until ${dayOf(chain.firstToEnd.endsAt)}`,
  );
  sight.chain = chain.certificates.map(({ subject, endsAt }) => `${subject} (until ${dayOf(endsAt)})`).join(' < ');
  const problem = endsTooSoon(chain, request.tls?.minDaysLeft ?? 0, ports.wallClock());
  return problem === '' ? { kind: 'ok' } : wrong('tls', problem);
}

function evidenceOf({ addresses, tell }: Setup, sight: Sight, asked: string): Evidence {
  const dead = addresses.dead();
  return {
    asked,
    came: sight.came,
    phases: sight.phases,
    excerpt: tell.detail(sight.chain),
    address: sight.address,
    ...(dead.length === 0 ? {} : { deadAddresses: dead }),
  };
}
