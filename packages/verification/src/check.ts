import type { ConsecutiveRule, OfRule } from '@plimsoll/judge';
import type { DatabaseKind } from '@plimsoll/probe';

/** What a file of checks says, with every default filled in. Times in milliseconds, sizes in bytes, rates from 0 to 1. */

/**
 * What a check is for: `health` is waited for and then sampled, `smoke` is tried once when the service is ready, `state` is waited for and
 * looked at again at the end.
 */
export type Role = 'health' | 'smoke' | 'state';

export type Check = { readonly name: string; readonly role: Role; readonly line: number } & CheckTarget;

export type CheckTarget =
  | HttpCheck
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number; readonly timeoutMs: number }
  | {
      readonly kind: 'tls';
      readonly host: string;
      readonly port: number;
      readonly serverName: string;
      readonly ca: string;
      readonly minDaysLeft: number;
      readonly timeoutMs: number;
    }
  | { readonly kind: 'process'; readonly unit: string; readonly timeoutMs: number }
  | { readonly kind: 'process-id'; readonly pidFile: string; readonly timeoutMs: number }
  | CommandCheck
  | {
      readonly kind: 'database';
      readonly database: DatabaseKind;
      /** Connection string, name of the database or path of the file, as its client takes it; empty: the client's own default. */
      readonly connection: string;
      readonly timeoutMs: number;
    }
  | {
      readonly kind: 'prometheus';
      readonly url: string;
      readonly query: string;
      readonly threshold: string;
      readonly timeoutMs: number;
    }
  | {
      readonly kind: 'alerts';
      readonly url: string;
      /** Empty without one. */
      readonly alertmanagerUrl: string;
      /** Only alerts that have all of these labels count. */
      readonly labels: Readonly<Record<string, string>>;
      readonly timeoutMs: number;
    };

export interface HttpCheck {
  readonly kind: 'http';
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Status numbers and classes such as `2xx`. */
  readonly status: readonly string[];
  /** Header name in lower case, and a text that its value must contain. */
  readonly expectHeaders: Readonly<Record<string, string>>;
  readonly contains: readonly string[];
  readonly matches: readonly string[];
  /** Assertions such as `.status == "ok"`. */
  readonly json: readonly string[];
  /** Where the version is: a JSON path such as `.version`, `header:x-version`, or `body` for the whole text; empty: not read. */
  readonly version: string;
  /** Name of a counter and its JSON path: `errors: .errors`. */
  readonly counters: Readonly<Record<string, string>>;
  readonly redirects: number;
  /** Whether an attempt may use the connection of one before it. */
  readonly connections: 'kept' | 'new';
  readonly maxBodyBytes: number;
  /** PEM text of further authorities. */
  readonly ca: string;
  /** Fails when the certificate ends in fewer days than this; 0: only when it has ended. */
  readonly minDaysLeft: number;
  /** Origins that each serve this check themselves, as `http://10.0.0.1:8000`: the version is asked of every one. */
  readonly backends: readonly string[];
  readonly connectTimeoutMs: number;
  readonly firstByteTimeoutMs: number;
  readonly timeoutMs: number;
}

export interface CommandCheck {
  readonly kind: 'command';
  readonly command: string;
  /** What its failure is called. */
  readonly code: 'database' | 'health';
  /** Exit status that it must end with. */
  readonly status: number;
  /** What its output must contain. */
  readonly contains: readonly string[];
  readonly matches: readonly string[];
  readonly timeoutMs: number;
}

/** What samples are judged by where users count them: so many of so many, or so many in a row. */
export type CountRule = Omit<OfRule, 'samples'> | Omit<ConsecutiveRule, 'samples'>;

/** Everything that a file of checks may say. */
export interface CheckFile {
  readonly checks: readonly Check[];
  /** Values taken from the environment; they must not be shown. */
  readonly secrets: readonly string[];
  /** Only what the file itself sets; inputs of the action come before it. */
  readonly settings: {
    readonly samples?: number;
    readonly maxResponseTimeMs?: number;
    readonly percentile?: number;
    readonly maxErrorRate?: number;
    /** In place of an error rate. */
    readonly countRule?: CountRule;
    readonly durationMs?: number;
    readonly intervalMs?: number;
    readonly readyWithinMs?: number;
    readonly healthyForMs?: number;
    readonly expectedVersion?: string;
  };
}
