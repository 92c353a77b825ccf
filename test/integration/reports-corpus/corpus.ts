/**
 * Every report of the corpus, with what has to come of it. The numbers were counted by hand or taken from the tool that made the report, never
 * from our own reader. `test/fixtures/reports/generate` has the
 * scripts that made the reports of real tools; the others are written in their shape.
 */
import type { FailureCode } from '@plimsoll/outcome';
import type { ReportFormat } from '@plimsoll/reports';

/** What a report has to say. */
export type Expected = ExpectedTests | ExpectedCoverage | ExpectedFindings;

export interface ExpectedTests {
  readonly kind: 'tests';
  readonly total: number;
  readonly failed: number;
  readonly errored: number;
  readonly skipped: number;
  readonly flaky: number;
  readonly suiteErrors: number;
}

export interface ExpectedCoverage {
  readonly kind: 'coverage';
  /** Covered, and of how many. */
  readonly lines: readonly [number, number];
  readonly branches: readonly [number, number];
  readonly files: number;
}

export interface ExpectedFindings {
  readonly kind: 'findings';
  readonly tool: string;
  /** `id severity`, `id severity score`, and ` suppressed` behind either. */
  readonly findings: readonly string[];
}

/** A report that can be read. */
export interface ReadableReport {
  /** Below the folder of the corpus. */
  readonly file: string;
  readonly format: ReportFormat;
  readonly expected: Expected;
}

/** A report that can be read, and with which no gate may pass by its defaults. */
export interface RedReport extends ReadableReport {
  readonly code: FailureCode;
}

/** A report that has to be refused. */
export interface HostileReport {
  readonly file: string;
  /** A part of the message. */
  readonly says: RegExp;
}

type Troubles = Partial<Omit<ExpectedTests, 'kind' | 'total'>>;

const tests = (total: number, troubles: Troubles = {}): ExpectedTests => ({
  kind: 'tests',
  total,
  failed: 0,
  errored: 0,
  skipped: 0,
  flaky: 0,
  suiteErrors: 0,
  ...troubles,
});

const coverage = (
  files: number,
  lines: readonly [number, number],
  branches: readonly [number, number] = [0, 0],
): ExpectedCoverage => ({ kind: 'coverage', files, lines, branches });

const findings = (tool: string, ...found: readonly string[]): ExpectedFindings => ({
  kind: 'findings',
  tool,
  findings: found,
});

type Row = readonly [file: string, format: ReportFormat, expected: Expected];

const readable =
  (folder: string) =>
  ([file, format, expected]: Row): ReadableReport => ({ file: `${folder}/${file}`, format, expected });

const red =
  (code: FailureCode) =>
  (row: Row): RedReport => ({ ...readable('red')(row), code });

