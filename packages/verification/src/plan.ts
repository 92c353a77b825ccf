import { Failure } from '@plimsoll/outcome';
import type { Check, CheckFile } from './check.ts';
import type { Mode } from './verification-report.ts';

/** Everything that decides how a verification goes. Times in milliseconds, rates from 0 to 1. */
export interface VerificationPlan {
  readonly mode: Mode;
  /** A name for reports; empty where none was given. */
  readonly environment: string;
  readonly checks: readonly Check[];
  /** Values that nothing may show. */
  readonly secrets: readonly string[];
  /** Empty: no version is asked for. */
  readonly expectedVersion: string;
  /** How long the service may take until everything answers well. Mode `post`. */
  readonly readyWithinMs: number;
  /** Everything has to stay well for so long, counted from the moment it first was. */
  readonly healthyForMs: number;
  /** The window of mode `monitor`. */
  readonly durationMs: number;
  /** From one sample to the next. */
  readonly intervalMs: number;
  /** As many as the user wrote; undefined: as many as the error rate needs. */
  readonly samples: number | undefined;
  readonly maxErrorRate: number;
  /** Undefined: latency is reported and decides nothing. */
  readonly maxResponseTimeMs: number | undefined;
  /** Which share of the samples has to be within the response time; 1: every one. */
  readonly percentile: number;
}

/** What inputs of the action say; they come before what a file of checks says. */
export type PlanSettings = { readonly [key in keyof CheckFile['settings']]?: CheckFile['settings'][key] | undefined };

/** Where nobody says anything. */
export const DEFAULTS = {
  /** Enough for 303 clean samples in 16 s, the least that can show an error rate below 1 %; far below what limits of servers notice. */
  sampleIntervalMs: 50,
  /** As the users' monitors do it. */
  monitorIntervalMs: 60_000,
  monitorMs: 900_000,
  readyWithinMs: 120_000,
  maxErrorRate: 0.01,
  percentile: 0.95,
};

export interface PlanRequest {
  readonly mode: Mode;
  readonly environment: string;
  readonly file: CheckFile;
  readonly inputs: PlanSettings;
}

/** Puts inputs, file and defaults together. @throws Failure('input') for settings that contradict each other. */
export function makePlan({ mode, environment, file, inputs }: PlanRequest): VerificationPlan {
  const pick = <K extends keyof PlanSettings>(key: K): PlanSettings[K] => inputs[key] ?? file.settings[key];
  const isMonitor = mode === 'monitor';
  const plan: VerificationPlan = {
    mode,
    environment,
    checks: file.checks,
    secrets: file.secrets,
    expectedVersion: pick('expectedVersion') ?? '',
    readyWithinMs: pick('readyWithinMs') ?? (isMonitor ? undefined : pick('durationMs')) ?? DEFAULTS.readyWithinMs,
    healthyForMs: pick('healthyForMs') ?? 0,
    durationMs: pick('durationMs') ?? DEFAULTS.monitorMs,
    intervalMs: pick('intervalMs') ?? (isMonitor ? DEFAULTS.monitorIntervalMs : DEFAULTS.sampleIntervalMs),
    samples: pick('samples'),
    maxErrorRate: pick('maxErrorRate') ?? DEFAULTS.maxErrorRate,
    maxResponseTimeMs: pick('maxResponseTimeMs'),
    percentile: pick('percentile') ?? DEFAULTS.percentile,
  };
  checkPlan(plan);
  return plan;
}

/** Whether something of it runs on servers. */
export function needsServers({ checks }: VerificationPlan): boolean {
  return checks.some(
    ({ kind }) => kind === 'process' || kind === 'process-id' || kind === 'command' || kind === 'database',
  );
}

/** What can never come to a verdict, or would come to one about nothing. */
function checkPlan(plan: VerificationPlan): void {
  const problems = [
    plan.checks.length === 0 && 'checks: there is nothing to check. Give checks, or health-url.',
    plan.mode === 'monitor' &&
      plan.durationMs < plan.intervalMs &&
      `duration: a window of ${plan.durationMs} ms ends before the second look, which interval puts at ${plan.intervalMs} ms.`,
    plan.expectedVersion !== '' &&
      !plan.checks.some((check) => check.kind === 'http' && check.version !== '') &&
      `expected-version: no check says where the version is, so nothing can show that ${plan.expectedVersion} answers. Give a check a 'version', such as '.version'.`,
    plan.maxErrorRate >= 1 && 'max-error-rate: a rate of 100 % lets everything pass.',
  ].filter((problem) => problem !== false);
  if (problems.length > 0) throw new Failure('input', problems.join('\n'));
}
