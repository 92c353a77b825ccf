import { formatShare } from '@plimsoll/figures';

/** A share (0 to 1) as people read it, with two digits that count: `26 %`, `0.27 %`. */
export function percent(share: number): string {
  return formatShare(share, 2);
}

/** A limit as it was given, without the dust of binary fractions. */
export function limit(share: number): string {
  return `${Number((share * 100).toPrecision(12))} %`;
}

/** Milliseconds with three digits that count, and never less than whole ones from 100 on. */
export function milliseconds(value: number): string {
  return `${value >= 100 ? Math.round(value) : Number(value.toPrecision(3))} ms`;
}

/** `p95` for 0.95, `p99.9` for 0.999, `p100` for 1. */
export function percentileName(percentile: number): string {
  return `p${Number((percentile * 100).toPrecision(12))}`;
}
