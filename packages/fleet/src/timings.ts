/** How long the parts of a run took, in milliseconds, in the order in which they first ended. Parts of several hosts overlap: the longest counts. */
export interface Timings {
  measure<T>(part: string, work: Promise<T>): Promise<T>;
  readonly parts: () => { readonly [part: string]: number };
}

/** @param tick a clock in milliseconds that never goes back */
export function createTimings(tick: () => number): Timings {
  const parts = new Map<string, number>();
  return {
    measure: async (part, work) => {
      const startedAt = tick();
      try {
        return await work;
      } finally {
        parts.set(part, Math.max(parts.get(part) ?? 0, Math.round(tick() - startedAt)));
      }
    },
    parts: () => Object.fromEntries(parts),
  };
}
