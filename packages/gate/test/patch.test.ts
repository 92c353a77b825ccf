import { describe, expect, test } from '@jest/globals';
import { parseNamePattern } from '@plimsoll/gate';
import type { ChangedFile } from '@plimsoll/github';
import type { CoverageTotals, FileCoverage } from '@plimsoll/reports';
import { patchCoverage, patchEvidence } from '../src/evidence/patch.ts';
import { comparison, fileCoverage } from './support.ts';

function changed(
  path: string,
  changedLines: readonly number[] | undefined,
  status: ChangedFile['status'] = 'modified',
): ChangedFile {
  return { path, previousPath: undefined, status, additions: 0, deletions: 0, changedLines };
}

const FILES = [fileCoverage('src/a.ts', [1, 2, 3], [4, 5]), fileCoverage('src/b.ts', [], [1])];

function coverage(files: readonly FileCoverage[] = FILES): CoverageTotals {
  const merged = files.map((file) => ({ ...file, reports: ['lcov.info'], isDisputed: false }));
  return { lines: { covered: 3, total: 6 }, branches: { covered: 0, total: 0 }, files: merged };
}

function patch(files: readonly ChangedFile[], measured?: readonly FileCoverage[]): unknown {
  const exempt = ['**/*.test.ts'].map(parseNamePattern);
  const { lines, unmeasured } = patchCoverage({ changed: files, coverage: coverage(measured), exempt });
  return [lines.covered, lines.total, ...unmeasured];
}

describe('coverage of changed lines', () => {
  test.each([
    ['counts changed lines that hold code', [changed('src/a.ts', [3, 4, 9])], [1, 2]],
    ['over all files', [changed('src/a.ts', [1]), changed('src/b.ts', [1], 'added')], [1, 2]],
    ['nothing of files of another kind', [changed('README.md', [1]), changed('logo.png', undefined)], [0, 0]],
    ['nothing of a file that is gone', [changed('src/gone.ts', [], 'removed')], [0, 0]],
    ['nothing of a file that was only renamed', [changed('src/new.ts', [], 'renamed')], [0, 0]],
    ['a new file that no report names', [changed('src/new.ts', [1], 'added')], [0, 0, 'src/new.ts']],
    ['an exempt one', [changed('src/new.test.ts', [1], 'added')], [0, 0]],
    ['a file whose lines GitHub does not show', [changed('src/a.ts', undefined)], [0, 0, 'src/a.ts']],
  ])('%s', (_what, files, expected) => {
    expect(patch(files)).toEqual(expected);
  });

  test('a report with totals only says nothing about lines', () => {
    const totals = { ...fileCoverage('src/a.ts', [1], []), rows: undefined };
    expect(patch([changed('src/a.ts', [1])], [totals])).toEqual([0, 0, 'src/a.ts']);
  });

  test('a path that means several files says nothing about any of them', () => {
    const files = [fileCoverage('src/a.ts', [1], []), fileCoverage('src/a.ts', [], [1, 2])];
    expect(patch([changed('src/a.ts', [1])], files)).toEqual([0, 0, 'src/a.ts']);
  });

  test('the end of a path says nothing: the package of a monorepo is not its root', () => {
    const ofPackage = fileCoverage('packages/a/src/a.ts', [1], []);
    expect(patch([changed('src/a.ts', [1])], [ofPackage])).toEqual([0, 0, 'src/a.ts']);
    expect(patch([changed('src/a.ts', [1])], [fileCoverage('/app/src/a.ts', [1], [])])).toEqual([0, 0, 'src/a.ts']);
  });

  test.each(['src/view.tsx', 'src/tool.mjs', 'src/App.vue'])('%s is measured where .ts is', (path) => {
    expect(patch([changed(path, [1], 'added')])).toEqual([0, 0, path]);
  });
});

describe('is not known', () => {
  test.each([
    ['without anything to compare with', undefined],
    ['when GitHub cuts the list of files', { since: 'live', comparison: comparison({ filesComplete: false }) }],
  ] as const)('%s', (_what, changes) => {
    expect(patchEvidence({ changes, coverage: coverage(), exempt: [] }).kind).toBe('unknown');
  });
});
