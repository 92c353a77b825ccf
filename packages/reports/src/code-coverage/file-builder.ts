import type { FileCoverage, LineRows, Tally } from '../facts.ts';
import { MAX_KEPT_NUMBERS, MAX_LINE } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';
import { Int32List } from './int32-list.ts';
import { BLOCK_WIDTH, BRANCH_WIDTH, LINE_WIDTH, lineRow, sumCovered, united } from './rows.ts';

/** One way out of a place in the code where it branches. */
export interface Branch {
  readonly line: number;
  /** With `branch`, what tells it from the others of its line. */
  readonly block: number;
  readonly branch: number;
  readonly isTaken: boolean;
}

/** One block of Go, by where it begins and ends. */
export interface Block {
  readonly firstLine: number;
  readonly firstColumn: number;
  readonly lastLine: number;
  readonly lastColumn: number;
  readonly statements: number;
  readonly isCovered: boolean;
}

/** Rows are united when there are this many times more of them than after the last time. */
const GROWTH = 2;

/** Rows up to which there is no hurry to unite them. */
const FEW = 4096;

/** Collects what reports say of one source file. The same row may come any number of times. */
export class FileBuilder {
  readonly #lines = new Rows(LINE_WIDTH);
  readonly #branches = new Rows(BRANCH_WIDTH);
  readonly #blocks = new Rows(BLOCK_WIDTH);
  #totals: { readonly lines: Tally; readonly branches: Tally } | undefined;

  /** @throws Unreadable for a number that no line has. */
  addLine(line: number, isCovered: boolean): void {
    checkLine(line);
    this.#lines.list.add(lineRow(line, isCovered));
    this.#lines.settle();
  }

  addBranch({ line, block, branch, isTaken }: Branch): void {
    checkLine(line);
    const { list } = this.#branches;
    list.add(line);
    list.add(block);
    list.add(branch);
    list.add(isTaken ? 1 : 0);
    this.#branches.settle();
  }

  addBlock(block: Block): void {
    checkLine(block.lastLine);
    const { list } = this.#blocks;
    list.add(block.firstLine);
    list.add(block.firstColumn);
    list.add(block.lastLine);
    list.add(block.lastColumn);
    list.add(block.statements);
    list.add(block.isCovered ? 1 : 0);
    this.#blocks.settle();
  }

  /** What is known where there are no rows. */
  setTotals(lines: Tally, branches: Tally): void {
    this.#totals = { lines, branches };
  }

  /** Adds what another report says of the same file. */
  addFile({ rows, branchRows, blocks }: FileCoverage): void {
    for (const line of rows?.covered ?? []) this.addLine(line, true);
    for (const line of rows?.uncovered ?? []) this.addLine(line, false);
    this.#branches.addAll(branchRows);
    this.#blocks.addAll(blocks);
  }

  /** Numbers of 32 bits that are kept. */
  get size(): number {
    return this.#lines.list.length + this.#branches.list.length + this.#blocks.list.length;
  }

  /**
   * What is known of the file. The builder is empty afterwards, for the next one.
   * @throws Unreadable when one place in the code is said to be two blocks
   */
  finish(path: string): FileCoverage {
    const [blocks, branchRows] = [this.#blocks.finish(), this.#branches.finish()];
    const rows = splitRows(this.#lines.united());
    const totals = rows.covered.length + rows.uncovered.length === 0 ? this.#totals : undefined;
    const file = {
      path,
      lines: this.#linesTally(rows, blocks),
      branches: totals !== undefined && branchRows === undefined ? totals.branches : branchTally(branchRows),
      rows: totals === undefined ? rows : undefined,
      branchRows,
      blocks,
    };
    this.#lines.clear();
    this.#totals = undefined;
    return file;
  }

  #linesTally({ covered, uncovered }: LineRows, blocks: Int32Array | undefined): Tally {
    if (blocks !== undefined) return blockTally(blocks);
    const total = covered.length + uncovered.length;
    return total === 0 && this.#totals !== undefined ? this.#totals.lines : { covered: covered.length, total };
  }
}

/** Rows of one kind, united again and again while they come, so that repeated ones take no memory. */
class Rows {
  readonly list = new Int32List();
  readonly #width: number;
  #limit = FEW;

  constructor(width: number) {
    this.#width = width;
  }

  settle(): void {
    if (this.list.length < this.#limit) return;
    this.list.replace(united(this.list.numbers(), this.#width));
    if (this.list.length > MAX_KEPT_NUMBERS)
      throw new Unreadable(`a file has more rows than the ${MAX_KEPT_NUMBERS} that are kept`);
    this.#limit = Math.max(FEW, this.list.length * GROWTH);
  }

  addAll(rows: Int32Array | undefined): void {
    for (const number of rows ?? []) this.list.add(number);
    this.settle();
  }

  /** All rows, to be read before the next one is added. */
  united(): Int32Array<ArrayBuffer> {
    return united(this.list.numbers(), this.#width);
  }

  /** All rows in memory of their own; undefined for none. There are none afterwards. */
  finish(): Int32Array | undefined {
    const rows = this.list.length === 0 ? undefined : this.united().slice();
    this.clear();
    return rows;
  }

  clear(): void {
    this.list.clear();
    this.#limit = FEW;
  }
}

const NONE: Tally = { covered: 0, total: 0 };

function checkLine(line: number): void {
  if (!Number.isInteger(line) || line < 0 || line > MAX_LINE)
    throw new Unreadable(`${line} is not the number of a line`);
}

function branchTally(rows: Int32Array | undefined): Tally {
  if (rows === undefined) return NONE;
  return { covered: sumCovered(rows, BRANCH_WIDTH, () => 1), total: rows.length / BRANCH_WIDTH };
}

const STATEMENTS = 4;

function blockTally(rows: Int32Array): Tally {
  let total = 0;
  for (let row = 0; row < rows.length; row += BLOCK_WIDTH) {
    if (isSamePlace(rows, row - BLOCK_WIDTH, row)) {
      const said = [row - BLOCK_WIDTH, row].map((one) => rows[one + STATEMENTS]).join(' and ');
      throw new Unreadable(`the block of Go that begins on line ${rows[row]} has ${said} statements`);
    }
    total += rows[row + STATEMENTS] ?? 0;
  }
  return { covered: sumCovered(rows, BLOCK_WIDTH, (row) => rows[row + STATEMENTS] ?? 0), total };
}

/** As `go tool cover` refuses it: another compiler, or another version of the file. */
function isSamePlace(rows: Int32Array, one: number, other: number): boolean {
  for (let column = 0; column < STATEMENTS; column += 1) {
    if (rows[one + column] !== rows[other + column]) return false;
  }
  return true;
}

function splitRows(rows: Int32Array): LineRows {
  let covered = 0;
  for (let index = 0; index < rows.length; index += 1) covered += (rows[index] ?? 0) & 1;
  const isSmall = (rows.at(-1) ?? 0) >> 1 <= 0xffff;
  // One piece of memory for both, since there are so many of them.
  const memory = new ArrayBuffer(rows.length * (isSmall ? 2 : 4));
  const split = isSmall
    ? { covered: new Uint16Array(memory, 0, covered), uncovered: new Uint16Array(memory, covered * 2) }
    : { covered: new Int32Array(memory, 0, covered), uncovered: new Int32Array(memory, covered * 4) };
  let nextCovered = 0;
  let nextUncovered = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    if ((row & 1) === 1) split.covered[nextCovered++] = row >> 1;
    else split.uncovered[nextUncovered++] = row >> 1;
  }
  return split;
}
