import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { changedLines } from '../src/questions/changed-lines.ts';
import { closeScenes, setScene } from './support/fake.ts';

closeScenes();

describe('what lies between two commits', () => {
  test('commits of all pages, oldest first', async () => {
    const { repository, open, head, calls } = await setScene();
    const shas = Array.from({ length: 230 }, () => repository.commit());
    const github = await open();
    const comparison = await github.compare({ base: head, head: shas.at(-1) ?? '' });
    expect(comparison).toMatchObject({
      status: 'ahead',
      aheadBy: 230,
      behindBy: 0,
      mergeBase: head,
      commitsComplete: true,
    });
    expect(comparison?.commits.map(({ sha }) => sha)).toEqual(shas);
    expect(calls()).toHaveLength(3);
  });

  test('above 1,000 commits it says that some are missing', async () => {
    const { repository, open, head } = await setScene();
    const shas = Array.from({ length: 1001 }, () => repository.commit());
    const comparison = await (await open()).compare({ base: head, head: shas.at(-1) ?? '' });
    expect(comparison).toMatchObject({ aheadBy: 1001, commitsComplete: false });
    expect(comparison?.commits).toHaveLength(1000);
  });

  test.each([
    [299, true],
    [300, false],
    [301, false],
  ])('of %i changed files, the list is complete: %p', async (count, filesComplete) => {
    const { repository, open, head } = await setScene();
    const files = Array.from({ length: count }, (_, index) => ({
      filename: `src/${index}.ts`,
      status: 'modified' as const,
      additions: 1,
      deletions: 0,
      patch: '@@ -1 +1,2 @@\n a\n+b',
    }));
    const tip = repository.commit({ files });
    const comparison = await (await open()).compare({ base: head, head: tip });
    expect(comparison?.filesComplete).toBe(filesComplete);
    expect(comparison?.files[0]).toEqual({
      path: 'src/0.ts',
      previousPath: undefined,
      status: 'modified',
      additions: 1,
      deletions: 0,
      changedLines: [2],
    });
  });

  test('a branch that went its own way is diverged, and one that went back is behind', async () => {
    const { repository, open, base, head } = await setScene();
    const github = await open();
    const other = repository.commit({ parents: [base] });
    expect(await github.compare({ base: head, head: other })).toMatchObject({ status: 'diverged', mergeBase: base });
    expect(await github.compare({ base: head, head: base })).toMatchObject({
      status: 'behind',
      behindBy: 1,
      commits: [],
    });
    expect(await github.compare({ base: head, head })).toMatchObject({ status: 'identical' });
  });

  test('a commit that is not there is no comparison', async () => {
    const { open, head } = await setScene();
    expect(await (await open()).compare({ base: '0'.repeat(40), head })).toBeUndefined();
  });
});

describe('branches and tags', () => {
  test('whether a branch holds a commit, also when a tag has its name', async () => {
    const { repository, open, base, head } = await setScene();
    const stranger = repository.commit({ parents: [] });
    repository.tag('main', stranger);
    const github = await open();
    const holds = (commit: string): Promise<boolean | undefined> => github.branchContains({ branch: 'main', commit });
    expect(await Promise.all([holds(base), holds(head), holds(stranger)])).toEqual([true, true, undefined]);
    const next = repository.commit({ parents: [head] });
    expect(await holds(next)).toBe(false);
    expect(await github.branchContains({ branch: 'gone', commit: head })).toBeUndefined();
  });

  test.each(['light', 'annotated'] as const)('the commit of a tag (%s)', async (kind) => {
    const { repository, open, head, calls } = await setScene();
    repository.tag('release/v1', head, kind);
    const github = await open();
    expect(await github.tag('release/v1')).toEqual({ commit: head });
    expect(await github.tag('v1')).toBeUndefined();
    expect(calls()).toHaveLength(2);
  });
});

describe('lines that a patch changes', () => {
  /** A file as kept, removed and added lines, and the patch between before and after. */
  const edits = fc.array(fc.constantFrom(' ', '-', '+'), { minLength: 1, maxLength: 30 });

  function hunkOf(start: number, marks: readonly string[]): { readonly patch: string; readonly added: number[] } {
    const before = marks.filter((mark) => mark !== '+').length;
    const after = marks.filter((mark) => mark !== '-');
    const added = after.flatMap((mark, index) => (mark === '+' ? [start + index] : []));
    const head = `@@ -${start},${before} +${start},${after.length} @@ function x() {`;
    return { patch: [head, ...marks.map((mark, index) => `${mark}@@ line ${index}`)].join('\n'), added };
  }

  test('any hunks, wherever they begin', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5000 }), edits), { minLength: 1, maxLength: 4 }),
        (parts) => {
          const hunks = parts.map(([start, marks]) => hunkOf(start, marks));
          const added = hunks.flatMap((hunk) => hunk.added);
          expect(changedLines(hunks.map(({ patch }) => patch).join('\n'), added.length)).toEqual(added);
        },
      ),
    );
  });

  test('a patch that was cut anywhere, or adds another number of lines, is unknown', () => {
    fc.assert(
      fc.property(edits, fc.nat(), (marks, cut) => {
        const { patch, added } = hunkOf(1, marks);
        const lines = patch.split('\n');
        const kept = lines.slice(0, cut % lines.length);
        expect(changedLines(kept.join('\n'), added.length)).toBeUndefined();
        expect(changedLines(patch, added.length + 1)).toBeUndefined();
      }),
    );
  });

  test('a line that one hunk lacks is not made up for by one that another has too many', () => {
    expect(changedLines('@@ -1 +1,2 @@\n a\n+b\n@@ -5 +6,2 @@\n c\n+d', 2)).toEqual([2, 7]);
    expect(changedLines('@@ -1 +1,2 @@\n a\n@@ -5 +6,2 @@\n c\n+d\n+e', 2)).toBeUndefined();
  });

  test.each(['\r', '\u2028'])('only a line feed ends a line, %j does not', (mark) => {
    expect(changedLines(`@@ -1 +1,2 @@\n a\n+b${mark}@@ -5 +6,2 @@\n@@ -5 +6,2 @@\n c\n+d`, 2)).toEqual([2, 7]);
  });

  test('no patch is no change for a file that was only renamed, and unknown for any other', () => {
    expect(changedLines(undefined, 0)).toEqual([]);
    expect(changedLines(undefined, 3)).toBeUndefined();
  });

  test('a file without an end of line', () => {
    expect(changedLines('@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file', 1)).toEqual([
      1,
    ]);
  });
});
