export { type CoverageTotals, type MergedFile, mergeCoverage } from './code-coverage/merge-coverage.ts';
export type {
  CoverageFacts,
  FileCoverage,
  Finding,
  FindingFacts,
  FoundPackage,
  LineNumbers,
  LineRows,
  ReportFacts,
  Severity,
  Tally,
  TestCounts,
  TestFacts,
  TestFailure,
  TestIdentities,
} from './facts.ts';
export { type FormatOf, isReportFormat, REPORT_FORMATS, type ReportFormat, type ReportKind } from './format.ts';
export { MAX_FILES } from './limits.ts';
export { type ReportToRead, readReport } from './read-report.ts';
export { type ReportFile, readReportFile } from './read-report-file.ts';
export { mergeTests, type TestTotals } from './tests/merge-tests.ts';
