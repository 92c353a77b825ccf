import { Failure } from '@plimsoll/outcome';
import type { CoverageFacts, FileCoverage, LineRows, Tally } from '../facts.ts';
import { totalsOf } from './builder.ts';
import { FileBuilder } from './file-builder.ts';

/** What several reports of coverage say together. */
export interface CoverageTotals {
  readonly lines: Tally;
  readonly branches: Tally;
  /** In the order in which they were first seen. A path that means several files, see `mergeCoverage`, is there for each of them. */
  readonly files: readonly MergedFile[];
}

/** A source file with the reports that speak of it. */
export interface MergedFile extends FileCoverage {
  readonly reports: readonly string[];
}

interface Part {
  readonly report: string;
  readonly file: FileCoverage;
}

/**
 * Unites reports by path: a line, branch or block is covered when any report has it covered. Where one of two reports of a path has
 * totals only, the one with rows counts; where both have, the one that covers more, if they agree on the total.
 *
 * A relative path is the same file in two reports only if both know the same lines: in a monorepo each package has its own
 * `src/index.ts`, and what covers one of them says nothing of the other. With other lines, both are counted.
 *
 * @throws Failure `report` when reports with totals only contradict each other about the size of a file.
 */
export function mergeCoverage(reports: readonly CoverageFacts[]): CoverageTotals {
  const [only] = reports;
  // In one report each path is there once: nothing to unite, for reports of many files.
  if (only !== undefined && reports.length === 1)
    return { lines: only.lines, branches: only.branches, files: alone(only) };
  const byPath = new Map<string, Part[]>();
  for (const { file: report, files } of reports) {
    for (const file of files) {
      const parts = byPath.get(file.path);
      if (parts === undefined) byPath.set(file.path, [{ report, file }]);
      else parts.push({ report, file });
    }
  }
  const files = [...byPath.values()].flatMap((parts) => sameFiles(parts).map(mergeParts));
  return { ...totalsOf(files), files };
}

function alone({ file, files }: CoverageFacts): MergedFile[] {
  const reports = [file];
  return files.map((one) => ({ ...one, reports }));
}

/** Parts of one path, in groups that mean the same file. */
function sameFiles(parts: readonly Part[]): Part[][] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const group = groups.find(([first]) => first !== undefined && isSameFile(first.file, part.file));
    if (group === undefined) groups.push([part]);
    else group.push(part);
  }
  return groups;
}

function isSameFile(one: FileCoverage, other: FileCoverage): boolean {
  const isUnmistakable = /^(?:\/|[A-Za-z]:\/)/u.test(one.path) || one.blocks !== undefined;
  if (isUnmistakable || one.rows === undefined || other.rows === undefined) return true;
  return lineCount(one.rows) === lineCount(other.rows) && knowsAll(one.rows, other.rows);
}

function lineCount({ covered, uncovered }: LineRows): number {
  return covered.length + uncovered.length;
}

function knowsAll(one: LineRows, other: LineRows): boolean {
  const known = new Set(one.covered);
  for (const line of one.uncovered) known.add(line);
  return other.covered.every((line) => known.has(line)) && other.uncovered.every((line) => known.has(line));
}

function mergeParts(parts: readonly Part[]): MergedFile {
  const reports = parts.map(({ report }) => report);
  const [first, ...others] = parts;
  if (first === undefined) throw new Error('There are no parts.');
  if (others.length === 0) return { ...first.file, reports };
  const withRows = parts.filter(({ file }) => file.rows !== undefined);
  if (withRows.length === 0) return { ...largest(parts), reports };
  const builder = new FileBuilder();
  for (const { file } of withRows) builder.addFile(file);
  return { ...builder.finish(first.file.path), reports };
}

/** Of totals alone, only this is sure: together they cover no less than the one that covers most. */
function largest(parts: readonly Part[]): FileCoverage {
  const [first, ...others] = parts.map(({ file }) => file);
  if (first === undefined) throw new Error('There are no parts.');
  for (const { lines, branches } of others) {
    if (lines.total !== first.lines.total || branches.total !== first.branches.total) {
      throw new Failure('report', contradiction(parts, first.path));
    }
  }
  const most = (tallies: readonly Tally[], total: number): Tally => ({
    covered: Math.max(...tallies.map(({ covered }) => covered)),
    total,
  });
  const all = [first, ...others];
  return {
    ...first,
    lines: most(
      all.map(({ lines }) => lines),
      first.lines.total,
    ),
    branches: most(
      all.map(({ branches }) => branches),
      first.branches.total,
    ),
  };
}

function contradiction(parts: readonly Part[], path: string): string {
  const said = parts.map(({ report, file }) => `${report} says ${file.lines.total} lines`).join(', ');
  return `The reports of ${path} contradict each other: ${said}. Give reports with lines, or of one run only.`;
}
