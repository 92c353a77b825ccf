import { Failure } from '@plimsoll/outcome';
import type { CoverageFacts, FileCoverage, LineRows, Tally } from '../facts.ts';
import { Unreadable } from '../unreadable.ts';
import { totalsOf } from './builder.ts';
import { FileBuilder } from './file-builder.ts';

/** What several reports of coverage say together. */
export interface CoverageTotals {
  readonly lines: Tally;
  readonly branches: Tally;
  /** Each path once, in the order in which they were first seen. */
  readonly files: readonly MergedFile[];
}

/** A source file with the reports that speak of it. */
export interface MergedFile extends FileCoverage {
  readonly reports: readonly string[];
  /**
   * Whether reports know other lines of it than others do: they were made of another version, in another way, or of two files of one name.
   * Where nothing tells which, see `mergeCoverage`, no lines are known of it.
   */
  readonly isDisputed: boolean;
}

interface Part {
  readonly report: string;
  readonly file: FileCoverage;
}

/**
 * Unites reports by path, line by line: a line, branch or block is covered when any report has it covered. Where one of two reports of a path
 * has totals only, the one with rows counts; where both have, the one that covers more. They have to agree on the total.
 *
 * Where reports know other lines of a path, that path may be one file or several (in a monorepo each package has its own `src/index.ts`, and
 * what covers one of them says nothing of the other). If nothing tells, it is counted as one and as several, and the smaller share stands: a merge never
 * makes a share larger than both readings allow.
 *
 * @param isOneFile whether a path is that of one file, whichever report names it; packages of Go always are
 * @throws Failure `report` when reports contradict each other about the number of lines of a file, and one of them does not say which.
 */
export function mergeCoverage(reports: readonly CoverageFacts[], isOneFile: (path: string) => boolean): CoverageTotals {
  const byPath = new Map<string, Part[]>();
  for (const { file: report, files } of reports) {
    for (const file of files) {
      const parts = byPath.get(file.path);
      if (parts === undefined) byPath.set(file.path, [{ report, file }]);
      else parts.push({ report, file });
    }
  }
  const files = Array.from(byPath, ([path, parts]) => mergeParts(parts, isOneFile(path)));
  return { ...totalsOf(files), files };
}

function mergeParts(parts: readonly Part[], isOne: boolean): MergedFile {
  const reports = parts.map(({ report }) => report);
  const [first, ...others] = parts.map(({ file }) => file);
  if (first === undefined) throw new Error('There are no parts.');
  if (others.length === 0) return { ...first, reports, isDisputed: false };
  const all = [first, ...others];
  const withRows = all.filter(({ rows }) => rows !== undefined);
  if (withRows.length === 0) return { ...largest(parts, first), reports, isDisputed: false };
  const versions = versionsOf(withRows).map(united);
  const whole = united(withRows);
  checkTotals(parts, whole);
  const isDisputed = versions.length > 1;
  const isKnown = !isDisputed || isOne || first.blocks !== undefined;
  return { ...(isKnown ? whole : smallerShare(whole, versions)), reports, isDisputed };
}

/** In groups that know the same lines. */
function versionsOf(files: readonly FileCoverage[]): readonly (readonly FileCoverage[])[] {
  const groups: FileCoverage[][] = [];
  for (const file of files) {
    const group = groups.find(([first]) => first?.rows !== undefined && knowsSame(first.rows, file.rows));
    if (group === undefined) groups.push([file]);
    else group.push(file);
  }
  return groups;
}

function knowsSame(one: LineRows, other: LineRows | undefined): boolean {
  if (other === undefined || lineCount(one) !== lineCount(other)) return false;
  const known = new Set(one.covered);
  for (const line of one.uncovered) known.add(line);
  return other.covered.every((line) => known.has(line)) && other.uncovered.every((line) => known.has(line));
}

function lineCount({ covered, uncovered }: LineRows): number {
  return covered.length + uncovered.length;
}

function united(files: readonly FileCoverage[]): FileCoverage {
  const [first, ...others] = files;
  if (first === undefined) throw new Error('There are no files.');
  if (others.length === 0) return first;
  const builder = new FileBuilder();
  for (const file of files) builder.addFile(file);
  try {
    return builder.finish(first.path);
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    const why = `The reports of ${first.path} contradict each other: ${cause.message}`;
    throw new Failure('report', `${why}. Give reports of one version of the code.`, { cause });
  }
}

/** As one file or as several, whichever covers less of it. Which lines those are, nobody knows. */
function smallerShare(whole: FileCoverage, versions: readonly FileCoverage[]): FileCoverage {
  const apart = totalsOf(versions);
  return {
    path: whole.path,
    lines: smaller(whole.lines, apart.lines),
    branches: smaller(whole.branches, apart.branches),
    rows: undefined,
    branchRows: undefined,
    blocks: undefined,
  };
}

function smaller(one: Tally, other: Tally): Tally {
  return one.covered * other.total <= other.covered * one.total ? one : other;
}

/** Of totals alone, only this is sure: together they cover no less than the one that covers most. */
function largest(parts: readonly Part[], first: FileCoverage): FileCoverage {
  const files = parts.map(({ file }) => file);
  if (files.some((file) => isAnother(file, first))) throw contradiction(parts);
  const most = (tallies: readonly Tally[], total: number): Tally => ({
    covered: Math.max(...tallies.map(({ covered }) => covered)),
    total,
  });
  return {
    ...first,
    lines: most(
      files.map(({ lines }) => lines),
      first.lines.total,
    ),
    branches: most(
      files.map(({ branches }) => branches),
      first.branches.total,
    ),
  };
}

function isAnother({ lines, branches }: FileCoverage, than: FileCoverage): boolean {
  return lines.total !== than.lines.total || branches.total !== than.branches.total;
}

/** Whoever says only how many lines there are has to mean those that others show: rows of a few would stand for all of them. */
function checkTotals(parts: readonly Part[], { lines }: FileCoverage): void {
  const isOff = parts.some(({ file }) => file.rows === undefined && file.lines.total !== lines.total);
  if (isOff) throw contradiction(parts);
}

function contradiction(parts: readonly Part[]): Failure {
  const said = parts.map(({ report, file }) => `${report} says ${file.lines.total} lines`).join(', ');
  const path = parts[0]?.file.path ?? '';
  return new Failure(
    'report',
    `The reports of ${path} contradict each other: ${said}. Give reports with lines, or of one run only.`,
  );
}