/** Real-world shapes, with which a gate passes by its defaults. */
export const GOOD: readonly ReadableReport[] = (
  [
    ['junit/bats.xml', 'junit', tests(3, { skipped: 1 })],
    ['junit/bun.xml', 'junit', tests(5, { skipped: 2 })],
    ['junit/crlf.xml', 'junit', tests(2, { skipped: 1 })],
    // CTest calls a disabled test "disabled", with no element for it.
    ['junit/ctest.xml', 'junit', tests(3, { skipped: 1 })],
    // A program that was not found is skipped to the report of CTest, though CTest itself fails.
    ['junit/ctest-not-run.xml', 'junit', tests(3, { skipped: 2 })],
    // Steps are cases, and so is the test that they are of.
    ['junit/deno.xml', 'junit', tests(6, { skipped: 2 })],
    ['junit/external-doctype.xml', 'junit', tests(1)],
    ['junit/go-junit-report.xml', 'junit', tests(5, { skipped: 1 })],
    ['junit/googletest.xml', 'junit', tests(4, { skipped: 1 })],
    ['junit/gotestsum.xml', 'junit', tests(5, { skipped: 1 })],
    ['junit/gradle.xml', 'junit', tests(3, { skipped: 1 })],
    ['junit/jest-junit.xml', 'junit', tests(6, { skipped: 1 })],
    ['junit/latin-1.xml', 'junit', tests(2, { skipped: 1 })],
    // The skipped case is only in the counter, and no listed one.
    ['junit/mocha-junit-reporter.xml', 'junit', tests(5, { skipped: 1 })],
    // Counts what each suite defines; one matched, and another that did was skipped.
    ['junit/mocha-grep.xml', 'junit', tests(1, { skipped: 1 })],
    ['junit/mocha-xunit.xml', 'junit', tests(6, { skipped: 1 })],
    ['junit/nested-deep.xml', 'junit', tests(5, { skipped: 1 })],
    // Each of two suites counts the skipped case of the inner one.
    ['junit/node-test.xml', 'junit', tests(3, { skipped: 1 })],
    // A test that is to do fails, and the run ends well.
    ['junit/node-test-todo.xml', 'junit', tests(2, { skipped: 1 })],
    ['junit/phpunit.xml', 'junit', tests(5, { skipped: 1 })],
    ['junit/playwright.xml', 'junit', tests(3, { skipped: 1 })],
    ['junit/pytest-xunit1.xml', 'junit', tests(7, { skipped: 2 })],
    ['junit/pytest-xunit2.xml', 'junit', tests(7, { skipped: 2 })],
    ['junit/robot-framework.xml', 'junit', tests(2, { skipped: 1 })],
    ['junit/surefire.xml', 'junit', tests(3, { skipped: 1 })],
    // Surefire counts one test where it lists two.
    ['junit/surefire-flaky.xml', 'junit', tests(2, { flaky: 1 })],
    ['junit/unittest-xml-reporting.xml', 'junit', tests(3, { skipped: 1 })],
    ['junit/utf-16be.xml', 'junit', tests(2, { skipped: 1 })],
    ['junit/utf-16le.xml', 'junit', tests(2, { skipped: 1 })],
    ['junit/utf-8-bom.xml', 'junit', tests(2, { skipped: 1 })],
    ['junit/vitest.xml', 'junit', tests(6, { skipped: 1 })],
    ['junit/without-names.xml', 'junit', tests(2)],
    ['cobertura/coverage-py.xml', 'cobertura', coverage(3, [7, 17], [4, 4])],
    ['cobertura/coverage-py-lines.xml', 'cobertura', coverage(3, [7, 17])],
    ['cobertura/gcovr.xml', 'cobertura', coverage(2, [5, 8], [3, 8])],
    ['cobertura/gocover-cobertura.xml', 'cobertura', coverage(2, [11, 18])],
    // Its methods have lines of their own, which are no lines of the class.
    ['cobertura/istanbul.xml', 'cobertura', coverage(2, [6, 10], [6, 12])],
    // gcov counts below zero now and then; that is not covered.
    ['cobertura/negative-hits.xml', 'cobertura', coverage(1, [0, 1])],
    ['cobertura/phpunit.xml', 'cobertura', coverage(1, [3, 4])],
    ['cobertura/vitest.xml', 'cobertura', coverage(2, [6, 10], [6, 12])],
    ['cobertura/with-doctype.xml', 'cobertura', coverage(1, [3, 4], [1, 2])],
    // Without instructions, so that no line is known to be covered; the counters are.
    ['jacoco/gcovr.xml', 'jacoco', coverage(2, [5, 8], [3, 8])],
    ['jacoco/maven.xml', 'jacoco', coverage(1, [3, 4], [3, 4])],
    ['jacoco/modules.xml', 'jacoco', coverage(2, [3, 4], [3, 4])],
    ['lcov/c8.info', 'lcov', coverage(3, [15, 26], [9, 12])],
    ['lcov/coverage-py.info', 'lcov', coverage(3, [7, 17], [4, 4])],
    ['lcov/gcovr.info', 'lcov', coverage(2, [5, 8], [3, 8])],
    ['lcov/jest.info', 'lcov', coverage(2, [6, 10], [6, 12])],
    ['lcov/lcov.info', 'lcov', coverage(2, [5, 8], [3, 8])],
    ['lcov/lcov-lines.info', 'lcov', coverage(2, [5, 8])],
    ['lcov/merged.info', 'lcov', coverage(2, [3, 4], [1, 2])],
    ['lcov/negative-hits.info', 'lcov', coverage(1, [0, 1])],
    ['lcov/node-test.info', 'lcov', coverage(1, [8, 14], [4, 6])],
    ['lcov/vitest.info', 'lcov', coverage(2, [6, 10], [6, 12])],
    ['istanbul/c8-summary.json', 'istanbul-summary', coverage(3, [15, 26], [9, 12])],
    ['istanbul/empty-file-unknown.json', 'istanbul-summary', coverage(2, [1, 2])],
    ['istanbul/jest-summary.json', 'istanbul-summary', coverage(2, [6, 10], [6, 12])],
    ['istanbul/vitest-summary.json', 'istanbul-summary', coverage(2, [6, 10], [6, 12])],
    ['istanbul/jest-final.json', 'istanbul', coverage(2, [6, 10], [6, 12])],
    ['istanbul/vitest-final.json', 'istanbul', coverage(2, [6, 10], [6, 12])],
    ['coverage-py/branches.json', 'coverage.py', coverage(3, [7, 17], [4, 4])],
    ['coverage-py/contexts.json', 'coverage.py', coverage(3, [7, 17])],
    ['coverage-py/lines.json', 'coverage.py', coverage(3, [7, 17])],
    // Statements, which is what go tool cover counts.
    ['go/all-packages.out', 'go', coverage(2, [6, 10])],
    ['go/atomic.out', 'go', coverage(2, [6, 10])],
    ['go/count.out', 'go', coverage(2, [6, 10])],
    ['go/merged.out', 'go', coverage(2, [3, 7])],
    ['go/set.out', 'go', coverage(2, [6, 10])],
    ['sarif/baseline.sarif', 'sarif', findings('Hull survey', 'rust high suppressed', 'rust low', 'rust medium')],
    [
      'sarif/codeql.sarif',
      'sarif',
      findings('CodeQL', 'js/unused-local-variable low', 'js/log-of-the-ship medium 5.9'),
    ],
    ['sarif/eslint-clean.sarif', 'sarif', findings('ESLint')],
    // osv-scanner 1.9 writes no severity into SARIF, critical or not; its own JSON has it.
    ['sarif/osv-scanner.sarif', 'sarif', findings('osv-scanner', 'CVE-2026-10001 medium', 'CVE-2026-10002 medium')],
    ['sarif/osv-scanner-clean.sarif', 'sarif', findings('osv-scanner')],
    ['sarif/ruff-clean.sarif', 'sarif', findings('ruff')],
    ['sarif/semgrep-note.sarif', 'sarif', findings('Semgrep OSS', 'compare-none low')],
    [
      'sarif/semgrep-suppressed.sarif',
      'sarif',
      findings('Semgrep OSS', 'no-shell high suppressed', 'no-pickle medium suppressed'),
    ],
    [
      'sarif/several-runs.sarif',
      'sarif',
      findings('Sextant, Plumb line', 'SX1 low 3.1', 'SX1/night low 3.1', 'depth medium'),
    ],
    [
      'sarif/suppressed.sarif',
      'sarif',
      findings('Hull survey', 'hole critical 9.1 suppressed', 'hole critical 9.1 suppressed'),
    ],
    ['npm-audit/clean.json', 'npm-audit', findings('npm audit')],
    ['npm-audit/development.json', 'npm-audit', findings('npm audit', 'GHSA-1009-aaaa-bbbb low')],
    [
      'npm-audit/moderate.json',
      'npm-audit',
      findings('npm audit', 'GHSA-1003-aaaa-bbbb medium 5.3', 'GHSA-1004-aaaa-bbbb none'),
    ],
    ['pip-audit/clean.json', 'pip-audit', findings('pip-audit')],
    ['osv-scanner/clean.json', 'osv-scanner', findings('osv-scanner')],
    [
      'osv-scanner/moderate-and-low.json',
      'osv-scanner',
      findings('osv-scanner', 'GHSA-aaaa-bbbb-0002 medium', 'GHSA-aaaa-bbbb-0003 low 2.2'),
    ],
    ['trivy/clean.json', 'trivy', findings('trivy')],
    ['trivy/configuration.json', 'trivy', findings('trivy', 'DS-0026 low')],
    ['trivy/low-and-medium.json', 'trivy', findings('trivy', 'CVE-2026-20001 medium 5.3', 'CVE-2026-20002 low')],
    ['trivy/suppressed.json', 'trivy', findings('trivy', 'CVE-2026-20003 critical 9.3 suppressed')],
    ['grype/clean.json', 'grype', findings('grype')],
    ['grype/ignored.json', 'grype', findings('grype', 'CVE-2026-30003 critical 9.8 suppressed')],
    ['grype/negligible.json', 'grype', findings('grype', 'CVE-2026-30001 low', 'GHSA-3001-aaaa-bbbb medium 6.1')],
  ] satisfies Row[]
).map(readable('good'));

