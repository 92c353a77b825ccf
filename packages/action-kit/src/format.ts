const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** Milliseconds for people: `850 ms`, `1.4 s`, `2 min 3 s`, `1 h 5 min`. */
export function formatDuration(ms: number): string {
  if (ms < SECOND && Math.round(ms) < SECOND) {
    return `${Math.round(ms)} ms`;
  }
  const tenths = Math.round(ms / 100);
  if (tenths < 600) {
    return `${tenths / 10} s`;
  }
  const seconds = Math.round(ms / SECOND);
  if (seconds < HOUR / SECOND) {
    return twoUnits([Math.floor(seconds / 60), 'min'], [seconds % 60, 's']);
  }
  const minutes = Math.round(ms / MINUTE);
  return twoUnits([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min']);
}

/** Bytes for people, in powers of 1000: `512 B`, `1.4 kB`, `10 MB`. */
export function formatBytes(bytes: number): string {
  let amount = bytes;
  let unit = 0;
  while (unit < BYTE_UNITS.length - 1 && rounded(amount, unit) >= 1000) {
    amount /= 1000;
    unit += 1;
  }
  return `${rounded(amount, unit)} ${BYTE_UNITS[unit]}`;
}

function rounded(amount: number, unit: number): number {
  return unit === 0 ? Math.round(amount) : Math.round(amount * 10) / 10;
}

function twoUnits(large: readonly [number, string], small: readonly [number, string]): string {
  return small[0] === 0 ? large.join(' ') : `${large.join(' ')} ${small.join(' ')}`;
}
