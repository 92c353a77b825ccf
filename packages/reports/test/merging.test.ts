import { describe, expect, it } from '@jest/globals';
import { type CoverageFacts, type CoverageTotals, mergeCoverage, mergeTests, type Tally } from '@plimsoll/reports';
import * as fc from 'fast-check';
import { picture, readCoverage, readTests, refusal } from './reading.ts';

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

/** Paths from the root are told beyond doubt. */
const merge = (reports: readonly CoverageFacts[]): CoverageTotals =>
  mergeCoverage(reports, (path) => path.startsWith('/'));

describe('mergeCoverage', () => {
  it('unites lines and branches of a path', async () => {
    const one = await readCoverage(section('/a.c', 'DA:1,1', 'DA:2,0', 'BRDA:2,0,0,1', 'BRDA:2,0,1,-'));
    const other = await readCoverage(
      section('/a.c', 'DA:2,5', 'DA:3,0', 'BRDA:2,0,0,-', 'BRDA:2,0,1,2') + section('/b.c', 'DA:1,0'),
    );
    const merged = merge([one, other]);
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
    expect(picture(merge([one, other]))).toMatchObject({ lines: '2/2' });
  });

  it('does not take a relative path for one file where the lines are others', async () => {
    const one = await readCoverage(section('src/index.ts', 'DA:1,1', 'DA:2,1', 'DA:3,1'));
    const other = await readCoverage(section('src/index.ts', 'DA:1,0', 'DA:2,0', 'DA:5,0'));
    const merged = merge([one, other, one]);
    expect(merged.lines).toEqual({ covered: 3, total: 6 });
    expect(merged.files).toMatchObject([{ path: 'src/index.ts', isDisputed: true, rows: undefined }]);
    expect(merged.files[0]?.reports).toHaveLength(3);
  });

  it('lets nobody raise a share by a report that knows only the lines that it covers', async () => {
    const ten = Array.from({ length: 10 }, (_, index) => index + 1);
    const all = await readCoverage(section('src/a.ts', ...ten.map((line) => `DA:${line},${line <= 2 ? 1 : 0}`)));
    const few = await readCoverage(section('src/a.ts', 'DA:1,1', 'DA:2,1'));
    // As two files they would cover 4 of 12.
    expect(merge([all, few]).lines).toEqual({ covered: 2, total: 10 });
    expect(merge([few, all]).lines).toEqual({ covered: 2, total: 10 });
  });

  it('never has a larger share than both readings of a path have', async () => {
    const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat(1)), {
      selector: ([line]) => line,
      minLength: 1,
    });
    const written = (all: readonly (readonly [number, number])[]): string =>
      section('src/a.ts', ...all.map(([line, hits]) => `DA:${line},${hits}`));
    await fc.assert(
      fc.asyncProperty(rows, rows, async (one, other) => {
        const reports = await Promise.all([one, other].map((all) => readCoverage(written(all))));
        const share = ({ covered, total }: Tally): number => covered / total;
        const merged = share(merge(reports).lines);
        const whole = share(mergeCoverage(reports, () => true).lines);
        const [first, second] = reports.map(({ lines }) => lines);
        if (first === undefined || second === undefined) return;
        const apart = share({ covered: first.covered + second.covered, total: first.total + second.total });
        const sameLines =
          merged === whole &&
          new Set([...one, ...other].map(([line]) => line)).size === one.length &&
          one.length === other.length;
        expect(merged <= Math.min(whole, apart) || sameLines).toBe(true);
      }),
    );
  });

  it('unites line by line what is one file, and tells that its lines are disputed', async () => {
    const one = await readCoverage(section('src/a.ts', 'DA:1,1', 'DA:2,0'));
    const other = await readCoverage(section('src/a.ts', 'DA:2,1', 'DA:5,0'));
    const merged = mergeCoverage([one, other], () => true);
    expect(picture(merged)).toMatchObject({ 'src/a.ts': { lines: '2/3', covered: [1, 2], uncovered: [5] } });
    expect(merged.files[0]?.isDisputed).toBe(true);
  });

  it('counts a path once that came twice in one report', async () => {
    const one = await readCoverage(
      section('src/a.ts', 'DA:1,1', 'DA:2,0') + section('/root/src/a.ts', 'DA:1,0', 'DA:2,0'),
    );
    const files = one.files.map((file) => ({ ...file, path: 'src/a.ts' }));
    expect(merge([{ ...one, files }]).lines).toEqual({ covered: 1, total: 2 });
  });

  it('unites blocks of Go by their places', async () => {
    const one = await readCoverage('mode: set\nm/a.go:1.1,2.2 3 0\nm/a.go:3.1,4.2 1 1\n');
    const other = await readCoverage('mode: count\nm/a.go:1.1,2.2 3 7\nm/a.go:9.1,9.2 1 0\n');
    expect(merge([one, other]).lines).toEqual({ covered: 4, total: 5 });
  });

  it('refuses a block of Go that is another one in another report', async () => {
    const one = await readCoverage('mode: set\nm/a.go:1.1,2.2 3 0\n');
    const other = await readCoverage('mode: set\nm/a.go:1.1,2.2 2 1\n');
    expect(() => merge([one, other])).toThrow('m/a.go contradict each other: the block of Go that begins on line 1');
    expect(await refusal('mode: set\nm/a.go:1.1,2.2 3 0\nm/a.go:1.1,2.2 2 1\n')).toContain('has 2 and 3 statements');
  });

  it('takes rows before totals alone, and of two totals the one that covers more', async () => {
    const totals = (covered: number, total: number): string =>
      JSON.stringify({
        '/a.ts': { lines: { total, covered }, statements: {}, branches: { total: 4, covered: covered % 4 } },
      });
    const [low, high] = [await readCoverage(totals(5, 10)), await readCoverage(totals(8, 10))];
    expect(picture(merge([low, high]))).toMatchObject({ lines: '8/10', branches: '1/4' });
    const lines = Array.from({ length: 10 }, (_, index) => `DA:${index + 1},${index < 6 ? 1 : 0}`);
    const rows = await readCoverage(section('/a.ts', ...lines));
    expect(picture(merge([high, rows]))).toMatchObject({ lines: '6/10' });
    const few = await readCoverage(section('/a.ts', 'DA:1,1', 'DA:2,0'));
    expect(() => merge([low, few])).toThrow('contradict each other: report says 10 lines, report says 2 lines');
    const larger = await readCoverage(totals(5, 12));
    expect(() => merge([low, larger])).toThrow('contradict each other: report says 10 lines, report says 12 lines');
  });
});
