import { describe, expect, it } from '@jest/globals';
import type { CoverageFacts } from '@plimsoll/reports';
import { picture, readCoverage, refusal } from './reading.ts';

interface Good {
  readonly name: string;
  readonly format: CoverageFacts['format'];
  readonly report: string;
  readonly says: unknown;
}

const coverage = (classes: string, attributes = '', sources = ''): string =>
  `<?xml version="1.0" ?>\n<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
  <coverage ${attributes}>${sources}<packages><package name="p"><classes>${classes}</classes></package></packages></coverage>`;

const jacoco = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="demo"><sessioninfo id="h" start="1" dump="2"/>${inside}</report>`;

const istanbul = (path: string, extra: object = {}): object => ({
  path,
  statementMap: {
    0: { start: { line: 1, column: 0 }, end: { line: 1, column: 9 } },
    1: { start: { line: 1, column: 10 }, end: { line: 1, column: 20 } },
    2: { start: { line: 3, column: 0 }, end: { line: 9, column: 1 } },
  },
  s: { 0: 0, 1: 4, 2: 0 },
  fnMap: {},
  f: {},
  branchMap: { 0: { loc: { start: { line: 3 } }, type: 'if', locations: [{ start: { line: 3 } }, { start: {} }] } },
  b: { 0: [0, 2] },
  ...extra,
});

const GOOD: readonly Good[] = [
  {
    name: 'Cobertura: lines of a class and not of its methods, conditions, rates that lie',
    format: 'cobertura',
    report: coverage(
      `<class name="A" filename="p/a.py" line-rate="0.99"><methods><method name="m"><lines><line number="2" hits="0"/><line number="8" hits="1"/></lines></method></methods>
       <lines><line number="1" hits="3"/><line number="2" hits="0" branch="true" condition-coverage="50% (1/2)" missing-branches="4"/><line number="3" hits="1" branch="false"/></lines></class>
       <class name="B" filename="p\\b.py"><lines><line number="7" hits="0" branch="True" condition-coverage="100% (4/4)"/></lines></class>
       <class name="A$1" filename="p/a.py"><methods/><lines><line number="9" hits="18446744073709551615"/></lines></class>`,
      'line-rate="1.0" branch-rate="0" lines-valid="999" lines-covered="999" complexity="NaN" version="7"',
    ),
    says: {
      lines: '3/5',
      branches: '5/6',
      'p/a.py': { lines: '3/4', branches: '1/2', covered: [1, 3, 9], uncovered: [2] },
      'p/b.py': { lines: '0/1', branches: '4/4', covered: [], uncovered: [7] },
    },
  },
  {
    name: 'Cobertura: lines of methods alone',
    format: 'cobertura',
    report: coverage(
      `<class filename="a.cs"><methods><method name="m"><lines><line number="2" hits="0" branch="true" condition-coverage="50% (1/2)"/></lines></method>
       <method name="n"><lines><line number="8" hits="1"/></lines></method></methods><lines/></class>`,
    ),
    says: {
      lines: '1/2',
      branches: '1/2',
      'a.cs': { lines: '1/2', branches: '1/2', covered: [8], uncovered: [2] },
    },
  },
  {
    name: 'Cobertura: the one folder of its sources is part of the path',
    format: 'cobertura',
    report: coverage(
      '<class filename="a.py"><lines><line number="1" hits="1"/></lines></class><class filename="/abs/b.py"><lines/></class>',
      '',
      '<sources><source>.</source><source>/repo/src/</source></sources>',
    ),
    says: {
      lines: '1/1',
      branches: '0/0',
      '/abs/b.py': { lines: '0/0', branches: '0/0', covered: [], uncovered: [] },
      // With two folders named, this would stay as it is.
      'a.py': { lines: '1/1', branches: '0/0', covered: [1], uncovered: [] },
    },
  },
  {
    name: 'Cobertura: one folder',
    format: 'cobertura',
    report: coverage(
      '<class filename="a.py"><lines><line number="1" hits="1"/></lines></class>',
      '',
      '<sources><source>/repo/src/</source></sources>',
    ),
    says: {
      lines: '1/1',
      branches: '0/0',
      '/repo/src/a.py': { lines: '1/1', branches: '0/0', covered: [1], uncovered: [] },
    },
  },
  {
    name: 'JaCoCo: groups, packages, partly covered lines, branches',
    format: 'jacoco',
    report:
      jacoco(`<group name="module"><package name="com/example"><class name="com/example/A" sourcefilename="A.java">
      <method name="m" desc="()V" line="3"><counter type="LINE" missed="9" covered="0"/></method></class>
      <sourcefile name="A.java"><line nr="3" mi="0" ci="2" mb="0" cb="0"/><line nr="4" mi="1" ci="1" mb="3" cb="1"/><line nr="5" mi="4" ci="0" mb="0" cb="0"/>
      <line nr="6" mi="0" ci="0" mb="0" cb="0"/><counter type="LINE" missed="1" covered="2"/></sourcefile></package></group>
      <package name=""><sourcefile name="Main.kt"><line nr="1" mi="1" ci="0" mb="0" cb="0"/></sourcefile></package><counter type="LINE" missed="2" covered="2"/>`),
    says: {
      lines: '2/4',
      branches: '1/4',
      'com/example/A.java': { lines: '2/3', branches: '1/4', covered: [3, 4], uncovered: [5] },
      'Main.kt': { lines: '0/1', branches: '0/0', covered: [], uncovered: [1] },
    },
  },
  {
    name: 'JaCoCo of gcovr: no instructions, so that the counter says how many lines, and nothing which',
    format: 'jacoco',
    report: jacoco(`<package name=""><sourcefile name="a.c"><line nr="1"/><line nr="3" mb="1" cb="1"/><line nr="4"/>
      <counter type="LINE" missed="1" covered="2"/><counter type="BRANCH" missed="1" covered="1"/></sourcefile></package>`),
    says: { lines: '2/3', branches: '1/2', 'a.c': { lines: '2/3', branches: '1/2' } },
  },
  {
    name: 'LCOV: sections of one file, sums that lie, checksums, large and negative counts, CRLF, no end of the last line',
    format: 'lcov',
    report: `TN:first\r\nSF:./src/a.c\r\nFN:1,main\r\nFNDA:1,main\r\nDA:1,1\r\nDA:2,0,abc==\r\nBRDA:2,0,0,1\r\nBRDA:2,0,1,-\r\nBRF:2\r\nBRH:2\r\nLF:100\r\nLH:100\r\nend_of_record\r
