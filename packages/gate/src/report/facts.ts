import type { Json } from '@plimsoll/outcome';
import type { Ruling } from '@plimsoll/policy';
import { commitIn } from '../checkout/read-checkout.ts';
import type { GateReport } from '../gate.ts';
import { cut } from './wording.ts';

/** Facts travel to other steps through an environment variable: so many rules and commands are listed, the rest is counted. */
const MOST_RULES = 40;
const LONGEST = 120;
const LONGEST_DETAIL = 200;

/** What steps after this one may know: counts, and every reason. */
export function factsOf(report: GateReport): { readonly [key: string]: Json } {
  const { decision, request, commands, github, durationMs } = report;
  const inOrder = decision.rulings.toSorted((a, b) => weightOf(a) - weightOf(b));
  return {
    version: request.version,
    environment: request.environment,
    commit: github.run.kind === 'known' ? github.run.facts.commit : '',
    checkout: checkoutFacts(report),
    live: github.live.kind === 'known' ? (github.live.facts?.sha ?? '') : '',
    rules: inOrder.slice(0, MOST_RULES).map(ruleFact),
    rulesTotal: inOrder.length,
    rulesBroken: inOrder.filter(({ verdict }) => verdict === 'fail').length,
    tests: testFacts(report),
    coverage: coverageFacts(report),
    findings: findingFacts(report),
    commands: commands.slice(0, MOST_RULES).map(commandFact),
    approvers: [...decision.approvers].slice(0, MOST_RULES),
    changes: changeFacts(report),
    ...targetFacts(request.targetTimeMs, durationMs),
  };
}

/** Broken ones first. */
function weightOf({ verdict }: Ruling): number {
  return verdict === 'fail' ? 0 : 1;
}

function ruleFact({ rule, verdict, code, reason, wanted, seen, detail }: Ruling): Json {
  return {
    rule: cut(rule, LONGEST),
    verdict,
    code,
    reason,
    wanted: cut(wanted, LONGEST),
    seen: cut(seen, LONGEST),
    ...(detail === '' ? {} : { detail: cut(detail, LONGEST_DETAIL) }),
  };
}

function checkoutFacts({ checkout }: GateReport): Json {
  return { state: checkout.kind, commit: commitIn(checkout) };
}

function testFacts({ tests, reports }: GateReport): Json {
  return tests === undefined ? null : { ...tests.counts, reports: reports.tests.reports.length };
}

/** `lines` is what a later gate takes as its baseline. */
function coverageFacts({ coverage, reports }: GateReport): Json {
  if (coverage === undefined) return null;
  const { lines, branches } = coverage;
  return {
    lines: { covered: lines.covered, total: lines.total },
    branches: { covered: branches.covered, total: branches.total },
    reports: reports.coverage.reports.length,
  };
}

function findingFacts({ findings, reports }: GateReport): Json {
  if (findings === undefined) return null;
  const { failing, tolerated, allowed, suppressed } = findings;
  return {
    failing: failing.length,
    tolerated: tolerated.length,
    allowed: allowed.length,
    suppressed: suppressed.length,
    reports: reports.findings.reports.length,
  };
}

function commandFact({ name, end, durationMs }: GateReport['commands'][number]): Json {
  const status = end.kind === 'exited' ? end.status : null;
  return { name, end: end.kind, status, durationMs: Math.round(durationMs) };
}

function changeFacts({ github: { changes } }: GateReport): Json {
  if (changes.kind === 'unknown' || changes.facts === undefined) return null;
  const { since, comparison } = changes.facts;
  return { since, base: comparison.base, commits: comparison.aheadBy, files: comparison.files.length };
}

function targetFacts(targetMs: number | undefined, durationMs: number): { readonly [key: string]: Json } {
  return targetMs === undefined ? {} : { targetMs, targetMissed: durationMs > targetMs };
}
