import type { FailureCode } from '@plimsoll/outcome';
import type { Sample, Series } from '../../src/index.ts';

export interface Course {
  readonly everyMs?: number;
  readonly durationMs?: number;
  readonly series?: Series;
  readonly code?: FailureCode;
  readonly detail?: string;
  readonly from?: number;
}

/** Samples as a line: `.` ok, `x` wrong, `?` unknown, in their order in time. */
export function course(line: string, options: Course = {}): Sample[] {
  const { everyMs = 50, durationMs = 10, series = 'kept', from = 0 } = options;
  const { code = 'health', detail = '503 Service Unavailable' } = options;
  return Array.from(line, (mark, index): Sample => {
    const attempt = { at: from + index * everyMs, durationMs, series };
    if (mark === '.') return { ...attempt, kind: 'ok' };
    if (mark === 'x') return { ...attempt, kind: 'wrong', code, detail };
    return { ...attempt, kind: 'unknown', detail: 'getaddrinfo EAI_AGAIN' };
  });
}

/** One success that took so long. */
export function took(durationMs: number, at: number, series: Series = 'kept'): Sample {
  return { kind: 'ok', at, durationMs, series };
}
