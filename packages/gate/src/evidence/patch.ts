import { extname } from 'node:path';
import type { ChangedFile } from '@plimsoll/github';
import { type Evidence, known, type NamePattern, type PatchSeen, sumOf, type Tally, unknown } from '@plimsoll/policy';
import type { CoverageTotals, FileCoverage, LineRows } from '@plimsoll/reports';
import type { Changes } from '../github/answers.ts';

/** What changed, if there is anything to compare with, and what is known to be covered. */
export interface PatchQuestion extends Omit<PatchRequest, 'changed'> {
  readonly changes: Changes | undefined;
}

/** Coverage of the changed lines; unknown without a base, and where GitHub does not list all that changed. */
export function patchEvidence({ changes, coverage, exempt }: PatchQuestion): Evidence<PatchSeen> {
  if (changes === undefined) {
    return unknown(
      'coverage',
      'There is nothing to compare with: no live deployment, no pull request, no commit before. Name the environment that is deployed to, or run on a push or pull request.',
    );
  }
  const { files, filesComplete } = changes.comparison;
  if (!filesComplete) {
    return unknown(
      'coverage',
      `More than the ${files.length} files that GitHub lists were changed, and of the rest nothing is known.`,
    );
  }
  return known(patchCoverage({ changed: files, coverage, exempt }));
}

/** Changes, and what is known to be covered. */
export interface PatchRequest {
  readonly changed: readonly ChangedFile[];
  readonly coverage: CoverageTotals;
  /** Changed files that need not be measured. */
  readonly exempt: readonly NamePattern[];
}

/**
 * Endings of names whose files one tool measures together: where `.ts` is measured, a first `.tsx` that no test loads is missing from the report,
 * not of another kind.
 */
const MEASURED_TOGETHER: readonly (readonly string[])[] = [
  ['.js', '.jsx', '.mjs', '.cjs', '.ts', '.tsx', '.mts', '.cts', '.vue', '.svelte'],
  ['.java', '.kt', '.scala', '.groovy'],
  ['.c', '.cc', '.cpp', '.cxx', '.h', '.hh', '.hpp', '.hxx'],
];

/**
 * Coverage of the changed lines. A changed file of a kind that is measured (by the ending of its name) has to be in a report with its lines:
 * most tools say nothing of files that no test loads, which are those that matter here. Only the whole path tells which file is meant: in a
 * monorepo the end of one, such as `src/index.ts`, is that of several.
 */
export function patchCoverage({ changed, coverage, exempt }: PatchRequest): PatchSeen {
  const measured = new Map<string, readonly FileCoverage[]>();
  for (const file of coverage.files) measured.set(file.path, [...(measured.get(file.path) ?? []), file]);
  const endings = measuredEndings(coverage);
  const isExempt = (path: string): boolean => exempt.some((pattern) => pattern.matches(path));
  const unmeasured: string[] = [];
  const tallies: Tally[] = [];
  for (const { path, changedLines } of changed.filter((file) => hasNewLines(file) && !isExempt(file.path))) {
    const rows = rowsOf(path, measured);
    if (rows !== undefined && changedLines !== undefined) tallies.push(tallyOf(changedLines, rows));
    else if (measured.has(path) || endings.has(extname(path))) unmeasured.push(path);
  }
  return { lines: sumOf(tallies), unmeasured };
}

/** A file whose lines GitHub does not show may have any. */
function hasNewLines({ status, changedLines }: ChangedFile): boolean {
  return status !== 'removed' && status !== 'unchanged' && changedLines?.length !== 0;
}

function measuredEndings({ files }: CoverageTotals): ReadonlySet<string> {
  const own = new Set(files.map(({ path }) => extname(path)));
  const related = MEASURED_TOGETHER.filter((endings) => endings.some((ending) => own.has(ending)));
  return new Set([...own, ...related.flat()]);
}

/** The lines of a file, where it is clear which of the measured ones it is. */
function rowsOf(path: string, measured: ReadonlyMap<string, readonly FileCoverage[]>): LineRows | undefined {
  const files = measured.get(path) ?? [];
  return files.length === 1 ? files[0]?.rows : undefined;
}

function tallyOf(lines: readonly number[], { covered, uncovered }: LineRows): Tally {
  const wanted = new Set(lines);
  const count = (rows: LineRows['covered']): number => {
    let sum = 0;
    for (const line of rows) if (wanted.has(line)) sum += 1;
    return sum;
  };
  const hit = count(covered);
  return { covered: hit, total: hit + count(uncovered) };
}
