import type { FoundResult } from '../results/read-outputs.ts';
import { type Facts, numberIn, recordIn, recordsIn, textIn, textsIn } from './facts.ts';
import type {
  BackupDetails,
  BackupLine,
  CheckLine,
  DeploymentDetails,
  Details,
  GateDetails,
  HostLine,
  RollbackDetails,
  RuleLine,
  Stage,
  VerificationDetails,
} from './stage.ts';

/** A result as a stage of the story. */
export function readStage({ result, from, outputs }: FoundResult): Stage {
  const details = detailsOf(result.action, { facts: result.facts, outputs });
  const { action, verdict, code, summary, startedAt, durationMs } = result;
  return { kind: details.kind, action, from, verdict, code, summary, startedAt, durationMs, details };
}

interface Sources {
  readonly facts: Facts;
  readonly outputs: Facts;
}

function detailsOf(action: string, sources: Sources): Details {
  switch (action) {
    case 'quality-gate':
      return gateOf(sources);
    case 'backup':
      return backupOf(sources);
    case 'deploy-ssh':
      return deploymentOf(sources);
    case 'verify-deployment':
      return verificationOf(sources);
    case 'rollback':
      return rollbackOf(sources);
    default:
      return { kind: 'other' };
  }
}

function gateOf({ facts }: Sources): GateDetails {
  const tests = recordIn(facts, 'tests');
  const lines = recordIn(recordIn(facts, 'coverage'), 'lines');
  const [covered, total] = [numberIn(lines, 'covered'), numberIn(lines, 'total')];
  return {
    kind: 'gate',
    tests: numberIn(tests, 'total'),
    failures: sumOf(['failed', 'errored', 'suiteErrors'].map((name) => numberIn(tests, name))),
    coverage: covered === undefined || total === undefined || total === 0 ? undefined : (covered / total) * 100,
    approvers: textsIn(facts, 'approvers'),
    rules: recordsIn(facts, 'rules').map(ruleOf),
  };
}

/** Undefined when none is known. */
function sumOf(counts: readonly (number | undefined)[]): number | undefined {
  const known = counts.filter((count) => count !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, count) => sum + count, 0);
}

function ruleOf(facts: Facts): RuleLine {
  const [rule, verdict] = [textIn(facts, 'rule'), textIn(facts, 'verdict')];
  return { rule, verdict, seen: textIn(facts, 'seen'), wanted: textIn(facts, 'wanted') };
}

function backupOf({ facts }: Sources): BackupDetails {
  return { kind: 'backup', operation: textIn(facts, 'operation'), backups: recordsIn(facts, 'hosts').map(backupLine) };
}

function backupLine(facts: Facts): BackupLine {
  return {
    host: textIn(facts, 'host'),
    code: textIn(facts, 'code'),
    backup: textIn(facts, 'backup'),
    bytes: numberIn(facts, 'size'),
    verified: textIn(facts, 'verified'),
  };
}

function deploymentOf({ facts }: Sources): DeploymentDetails {
  return {
    kind: 'deployment',
    release: textIn(facts, 'release'),
    version: textIn(facts, 'version'),
    previous: textIn(facts, 'previous'),
    hosts: recordsIn(facts, 'hosts').map(hostOf),
    changedFiles: numberIn(facts, 'changedFiles'),
    isDryRun: facts['dryRun'] === true,
  };
}

function verificationOf({ facts, outputs }: Sources): VerificationDetails {
  // Percentiles are outputs of the step; a result that brings them along is read first.
  const latency = 'latency' in facts ? recordIn(facts, 'latency') : outputs;
  return {
    kind: 'verification',
    mode: textIn(facts, 'mode'),
    version: textIn(facts, 'version'),
    checks: recordsIn(facts, 'checks').map(checkOf),
    samples: numberIn(facts, 'samples'),
    errorRate: numberIn(facts, 'errorRate'),
    latency: { p50: numberIn(latency, 'p50'), p95: numberIn(latency, 'p95'), p99: numberIn(latency, 'p99') },
    confirmed: textIn(facts, 'confirmed'),
  };
}

function rollbackOf({ facts }: Sources): RollbackDetails {
  return {
    kind: 'rollback',
    did: deedOf(facts),
    release: textIn(facts, 'release'),
    previous: textIn(facts, 'previous'),
    hosts: recordsIn(facts, 'hosts').map(hostOf),
  };
}

/**
 * Modes are told apart by what only they report: a list has no release, a confirmation does not say whether it switched.
 * Recovery may have taken back an unconfirmed release before the rollback itself had to switch anything.
 */
function deedOf(facts: Facts): RollbackDetails['did'] {
  const [release, previous] = [textIn(facts, 'release'), textIn(facts, 'previous')];
  if (facts['switched'] === true) return 'went-back';
  if (facts['switched'] === false) return previous === release || previous === '' ? 'was-there' : 'went-back';
  return release === '' ? 'looked' : 'confirmed';
}

function checkOf(facts: Facts): CheckLine {
  return { name: textIn(facts, 'name'), verdict: textIn(facts, 'verdict'), code: textIn(facts, 'code') };
}

function hostOf(facts: Facts): HostLine {
  return {
    host: textIn(facts, 'host'),
    state: textIn(facts, 'state'),
    code: textIn(facts, 'code'),
    durationMs: numberIn(facts, 'durationMs'),
    bytes: numberIn(facts, 'bytes'),
  };
}
