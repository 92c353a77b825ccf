import { Unreadable } from '../unreadable.ts';
import type { FileBuilder } from './file-builder.ts';

/** So many branches of one line, as formats have it that do not tell them apart. */
export interface CountedBranches {
  readonly line: number;
  readonly covered: number;
  readonly total: number;
}

/** Branches of one line. Generated code has some hundreds. */
const MAX_BRANCHES_OF_LINE = 100_000;

/**
 * Adds branches as if the first of them were those that were taken: then two reports of one line together have the larger number, which is
 * the least that is sure.
 */
export function addCountedBranches(file: FileBuilder, { line, covered, total }: CountedBranches): void {
  if (total > MAX_BRANCHES_OF_LINE) throw new Unreadable(`line ${line} has ${total} branches`);
  for (let branch = 0; branch < total; branch += 1) {
    file.addBranch({ line, block: 0, branch, isTaken: branch < covered });
  }
}
