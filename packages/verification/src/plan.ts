import { formatDuration } from '@plimsoll/figures';
import { Failure } from '@plimsoll/outcome';
import type { Check, CheckFile, CountRule } from './check.ts';
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
  /** What counts in place of the error rate, if anything. */
  readonly countRule: CountRule | undefined;
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
  const durationMs = pick('durationMs') ?? DEFAULTS.monitorMs;
  // A short window is looked at at both its ends.
  const defaultIntervalMs = isMonitor ? Math.min(DEFAULTS.monitorIntervalMs, durationMs) : DEFAULTS.sampleIntervalMs;
  const plan: VerificationPlan = {
    mode,
    environment,
    checks: file.checks,
    secrets: file.secrets,
    expectedVersion: pick('expectedVersion') ?? '',
    readyWithinMs: pick('readyWithinMs') ?? (isMonitor ? undefined : pick('durationMs')) ?? DEFAULTS.readyWithinMs,
    healthyForMs: pick('healthyForMs') ?? 0,
    durationMs,
    intervalMs: pick('intervalMs') ?? defaultIntervalMs,
    samples: pick('samples'),
    maxErrorRate: pick('maxErrorRate') ?? DEFAULTS.maxErrorRate,
    countRule: pick('countRule'),
    maxResponseTimeMs: pick('maxResponseTimeMs'),
    percentile: pick('percentile') ?? DEFAULTS.percentile,
  };
  checkPlan(plan, inputs);
  return plan;
}

/** Whether something of it runs on servers. */
export function needsServers({ checks }: VerificationPlan): boolean {
  return checks.some(
    ({ kind }) => kind === 'process' || kind === 'process-id' || kind === 'command' || kind === 'database',
  );
}

/** What can never come to a verdict, or would come to one about nothing. */
function checkPlan(plan: VerificationPlan, inputs: PlanSettings): void {
  const problems = [
    plan.checks.length === 0 && 'checks: there is nothing to check. Give checks, or health-url.',
    plan.mode === 'monitor' &&
      plan.durationMs < plan.intervalMs &&
      `duration: a window of ${formatDuration(plan.durationMs)} ends before the second look, which interval puts at ${formatDuration(plan.intervalMs)}. Give a longer duration or a shorter interval.`,
    plan.expectedVersion !== '' &&
      !plan.checks.some((check) => check.kind === 'http' && check.version !== '') &&
      `expected-version: no check says where the version is, so nothing can show that ${plan.expectedVersion} answers. Give a check a 'version', such as '.version'.`,
    tooFewSamples(plan),
    inputs.percentile !== undefined &&
      plan.maxResponseTimeMs === undefined &&
      'percentile: it is the share of the answers that have to keep max-response-time, and there is none. Give max-response-time, or leave percentile out.',
  ].filter((problem) => problem !== false);
  if (problems.length > 0) throw new Failure('input', problems.join('\n'));
}

/** A rule that counts more samples than there will be. */
function tooFewSamples(plan: VerificationPlan): string | false {
  const { countRule, mode, durationMs, intervalMs } = plan;
  const there = mode === 'monitor' ? samplesIn(plan) : plan.samples;
  const needed = countRule?.kind === 'consecutive' ? countRule.successes : (countRule?.pass ?? 0);
  if (there === undefined || there >= needed) return false;
  const where =
    mode === 'monitor' ? `a window of ${formatDuration(durationMs)} at ${formatDuration(intervalMs)}` : 'samples';
  return `checks: ${needed} good samples are needed to pass, and there will be ${there} (${where}). Give more, or ask for fewer.`;
}

/** How many samples the window has. */
export function samplesIn({ durationMs, intervalMs }: Pick<VerificationPlan, 'durationMs' | 'intervalMs'>): number {
  return Math.floor(durationMs / intervalMs) + 1;
}
