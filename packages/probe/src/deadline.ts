import type { ProbePorts } from './probe.ts';

export interface DeadlineRequest {
  readonly ports: Pick<ProbePorts, 'now'>;
  readonly totalMs: number;
  readonly onOver: () => void;
}

/** The time that an attempt has, and whether this process ran all the while. */
export interface Deadline {
  /** Ends the watch. @returns for how long the process did not run while it should have, in milliseconds; 0 when it is not worth mentioning */
  end(): number;
}

const TICK_MS = 250;
/** Machines under load are late by less, and a service may have time limits that are not much longer. */
const LEAST_MS = 1000;

/**
 * Virtual machines are paused and moved, processes stopped, loops blocked: all of it shows as a clock that has jumped between two ticks.
 * One timer does both, as every attempt pays for it.
 */
export function startDeadline({ ports, totalMs, onOver }: DeadlineRequest): Deadline {
  let leftMs = totalMs;
  let last = ports.now();
  let stoodMs = 0;
  let timer: NodeJS.Timeout | undefined;
  const look = (expectedMs: number): void => {
    const passedMs = ports.now() - last;
    if (passedMs - expectedMs >= LEAST_MS) stoodMs += passedMs - expectedMs;
    last += passedMs;
  };
  const arm = (): void => {
    const tickMs = Math.min(TICK_MS, leftMs);
    leftMs -= tickMs;
    timer = setTimeout(() => {
      look(tickMs);
      if (leftMs > 0) arm();
      else onOver();
    }, tickMs);
  };
  arm();
  return {
    end() {
      clearTimeout(timer);
      look(TICK_MS);
      return Math.round(stoodMs);
    },
  };
}
