import { setTimeout as pause } from 'node:timers/promises';
import { type RemoteShell, systemPorts } from '@plimsoll/probe';
import type { Check, CommandCheck, HttpCheck, Role } from '../../src/check.ts';
import type { VerificationPlan } from '../../src/plan.ts';
import type { VerificationPorts } from '../../src/ports.ts';

export function httpCheck(url: string, more: Partial<HttpCheck & { role: Role; name: string }> = {}): Check {
  return {
    name: 'health',
    role: 'health',
    line: 1,
    kind: 'http',
    url,
    method: 'GET',
    headers: {},
    body: '',
    status: ['2xx'],
    expectHeaders: {},
    contains: [],
    matches: [],
    json: [],
    version: '',
    counters: {},
    redirects: 0,
    connections: 'kept',
    maxBodyBytes: 1 << 20,
    ca: '',
    minDaysLeft: 0,
    backends: [],
    connectTimeoutMs: 10_000,
    firstByteTimeoutMs: 10_000,
    timeoutMs: 10_000,
    ...more,
  };
}

export function commandCheck(command: string, more: Partial<CommandCheck> = {}): Check {
  const rest = { code: 'health', status: 0, contains: [], matches: [], timeoutMs: 10_000 } as const;
  return { name: 'command', role: 'state', line: 2, kind: 'command', command, ...rest, ...more };
}

/** Quick: a real verification takes longer to wait and between samples. */
export function planFor(checks: readonly Check[], more: Partial<VerificationPlan> = {}): VerificationPlan {
  return {
    mode: 'post',
    environment: '',
    checks,
    secrets: [],
    expectedVersion: '',
    readyWithinMs: 700,
    healthyForMs: 0,
    durationMs: 100,
    intervalMs: 1,
    samples: undefined,
    maxErrorRate: 0.01,
    countRule: undefined,
    maxResponseTimeMs: undefined,
    percentile: 0.95,
    ...more,
  };
}

/** A shell that answers every program by the command it was given. */
export function shellOf(label: string, statuses: Readonly<Record<string, number>>): RemoteShell {
  return {
    label,
    run: async (_program, args) => ({
      status: statuses[args['command'] ?? ''] ?? 0,
      signal: null,
      stdout: '',
      stderr: '',
    }),
  };
}

export interface TestPorts extends VerificationPorts {
  readonly lines: readonly string[];
}

export function portsFor(more: Partial<VerificationPorts> = {}): TestPorts {
  const lines: string[] = [];
  return {
    ...systemPorts,
    sleep: (ms, signal) => pause(ms, undefined, { signal }).catch(() => undefined),
    shells: [],
    progress: (line) => void lines.push(line),
    signal: new AbortController().signal,
    ...more,
    lines,
  };
}
