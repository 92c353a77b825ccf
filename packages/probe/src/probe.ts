import { lookup } from 'node:dns/promises';
import { performance } from 'node:perf_hooks';
import type { FailureCode } from '@plimsoll/outcome';

/** Where the time of one attempt went, in milliseconds; 0 for what did not happen, as connecting on a kept connection. */
export interface Phases {
  readonly resolve: number;
  readonly connect: number;
  readonly tls: number;
  /** From the request being sent to the end of the answer's headers. */
  readonly firstByte: number;
  readonly transfer: number;
}

/** What a report shows of one attempt. Secrets are redacted in all of it, and control characters are made visible. */
export interface Evidence {
  /** As `GET https://host/health`. */
  readonly asked: string;
  /** As `503 Service Unavailable, application/json, 123 bytes`. */
  readonly came: string;
  readonly phases: Phases;
  /** Start of the body or of the output, at most 2 kB. */
  readonly excerpt: string;
  /** The address that was talked to, as `127.0.0.1:8080`; empty when none was reached. */
  readonly address: string;
  /** What the request's identity read. */
  readonly version?: string;
  /** What the request's counters read, by their names. */
  readonly counters?: Readonly<Record<string, number>>;
  /** Addresses of the same name that could not be connected to, with the reason. */
  readonly deadAddresses?: readonly string[];
  /** What is worth saying beside the verdict, as a silenced alert. */
  readonly notes?: readonly string[];
}

/** What one attempt showed. `wrong` is the service's fault; `unknown` is our own side's, and no evidence either way. */
export type Finding =
  | { readonly kind: 'ok' }
  | { readonly kind: 'wrong'; readonly code: FailureCode; readonly detail: string }
  | { readonly kind: 'unknown'; readonly detail: string };

/** One attempt of one check. */
export type ProbeResult = Finding & {
  /** When it began, in milliseconds of the clock that was given. */
  readonly at: number;
  /** Never less than the time limit that ended it. */
  readonly durationMs: number;
  /** `first`: on a new connection, with its handshakes; `kept`: on one that was used before. Never mix their latencies. */
  readonly series: 'first' | 'kept';
  readonly evidence: Evidence;
};

/** One way to look at a service. */
export interface Probe {
  readonly name: string;
  /** One attempt, without retries. Never rejects for what the target does. An abort makes it `unknown`. */
  attempt(signal: AbortSignal): Promise<ProbeResult>;
  /** Ends kept connections. The probe must not be used afterwards. */
  close(): Promise<void>;
}

/** What probes need of the machine they run on. */
export interface ProbePorts {
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Milliseconds since 1970, for certificates and the ages of samples. */
  wallClock(): number;
  /** All addresses of a name, in order of preference. Rejects as `node:dns` does. */
  lookup(name: string): Promise<readonly string[]>;
}

/** A value that must not appear in anything a probe says. */
export interface Secret {
  readonly secret: string;
}

/** The clocks and the name service of this machine. */
export const systemPorts: ProbePorts = {
  now: () => performance.now(),
  wallClock: () => Date.now(),
  lookup: async (name) => (await lookup(name, { all: true, order: 'verbatim' })).map(({ address }) => address),
};

export const NO_PHASES: Phases = { resolve: 0, connect: 0, tls: 0, firstByte: 0, transfer: 0 };
