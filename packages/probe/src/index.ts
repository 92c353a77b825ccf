export { createHttpProbe } from './http/http-probe.ts';
export type {
  HeaderAssertion,
  HttpExpectations,
  HttpLimits,
  HttpProbeRequest,
  Identity,
  StatusClass,
} from './http/http-request.ts';
export { type JsonAssertion, parseAssertion, violationOf } from './json/json-assertion.ts';
export { formatPath, type JsonPath, parsePath, valueAt } from './json/json-path.ts';
export { type JsonReading, readJson } from './json/read-json.ts';
export type { ConnectionLimits } from './net/limits.ts';
export { createTcpProbe, type TcpProbeRequest } from './net/tcp-probe.ts';
export { type PatternText, parsePattern } from './pattern.ts';
export {
  type Evidence,
  type Finding,
  type Phases,
  type Probe,
  type ProbePorts,
  type ProbeResult,
  type Secret,
  systemPorts,
} from './probe.ts';
export { type AlertsProbeRequest, createAlertsProbe } from './prometheus/alerts-probe.ts';
export type { MonitoringServer } from './prometheus/api.ts';
export { createPrometheusProbe, type PrometheusProbeRequest } from './prometheus/prometheus-probe.ts';
export { parseThreshold, type Threshold } from './prometheus/threshold.ts';
export {
  type CommandProbeRequest,
  type CommandToRun,
  createCommandProbe,
  type OutputExpectations,
} from './remote/command-probe.ts';
export {
  DATABASE_RECIPES,
  type DatabaseKind,
  type DatabaseRecipe,
  type DatabaseSettings,
} from './remote/database-recipes.ts';
export { createProcessProbe, type ProcessPlace, type ProcessProbeRequest } from './remote/process-probe.ts';
export type { RemoteEnd, RemoteLimits, RemoteShell } from './remote/remote-shell.ts';
export { createTlsProbe, type TlsProbeRequest } from './tls/tls-probe.ts';
export type { TlsTrust } from './tls/trust.ts';
