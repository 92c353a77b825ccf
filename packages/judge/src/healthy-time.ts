/** For how long a service was seen healthy. */
export interface HealthyTime {
  /** A sample that is evidence, at this time in milliseconds. */
  seen(at: number): void;
  /** It was not healthy: what was counted is lost. */
  restart(): void;
  /** In milliseconds. */
  soFar(): number;
  isReached(): boolean;
}

/**
 * Counts the time between samples that are evidence. One silence makes up at most half of the goal, so that a runner that slept, or only
 * saw errors of its own, does not get to the goal by the clock. A time before the latest, or none at all, counts nothing.
 */
export function createHealthyTime(goalMs: number): HealthyTime {
  let latest = Number.NaN;
  let total = 0;
  return {
    seen(at) {
      const gap = at - latest;
      if (gap > 0) total += Math.min(gap, goalMs / 2);
      if (gap > 0 || Number.isNaN(latest)) latest = at;
    },
    restart() {
      latest = Number.NaN;
      total = 0;
    },
    soFar: () => total,
    isReached: () => total >= goalMs,
  };
}