# a comment\n\nTN:second\nVER:1\nSF:src\\a.c\nFNL:0,1,2\nFNA:0,1,main\nDA:3,-5\nDA:2,18446744073709551615\nDA:0,1\nBRDA:2,0,1,7\nBRDA:2,e0,1,0\nBRDA:2,1,a, b == 1,0\nBRDA:2,1,a, b == 2,3\nMCDC:2,2,t,1,0,x\nend_of_record\nSF:none.c\nLF:0\nLH:0\nend_of_record`,
    says: {
      lines: '3/4',
      branches: '3/5',
      'src/a.c': { lines: '3/4', branches: '3/5', covered: [0, 1, 2], uncovered: [3] },
      'none.c': { lines: '0/0', branches: '0/0', covered: [], uncovered: [] },
    },
  },
  {
    name: 'Istanbul: a line is as good as its best statement',
    format: 'istanbul',
    report: JSON.stringify({
      '/a.js': istanbul('/a.js'),
      'x/b.js': { data: istanbul('C:\\x\\b.js', { branchMap: { 7: { line: 5 } }, b: { 7: [1] } }) },
    }),
    says: {
      lines: '2/4',
      branches: '2/3',
      '/a.js': { lines: '1/2', branches: '1/2', covered: [1], uncovered: [3] },
      'C:/x/b.js': { lines: '1/2', branches: '1/1', covered: [1], uncovered: [3] },
    },
  },
  {
    name: 'Istanbul summary: no lines, and a rate that is a word',
    format: 'istanbul-summary',
    report: JSON.stringify({
      total: {
        lines: { total: 30, covered: 21, skipped: 0, pct: 70 },
        statements: {},
        branches: { total: 2, covered: 1 },
      },
      '/a.js': {
        lines: { total: 10, covered: 1, pct: 99 },
        statements: {},
        branches: { total: 0, covered: 0, pct: 'Unknown' },
      },
      '/b.js': { lines: { total: 20, covered: 20 }, statements: {}, branches: { total: 2, covered: 1 } },
    }),
    says: {
      lines: '21/30',
      branches: '1/2',
      '/a.js': { lines: '1/10', branches: '0/0' },
      '/b.js': { lines: '20/20', branches: '1/2' },
    },
  },
  {
    name: 'coverage.py: lines, arcs, totals',
    format: 'coverage.py',
    report: JSON.stringify({
      meta: { format: 3, version: '7.6', branch_coverage: true },
      files: {
        'p/a.py': {
          executed_lines: [1, 2, 5],
          missing_lines: [3],
          excluded_lines: [9],
          executed_branches: [[2, 5]],
          missing_branches: [
            [2, 3],
            [5, -1],
          ],
        },
        'p/__init__.py': { executed_lines: [], missing_lines: [], excluded_lines: [] },
      },
      totals: { covered_lines: 3, num_statements: 4, num_branches: 3, covered_branches: 1, percent_covered: 12 },
    }),
    says: {
      lines: '3/4',
      branches: '1/3',
      'p/a.py': { lines: '3/4', branches: '1/3', covered: [1, 2, 5], uncovered: [3] },
      'p/__init__.py': { lines: '0/0', branches: '0/0', covered: [], uncovered: [] },
    },
  },
  {
    name: 'Go: statements, repeated blocks and modes, lines of several blocks',
    format: 'go',
    report:
      'mode: atomic\nm/a.go:1.1,3.2 3 0\nm/a.go:3.2,4.2 1 5\nm/b.go:1.1,1.9 10 0\nmode: atomic\nm/a.go:1.1,3.2 3 0\nm/b.go:1.1,1.9 10 2\nm/c d:e.go:7.1,7.3 0 0\n',
    says: {
      lines: '11/14',
      branches: '0/0',
      'm/a.go': { lines: '1/4', branches: '0/0', covered: [3, 4], uncovered: [1, 2] },
      'm/b.go': { lines: '10/10', branches: '0/0', covered: [1], uncovered: [] },
      'm/c d:e.go': { lines: '0/0', branches: '0/0', covered: [], uncovered: [] },
    },
  },
];

