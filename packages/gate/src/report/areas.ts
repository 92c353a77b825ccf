import { type Cell, code, escapeMarkdown, markdownTable } from '@plimsoll/action-kit';
import { counted, formatDuration } from '@plimsoll/figures';
import { type Area, percentText, type Ruling } from '@plimsoll/policy';
import type { Finding, TestFailure } from '@plimsoll/reports';
import { shownPath } from '../files/find-files.ts';
import type { GateReport } from '../gate.ts';
import { cut, firstOf, folded, listOf, paragraphs } from './wording.ts';

const TITLES: Readonly<Record<Area, string>> = {
  commands: 'Commands',
  tests: 'Tests',
  coverage: 'Coverage',
  findings: 'Findings',
  version: 'Version',
  source: 'Branch and tag',
  environment: 'Environments',
  approvals: 'Approvals',
};

const AREAS: readonly Area[] = [
  'commands',
  'tests',
  'coverage',
  'findings',
  'version',
  'source',
  'environment',
  'approvals',
];

/** How much is listed. Counts always cover all. */
const LISTED = 20;
const LONGEST = 300;

/** One part for each area that was asked for: its rules, then what is behind them. */
export function areaParts(report: GateReport, root: string): readonly string[] {
  return AREAS.flatMap((area) => {
    const rulings = report.decision.rulings.filter((ruling) => ruling.area === area);
    if (rulings.length === 0) return [];
    return [paragraphs([`#### ${TITLES[area]}`, tableOf(area, rulings, report), behind(area, report, root)])];
  });
}

function tableOf(area: Area, rulings: readonly Ruling[], { commands }: GateReport): string {
  if (area !== 'commands') {
    return markdownTable(['', 'rule', 'wanted', 'seen', 'to know'], rulings.map(ruleRow));
  }
  const rows = commands.map(({ name, durationMs }, index): readonly Cell[] => {
    const ruling = rulings[index];
    return [markOf(ruling), name, ruling?.seen ?? '', formatDuration(durationMs), ruling?.detail ?? ''];
  });
  return markdownTable(['', 'command', 'end', 'time', 'to know'], rows);
}

function ruleRow(ruling: Ruling): readonly Cell[] {
  const { rule, wanted, seen, detail } = ruling;
  return [markOf(ruling), { code: rule }, cut(wanted, LONGEST), cut(seen, LONGEST), cut(detail, LONGEST)];
}

function markOf(ruling: Ruling | undefined): string {
  return ruling?.verdict === 'pass' ? '✅' : '❌';
}

function behind(area: Area, report: GateReport, root: string): string {
  switch (area) {
    case 'tests':
      return paragraphs([failedTests(report), testReports(report, root)]);
    case 'coverage':
      return coverageReports(report, root);
    case 'findings':
      return paragraphs([failingFindings(report), findingReports(report, root)]);
    case 'commands':
    case 'version':
    case 'source':
    case 'environment':
    case 'approvals':
      return '';
  }
}

/** All failures that the reports kept, of those that could be read. */
export function failuresIn({ reports }: GateReport): readonly TestFailure[] {
  return reports.tests.reports.flatMap(({ facts }) => facts.failures);
}

/** How many there are, kept or not. */
export function failureCount({ reports }: GateReport): number {
  return reports.tests.reports.reduce((sum, { facts }) => sum + facts.failures.length + facts.failuresNotKept, 0);
}

function failedTests(report: GateReport): string {
  const all = failureCount(report);
  const shown = failuresIn(report).slice(0, LISTED);
  if (shown.length === 0) return '';
  const points = shown.map((failure) => {
    const [first = ''] = failure.message.split('\n');
    const message = first.trim() === '' ? '' : `: ${escapeMarkdown(cut(first, LONGEST))}`;
    return `${code(cut(nameOf(failure), LONGEST))}${message}`;
  });
  const rest = all > shown.length ? [`and ${counted(all - shown.length, 'more failure')}`] : [];
  return listOf([...points, ...rest]);
}

/** How a failed test is called where the report names it only in part. */
export function nameOf({ suite, name, outcome }: TestFailure): string {
  const own = name === '' ? (outcome === 'suite-error' ? 'error of the suite' : 'a test without a name') : name;
  return suite === '' || suite === name ? own : `${suite} › ${own}`;
}

function testReports({ reports }: GateReport, root: string): string {
  const rows = reports.tests.reports.map(({ path, facts: { counts, format } }): readonly Cell[] => [
    { code: shownPath(root, path) },
    format,
    String(counts.total),
    String(counts.failed + counts.errored + counts.suiteErrors),
    String(counts.skipped),
    String(counts.flaky),
  ]);
  return reportTable(['report', 'format', 'tests', 'failures', 'skipped', 'flaky'], rows);
}

function coverageReports({ reports }: GateReport, root: string): string {
  const rows = reports.coverage.reports.map(({ path, facts }): readonly Cell[] => [
    { code: shownPath(root, path) },
    facts.format,
    percentText(facts.lines),
    percentText(facts.branches),
    String(facts.files.length),
  ]);
  return reportTable(['report', 'format', 'lines', 'branches', 'files'], rows);
}

function findingReports({ reports }: GateReport, root: string): string {
  const rows = reports.findings.reports.map(({ path, facts }): readonly Cell[] => [
    { code: shownPath(root, path) },
    facts.format,
    facts.tool,
    String(facts.findings.length),
  ]);
  return reportTable(['report', 'format', 'tool', 'findings'], rows);
}

/** What each file contributed. */
function reportTable(headers: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const listed = firstOf<readonly Cell[]>(rows, LISTED, (count) => [`and ${count} more`]);
  return rows.length === 0 ? '' : folded(`${counted(rows.length, 'report')} read`, markdownTable(headers, listed));
}

function failingFindings({ findings }: GateReport): string {
  if (findings === undefined) return '';
  const { failing, allowed } = findings;
  const headers = ['severity', 'finding', 'where', 'what'];
  const rows = firstOf(failing.map(findingRow), LISTED, (count) => [`and ${count} more`]);
  const table = failing.length === 0 ? '' : markdownTable(headers, rows);
  const accepted = firstOf(allowed.map(findingRow), LISTED, (count) => [`and ${count} more`]);
  const allowedTable = allowed.length === 0 ? '' : markdownTable(headers, accepted);
  return paragraphs([table, folded(`${allowed.length} allowed`, allowedTable)]);
}

function findingRow(finding: Finding): readonly Cell[] {
  return [finding.severity, { code: finding.id }, cut(whereOf(finding), LONGEST), cut(finding.title, LONGEST)];
}

/** The package at fault, or the place in the code. */
export function whereOf({ package: found, file, line }: Finding): string {
  if (found !== undefined) return `${found.name} ${found.version}`.trim();
  return line === undefined ? file : `${file}:${line}`;
}
