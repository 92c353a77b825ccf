/** A share (0 to 1) as people read it, with two digits that count: `26 %`, `0.27 %`. */
export function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))} %`;
}

/** A limit as it was given, without the dust of binary fractions. */
export function limit(share: number): string {
  return `${Number((share * 100).toPrecision(12))} %`;
}

/** Milliseconds with three digits that count, and never less than whole ones from 100 on. */
export function milliseconds(value: number): string {
  return `${value >= 100 ? Math.round(value) : Number(value.toPrecision(3))} ms`;
}

/** `1 sample`, `2 samples`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** `p95` for 0.95, `p99.9` for 0.999, `p100` for 1. */
export function percentileName(percentile: number): string {
  return `p${Number((percentile * 100).toPrecision(12))}`;
}