const RED_TESTS: readonly Row[] = [
  ['junit/all-skipped.xml', 'junit', tests(2, { skipped: 2 })],
  ['junit/ctest.xml', 'junit', tests(3, { failed: 1, skipped: 1 })],
  ['junit/failed-then-output.xml', 'junit', tests(1, { errored: 1 })],
  ['junit/go-junit-report.xml', 'junit', tests(5, { failed: 3 })],
  ['junit/gotestsum.xml', 'junit', tests(5, { failed: 3 })],
  // Its root counts a failure and an error; one case shows the failure.
  ['junit/gotestsum-build-failed.xml', 'junit', tests(1, { failed: 1, suiteErrors: 1 })],
  ['junit/jest-junit.xml', 'junit', tests(3, { failed: 2 })],
  // jest-junit says nothing of a file that could not be run, unless it is told to.
  ['junit/jest-suite-error.xml', 'junit', tests(0)],
  ['junit/jest-suite-error-reported.xml', 'junit', tests(2, { failed: 1, errored: 1 })],
  ['junit/mocha-hook.xml', 'junit', tests(1, { failed: 1 })],
  ['junit/mocha-junit-reporter.xml', 'junit', tests(3, { failed: 2 })],
  ['junit/nameless-failure.xml', 'junit', tests(1, { failed: 1 })],
  ['junit/nested-failure.xml', 'junit', tests(2, { failed: 1 })],
  ['junit/no-cases.xml', 'junit', tests(0)],
  ['junit/only-in-counters.xml', 'junit', tests(2, { suiteErrors: 1 })],
  ['junit/prefixed.xml', 'junit', tests(1, { failed: 1 })],
  ['junit/pytest.xml', 'junit', tests(4, { failed: 1, errored: 2 })],
  ['junit/pytest-collection-error.xml', 'junit', tests(1, { errored: 1 })],
  ['junit/pytest-no-tests.xml', 'junit', tests(0)],
  ['junit/ruff.xml', 'junit', tests(2, { failed: 2 })],
  ['junit/skipped-and-failed.xml', 'junit', tests(1, { failed: 1 })],
  ['junit/suite-error-only.xml', 'junit', tests(1, { suiteErrors: 1 })],
  ['junit/surefire-rerun.xml', 'junit', tests(2, { failed: 1, errored: 1 })],
  ['junit/vitest.xml', 'junit', tests(3, { failed: 2 })],
];

