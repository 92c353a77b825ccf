/** So many of so many; `0 <= covered <= total`. */
export interface Tally {
  readonly covered: number;
  readonly total: number;
}

/** Digits after the point that count of a threshold. */
const DIGITS = 10;
const SCALE = 10n ** BigInt(DIGITS);

/** Whether a share reaches a percentage, exactly: floating point would let 91.99999999999999 pass for 92, or refuse 92. */
export function reaches({ covered, total }: Tally, percent: number): boolean {
  return BigInt(covered) * 100n * SCALE >= scaled(percent) * BigInt(total);
}

/** Whether `now` is at most so many percentage points below `before`, exactly. */
export function keepsUp(now: Tally, before: Tally, points: number): boolean {
  const [nowTotal, beforeTotal] = [BigInt(now.total), BigInt(before.total)];
  const drop = BigInt(before.covered) * nowTotal - BigInt(now.covered) * beforeTotal;
  return drop * 100n * SCALE <= scaled(points) * nowTotal * beforeTotal;
}

/** `91.99 %`: rounded down, so that what is below a threshold never looks as if it reached it. */
export function percentText({ covered, total }: Tally): string {
  if (total === 0) return 'nothing';
  const hundredths = (BigInt(covered) * 10_000n) / BigInt(total);
  return `${Number(hundredths) / 100} %`;
}

export function sumOf(tallies: Iterable<Tally>): Tally {
  let covered = 0;
  let total = 0;
  for (const one of tallies) {
    covered += one.covered;
    total += one.total;
  }
  return { covered, total };
}

function scaled(percent: number): bigint {
  return BigInt(percent.toFixed(DIGITS).replace('.', ''));
}
