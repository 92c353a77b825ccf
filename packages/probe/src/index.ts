export { createHttpProbe } from './http/http-probe.ts';
export type { HttpProbeRequest, Identity, StatusClass } from './http/http-request.ts';
export { parseAssertion, violationOf } from './json/json-assertion.ts';
export { formatPath, parsePath, valueAt } from './json/json-path.ts';
export { readJson } from './json/read-json.ts';
export { createTcpProbe } from './net/tcp-probe.ts';
export { parsePattern } from './pattern.ts';
export {
  type Evidence,
  type Finding,
  type Phases,
  type Probe,
  type ProbePorts,
  type ProbeResult,
  systemPorts,
} from './probe.ts';
export { type AlertsProbeRequest, createAlertsProbe } from './prometheus/alerts-probe.ts';
export { createPrometheusProbe, type PrometheusProbeRequest } from './prometheus/prometheus-probe.ts';
export { parseThreshold } from './prometheus/threshold.ts';
export { type CommandProbeRequest, type CommandToRun, createCommandProbe } from './remote/command-probe.ts';
export { DATABASE_RECIPES, type DatabaseKind, type DatabaseSettings } from './remote/database-recipes.ts';
export { createProcessProbe, type ProcessPlace, type ProcessProbeRequest } from './remote/process-probe.ts';
export type { RemoteEnd, RemoteLimits, RemoteShell } from './remote/remote-shell.ts';
export { createTlsProbe } from './tls/tls-probe.ts';
export type { TlsTrust } from './tls/trust.ts';