const line = (attributes: string): string =>
  coverage(`<class filename="a"><lines><line ${attributes}/></lines></class>`);

const BAD: readonly (readonly [name: string, report: string, message: string])[] = [
  ['Cobertura without hits', line('number="1"'), 'the hits of a line are ""'],
  ['Cobertura without a number', line('hits="1"'), '"" is not the number of a line'],
  ['Cobertura with a number that is none', line('hits="1" number="1.5"'), '1.5 is not the number of a line'],
  ['Cobertura with a number too large', line('hits="1" number="2000000000"'), 'is not the number of a line'],
  [
    'Cobertura with conditions that are no count',
    line('number="1" hits="1" branch="true" condition-coverage="50%"'),
    'is "50%"',
  ],
  ['Cobertura with more than all', line('number="1" hits="1" branch="true" condition-coverage="150% (3/2)"'), '(3/2)'],
  [
    'Cobertura with endless branches',
    line('number="1" hits="1" branch="true" condition-coverage="0% (0/999999999)"'),
    'has 999999999 branches',
  ],
  ['Cobertura without a file name', coverage('<class name="a"/>'), 'a class has no filename'],
  ['Cobertura with an empty file name', coverage('<class filename=""/>'), 'a source file has no name'],
  ['Cobertura with a line of no class', coverage('<line number="1" hits="1"/>'), 'outside of any class'],
  [
    'Cobertura with a count and no lines',
    coverage('<class filename="a"/>', 'lines-valid="10"'),
    'counts 10 lines and has none',
  ],
  ['Cobertura without files', coverage(''), 'names no source file'],
  ['Clover', '<coverage generated="1" clover="4"><project/></coverage>', 'begins no report that is read here'],
  ['JaCoCo without lines', jacoco('<package name="p"><sourcefile name="A.java"/></package>'), 'debug information'],
  [
    'JaCoCo without a figure',
    jacoco('<package name="p"><sourcefile name="A"><line nr="1" mi="0" mb="0" cb="0"/></sourcefile></package>'),
    'the attribute ci is ""',
  ],
  [
    'JaCoCo without a figure of branches',
    jacoco('<package name="p"><sourcefile name="A"><line nr="1" mi="0" ci="1" cb="0"/></sourcefile></package>'),
    'the attribute mb is ""',
  ],
  [
    'JaCoCo with fewer missed lines than its counter',
    jacoco(
      '<package name="p"><sourcefile name="A"><line nr="1" mi="0" ci="1" mb="0" cb="0"/><counter type="LINE" missed="1" covered="1"/></sourcefile></package>',
    ),
    'counts 1 missed lines and shows 0',
  ],
  [
    'JaCoCo without instructions and with a counter of other lines',
    jacoco(
      '<package name="p"><sourcefile name="A"><line nr="1"/><counter type="LINE" missed="0" covered="2"/></sourcefile></package>',
    ),
    '1 lines of a source file do not say whether they are covered',
  ],
  [
    'JaCoCo with some lines without instructions',
    jacoco(
      '<package name="p"><sourcefile name="A"><line nr="1"/><line nr="2" mi="1" ci="0" mb="0" cb="0"/><counter type="LINE" missed="1" covered="0"/></sourcefile></package>',
    ),
    '1 lines of a source file do not say whether they are covered',
  ],
  [
    'coverage.py with a line that is both',
    JSON.stringify({ meta: {}, files: { a: { executed_lines: [1, 2], missing_lines: [2] } }, totals: {} }),
    'says that line 2 is missing, and it was executed as well',
  ],
  ['LCOV without its last end', 'SF:a\nDA:1,1\n', 'the section of "a" has no end_of_record (byte 12)'],
  [
    'LCOV without an end between',
    'SF:a\nDA:1,1\nSF:b\nend_of_record\n',
    'no end_of_record before the next one (byte 12)',
  ],
  ['LCOV with a line outside', 'TN:\nDA:1,1\n', 'outside of any section (byte 4)'],
  ['LCOV with an end of nothing', 'SF:a\nend_of_record\nend_of_record\n', 'ends nothing (byte 19)'],
  ['LCOV with a record that is none', 'SF:a\nDB:1,0\nend_of_record\n', '"DB:1,0" is no record of lcov (byte 5)'],
  ['LCOV with a count that is none', 'SF:a\nDA:1,x\nend_of_record\n', '"DA:1,x" is no record of lcov (byte 5)'],
  ['LCOV without a count', 'SF:a\nDA:1\nend_of_record\n', '"DA:1" is no record'],
  ['LCOV with a line that is none', 'SF:a\nDA:,1\nend_of_record\n', '"DA:,1" is no record'],
  ['LCOV with a line too large', 'SF:a\nDA:99999999999,1\nend_of_record\n', 'is no record'],
  ['LCOV with a branch that is none', 'SF:a\nBRDA:1,0,1\nend_of_record\n', '"BRDA:1,0,1" is no record'],
  ['LCOV with a count and no lines', 'SF:a\nLF:3\nLH:3\nend_of_record\n', 'counts 3 lines and has none'],
  ['LCOV without sections', 'TN:only\n', 'names no source file'],
  ['LCOV with an empty path', 'SF:\nend_of_record\n', 'a source file has no name'],
  ['Istanbul without a count', JSON.stringify({ a: istanbul('a', { s: { 0: 1 } }) }), '$.a.s has no "1"'],
  [
    'Istanbul with a count of nothing',
    JSON.stringify({ a: istanbul('a', { s: { 0: 1, 1: 1, 2: 1, 3: 0 } }) }),
    'counts 4 statements, and there are 3',
  ],
  [
    'Istanbul with branches without counts',
    JSON.stringify({ a: istanbul('a', { b: {} }) }),
    'counts 0 branches, and has 1',
  ],
  [
    'Istanbul with a count that is none',
    JSON.stringify({ a: istanbul('a', { s: { 0: -1, 1: 1, 2: 1 } }) }),
    'not a count',
  ],
  [
    'an Istanbul summary whose total is not the sum',
    JSON.stringify({
      total: { lines: { total: 30, covered: 30 }, statements: {}, branches: { total: 0, covered: 0 } },
      a: { lines: { total: 10, covered: 10 }, statements: {}, branches: { total: 0, covered: 0 } },
    }),
    'says 30 of 30 lines, and its files 10 of 10',
  ],
  [
    'an Istanbul summary with more than all',
    JSON.stringify({ a: { lines: { total: 10, covered: 11 }, statements: {}, branches: { total: 0, covered: 0 } } }),
    '11 covered of 10',
  ],
  [
    'an Istanbul summary with a total alone',
    JSON.stringify({ total: { lines: { total: 1, covered: 1 }, statements: {}, branches: { total: 0, covered: 0 } } }),
    'names no source file',
  ],
  [
    'coverage.py whose totals are not the sum',
    JSON.stringify({
      meta: {},
      files: { a: { executed_lines: [1], missing_lines: [] } },
      totals: { covered_lines: 1, num_statements: 2 },
    }),
    'says num_statements 2, and its files 1',
  ],
  [
    'coverage.py without missing lines',
    JSON.stringify({ meta: {}, files: { a: { executed_lines: [1] } }, totals: {} }),
    'has no "missing_lines"',
  ],
  ['Go without an end of its last line', 'mode: set\nm/a.go:1.1,3.2 3 1', 'its last line has no end (byte 28)'],
  ['Go of two modes', 'mode: set\nm/a.go:1.1,3.2 3 1\nmode: count\n', 'of mode set and then of mode count (byte 29)'],
  [
    'Go with a line that is none',
    'mode: set\nm/a.go:1.1,3.2 3\n',
    '"m/a.go:1.1,3.2 3" is not a block of Go code (byte 10)',
  ],
  ['Go with a block that ends before it begins', 'mode: set\nm/a.go:5.1,3.2 3 1\n', 'is not a block'],
  ['Go with an endless block', 'mode: set\nm/a.go:1.1,900000000.2 3 1\n', 'is not a block'],
  ['Go of no known mode', 'mode: fast\nm/a.go:1.1,3.2 3 1\n', 'not with its mode (byte 0)'],
  ['Go without blocks', 'mode: set\n', 'names no source file'],
];

describe('reports of coverage', () => {
  it.each(GOOD)('reads $name', async ({ format, report, says }) => {
    const facts = await readCoverage(report);
    expect(facts.format).toBe(format);
    expect(picture(facts)).toEqual(says);
  });

  it.each(GOOD)('reads $name in chunks of one byte', async ({ report, says }) => {
    expect(picture(await readCoverage(report, { chunk: 1 }))).toEqual(says);
  });

  it.each(BAD)('refuses %s', async (_, report, message) => {
    expect(await refusal(report)).toContain(message);
  });
});
