import { describe, expect, it } from '@jest/globals';
import { MAX_KEPT_FAILURES, MAX_MESSAGE } from '../src/limits.ts';
import { readTests, refusal } from './reading.ts';

interface Dialect {
  readonly name: string;
  readonly report: string;
  /** Total, passed, failed, errored, skipped, flaky, errors of suites. */
  readonly counts: readonly [number, number, number, number, number, number, number];
  readonly durationMs?: number;
}

const DIALECTS: readonly Dialect[] = [
  {
    name: 'jest-junit: one level of suites',
    report: `<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="jest tests" tests="3" failures="1" errors="0" time="1.5">
        <testsuite name="math" errors="0" failures="1" skipped="1" timestamp="2026-01-01T00:00:00" time="0.5" tests="3">
          <testcase classname="math adds" name="math adds" time="0.001"></testcase>
          <testcase classname="math divides" name="math divides" time="0.002"><failure>Error: expected 1</failure></testcase>
          <testcase classname="math roots" name="math roots" time="0"><skipped/></testcase>
        </testsuite>
      </testsuites>`,
    counts: [3, 1, 1, 0, 1, 0, 0],
    durationMs: 1500,
  },
  {
    name: 'a failure six suites deep',
    report: `<testsuites><testsuite name="1"><testsuite name="2"><testsuite name="3"><testsuite name="4"><testsuite name="5"><testsuite name="6">
      <testcase name="deep"><failure/></testcase></testsuite></testsuite></testsuite></testsuite></testsuite></testsuite><testsuite/></testsuites>`,
    counts: [1, 0, 1, 0, 0, 0, 0],
  },
  {
    name: 'several outcomes in one case: the worst counts, whatever their order',
    report: `<testsuite><testcase name="a"><skipped/><failure/><error/></testcase>
      <testcase name="b"><error/><failure/></testcase><testcase name="c"><failure/><skipped/></testcase></testsuite>`,
    counts: [3, 0, 1, 2, 0, 0, 0],
  },
  {
    name: 'Surefire: repeated and flaky attempts',
    report: `<testsuite name="t" tests="4" errors="1" skipped="0" failures="1" flakes="1">
      <testcase name="again" classname="c"><failure message="1">s</failure><rerunFailure message="2">s</rerunFailure></testcase>
      <testcase name="crash" classname="c"><error/><rerunError/></testcase>
      <testcase name="flaky" classname="c"><flakyFailure message="once"><stackTrace>s</stackTrace></flakyFailure></testcase>
      <testcase name="shaky" classname="c"><flakyError/></testcase></testsuite>`,
    counts: [4, 2, 1, 1, 0, 2, 0],
  },
  {
    name: 'attempts that only rerunFailure tells of are failures',
    report:
      '<testsuite><testcase name="a"><rerunFailure/></testcase><testcase name="b"><rerunError/></testcase></testsuite>',
    counts: [2, 0, 1, 1, 0, 0, 0],
  },
  {
    name: 'Gradle: a test that was tried again is two cases of one name',
    report: `<testsuite name="s" tests="2" failures="1"><testcase name="t" classname="c"><failure/></testcase><testcase name="t" classname="c"/></testsuite>`,
    counts: [2, 1, 1, 0, 0, 1, 0],
  },
  {
    name: 'the same name in another class is another test',
    report: `<testsuite><testcase name="t" classname="c"><failure/></testcase><testcase name="t" classname="d"/><testcase name="tc"/></testsuite>`,
    counts: [3, 2, 1, 0, 0, 0, 0],
  },
  {
    name: 'the same name in another suite, without classes, is another test',
    report: `<testsuites><testsuite name="a"><testcase name="t"><failure/></testcase></testsuite><testsuite name="b"><testcase name="t"/></testsuite></testsuites>`,
    counts: [2, 1, 1, 0, 0, 0, 0],
  },
  {
    name: 'an error of a suite beside good cases',
    report: '<testsuites><testsuite name="s"><testcase name="a"/><error message="teardown"/></testsuite></testsuites>',
    counts: [1, 1, 0, 0, 0, 0, 1],
  },
  {
    name: 'pytest: a file that could not be collected is only a counter',
    report:
      '<testsuites><testsuite name="pytest" errors="1" failures="0" skipped="0" tests="1" time="0.1"/></testsuites>',
    counts: [0, 0, 0, 0, 0, 0, 1],
    durationMs: 100,
  },
  {
    name: 'counters of every level beyond the cases count once',
    report: `<testsuites failures="3" errors="1"><testsuite failures="3"><testcase name="a"><failure/></testcase></testsuite></testsuites>`,
    counts: [1, 0, 1, 0, 0, 0, 3],
  },
  {
    name: 'counters below the cases do not count',
    report:
      '<testsuites tests="0" failures="0"><testsuite failures="0"><testcase name="a"><failure/></testcase></testsuite></testsuites>',
    counts: [1, 0, 1, 0, 0, 0, 0],
  },
  {
    name: 'Catch2: counters count assertions, and a case has a failure for each',
    report: `<testsuites><testsuite name="c" errors="0" failures="2" skipped="0" tests="57" hostname="tbd" time="0.1" timestamp="2026-01-01T00:00:00Z"><testcase classname="c" name="a" time="0.1">
      <failure message="x == 1" type="CHECK"/><failure message="x == 2" type="CHECK"/></testcase></testsuite></testsuites>`,
    counts: [1, 0, 1, 0, 0, 0, 0],
  },
  {
    name: 'GoogleTest: status and result',
    report: `<testsuites tests="4" failures="0" disabled="1" errors="0" time="0.01" name="AllTests"><testsuite name="S" tests="4" failures="0" disabled="1">
      <testcase name="A" status="run" result="completed" time="0" classname="S"/><testcase name="B" status="notrun" result="suppressed" classname="S"/>
      <testcase name="C" status="run" result="skipped" classname="S"><skipped message="m"/></testcase><testcase name="D" status="run" classname="S"/></testsuite></testsuites>`,
    counts: [4, 2, 0, 0, 2, 0, 0],
  },
  {
    name: 'CTest: a status without a failure in it',
    report: `<testsuite name="b" tests="3" failures="1" disabled="1" skipped="0"><testcase name="a" status="run"/><testcase name="b" status="fail"/><testcase name="c" status="disabled"/></testsuite>`,
    counts: [3, 1, 1, 0, 1, 0, 0],
  },
  {
    name: 'skipped cases that are not listed, and some that are listed as if they had passed',
    report: '<testsuite tests="4" skipped="3"><testcase name="a"/><testcase name="b"/></testsuite>',
    counts: [2, 1, 0, 0, 3, 0, 0],
  },
  {
    name: 'skipped cases that every level counts and none lists, once',
    report:
      '<testsuites tests="6" skipped="5"><testsuite tests="4" skipped="3"><testcase name="a"/></testsuite></testsuites>',
    counts: [1, 1, 0, 0, 5, 0, 0],
  },
  {
    name: 'no names, no times, no suites around the cases',
    report: '<testsuites><testcase><failure/></testcase><testcase/></testsuites>',
    counts: [2, 1, 1, 0, 0, 0, 0],
    durationMs: 0,
  },
  {
    name: 'times that are none, and times of other languages',
    report: `<testsuites><testsuite time="1,234.5"/><testsuite time="NaN"><testcase name="a" time="0,25"/><testcase name="b" time=""/></testsuite>
      <testsuite><testcase name="a" time="1,234"/><testcase name="b" time="-1"/><testcase name="c" time="1e-1"/><testcase name="d" time=".5"/><testcase name="e" time="1e400"/></testsuite></testsuites>`,
    counts: [7, 7, 0, 0, 0, 0, 0],
    durationMs: 1_234_500 + 250 + 1_234_000 + 100 + 500,
  },
  {
    name: 'Mocha: an empty root suite; Bazel: no counters; PHPUnit: suites of suites; namespaces; an external DOCTYPE',
    report: `<!DOCTYPE testsuites SYSTEM "junit.dtd"><j:testsuites xmlns:j="urn:j" name="Mocha Tests"><j:testsuite name="Root Suite" tests="0" file="/t.js"/>
      <j:testsuite name="Foo"><properties><property name="failure" value="no"/></properties><j:testsuite name="Bar" file="/F.php">
      <j:testcase name="x" class="B" line="12" assertions="1"><j:failure/></j:testcase><system-out>&lt;failure/&gt;<![CDATA[<failure/>]]></system-out></j:testsuite></j:testsuite></j:testsuites>`,
    counts: [1, 0, 1, 0, 0, 0, 0],
  },
  {
    name: 'doctest: counters count assertions',
    report: `<testsuites><testsuite name="c" errors="0" failures="0" tests="57" doctest_version="2.4.11"><testcase classname="c" name="a" status="run"/></testsuite></testsuites>`,
    counts: [1, 1, 0, 0, 0, 0, 0],
  },
  {
    name: 'pytest: each subtest and each failed teardown is counted as a test, under any name of the suite',
    report: `<testsuites name="pytest tests"><testsuite name="mine" errors="1" failures="0" skipped="0" tests="11"><testcase classname="t" name="test_sub"/>
      <testcase classname="t" name="test_td"><error message="failed on teardown"/></testcase></testsuite></testsuites>`,
    counts: [2, 1, 0, 1, 0, 0, 0],
  },
  {
    name: 'pytest before it named its root',
    report: `<testsuite name="pytest" errors="0" failures="0" skipped="0" tests="3"><testcase classname="t" name="test_sub"/></testsuite>`,
    counts: [1, 1, 0, 0, 0, 0, 0],
  },
  {
    name: 'newman: requests are counted, checks are cases',
    report: `<testsuites name="api" tests="3" time="1"><testsuite name="get" id="0f0d4a4e-3b7c-4a4f-9d0e-0c8f5e5d1a2b" tests="1" failures="0" errors="0">
      <testcase name="is 200" time="0.1" classname="Api"/></testsuite></testsuites>`,
    counts: [1, 1, 0, 0, 0, 0, 0],
  },
  {
    name: 'mocha-junit-reporter: what a suite defines and was left out is counted in it, not in the root',
    report: `<testsuites name="Mocha Tests" tests="1" failures="0"><testsuite name="Root Suite" tests="0"/>
      <testsuite name="s" tests="5" failures="0"><testcase name="s a" classname="a"/></testsuite></testsuites>`,
    counts: [1, 1, 0, 0, 0, 0, 0],
  },
  {
    name: 'mocha-junit-reporter: a skipped case is counted in its suite, and told in the root',
    report: `<testsuites name="Mocha Tests" tests="2" failures="0" skipped="1">
      <testsuite name="s" tests="2" failures="0"><testcase name="s a" classname="a"/></testsuite></testsuites>`,
    counts: [1, 1, 0, 0, 1, 0, 0],
  },
  {
    name: 'mocha-junit-reporter: what --grep leaves out is counted in its suite and in the root alike',
    report: `<testsuites name="Mocha Tests" tests="5" failures="0"><testsuite name="Root Suite" tests="0"/>
      <testsuite name="s" tests="4" failures="0"/><testsuite name="t" tests="1" failures="0"><testcase name="s t a"/></testsuite></testsuites>`,
    counts: [1, 1, 0, 0, 0, 0, 0],
  },
  {
    name: 'mocha-junit-reporter: a hook that failed stands for all that was not run after it',
    report: `<testsuites name="Mocha Tests" tests="3" failures="1"><testsuite name="Root Suite" tests="0"/><testsuite name="s" tests="3" failures="1">
      <testcase name="&quot;before all&quot; hook"><failure message="no"/></testcase></testsuite></testsuites>`,
    counts: [1, 0, 1, 0, 0, 0, 0],
  },
  {
    name: 'Node: a test that is to do counts as skipped, whether it fails or not',
    report: `<testsuites><testsuite name="s" tests="4" failures="2" skipped="2"><testcase name="a"/>
      <testcase name="b" failure="no"><skipped type="todo" message="true"/><failure type="testCodeFailure" message="no"/></testcase>
      <testcase name="c"><skipped type="todo" message="later"/></testcase>
      <testcase name="d"><skipped type="skipped"/><failure message="no"/></testcase></testsuite></testsuites>`,
    counts: [4, 1, 1, 0, 2, 0, 0],
  },
  {
    name: 'Surefire: attempts may be counted',
    report: `<testsuite name="s" tests="3" failures="0"><testcase name="a"/><testcase name="b"><flakyFailure/></testcase></testsuite>`,
    counts: [2, 2, 0, 0, 0, 1, 0],
  },
  {
    name: 'GoogleTest: disabled cases that are only counted; TestNG: ignored ones that are',
    report: `<testsuites tests="3"><testsuite name="s" tests="2" disabled="1"><testcase name="a"/></testsuite><testsuite name="t" tests="1" ignored="1"/></testsuites>`,
    counts: [1, 1, 0, 0, 2, 0, 0],
  },
  {
    name: 'TestNG: an ignored case was not run',
    report: `<testsuite name="s" tests="2" ignored="1"><testcase name="a"/><testcase name="b"><ignored/></testcase></testsuite>`,
    counts: [2, 1, 0, 0, 1, 0, 0],
  },
  { name: 'no case at all', report: '<testsuites/>', counts: [0, 0, 0, 0, 0, 0, 0], durationMs: 0 },
];

