const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** Bytes for people, in powers of 1000: `512 B`, `1.4 kB`, `10 MB`. */
export function formatBytes(bytes: number): string {
  let amount = bytes;
  let unit = 0;
  // What would be rounded to 1000 of a unit is 1 of the next.
  while (unit < UNITS.length - 1 && rounded(amount, unit) >= 1000) {
    amount /= 1000;
    unit += 1;
  }
  return `${rounded(amount, unit)} ${UNITS[unit]}`;
}

function rounded(amount: number, unit: number): number {
  return unit === 0 ? Math.round(amount) : Math.round(amount * 10) / 10;
}
