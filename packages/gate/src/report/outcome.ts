import { escapeMarkdown, type Outcome } from '@plimsoll/action-kit';
import { counted, formatDuration } from '@plimsoll/figures';
import { failuresOf, percentText, type Ruling } from '@plimsoll/policy';
import { shownPath } from '../files/find-files.ts';
import type { GateReport } from '../gate.ts';
import { areaParts } from './areas.ts';
import { factsOf } from './facts.ts';
import { planPart } from './plan.ts';
import { cut, paragraphs } from './wording.ts';
import { workspaceText } from './workspace.ts';

/** A sentence becomes an annotation, which is read at a glance. */
const NAMED_REASONS = 3;
const LONGEST_REASON = 300;
const NAMED_REPORTS = 5;

/** The outcome of a gate: verdict, outputs, facts and the summary. @param root of the checkout */
export function gateOutcome(report: GateReport, root: string): Outcome {
  const { decision } = report;
  const summary = sentenceOf(report);
  return {
    verdict: decision.verdict,
    code: decision.code,
    summary,
    facts: factsOf(report),
    outputs: outputsOf(report),
    report: paragraphs([
      `### Quality gate ${decision.verdict === 'pass' ? 'passed' : `failed: ${decision.code}`}`,
      escapeMarkdown(summary),
      escapeMarkdown(timeText(report)),
      escapeMarkdown(olderText(report, root)),
      escapeMarkdown(copiesText(report, root)),
      escapeMarkdown(workspaceText(report.checkout)),
      planPart(report),
      ...areaParts(report, root),
    ]),
  };
}

function outputsOf({ coverage, tests, decision }: GateReport): Outcome['outputs'] {
  return {
    coverage: coverage === undefined ? '' : numberOf(percentText(coverage.lines)),
    tests: tests === undefined ? '' : String(tests.counts.total),
    failures: tests === undefined ? '' : String(failuresOf(tests.counts)),
    approvers: decision.approvers.join(','),
  };
}

/** `92.31` of `92.31 %`; empty where nothing was measured. */
function numberOf(percent: string): string {
  return /^[\d.]+/u.exec(percent)?.[0] ?? '';
}

function sentenceOf({ decision: { rulings } }: GateReport): string {
  const broken = rulings.filter(({ verdict }) => verdict === 'fail');
  if (rulings.length === 0) return 'Nothing was asked of this gate, so nothing was shown.';
  if (broken.length === 0) return `${counted(rulings.length, 'rule')} met.`;
  const reasons = broken.slice(0, NAMED_REASONS).map(reasonText);
  const more = broken.length > NAMED_REASONS ? ` And ${broken.length - NAMED_REASONS} more.` : '';
  return `${broken.length} of ${rulings.length} rules broken. ${reasons.join('. ')}.${more}`;
}

function reasonText({ rule, seen, wanted, detail }: Ruling): string {
  const more = detail === '' ? '' : `. ${detail}`;
  return cut(`${rule}: ${seen}, wanted ${wanted}${more}`.replace(/\s+/gu, ' '), LONGEST_REASON).replace(/\.$/u, '');
}

/** What shows nothing of these commands; empty where all reports are new. Told and no more: shards come from other jobs. @param root of the checkout */
export function olderText({ olderReports }: GateReport, root: string): string {
  if (olderReports.length === 0) return '';
  const names = olderReports.slice(0, NAMED_REPORTS).map((path) => cut(shownPath(root, path), LONGEST_REASON));
  const more = olderReports.length > NAMED_REPORTS ? ` and ${olderReports.length - NAMED_REPORTS} more` : '';
  return `Written before the commands of this gate began, so not by them: ${names.join(', ')}${more}.`;
}

/** Reports that add nothing to others; empty where there are none. A copy may stand where another one should. @param root of the checkout */
export function copiesText({ reports: { tests } }: GateReport, root: string): string {
  if (tests.copies.length === 0) return '';
  const shown = (path: string): string => cut(shownPath(root, path), LONGEST_REASON);
  const names = tests.copies
    .slice(0, NAMED_REPORTS)
    .map(({ path, original }) => `${shown(path)} is ${shown(original)}`);
  const more = tests.copies.length > NAMED_REPORTS ? ` and ${tests.copies.length - NAMED_REPORTS} more` : '';
  return `The same report twice, byte for byte, and counted once: ${names.join(', ')}${more}.`;
}

/** The time it took, and the target where there is one. */
export function timeText({ durationMs, request: { targetTimeMs } }: GateReport): string {
  const took = `It took ${formatDuration(durationMs)}`;
  if (targetTimeMs === undefined) return `${took}.`;
  const target = `the target of ${formatDuration(targetTimeMs)}`;
  return durationMs > targetTimeMs ? `${took} and missed ${target}.` : `${took}, within ${target}.`;
}