const RED_COVERAGE: readonly Row[] = [['lcov/no-lines.info', 'lcov', coverage(1, [0, 0])]];

const RED_FINDINGS: readonly Row[] = [
  ['sarif/actionlint.sarif', 'sarif', findings('actionlint', 'expression high', 'expression high')],
  ['sarif/bandit.sarif', 'sarif', findings('Bandit', 'B403 low', 'B404 low', 'B602 high', 'B301 medium', 'B101 low')],
  ['sarif/default-level-error.sarif', 'sarif', findings('Survey', 'hole/port high')],
  ['sarif/eslint.sarif', 'sarif', findings('ESLint', 'no-var high', 'no-unused-vars medium', 'eqeqeq medium')],
  ['sarif/rejected-suppression.sarif', 'sarif', findings('Survey', 'hole critical 9.8')],
  [
    'sarif/ruff.sarif',
    'sarif',
    findings(
      'ruff',
      ...['CPY001', 'ANN201', 'D103', 'ANN001', 'TRY003', 'EM101', 'PLR2004', 'ANN201', 'D103', 'ANN001'].map(
        (id) => `${id} high`,
      ),
    ),
  ],
  ['sarif/score-in-extension.sarif', 'sarif', findings('Survey', 'hole high 8.1')],
  ['sarif/semgrep.sarif', 'sarif', findings('Semgrep OSS', 'no-shell high', 'no-pickle medium')],
  ['sarif/suppression-under-review.sarif', 'sarif', findings('Survey', 'hole high')],
  ['sarif/tool-could-not-decide.sarif', 'sarif', findings('Survey', 'hole unknown')],
  ['sarif/unread-severity.sarif', 'sarif', findings('Survey', 'hole unknown')],
  [
    'sarif/zizmor.sarif',
    'sarif',
    findings(
      'zizmor',
      'zizmor/excessive-permissions medium',
      'zizmor/dangerous-triggers high',
      'zizmor/template-injection high',
    ),
  ],
  [
    'npm-audit/critical.json',
    'npm-audit',
    findings(
      'npm audit',
      'GHSA-1001-aaaa-bbbb critical 9.8',
      'GHSA-1002-aaaa-bbbb low 3.1',
      'GHSA-1003-aaaa-bbbb medium 5.3',
    ),
  ],
  ['pip-audit/skipped.json', 'pip-audit', findings('pip-audit', 'not-audited/a-ship-that-nobody-built unknown')],
  ['pip-audit/vulnerable.json', 'pip-audit', findings('pip-audit', 'PYSEC-2026-1 unknown')],
  ['pip-audit/with-aliases.json', 'pip-audit', findings('pip-audit', 'PYSEC-2026-1 unknown')],
  [
    'osv-scanner/critical.json',
    'osv-scanner',
    findings('osv-scanner', 'GHSA-aaaa-bbbb-0001 critical 9.8', 'GHSA-aaaa-bbbb-0002 medium'),
  ],
  ['osv-scanner/no-severity.json', 'osv-scanner', findings('osv-scanner', 'RUSTSEC-2026-0001 unknown')],
  ['trivy/licence.json', 'trivy', findings('trivy', 'licence/AGPL-3.0-only critical')],
  ['trivy/not-settled.json', 'trivy', findings('trivy', 'CVE-2026-2 critical')],
  ['trivy/secret.json', 'trivy', findings('trivy', 'private-key high')],
  ['grype/end-of-life.json', 'grype', findings('grype', 'distro-eol unknown')],
  ['grype/unknown-severity.json', 'grype', findings('grype', 'CVE-2026-3 unknown')],
];

