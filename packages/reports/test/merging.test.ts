import { describe, expect, it } from '@jest/globals';
import { mergeCoverage, mergeTests } from '@plimsoll/reports';
import { picture, readCoverage, readTests } from './reading.ts';

describe('mergeTests', () => {
  it('sums, and knows a flaky test by its failure in one report and its success in another', async () => {
    const one = await readTests(
      '<testsuite time="1"><testcase name="t" classname="c"><failure/></testcase><testcase name="u"/></testsuite>',
    );
    const other = await readTests(
      '<testsuite time="2"><testcase name="t" classname="c"/><testcase name="v"><flakyError/></testcase><testcase name="w"><skipped/></testcase></testsuite>',
    );
    expect(mergeTests([one, other])).toEqual({
      counts: { total: 5, passed: 3, failed: 1, errored: 0, skipped: 1, flaky: 2, suiteErrors: 0 },
      durationMs: 3000,
    });
    expect(mergeTests([other, one]).counts.flaky).toBe(2);
    expect(mergeTests([other, other]).counts.flaky).toBe(1);
  });

  it('says nothing of no reports', () => {
    expect(mergeTests([]).counts.total).toBe(0);
  });
});

const section = (path: string, ...rows: readonly string[]): string => `SF:${path}\n${rows.join('\n')}\nend_of_record\n`;

describe('mergeCoverage', () => {
  it('unites lines and branches of a path', async () => {
    const one = await readCoverage(section('/a.c', 'DA:1,1', 'DA:2,0', 'BRDA:2,0,0,1', 'BRDA:2,0,1,-'));
    const other = await readCoverage(
      section('/a.c', 'DA:2,5', 'DA:3,0', 'BRDA:2,0,0,-', 'BRDA:2,0,1,2') + section('/b.c', 'DA:1,0'),
    );
    const merged = mergeCoverage([one, other]);
    expect(picture(merged)).toEqual({
      lines: '2/4',
      branches: '2/2',
      '/a.c': { lines: '2/3', branches: '2/2', covered: [1, 2], uncovered: [3] },
      '/b.c': { lines: '0/1', branches: '0/0', covered: [], uncovered: [1] },
    });
    expect(merged.files.map(({ reports }) => reports)).toEqual([['report', 'report'], ['report']]);
  });

  it('unites a relative path where both reports know the same lines', async () => {
    const one = await readCoverage(section('src/a.ts', 'DA:1,1', 'DA:2,0'));
    const other = await readCoverage(section('src/a.ts', 'DA:1,0', 'DA:2,1'));
    expect(picture(mergeCoverage([one, other]))).toMatchObject({ lines: '2/2' });
  });

  it('does not take a relative path for one file where the lines are others', async () => {
    const one = await readCoverage(section('src/index.ts', 'DA:1,1', 'DA:2,1', 'DA:3,1'));
    const other = await readCoverage(section('src/index.ts', 'DA:1,0', 'DA:2,0', 'DA:5,0'));
    const merged = mergeCoverage([one, other, one]);
    expect(merged.lines).toEqual({ covered: 3, total: 6 });
    expect(merged.files.map(({ path, reports }) => [path, reports.length])).toEqual([
      ['src/index.ts', 2],
      ['src/index.ts', 1],
    ]);
  });

  it('unites blocks of Go by their places', async () => {
    const one = await readCoverage('mode: set\nm/a.go:1.1,2.2 3 0\nm/a.go:3.1,4.2 1 1\n');
    const other = await readCoverage('mode: count\nm/a.go:1.1,2.2 3 7\nm/a.go:9.1,9.2 1 0\n');
    expect(mergeCoverage([one, other]).lines).toEqual({ covered: 4, total: 5 });
  });

  it('takes rows before totals alone, and of two totals the one that covers more', async () => {
    const totals = (covered: number, total: number): string =>
      JSON.stringify({
        '/a.ts': { lines: { total, covered }, statements: {}, branches: { total: 4, covered: covered % 4 } },
      });
    const [low, high] = [await readCoverage(totals(5, 10)), await readCoverage(totals(8, 10))];
    expect(picture(mergeCoverage([low, high]))).toMatchObject({ lines: '8/10', branches: '1/4' });
    const rows = await readCoverage(section('/a.ts', 'DA:1,1', 'DA:2,0'));
    expect(picture(mergeCoverage([high, rows]))).toMatchObject({ lines: '1/2' });
    const larger = await readCoverage(totals(5, 12));
    expect(() => mergeCoverage([low, larger])).toThrow(
      'contradict each other: report says 10 lines, report says 12 lines',
    );
  });
});
