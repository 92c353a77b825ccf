import {
  createAlertsProbe,
  createCommandProbe,
  createHttpProbe,
  createProcessProbe,
  createPrometheusProbe,
  createTcpProbe,
  createTlsProbe,
  type HttpProbeRequest,
  type Identity,
  type Probe,
  type RemoteShell,
  type StatusClass,
} from '@plimsoll/probe';
import type { Check, CheckTarget, HttpCheck } from './check.ts';
import { databaseSettings } from './check-file/database-connection.ts';
import type { VerificationPlan } from './plan.ts';
import type { VerificationPorts } from './ports.ts';

type CheckOf<K extends CheckTarget['kind']> = Extract<Check, { readonly kind: K }>;

/** Where to connect for one attempt: where the URL leads, another origin, or another address of the same name. */
export type Place =
  | { readonly kind: 'own' }
  | { readonly kind: 'origin'; readonly origin: string }
  | { readonly kind: 'address'; readonly address: string };

interface HttpRequest {
  readonly check: CheckOf<'http'>;
  readonly name: string;
  readonly plan: VerificationPlan;
  readonly place: Place;
}

/** @throws Failure('input') for what cannot be asked or understood. */
export function httpProbe({ check, name, plan, place }: HttpRequest, ports: VerificationPorts): Probe {
  const url = place.kind === 'origin' ? originReplaced(check.url, place.origin) : check.url;
  const headers: Record<string, string> = {};
  // A backend asked by its own origin still has to believe that it is asked for the service.
  if (place.kind === 'origin') headers['host'] = new URL(check.url).host;
  for (const [header, value] of Object.entries(check.headers)) headers[header] = value;
  const request: HttpProbeRequest = {
    name,
    url,
    method: check.method,
    headers,
    secrets: plan.secrets,
    ...(check.body === '' ? {} : { body: check.body }),
    expect: {
      status: check.status.map(statusOf),
      headers: Object.entries(check.expectHeaders).map(([header, contains]) => ({ name: header, contains })),
      contains: check.contains,
      matches: check.matches,
      json: check.json,
    },
    ...identityOf(check, plan.expectedVersion),
    counters: check.counters,
    redirects: check.redirects,
    connection: check.connections,
    ...(place.kind === 'address' ? { address: place.address } : {}),
    // A backend has the certificate of the service, not one of its own address.
    tls: {
      ...(check.ca === '' ? {} : { ca: check.ca }),
      minDaysLeft: check.minDaysLeft,
      ...(place.kind === 'origin' ? { serverName: new URL(check.url).hostname } : {}),
    },
    limits: {
      connectMs: check.connectTimeoutMs,
      firstByteMs: check.firstByteTimeoutMs,
      totalMs: check.timeoutMs,
      bodyBytes: check.maxBodyBytes,
    },
    code: codeOf(check),
  };
  return createHttpProbe(request, ports);
}

/** A smoke test fails by its own name. */
function codeOf({ role }: Check): 'smoke' | 'health' {
  return role === 'smoke' ? 'smoke' : 'health';
}

function originReplaced(url: string, origin: string): string {
  const { pathname, search } = new URL(url);
  return `${origin}${pathname}${search}`;
}

function statusOf(text: string): number | StatusClass {
  switch (text) {
    case '1xx':
    case '2xx':
    case '3xx':
    case '4xx':
    case '5xx':
      return text;
    default:
      return Number(text);
  }
}

function identityOf(check: HttpCheck, equals: string): { readonly identity?: Identity } {
  if (check.version === '' || equals === '') return {};
  if (check.version.startsWith('header:')) {
    return { identity: { from: { header: check.version.slice('header:'.length) }, equals } };
  }
  if (check.version === 'body') return { identity: { from: { body: '^\\s*(\\S+)\\s*$' }, equals } };
  return { identity: { from: { json: check.version }, equals } };
}

interface OnServer {
  readonly name: string;
  /** Values that nothing may show. */
  readonly secrets: readonly string[];
  readonly shell: RemoteShell;
}

/** A check that runs on a server. @throws Failure('input') */
export function remoteProbe(
  check: CheckOf<'process' | 'process-id' | 'command' | 'database'>,
  { name, secrets, shell }: OnServer,
  ports: VerificationPorts,
): Probe {
  const common = { name, shell, timeoutMs: check.timeoutMs };
  switch (check.kind) {
    case 'process':
      return createProcessProbe({ ...common, process: { unit: check.unit } }, ports);
    case 'process-id':
      return createProcessProbe({ ...common, process: { pidFile: check.pidFile } }, ports);
    case 'database': {
      const settings = databaseSettings(check.database, check.connection);
      return createCommandProbe({ ...common, secrets, run: { database: check.database, settings } }, ports);
    }
    case 'command': {
      const { status, contains, matches, code } = check;
      const run = { command: check.command };
      return createCommandProbe({ ...common, secrets, run, expect: { status, contains, matches }, code }, ports);
    }
  }
}

/** Both undefined: every alert counts, and how long is watched is not known. Milliseconds since 1970, milliseconds. */
export interface AlertTimes {
  readonly since?: number;
  readonly windowMs?: number;
}

/** A check that needs neither a URL of the service nor a server. @throws Failure('input') */
export function plainProbe(
  check: CheckOf<'tcp' | 'tls' | 'prometheus' | 'alerts'>,
  times: AlertTimes,
  ports: VerificationPorts,
): Probe {
  const { name, kind } = check;
  const limits = { totalMs: check.timeoutMs };
  switch (kind) {
    case 'tcp':
      return createTcpProbe({ name, host: check.host, port: check.port, limits, code: codeOf(check) }, ports);
    case 'tls': {
      const ca = check.ca === '' ? {} : { ca: check.ca };
      const tls = { ...ca, minDaysLeft: check.minDaysLeft, serverName: check.serverName || check.host };
      return createTlsProbe({ name, host: check.host, port: check.port, tls, limits }, ports);
    }
    case 'prometheus': {
      const { url, query, threshold } = check;
      return createPrometheusProbe({ name, prometheus: { url, limits }, query, threshold }, ports);
    }
    case 'alerts': {
      const { url, alertmanagerUrl, labels } = check;
      const alertmanager = alertmanagerUrl === '' ? {} : { alertmanager: { url: alertmanagerUrl, limits } };
      return createAlertsProbe({ name, prometheus: { url, limits }, ...alertmanager, labels, ...times }, ports);
    }
  }
}