/** Bad news, some of it easily missed. */
export const RED: readonly RedReport[] = [
  ...RED_TESTS.map(red('tests')),
  ...RED_COVERAGE.map(red('coverage')),
  ...RED_FINDINGS.map(red('findings')),
];

type Refusal = readonly [file: string, says: RegExp];

/** What nobody can rely on: cut, damaged, contradicting itself, of something else, or of a scan that did not take place. */
export const HOSTILE: readonly HostileReport[] = (
  [
    ['junit/bare-ampersand.xml', /an & begins no reference/u],
    ['junit/billion-laughs.xml', /defines a document type of its own/u],
    ['junit/blank.xml', /nothing but white space/u],
    ['junit/crossed-tags.xml', /<\/testsuite> ends <testcase> \(byte 51\)/u],
    ['junit/cut-before-last-byte.xml', /truncated.*<testsuites> \(byte 76\)/u],
    ['junit/counts-more-than-it-lists.xml', /the suite "harbour" counts 100 tests and lists 1/u],
    ['junit/cut-between-cases.xml', /truncated.*<testsuite> \(byte 84\)/u],
    ['junit/cut-character.xml', /not valid UTF-8 \(byte 38\)/u],
    ['junit/cut-in-cdata.xml', /truncated.*<system-out> \(byte 74\)/u],
    ['junit/cut-in-comment.xml', /truncated.*\(byte 44\)/u],
    ['junit/cut-in-tag.xml', /truncated.*\(byte 83\)/u],
    ['junit/declared-otherwise.xml', /declares the encoding "iso-8859-1", and its first bytes say utf-16le/u],
    ['junit/empty.xml', /it is empty \(byte 0\)/u],
    ['junit/entity-hides-failure.xml', /defines a document type of its own/u],
    ['junit/error-text.xml', /begins with "Error: the runner.*as no known format does/u],
    ['junit/external-entity.xml', /defines a document type of its own/u],
    ['junit/latin-1-undeclared.xml', /not valid UTF-8 \(byte 43\)/u],
    ['junit/many-attributes.xml', /more than 256 attributes/u],
    ['junit/not-found-page.xml', /first element is <html>/u],
    ['junit/nul.xml', /"\\u0000" is not allowed/u],
    ['junit/only-bom.xml', /it is empty/u],
    ['junit/other-root.xml', /first element is <report>/u],
    ['junit/same-attribute-twice.xml', /attribute failures twice/u],
    ['junit/text-after-root.xml', /not allowed outside of the root element \(byte 57\)/u],
    ['junit/text-before-root.xml', /begins with "> harbour@1\.0\.0 test/u],
    ['junit/too-deep.xml', /nested more than 256 deep/u],
    ['junit/two-roots.xml', /second root element \(byte 57\)/u],
    ['junit/unknown-encoding.xml', /encoding "ebcdic-cp-de" is not read/u],
    ['junit/unknown-entity.xml', /&nbsp; is not defined/u],
    ['junit/utf-16-lone-surrogate.xml', /not valid UTF-16/u],
    ['junit/utf-16-odd.xml', /ends within a character of UTF-16/u],
    ['cobertura/branches-beyond.xml', /condition-coverage of line 1 is "150% \(3\/2\)"/u],
    ['cobertura/class-without-file.xml', /a class has no filename/u],
    ['cobertura/cut.xml', /truncated.*<lines> \(byte 175\)/u],
    ['cobertura/internal-subset.xml', /defines a document type of its own/u],
    ['cobertura/line-without-number.xml', /"" is not the number of a line/u],
    ['cobertura/rates-only.xml', /names no source file/u],
    ['jacoco/counter-without-covered.xml', /ci is "x", which is no count/u],
    ['jacoco/cut.xml', /truncated.*<sourcefile> \(byte 194\)/u],
    ['jacoco/negative.xml', /mi is "-1", which is no count/u],
    ['jacoco/nothing-measured.xml', /has no lines/u],
    ['lcov/cut-before-end.info', /truncated.*"src\/a\.c" has no end_of_record/u],
    ['lcov/cut-in-line.info', /"DA:1" is no record of lcov/u],
    ['lcov/error-at-end.info', /"genhtml: ERROR: cannot open" is no record/u],
    ['lcov/line-not-a-number.info', /"DA:one,1" is no record/u],
    ['lcov/only-test-name.info', /names no source file/u],
    ['lcov/record-in-record.info', /no end_of_record before the next one/u],
    ['lcov/without-file.info', /as no known format does/u],
    ['istanbul/beyond-total.json', /\$\["\/a\.js"\]\.lines has 12 covered of 10/u],
    ['istanbul/count-missing.json', /\.s has no "1"/u],
    ['istanbul/cut-summary.json', /truncated/u],
    ['istanbul/empty-object.json', /no format that is read here: it is an empty object/u],
    ['istanbul/nothing-in-total.json', /names no source file/u],
    ['istanbul/percent-only.json', /\.lines has no "covered"/u],
    ['istanbul/same-key-twice.json', /\$\["\/a\.js"\]\.lines has the member "covered" twice/u],
    ['coverage-py/cut.json', /truncated/u],
    ['coverage-py/line-in-both.json', /line 2/u],
    ['coverage-py/lines-as-text.json', /executed_lines is "1-20", not a list/u],
    ['coverage-py/totals-of-another.json', /\$\.totals says num_statements 40/u],
    ['coverage-py/without-files.json', /no format that is read here: its members are "meta", "totals"/u],
    ['go/build-failed.out', /is not a block of Go code/u],
    ['go/cut.out', /truncated: its last line has no end/u],
    ['go/negative.out', /is not a block of Go code/u],
    ['go/only-mode.out', /names no source file/u],
    ['go/two-modes.out', /of mode set and then of mode count/u],
    ['go/unknown-mode.out', /begins with "mode: often"/u],
    ['go/without-mode.out', /as no known format does/u],
    ['sarif/bandit-unread.sarif', /toolConfigurationNotifications\[0\] is an error that the tool met/u],
    ['sarif/cut.sarif', /truncated/u],
    ['sarif/cut-before-last-byte.sarif', /truncated/u],
    ['sarif/did-not-finish.sarif', /executionSuccessful is false: the scan did not finish: Out of memory after 3/u],
    ['sarif/file-not-read.sarif', /the scan is not whole: keel\.py could not be parsed/u],
    ['sarif/level-twice.sarif', /\$\.runs\[0\]\.results\[0\] has the member "level" twice/u],
    ['sarif/null-results.sarif', /\$\.runs\[0\] has no "results"/u],
    ['sarif/older-version.sarif', /version is "2\.0\.0"; known is SARIF 2\.1\.0/u],
    ['sarif/results-elsewhere.sarif', /keeps the results of a run apart from it/u],
    ['sarif/rule-not-there.sarif', /points to rule 4/u],
    ['sarif/rule-of-another.sarif', /is of the rule "hole", but points to rule 0, which is "paint"/u],
    ['sarif/second-run-did-not-finish.sarif', /\$\.runs\[1\]\.invocations\[1\]\.executionSuccessful is false/u],
    ['sarif/unknown-level.sarif', /level is "fatal", not one of error, warning, note, none/u],
    ['sarif/without-results.sarif', /\$\.runs\[0\] has no "results"/u],
    ['sarif/without-runs.sarif', /\$\.runs is empty: no tool was run/u],
    ['npm-audit/count-does-not-add-up.json', /high is 1, but "vulnerabilities" has 0 of these/u],
    ['npm-audit/error-text.json', /as no known format does/u],
    ['npm-audit/no-lock-file.json', /an error of npm, not a report: This command requires an existing lockfile/u],
    ['npm-audit/no-network.json', /an error of npm, not a report: request to .* failed/u],
    ['npm-audit/pnpm.json', /"advisories" of npm 6, which pnpm and yarn still write/u],
    ['npm-audit/reason-not-there.json', /via\[0\] names "twine", which is not in "vulnerabilities"/u],
    ['npm-audit/without-metadata.json', /\$ has no "metadata"/u],
    ['npm-audit/worse-than-its-reasons.json', /twine\.severity is worse than every advisory/u],
    ['npm-audit/yarn-1.json', /not valid JSON \(byte 131\)/u],
    ['pip-audit/cut.json', /truncated/u],
    ['pip-audit/error-text.json', /as no known format does/u],
    ['pip-audit/nothing-audited.json', /\$\.dependencies is empty/u],
    ['pip-audit/vulns-as-text.json', /vulns is "none", not a list/u],
    ['pip-audit/without-vulns.json', /\$\.dependencies\[0\] has no "vulns"/u],
    // What it takes as its input has the same form.
    ['osv-scanner/list-of-packages.json', /has no "experimental_config"/u],
    ['osv-scanner/nothing-found-to-scan.json', /found no package to look at/u],
    ['osv-scanner/outside-of-groups.json', /is in none of the "groups"/u],
    ['osv-scanner/results-of-bandit.json', /no format that is read here/u],
    ['osv-scanner/score-beyond-ten.json', /max_severity is "98", not a score/u],
    ['trivy/cut.json', /truncated/u],
    ['trivy/other-schema.json', /SchemaVersion is 3; known is 2/u],
    ['trivy/summary-does-not-add-up.json', /Failures is 2, but "Misconfigurations" has 0/u],
    ['trivy/unknown-word.json', /Severity is "Critical", not one of CRITICAL/u],
    ['trivy/vulnerabilities-as-object.json', /Vulnerabilities is \{\}, not a list/u],
    ['trivy/without-results.json', /\$ has no "Results"/u],
    ['grype/cut.json', /truncated/u],
    ['grype/database-not-valid.json', /tells of an error: the database is older than allowed/u],
    ['grype/ignored-by-nothing.json', /appliedIgnoreRules is empty/u],
    ['grype/without-database.json', /\$\.descriptor has no "db"/u],
    ['grype/without-descriptor.json', /\$ has no "descriptor"/u],
    ['grype/without-source.json', /\$ has no "source"/u],
  ] satisfies Refusal[]
).map(([file, says]) => ({ file: `hostile/${file}`, says }));
