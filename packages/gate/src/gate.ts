import { type CheckoutSeen, type Decision, decide, type SortedFindings, sortFindings } from '@plimsoll/policy';
import type { CoverageTotals, Finding, TestTotals } from '@plimsoll/reports';
import { afterCommands, readCheckout } from './checkout/read-checkout.ts';
import type { CommandEnd } from './commands/command-end.ts';
import { runCommands } from './commands/run-commands.ts';
import { attempt } from './evidence/attempt.ts';
import { type GatheredEvidence, gatherEvidence } from './evidence/gather.ts';
import { olderThan } from './evidence/older-reports.ts';
import type { Gap, ReportsRead } from './evidence/read-reports.ts';
import type { GitHubAnswers } from './github/answers.ts';
import { askGitHub } from './github/ask-github.ts';
import { askedBy } from './github/asked.ts';
import { once } from './github/once.ts';
import { policyOf } from './policy-of.ts';
import type { GatePorts } from './ports.ts';
import type { GateRequest } from './request.ts';

/** What one gate saw and decided. */
export interface GateReport {
  readonly request: GateRequest;
  readonly decision: Decision;
  readonly commands: readonly CommandEnd[];
  /** What each report says; they may not be the whole, see `gaps`. */
  readonly reports: {
    readonly tests: ReportsRead<'tests'>;
    readonly coverage: ReportsRead<'coverage'>;
    readonly findings: ReportsRead<'findings'>;
  };
  /** Undefined where nothing was asked, or something is missing. */
  readonly tests: TestTotals | undefined;
  readonly coverage: CoverageTotals | undefined;
  readonly findings: SortedFindings<Finding> | undefined;
  readonly gaps: readonly Gap[];
  /** Paths of reports that were there before the commands began: nothing shows that they are of this run. Empty without commands. */
  readonly olderReports: readonly string[];
  /** Which commit lay in the workspace. */
  readonly checkout: CheckoutSeen;
  readonly github: GitHubAnswers;
  readonly durationMs: number;
}

/**
 * One gate: runs the commands, reads what they and others wrote, asks GitHub, and decides.
 * @throws Failure('cancelled') when the run was cancelled; nothing else that a rule could judge is thrown
 */
export async function runGate(request: GateRequest, given: GatePorts): Promise<GateReport> {
  const ports = { ...given, github: { ...given.github, run: once(() => given.github.run()) } };
  const startedAt = performance.now();
  const begun = ports.now();
  const before = await checkoutIn(ports);
  await readRun(request, ports);
  const commands = await runAll(request, ports);
  // Approvals are asked for after the commands: they may have come, or been taken back, meanwhile.
  const [github, gathered] = await Promise.all([askGitHub(request, ports.github), gatherEvidence(request, ports)]);
  const checkout = commands.length === 0 ? before : afterCommands(before, await checkoutIn(ports));
  ports.signal.throwIfAborted();
  const policy = policyOf(request, { now: ports.now(), eventName: ports.stated.eventName });
  const decision = decide(policy, { commands, checkout, ...gathered.evidenceWith(github) });
  return {
    request,
    decision,
    commands,
    ...shownOf(request, gathered),
    findings: sorted(policy.findings, gathered),
    olderReports: commands.length === 0 ? [] : await olderThan(begun, reportPaths(gathered)),
    checkout,
    github,
    durationMs: performance.now() - startedAt,
  };
}

/** Before the commands: what they run could write another event in its place. Who needs it then says what is wrong with it. */
async function readRun(request: GateRequest, { github }: GatePorts): Promise<void> {
  if (request.commands.length > 0 && askedBy(request).run) await attempt(() => github.run());
}

async function checkoutIn({ root, stated, github }: GatePorts): Promise<CheckoutSeen> {
  return readCheckout({ root, stated, run: () => attempt(() => github.run()) });
}

async function runAll(request: GateRequest, ports: GatePorts): Promise<readonly CommandEnd[]> {
  const { commands, commandTimeoutMs: limitMs } = request;
  return runCommands({
    orders: commands.map((command) => ({ ...command, limitMs })),
    atATime: Math.max(2, ports.processors),
    run: ports.runCommand,
    log: ports.log,
    signal: ports.signal,
  });
}

/** Sums of nothing are left out: a gate without tests did not see none. */
function shownOf(
  request: GateRequest,
  { reports, tests, coverage, gaps }: GatheredEvidence,
): Pick<GateReport, 'reports' | 'tests' | 'coverage' | 'gaps'> {
  return {
    reports,
    tests: request.tests !== undefined && tests.kind === 'known' ? tests.facts : undefined,
    coverage: request.coverageRules !== undefined && coverage.kind === 'known' ? coverage.facts : undefined,
    gaps,
  };
}

function reportPaths({ reports: { tests, coverage, findings } }: GatheredEvidence): readonly string[] {
  return [...tests.reports, ...coverage.reports, ...findings.reports].map(({ path }) => path);
}

function sorted(
  rules: ReturnType<typeof policyOf>['findings'],
  { findings }: GatheredEvidence,
): SortedFindings<Finding> | undefined {
  return rules === undefined || findings.kind === 'unknown' ? undefined : sortFindings(rules, findings.facts);
}
