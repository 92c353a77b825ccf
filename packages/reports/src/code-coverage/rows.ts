/**
 * Rows of whole numbers in one array, `width` numbers each: what a row is about, and at its end 1 if it was covered, else 0. Rows about the
 * same are one row, covered if any of them is.
 */

/** Line, block, branch, taken. */
export const BRANCH_WIDTH = 4;

/** First line and column, last line and column, statements, covered. */
export const BLOCK_WIDTH = 6;

/** A line and whether it is covered, in one number, so that five million of them take 20 MB. */
export const LINE_WIDTH = 1;

/** Packs a line. */
export function lineRow(line: number, isCovered: boolean): number {
  return line * 2 + (isCovered ? 1 : 0);
}

/** Sorted, each row once. Gives back the same array when nothing was to be done. */
export function united(rows: Int32Array<ArrayBuffer>, width: number): Int32Array<ArrayBuffer> {
  if (isUnited(rows, width)) return rows;
  return width === LINE_WIDTH ? unitedLines(rows) : unitedRows(rows, width);
}

/** How many rows are covered, each counted as `weight` says. */
export function sumCovered(rows: Int32Array, width: number, weight: (row: number) => number): number {
  let sum = 0;
  for (let row = 0; row < rows.length; row += width) sum += (rows[row + width - 1] ?? 0) === 0 ? 0 : weight(row);
  return sum;
}

function isUnited(rows: Int32Array, width: number): boolean {
  return width === LINE_WIDTH ? areLinesUnited(rows) : areRowsUnited(rows, width);
}

function areLinesUnited(rows: Int32Array): boolean {
  for (let index = 1; index < rows.length; index += 1) {
    if ((rows[index - 1] ?? 0) >> 1 >= (rows[index] ?? 0) >> 1) return false;
  }
  return true;
}

function areRowsUnited(rows: Int32Array, width: number): boolean {
  for (let row = width; row < rows.length; row += width) {
    if (compare(rows, { width, one: row - width, other: row }) >= 0) return false;
  }
  return true;
}

interface Pair {
  readonly width: number;
  readonly one: number;
  readonly other: number;
}

/** By what two rows are about, not by whether they are covered; 0 when it is the same. */
function compare(rows: Int32Array, { width, one, other }: Pair): number {
  for (let column = 0; column < width - 1; column += 1) {
    const difference = (rows[one + column] ?? 0) - (rows[other + column] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function unitedLines(rows: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  // A covered row of a line is one more than one that is not, so that it comes last.
  const sorted = rows.slice().sort();
  let length = 0;
  for (let index = 0; index < sorted.length; index += 1) {
    const row = sorted[index] ?? 0;
    if (row >> 1 === (sorted[index + 1] ?? -1) >> 1) continue;
    sorted[length] = row;
    length += 1;
  }
  return sorted.slice(0, length);
}

function unitedRows(rows: Int32Array<ArrayBuffer>, width: number): Int32Array<ArrayBuffer> {
  const order = Uint32Array.from({ length: rows.length / width }, (_, index) => index * width);
  order.sort((one, other) => compare(rows, { width, one, other }));
  const result = new Int32Array(rows.length);
  let length = 0;
  for (const [index, row] of order.entries()) {
    const before = order[index - 1];
    if (before !== undefined && compare(rows, { width, one: before, other: row }) === 0) {
      result[length - 1] = (result[length - 1] ?? 0) | (rows[row + width - 1] ?? 0);
      continue;
    }
    result.set(rows.subarray(row, row + width), length);
    length += width;
  }
  return result.slice(0, length);
}
