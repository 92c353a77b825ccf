import { code, escapeMarkdown } from '@plimsoll/action-kit';
import { counted, formatDuration } from '@plimsoll/figures';
import type { CheckReport, Mode, VerificationReport } from '../verification-report.ts';
import { evidenceText, findingText } from './check-section.ts';
import { cut, type Detail, inMostDetail, inOrder, leftOut } from './detail.ts';
import { versionsText } from './identity-section.ts';
import { folded, listOf, paragraphs, shown } from './markup.ts';
import { numbersText, showsText } from './numbers-section.ts';

/** Beside it, other steps of the job write into the same summary. */
const MOST_BYTES = 200_000;

const TITLES: Readonly<Record<Mode, string>> = {
  pre: 'Verification before the deployment',
  post: 'Verification',
  monitor: 'Monitoring',
};

const ENDS = { pass: 'passed', fail: 'failed', inconclusive: 'inconclusive' } as const;

/**
 * The report for a job summary, at most 200 kB: the verdict, what failed with its evidence, the numbers, what they show, and at the end,
 * folded, what passed. Text from outside is shown as it is and cannot become Markdown.
 */
export function renderMarkdown(report: VerificationReport): string {
  return inMostDetail({ report, render: (...args) => paragraphs(sectionsOf(...args)), mostBytes: MOST_BYTES });
}

function sectionsOf(report: VerificationReport, detail: Detail): readonly string[] {
  const checks = inOrder(report.checks).slice(0, detail.checks);
  const bad = checks.filter(({ judgement }) => judgement.verdict !== 'pass');
  const isSaid = bad.some(({ check, judgement }) => report.summary === `${check.name}: ${judgement.reason}`);
  return [
    headingOf(report, detail),
    isSaid ? '' : shown(report.summary, detail),
    factsOf(report),
    ...bad.map((check) => findingText(check, detail)),
    versionsText(report.identity, detail),
    numbersText(checks, detail),
    showsText(checks, detail),
    notesText(report, checks, detail),
    passedText(checks, detail),
    leftOutText(report, detail),
  ];
}

function headingOf({ mode, environment, verdict, code: failure }: VerificationReport, detail: Detail): string {
  const of = environment === '' ? '' : ` of ${code(cut(environment, detail.text))}`;
  return `### ${TITLES[mode]}${of}: ${ENDS[verdict]}${failure === '' || failure === verdict ? '' : `, ${failure}`}`;
}

/** `1 check failed, 2 passed, in 14 s, begun 2026-11-21 12:44:11 UTC.` */
function factsOf({ checks, startedAt, durationMs }: VerificationReport): string {
  const ends = (['fail', 'inconclusive', 'pass'] as const)
    .map((verdict) => [checks.filter(({ judgement }) => judgement.verdict === verdict).length, ENDS[verdict]] as const)
    .filter(([count]) => count > 0)
    .map(([count, end], index) => `${index === 0 ? counted(count, 'check') : count} ${end}`);
  const begun = escapeMarkdown(startedAt.replace(/^(\S{10})T([\d:]{8})\.\d+Z$/u, '$1 $2 UTC'));
  return `${ends.length === 0 ? 'No checks' : ends.join(', ')}, in ${formatDuration(durationMs)}, begun ${begun}.`;
}

/** What was said beside the verdicts, also of checks that passed, as a silenced alert. */
function notesText({ notes }: VerificationReport, checks: readonly CheckReport[], detail: Detail): string {
  const ofChecks = checks.flatMap(({ check, last }) =>
    (last?.evidence.notes ?? []).map((note) => `${check.name}: ${note}`),
  );
  const all = [...new Set([...notes, ...ofChecks])].slice(0, detail.notes);
  return listOf(
    'Notes:',
    all.map((note) => shown(note, detail)),
  );
}

/** What fits into one line of a title. */
const MOST_NAMES = 6;
const LONGEST_NAME = 40;

function passedText(checks: readonly CheckReport[], detail: Detail): string {
  const passed = checks.filter(({ judgement }) => judgement.verdict === 'pass');
  if (passed.length === 0) return '';
  const names = passed.slice(0, MOST_NAMES).map(({ check }) => cut(check.name, LONGEST_NAME));
  const others = passed.length > MOST_NAMES ? ', …' : '';
  const title = `${counted(passed.length, 'check')} passed: ${names.join(', ')}${others}`;
  return folded(title, paragraphs(passed.map((check) => evidenceText(check, detail))));
}

function leftOutText(report: VerificationReport, detail: Detail): string {
  const missing = leftOut(report, detail);
  return missing.length === 0 ? '' : `*Left out to keep this report readable: ${missing.join('; ')}.*`;
}
