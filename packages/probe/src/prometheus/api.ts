import { Failure, type Json } from '@plimsoll/outcome';
import { Fault, findingOf, unknown } from '../fault.ts';
import { askOf } from '../http/ask.ts';
import { exchange, newTrace, startOf, type Trace } from '../http/exchange.ts';
import { addressOf, cameOf, httpClient, phasesOf } from '../http/http-client.ts';
import type { HttpLimits } from '../http/http-request.ts';
import { readingOf } from '../http/reading.ts';
import type { Evidence, ProbePorts, Secret } from '../probe.ts';
import { secretsOf, type Telling, telling } from '../telling.ts';
import type { TlsTrust } from '../tls/trust.ts';

/** Where a Prometheus or an Alertmanager is, and how to get in. */
export interface MonitoringServer {
  /** With the path it is served below, if any. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string | Secret>>;
  readonly tls?: TlsTrust;
  /** Bodies may have 8 MiB unless told. */
  readonly limits?: HttpLimits;
}

export interface ApiAnswer {
  readonly status: number;
  readonly value: Json;
  /** By the server's own clock, to the second, in milliseconds since 1970; by ours where it does not say. */
  readonly serverTime: number;
}

export interface ApiCall {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface MonitoringApi {
  readonly totalMs: number;
  readonly tell: Telling;
  /** Throws Fault with `unknown` for whatever keeps it from an answer: a monitoring server says nothing about the service by being down. */
  get(call: ApiCall): Promise<ApiAnswer>;
  /** Of the last call. */
  evidence(): Omit<Evidence, 'asked'>;
  readonly series: 'first' | 'kept';
  close(): void;
}

const BODY_BYTES = 8_388_608;

/** @param name as people call it: `Prometheus`. @throws Failure('input') for a URL or headers that cannot be. */
export function monitoringApi(name: string, server: MonitoringServer, ports: ProbePorts): MonitoringApi {
  const { headers = {}, tls, limits } = server;
  const base = askOf({ name, url: server.url, headers: { accept: 'application/json', ...headers } });
  if (base.url.search !== '') throw new Failure('input', `The URL of ${name} must not have a query.`);
  const client = httpClient({ url: base.url, tls, limits: { bodyBytes: BODY_BYTES, ...limits } }, ports);
  const tell = telling(secretsOf(headers));
  let trace: Trace = newTrace();
  const get = async ({ path, query, signal }: ApiCall): Promise<ApiAnswer> => {
    const url = new URL(base.url);
    url.pathname = `${url.pathname.replace(/\/$/u, '')}${path}`;
    url.search = new URLSearchParams(query).toString();
    trace = newTrace();
    const { agent, limits: full } = client;
    const answer = await exchange({ ask: { ...base, url }, agent, limits: full, signal, ports }, trace);
    const json = readingOf(answer, url).json();
    if (!json.ok) throw new Fault(unknown(`${name} answers ${answer.status} with what is no JSON: ${json.problem}.`));
    const serverTime = Date.parse(answer.headers.date ?? '');
    return { status: answer.status, value: json.value, serverTime: serverTime || ports.wallClock() };
  };
  return {
    totalMs: client.limits.totalMs,
    tell,
    get: (call) => get(call).catch((thrown: unknown) => Promise.reject(asUnknown(name, thrown))),
    evidence: () => ({
      came: cameOf(trace, tell),
      phases: phasesOf(trace),
      excerpt: tell.excerpt(startOf(trace)),
      address: addressOf(trace, client.port),
    }),
    get series() {
      return trace.series;
    },
    close: () => client.agent.close(),
  };
}

function asUnknown(name: string, thrown: unknown): Fault {
  const finding = findingOf(thrown);
  if (finding.kind === 'unknown') return new Fault(finding, { cause: thrown });
  const detail = finding.kind === 'ok' ? 'no reason is known' : finding.detail;
  return new Fault(unknown(`${name} could not be asked: ${detail}`), { cause: thrown });
}
