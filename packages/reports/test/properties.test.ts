import { describe, expect, it } from '@jest/globals';
import { Failure } from '@plimsoll/outcome';
import type { ReportFacts } from '@plimsoll/reports';
import * as fc from 'fast-check';
import { ENCODING_HEAD_BYTES } from '../src/text/encoding.ts';
import { picture, read, readCoverage, readTests } from './reading.ts';

type Outcome = 'passed' | 'failed' | 'errored' | 'skipped';

interface Case {
  readonly name: string;
  readonly outcome: Outcome;
  readonly milliseconds: number;
}

interface Suite {
  readonly cases: readonly Case[];
  readonly suites: readonly Suite[];
  readonly hasError: boolean;
}

const oneCase: fc.Arbitrary<Case> = fc.record({
  name: fc.constantFrom('a', 'b & c', '<d>', 'ü€'),
  outcome: fc.constantFrom<Outcome>('passed', 'passed', 'failed', 'errored', 'skipped'),
  milliseconds: fc.nat(5000),
});
const { suite } = fc.letrec<{ suite: Suite }>((tie) => ({
  suite: fc.record({
    cases: fc.array(oneCase, { maxLength: 4 }),
    suites: fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(tie('suite'), { maxLength: 2 })),
    hasError: fc.boolean(),
  }),
}));

