import { Failure } from '@plimsoll/outcome';
import { fullLimits } from '../net/limits.ts';
import { formatAddress, type PinnedAddresses, pinAddresses } from '../net/pinned-addresses.ts';
import type { Phases, ProbePorts } from '../probe.ts';
import type { Telling } from '../telling.ts';
import { type TlsTrust, trustContext } from '../tls/trust.ts';
import { ConnectionAgent } from './connection-agent.ts';
import type { Trace } from './exchange.ts';
import type { HttpLimits } from './http-request.ts';
import { headerOf } from './reading.ts';

export interface HttpClientRequest {
  readonly url: URL;
  readonly address?: string | undefined;
  readonly connection?: 'kept' | 'new' | undefined;
  readonly tls?: TlsTrust | undefined;
  readonly limits?: HttpLimits | undefined;
}

/** The way to one origin: its addresses, its connections, its limits. */
export interface HttpClient {
  readonly agent: ConnectionAgent;
  readonly addresses: PinnedAddresses;
  readonly limits: Required<HttpLimits>;
  readonly port: number;
}

const BODY_BYTES = 1_048_576;

/** @throws Failure('input') for limits or a trust that cannot be. */
export function httpClient(request: HttpClientRequest, ports: ProbePorts): HttpClient {
  const { url, address, tls = {} } = request;
  const limits = { ...fullLimits(request.limits), bodyBytes: request.limits?.bodyBytes ?? BODY_BYTES };
  if (!(limits.bodyBytes > 0))
    throw new Failure('input', `The limit bodyBytes is ${limits.bodyBytes}; it has to be above 0.`);
  const host = url.hostname.replace(/^\[(.*)\]$/u, '$1');
  const isSecure = url.protocol === 'https:';
  const port = url.port === '' ? (isSecure ? 443 : 80) : Number(url.port);
  const addresses = pinAddresses({ host, address, timeoutMs: limits.connectMs }, ports);
  const agent = new ConnectionAgent({
    addresses,
    port,
    timeoutMs: limits.connectMs,
    keep: request.connection !== 'new',
    tls: isSecure ? { context: trustContext(tls), serverName: tls.serverName ?? host } : undefined,
    ports,
  });
  return { agent, addresses, limits, port };
}

/** Sums up what a trace holds: `503 Service Unavailable, application/json, 123 bytes`. */
export function cameOf({ head, bytes }: Trace, tell: Telling): string {
  if (head === undefined) return 'no answer';
  const type = headerOf(head, 'content-type');
  const status = `${head.status} ${head.statusText}`.trim();
  return tell.quote([status, ...(type === undefined ? [] : [type]), `${bytes} bytes`].join(', '));
}

export function phasesOf({ story, series, firstByteMs, transferMs }: Trace): Phases {
  const made = series === 'first' ? story : undefined;
  return {
    resolve: made?.resolveMs ?? 0,
    connect: made?.connectMs ?? 0,
    tls: made?.tlsMs ?? 0,
    firstByte: firstByteMs,
    transfer: transferMs,
  };
}

export function addressOf({ story }: Trace, port: number): string {
  return story === undefined ? '' : formatAddress(story.address, port);
}
