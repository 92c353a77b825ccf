import { types } from 'node:util';
import type { FailureCode } from '@plimsoll/outcome';
import type { Finding } from './probe.ts';

/** Ends an attempt from wherever it stands, with what it showed. Never leaves this package. */
export class Fault extends Error {
  readonly finding: Finding;
  /** The limit that was over, if one was: a duration below it would be a clock's rounding. */
  readonly limitMs: number;

  constructor(finding: Finding, options: { cause?: unknown; limitMs?: number } = {}) {
    super(finding.kind === 'ok' ? 'ok' : finding.detail, { cause: options.cause });
    this.name = 'Fault';
    this.finding = finding;
    this.limitMs = options.limitMs ?? 0;
  }
}

export function wrong(code: FailureCode, detail: string): Finding {
  return { kind: 'wrong', code, detail };
}

export function unknown(detail: string): Finding {
  return { kind: 'unknown', detail };
}

/** The finding of whatever was thrown. What is no Fault is a fault of ours, and so no evidence about the service. */
export function findingOf(thrown: unknown): Finding {
  return thrown instanceof Fault ? thrown.finding : unknown(`The probe itself failed: ${messageOf(thrown)}.`);
}

export function limitOf(thrown: unknown): number {
  return thrown instanceof Fault ? thrown.limitMs : 0;
}

/** The code of a system error such as `ECONNRESET`; empty when there is none. */
export function errorCodeOf(thrown: unknown): string {
  const code = types.isNativeError(thrown) && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' ? code : '';
}

export function messageOf(thrown: unknown): string {
  return types.isNativeError(thrown) ? thrown.message : String(thrown);
}