describe('JUnit XML', () => {
  it.each(DIALECTS)('reads $name', async ({ report, counts, durationMs }) => {
    const facts = await readTests(report.trim());
    const { total, passed, failed, errored, skipped, flaky, suiteErrors } = facts.counts;
    expect([total, passed, failed, errored, skipped, flaky, suiteErrors]).toEqual(counts);
    expect(facts.format).toBe('junit');
    if (durationMs !== undefined) expect(facts.durationMs).toBeCloseTo(durationMs, 6);
  });

  it('tells of each failure what the report tells', async () => {
    const facts = await readTests(`<testsuites><testsuite name="outer" file="a/suite.py">
      <testcase classname="C" name="a &amp; b" file="a/b.py" line="7"><skipped message="no"/><failure message="  first
line ">text</failure></testcase>
      <testcase name="by text"><error type="T"><![CDATA[ at a/suite.py:33 & ]]>x</error></testcase>
      <testcase name="by status" status="failed"/>
      <error message="setup"/></testsuite><testsuite name="counted" errors="2"/></testsuites>`);
    expect(facts.failures).toEqual([
      { outcome: 'failed', name: 'a & b', suite: 'C', file: 'a/b.py', line: 7, message: 'first line' },
      {
        outcome: 'errored',
        name: 'by text',
        suite: 'outer',
        file: 'a/suite.py',
        line: 33,
        message: 'at a/suite.py:33 & x',
      },
      { outcome: 'failed', name: 'by status', suite: 'outer', file: 'a/suite.py', line: undefined, message: '' },
      { outcome: 'suite-error', name: '', suite: 'outer', file: 'a/suite.py', line: undefined, message: 'setup' },
      {
        outcome: 'suite-error',
        name: '',
        suite: 'counted',
        file: '',
        line: undefined,
        message: 'The suite counts 2 failures and errors; 2 of them are in no case.',
      },
    ]);
  });

  it('gives the message of the worst outcome of a case', async () => {
    const { failures } = await readTests(
      '<testsuite><testcase name="a"><failure>mild</failure><error>bad</error><failure>late</failure></testcase></testsuite>',
    );
    expect(failures).toMatchObject([{ outcome: 'errored', message: 'bad' }]);
  });

  it('counts failures that it does not keep, and keeps no endless message', async () => {
    const failing = `<testcase name="n"><failure>${'long '.repeat(5000)}</failure></testcase>`;
    const facts = await readTests(`<testsuite>${failing.repeat(MAX_KEPT_FAILURES + 5)}</testsuite>`, { chunk: 65_536 });
    expect(facts.counts.failed).toBe(MAX_KEPT_FAILURES + 5);
    expect(facts.failures).toHaveLength(MAX_KEPT_FAILURES);
    expect(facts.failuresNotKept).toBe(5);
    expect(Math.max(...facts.failures.map(({ message }) => message.length))).toBeLessThanOrEqual(MAX_MESSAGE);
  });

  it.each([
    ['nok', 1],
    ['NOT_OK', 1],
    ['Timed Out', 1],
    ['cancelled', 1],
    ['unknown', 1],
    ['not-run', 0],
    ['untested', 0],
    ['run', 0],
    ['completed', 0],
  ])('takes the status %j for what it says', async (status, failures) => {
    const { counts } = await readTests(`<testsuite><testcase name="a" status="${status}"/></testsuite>`);
    const isRun = status === 'run' || status === 'completed';
    expect([counts.failed + counts.errored, counts.passed]).toEqual([failures, isRun ? 1 : 0]);
  });

  it.each([
    [
      'a case in a case',
      '<testsuite><testcase><testcase/></testcase></testsuite>',
      'a case has a case in it (byte 21)',
    ],
    [
      'a suite in a case',
      '<testsuite><testcase><testsuite/></testcase></testsuite>',
      'a case has a suite in it (byte 21)',
    ],
    ['a counter that is none', '<testsuite failures="q"/>', 'the counter failures of a suite is "q"'],
    ['a negative counter', '<testsuite errors="-1"/>', 'the counter errors of a suite is "-1"'],
    [
      'a suite that counts more cases than it lists',
      '<testsuites><testsuite name="s" tests="100"><testcase name="a"/></testsuite></testsuites>',
      'the suite "s" counts 100 tests and lists 1, so that some are missing',
    ],
    [
      'a report of which a suite was lost',
      '<testsuites tests="4"><testsuite name="s" tests="2"><testcase name="a"/><testcase name="b"/></testsuite></testsuites>',
      'a suite without a name counts 4 tests and lists 2',
    ],
    [
      'a suite within one that counts less than there is',
      '<testsuites tests="1"><testsuite name="s" tests="3"><testcase name="a"/><testcase name="b"/></testsuite></testsuites>',
      'the suite "s" counts 3 tests and lists 2',
    ],
    [
      'a suite beside one of a writer that counts other things',
      '<testsuites tests="60"><testsuite name="pytest" tests="50"><testcase/></testsuite><testsuite name="s" tests="10"><testcase/></testsuite></testsuites>',
      'the suite "s" counts 10 tests and lists 1',
    ],
    [
      'cases that neither a skipped one nor an error of the suite accounts for',
      '<testsuite name="s" tests="9" skipped="1" errors="1"><testcase name="a"/></testsuite>',
      'the suite "s" counts 9 tests and lists 1',
    ],
    [
      'a count beyond all numbers',
      '<testsuite name="s" tests="9007199254740993"><testcase/></testsuite>',
      'is no count',
    ],
    ['part of a case', '<testsuite><testcase/>', 'it ends inside of <testsuite> (byte 22)'],
  ])('refuses %s', async (_, report, message) => {
    expect(await refusal(report)).toContain(message);
  });
});