const CHILDREN: Readonly<Record<Outcome, string>> = {
  passed: '<system-out>fine</system-out>',
  failed: '<failure message="m">text</failure>',
  errored: '<error>text</error>',
  skipped: '<skipped/>',
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function writtenSuite({ cases, suites, hasError }: Suite): string {
  const inside = cases.map(
    ({ name, outcome, milliseconds }) =>
      `<testcase name="${escaped(name)}" time="${milliseconds / 1000}">${CHILDREN[outcome]}</testcase>`,
  );
  return `<testsuite>${inside.join('')}${suites.map(writtenSuite).join('\n')}${hasError ? '<error/>' : ''}</testsuite>`;
}

function allCases({ cases, suites }: Suite): readonly Case[] {
  return [...cases, ...suites.flatMap(allCases)];
}

function errorsOf({ suites, hasError }: Suite): number {
  return (hasError ? 1 : 0) + suites.reduce((sum, inner) => sum + errorsOf(inner), 0);
}

/** By file: what is said of its lines, in the order in which it is said. */
const sections = fc.array(
  fc.record({
    path: fc.constantFrom('/a.c', '/b.c', '/ü.c'),
    lines: fc.array(fc.tuple(fc.integer({ min: 1, max: 70_000 }), fc.nat(2)), { maxLength: 8 }),
    branches: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(1), fc.nat(1), fc.nat(1)), { maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 6 },
);
type Sections = typeof sections extends fc.Arbitrary<infer Value> ? Value : never;

function lcov(all: Sections): string {
  const section = ({ path, lines, branches }: Sections[number]): string => {
    const rows = [...lines.map((row) => `DA:${row.join(',')}`), ...branches.map((row) => `BRDA:${row.join(',')}`)];
    return [`SF:${path}`, ...rows, 'end_of_record', ''].join('\n');
  };
  return all.map(section).join('');
}

/** The same by sets and maps. */
function model(all: Sections): unknown {
  const paths = [...new Set(all.map(({ path }) => path))];
  const files = paths.map((path) => {
    const own = all.filter((one) => one.path === path);
    const lines = new Map<number, boolean>();
    const branches = new Map<string, boolean>();
    for (const [line, hits] of own.flatMap((one) => one.lines)) lines.set(line, hits > 0 || lines.get(line) === true);
    for (const [line, block, branch, taken] of own.flatMap((one) => one.branches)) {
      const key = `${line} ${block} ${branch}`;
      branches.set(key, taken > 0 || branches.get(key) === true);
    }
    return [path, lines, branches] as const;
  });
  const share = (rows: readonly ReadonlyMap<unknown, boolean>[]): string => {
    const values = rows.flatMap((map) => [...map.values()]);
    return `${values.filter(Boolean).length}/${values.length}`;
  };
  const sorted = (lines: ReadonlyMap<number, boolean>, wanted: boolean): number[] =>
    [...lines].flatMap(([line, isCovered]) => (isCovered === wanted ? [line] : [])).sort((one, other) => one - other);
  return {
    lines: share(files.map(([, lines]) => lines)),
    branches: share(files.map(([, , branches]) => branches)),
    ...Object.fromEntries(
      files.map(([path, lines, branches]) => [
        path,
        {
          lines: share([lines]),
          branches: share([branches]),
          covered: sorted(lines, true),
          uncovered: sorted(lines, false),
        },
      ]),
    ),
  };
}

const SAMPLES: Readonly<Record<string, string>> = {
  junit: `<?xml version="1.0" encoding="UTF-8"?>\n<!-- € --><testsuites failures="1"><testsuite name="ü"><testcase name="a &amp; b" time="0.5"/>
    <testcase name="c"><failure message="€"><![CDATA[ ]] > ]]>&lt;</failure></testcase></testsuite><testsuite errors="1"/></testsuites>`,
  cobertura: `<!DOCTYPE coverage SYSTEM "x"><coverage><sources><source>/s/ü</source></sources><class filename="a"><line number="1" hits="1"/><line number="2" hits="0" branch="true" condition-coverage="50% (1/2)"/></class></coverage>`,
  jacoco:
    '<report name="r"><package name="p"><sourcefile name="A"><line nr="1" mi="0" ci="1" mb="1" cb="1"/><line nr="2" mi="1" ci="0" mb="0" cb="0"/></sourcefile></package></report>',
  lcov: 'TN:\nSF:/ü\nDA:1,1\nDA:22,0,xx\nBRDA:1,0,0,-\nLF:2\nend_of_record\nSF:b\nDA:7,12\nend_of_record\n',
  istanbul: '{"/ü":{"path":"/ü","statementMap":{"0":{"start":{"line":4}}},"s":{"0":1},"branchMap":{},"b":{}}}',
  go: 'mode: count\nm/ü.go:1.1,2.2 3 10\nm/ü.go:3.1,4.2 3 0\n',
};

/** The same report, with so much that says nothing in front that it is not looked at as a whole. */
function lengthened(format: string, report: string): string {
  const more = ' '.repeat(ENCODING_HEAD_BYTES);
  if (format === 'lcov') return `# ${more}\n${report}`;
  if (format === 'istanbul') return `${more}${report}`;
  if (format === 'go') return report.replace('\n', `\n${'m/z.go:1.1,2.2 1 0\n'.repeat(60)}`);
  return report.replace(/(?=<[a-z])/u, `<!-- ${more} -->`);
}

/** Facts as they can be compared: what a rule could see. */
function seen(facts: ReportFacts): unknown {
  if (facts.kind === 'coverage') return { ...facts, files: undefined, picture: picture(facts) };
  return facts;
}

describe('any report', () => {
  it.each(Object.entries(SAMPLES))('says the same however it is cut: %s', async (format, sample) => {
    const report = lengthened(format, sample);
    const expected = seen(await read(report));
    for (let chunk = 1; chunk <= 64; chunk += chunk < 8 ? 1 : 7)
      expect(seen(await read(report, { chunk }))).toEqual(expected);
  });

  it.each(Object.entries(SAMPLES))('that ends too early fails, or says no better: %s', async (format, report) => {
    const bytes = Buffer.from(report.trimEnd());
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = await read(bytes.subarray(0, length)).catch((error: unknown) => error);
      if (cut instanceof Failure) expect(cut.code).toBe('report');
      // A profile of Go, and a tracefile after the end of a section, have nothing that says that more was to come.
      else
        expect([format, bytes.subarray(0, length).toString()]).toEqual([
          expect.stringMatching(/^(?:go|lcov)$/u),
          expect.stringMatching(/(?:\n|end_of_record)$/u),
        ]);
    }
  });
});

describe('JUnit XML', () => {
  it('has as many cases of each outcome as were written, at any depth', async () => {
    await fc.assert(
      fc.asyncProperty(suite, fc.integer({ min: 1, max: 5000 }), async (root, chunk) => {
        const cases = allCases(root);
        const facts = await readTests(lengthened('junit', writtenSuite(root)), { chunk });
        const count = (wanted: Outcome): number => cases.filter(({ outcome }) => outcome === wanted).length;
        expect(facts.counts).toMatchObject({
          total: cases.length,
          passed: count('passed'),
          failed: count('failed'),
          errored: count('errored'),
          skipped: count('skipped'),
          suiteErrors: errorsOf(root),
        });
        expect(facts.failures).toHaveLength(count('failed') + count('errored') + errorsOf(root));
        expect(facts.durationMs).toBeCloseTo(
          cases.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
          3,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('never passes without a failure that it held, when bytes of it are lost or changed', async () => {
    const report = Buffer.from(
      '<testsuites tests="3" failures="1" errors="1"><testsuite name="s" tests="3" failures="1" errors="1"><testcase name="a"><failure/></testcase><testcase name="b"><error/></testcase><testcase name="c"/></testsuite></testsuites>',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(report.length - 1),
        fc.nat(40),
        fc.option(fc.nat(255)),
        async (start, length, flipped) => {
          const damaged =
            flipped === null
              ? Buffer.concat([report.subarray(0, start), report.subarray(start + length)])
              : Buffer.from(report).fill(flipped, start, start + 1);
          const facts = await readTests(damaged).catch((error: unknown) => error);
          if (facts instanceof Failure) return;
          expect(facts).toMatchObject({ kind: 'tests' });
          const { counts } = await readTests(damaged);
          expect(counts.failed + counts.errored + counts.suiteErrors).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('LCOV', () => {
  it('says what its rows say, in any order and any number of sections', async () => {
    await fc.assert(
      fc.asyncProperty(sections, fc.integer({ min: 1, max: 400 }), async (all, chunk) => {
        expect(picture(await readCoverage(lengthened('lcov', lcov(all)), { chunk }))).toEqual(model(all));
      }),
      { numRuns: 300 },
    );
  });
});
