const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds for people: `850 ms`, `1.4 s`, `2 min 3 s`, `1 h 5 min`. */
export function formatDuration(ms: number): string {
  // Each is rounded before it is compared, so that nothing reads `1000 ms` or `60 s`.
  if (Math.round(ms) < SECOND) return `${Math.round(ms)} ms`;
  const tenths = Math.round(ms / 100);
  if (tenths < 600) return `${tenths / 10} s`;
  const seconds = Math.round(ms / SECOND);
  if (seconds < HOUR / SECOND) return twoUnits([Math.floor(seconds / 60), 'min'], [seconds % 60, 's']);
  const minutes = Math.round(ms / MINUTE);
  return twoUnits([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min']);
}

function twoUnits(large: readonly [number, string], small: readonly [number, string]): string {
  return small[0] === 0 ? large.join(' ') : `${large.join(' ')} ${small.join(' ')}`;
}
