import { Failure } from '@plimsoll/outcome';
import { databaseSettings } from './database-connection.ts';
import { readHttp } from './http-check.ts';
import { TCP, TLS } from './keys/connection-keys.ts';
import { HTTP } from './keys/http-keys.ts';
import { ALERTS, PROMETHEUS, PROMETHEUS_URL } from './keys/prometheus-keys.ts';
import { COMMAND, COMMAND_EXPECT, DATABASE, PID_FILE, PROCESS } from './keys/server-keys.ts';
import type { Described, Kind, KindContext } from './kind.ts';
import type { Mapping } from './mapping.ts';

export const KINDS: readonly Kind[] = [
  {
    key: HTTP.http,
    keys: HTTP,
    rules: { required: ['http'], dependentRequired: { body: ['method'], backends: ['version'] } },
    read: readHttp,
  },
  { key: TCP.tcp, keys: TCP, rules: { required: ['tcp'] }, read: readTcp },
  { key: TLS.tls, keys: TLS, rules: { required: ['tls'] }, read: readTls },
  { key: PROCESS.process, keys: PROCESS, rules: { required: ['process'] }, read: readProcess },
  { key: PID_FILE.pidFile, keys: PID_FILE, rules: { required: ['pid-file'] }, read: readPidFile },
  { key: COMMAND.command, keys: COMMAND, rules: { required: ['command'] }, read: readCommand },
  {
    key: DATABASE.database,
    keys: DATABASE,
    rules: {
      required: ['database'],
      anyOf: [{ required: ['connection'] }, { properties: { database: { enum: ['postgresql', 'mysql', 'redis'] } } }],
    },
    read: readDatabase,
  },
  {
    key: PROMETHEUS.prometheus,
    keys: PROMETHEUS,
    rules: { required: ['prometheus', 'threshold'] },
    read: readPrometheus,
  },
  { key: ALERTS.alerts, keys: ALERTS, rules: { required: ['alerts'] }, read: readAlerts },
];

function readTcp(mapping: Mapping): Described | undefined {
  const place = mapping.get(TCP.tcp);
  if (place === undefined) return undefined;
  const { host, port } = place;
  return { target: { kind: 'tcp', host, port, timeoutMs: mapping.value(TCP.timeout) }, title: `tcp ${host}:${port}` };
}

function readTls(mapping: Mapping): Described | undefined {
  const place = mapping.get(TLS.tls);
  const target = {
    kind: 'tls',
    serverName: mapping.get(TLS.serverName) ?? place?.host ?? '',
    ca: mapping.get(TLS.ca) ?? '',
    minDaysLeft: mapping.value(TLS.certificateDays),
    timeoutMs: mapping.value(TLS.timeout),
  } as const;
  return place === undefined
    ? undefined
    : { target: { ...target, ...place }, title: `tls ${place.host}:${place.port}` };
}

function readProcess(mapping: Mapping): Described | undefined {
  const unit = mapping.get(PROCESS.process);
  const timeoutMs = mapping.value(PROCESS.timeout);
  return unit === undefined ? undefined : { target: { kind: 'process', unit, timeoutMs }, title: `process ${unit}` };
}

function readPidFile(mapping: Mapping): Described | undefined {
  const pidFile = mapping.get(PID_FILE.pidFile);
  const timeoutMs = mapping.value(PID_FILE.timeout);
  if (pidFile === undefined) return undefined;
  return { target: { kind: 'process-id', pidFile, timeoutMs }, title: `process of ${pidFile}` };
}

function readCommand(mapping: Mapping): Described | undefined {
  const command = mapping.get(COMMAND.command);
  const expect = mapping.get(COMMAND.expect);
  const target = {
    kind: 'command',
    code: mapping.value(COMMAND.code),
    status: expect?.value(COMMAND_EXPECT.status) ?? COMMAND_EXPECT.status.preset.value,
    contains: expect?.get(COMMAND_EXPECT.contains) ?? [],
    matches: expect?.get(COMMAND_EXPECT.matches) ?? [],
    timeoutMs: mapping.value(COMMAND.timeout),
  } as const;
  return command === undefined ? undefined : { target: { ...target, command }, title: `command ${programOf(command)}` };
}

/** The first word that is no assignment. The whole line may hold what is not for every reader of a report. */
function programOf(command: string): string {
  let rest = command.trim();
  for (let length = assignmentIn(rest); length > 0; length = assignmentIn(rest)) rest = rest.slice(length).trimStart();
  return /^[\w./-]+(?=\s|$)/u.exec(rest)?.[0] ?? 'line';
}

/** How long an assignment at the start is, when more follows it; 0 without one. */
function assignmentIn(text: string): number {
  return /^[A-Za-z_]\w*=(?:'[^']*'|"[^"]*"|[^\s'"])*(?=\s)/u.exec(text)?.[0].length ?? 0;
}

function readDatabase(mapping: Mapping, context: KindContext): Described | undefined {
  const database = mapping.get(DATABASE.database);
  const connection = mapping.has(DATABASE.connection) ? mapping.get(DATABASE.connection) : '';
  const timeoutMs = mapping.value(DATABASE.timeout);
  if (database === undefined || connection === undefined) return undefined;
  try {
    const { password } = databaseSettings(database, connection);
    if (password !== undefined) context.secrets.add(password.secret);
    return { target: { kind: 'database', database, connection, timeoutMs }, title: `database ${database}` };
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    mapping.complain(DATABASE.connection, thrown.message);
    return undefined;
  }
}

function readPrometheus(mapping: Mapping, context: KindContext): Described | undefined {
  const query = mapping.get(PROMETHEUS.prometheus);
  const threshold = mapping.get(PROMETHEUS.threshold);
  const url = prometheusUrl(mapping, context);
  const timeoutMs = mapping.value(PROMETHEUS.timeout);
  if (!mapping.has(PROMETHEUS.threshold)) {
    mapping.complain(undefined, "a query needs a 'threshold', such as threshold: '> 0.99'.");
  }
  if (query === undefined || threshold === undefined || url === undefined) return undefined;
  return { target: { kind: 'prometheus', url, query, threshold, timeoutMs }, title: `prometheus ${query}` };
}

function readAlerts(mapping: Mapping, context: KindContext): Described | undefined {
  const isPresent = mapping.get(ALERTS.alerts);
  const url = prometheusUrl(mapping, context);
  const target = {
    kind: 'alerts',
    alertmanagerUrl: mapping.get(ALERTS.alertmanager) ?? '',
    labels: mapping.get(ALERTS.labels) ?? {},
    timeoutMs: mapping.value(ALERTS.timeout),
  } as const;
  if (isPresent === undefined || url === undefined) return undefined;
  return { target: { ...target, url }, title: `alerts of ${new URL(url).host}` };
}

function prometheusUrl(mapping: Mapping, { prometheusUrl: usual }: KindContext): string | undefined {
  if (mapping.has(PROMETHEUS_URL)) return mapping.get(PROMETHEUS_URL);
  if (usual !== '') return usual;
  mapping.complain(
    undefined,
    "nothing says where Prometheus is. Give the check a 'url', or the action a 'prometheus-url'.",
  );
  return undefined;
}
