import { type Evidence, known, type PatchSeen, type PolicyEvidence, type Tally, unknown } from '@plimsoll/policy';
import { type CoverageTotals, type Finding, mergeTests, type TestTotals } from '@plimsoll/reports';
import type { GitHubAnswers } from '../github/answers.ts';
import type { GatePorts } from '../ports.ts';
import type { GateRequest } from '../request.ts';
import { attempt } from './attempt.ts';
import { type BaselinePorts, readBaseline } from './baseline.ts';
import { mergedCoverage, unknownBecause } from './coverage.ts';
import { patchEvidence } from './patch.ts';
import { type Gap, type ReportsRead, readReports } from './read-reports.ts';
import { readVersionFile } from './read-version-file.ts';
import { deployedEvidence, sourceEvidence } from './run-evidence.ts';

/** What the checkout says. */
export interface GatheredEvidence {
  readonly reports: {
    readonly tests: ReportsRead<'tests'>;
    readonly coverage: ReportsRead<'coverage'>;
    readonly findings: ReportsRead<'findings'>;
  };
  readonly gaps: readonly Gap[];
  readonly tests: Evidence<TestTotals>;
  readonly coverage: Evidence<CoverageTotals>;
  readonly findings: Evidence<readonly Finding[]>;
  /** All evidence but that of commands and of where they were run, once GitHub has answered. */
  evidenceWith(github: GitHubAnswers): Omit<PolicyEvidence, 'commands' | 'checkout'>;
}

type GatherPorts = Pick<GatePorts, 'root' | 'readReport' | 'signal'>;

/** Reads everything that lies in the checkout. */
export async function gatherEvidence(request: GateRequest, ports: GatherPorts): Promise<GatheredEvidence> {
  const tests = await readReports({ kind: 'tests', input: 'junit', patterns: request.junit }, ports);
  const coverage = await readReports({ kind: 'coverage', input: 'coverage', patterns: request.coverage }, ports);
  const findings = await readReports({ kind: 'findings', input: 'findings', patterns: request.findings }, ports);
  const totals = {
    tests: await wholeOf(tests, (facts) => mergeTests(facts)),
    coverage: await mergedCoverage(coverage, ports.root),
    findings: await wholeOf(findings, (facts) => facts.flatMap((one) => one.findings)),
  };
  const baseline = await baselineOf(request, { ...ports, measured: coverage.reports.map(({ path }) => path) });
  const versionFile = await readVersionFile(ports.root, request.versionFile);
  return {
    reports: { tests, coverage, findings },
    gaps: [...tests.gaps, ...coverage.gaps, ...findings.gaps],
    ...totals,
    evidenceWith: (github) => ({
      ...totals,
      tests: totals.tests.kind === 'known' ? known(totals.tests.facts.counts) : totals.tests,
      patch: patchOf(request, totals.coverage, github),
      baseline,
      versionFile,
      ...sourceEvidence(github),
      ...deployedEvidence(github),
      approvals: github.approvals,
    }),
  };
}

async function wholeOf<Kind extends 'tests' | 'findings', T>(
  { reports, gaps }: ReportsRead<Kind>,
  sum: (facts: readonly ReportsRead<Kind>['reports'][number]['facts'][]) => T,
): Promise<Evidence<T>> {
  if (gaps.length > 0) return unknownBecause(gaps);
  return attempt(async () => sum(reports.map(({ facts }) => facts)));
}

async function baselineOf({ baseline }: GateRequest, ports: BaselinePorts): Promise<Evidence<Tally>> {
  return baseline.length === 0 ? unknown('input', 'coverage-baseline: none was given') : readBaseline(baseline, ports);
}

function patchOf(
  { coverageExempt: exempt }: GateRequest,
  coverage: Evidence<CoverageTotals>,
  { changes }: GitHubAnswers,
): Evidence<PatchSeen> {
  if (coverage.kind === 'unknown') return coverage;
  return changes.kind === 'unknown'
    ? changes
    : patchEvidence({ changes: changes.facts, coverage: coverage.facts, exempt });
}
