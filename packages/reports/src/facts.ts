import type { FormatOf } from './format.ts';

/** What one report says. Every number is counted from the rows of the report, never taken from its rounded rates. */
export type ReportFacts = TestFacts | CoverageFacts | FindingFacts;

/** Where facts come from. */
interface Source {
  /** The path of the report as the caller gave it. */
  readonly file: string;
  /** Bytes of the report. */
  readonly bytes: number;
}

/** What a report of tests says. */
export interface TestFacts extends Source {
  readonly kind: 'tests';
  readonly format: FormatOf<'tests'>;
  readonly counts: TestCounts;
  /** By the report's own clocks: that of the outermost suites where it can be read, else the sum of their cases. */
  readonly durationMs: number;
  /** Failed and errored cases and suites in the order of the report, at most `MAX_KEPT_FAILURES`. */
  readonly failures: readonly TestFailure[];
  /** How many more there are than `failures` has. */
  readonly failuresNotKept: number;
  /** Who passed and who failed, for `mergeTests` alone. */
  readonly identities: TestIdentities;
}

/** How many cases ended how. */
export interface TestCounts {
  /** Cases that the report lists, skipped ones included. A number that is only claimed is not in it. */
  readonly total: number;
  /** A case that passed after it had failed counts here, and in `flaky`. */
  readonly passed: number;
  /** Cases with a failed assertion. */
  readonly failed: number;
  /** Cases that ended with an error. */
  readonly errored: number;
  /** Also those that a suite counts as skipped and does not list, so that it may be more than are left of `total`. */
  readonly skipped: number;
  /**
   * Tests that were seen both to fail and to pass. To be told, not to be forgiven: the failed runs stay in `failed` and
   * `errored`, since two tests of one name look the same as one test that was run again.
   */
  readonly flaky: number;
  /**
   * Errors outside of any case: of a suite, or in the counters of a suite while no case shows them (as when pytest could not
   * collect a file). Each is a failure like that of a case.
   */
  readonly suiteErrors: number;
}

/** One failure, as far as the report tells. Texts come from outside: escape them. */
export interface TestFailure {
  readonly outcome: 'failed' | 'errored' | 'suite-error';
  /** Empty where the report gives none. */
  readonly name: string;
  /** Class or suite; empty where the report gives none. */
  readonly suite: string;
  /** The source file as the report names it; empty where it does not. */
  readonly file: string;
  readonly line: number | undefined;
  /** At most `MAX_MESSAGE` characters. */
  readonly message: string;
}

/** Fingerprints of tests by name, class and file, one for each case. Cases without a name are not in it: they could be any. */
export interface TestIdentities {
  readonly passed: Float64Array;
  readonly failed: Float64Array;
  /** Of tests that passed in the end, by elements such as `flakyFailure`. */
  readonly recovered: Float64Array;
}

/** What a report of coverage says. */
export interface CoverageFacts extends Source {
  readonly kind: 'coverage';
  readonly format: FormatOf<'coverage'>;
  /** Sum over `files`. For Go these are statements, which is what its own tool counts. */
  readonly lines: Tally;
  /** Sum over `files`; a total of 0 when the report knows no branches. */
  readonly branches: Tally;
  /** Each path once, in the order of the report. */
  readonly files: readonly FileCoverage[];
}

/** So many of so many; `0 <= covered <= total`. */
export interface Tally {
  readonly covered: number;
  readonly total: number;
}

/** What was covered of one source file. */
export interface FileCoverage {
  /** As the report writes it, with `/` between folders: absolute, relative to some folder, or a package path (JaCoCo, Go). */
  readonly path: string;
  readonly lines: Tally;
  readonly branches: Tally;
  /** Which lines; undefined where the report has totals only, so that nothing can be said about any line. */
  readonly rows: LineRows | undefined;
  /** Single branches, for merging alone. */
  readonly branchRows: Int32Array | undefined;
  /** Go only: its blocks, for merging alone. */
  readonly blocks: Int32Array | undefined;
}

/** Numbers of lines from 1, ascending, each line in one list at most. A line in neither holds no code, or is unknown to the report. */
export interface LineRows {
  readonly covered: LineNumbers;
  readonly uncovered: LineNumbers;
}

/** As small as the largest of them allows: most files have less than 65,536 lines, and a report can have millions. */
export type LineNumbers = Uint16Array | Int32Array;

/** What a report of a scanner or an audit says. */
export interface FindingFacts extends Source {
  readonly kind: 'findings';
  readonly format: FormatOf<'findings'>;
  /** The scanner as it names itself; empty where it does not. */
  readonly tool: string;
  /** All of them, the suppressed ones too. */
  readonly findings: readonly Finding[];
}

/** From the worst to the best. `unknown`: the report does not say, which is not the same as `none`. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'none' | 'unknown';

/** One finding. Texts come from outside: escape them. */
export interface Finding {
  /** Rule or advisory, such as `CVE-2026-1` or `js/xss`. */
  readonly id: string;
  /** Other names of the same advisory. */
  readonly aliases: readonly string[];
  readonly severity: Severity;
  /** CVSS or `security-severity`, 0 to 10. */
  readonly score: number | undefined;
  readonly title: string;
  /** The package at fault; undefined for findings in code. */
  readonly package: FoundPackage | undefined;
  /** Source file or manifest; empty where the report names none. */
  readonly file: string;
  readonly line: number | undefined;
  /** Whether the report itself says that this one was looked at and accepted. */
  readonly suppressed: boolean;
  /** Whether there is a version without it; undefined where the report does not say. */
  readonly fixable: boolean | undefined;
}

/** A package as the report names it. */
export interface FoundPackage {
  readonly name: string;
  /** Empty where the report gives none. */
  readonly version: string;
}
