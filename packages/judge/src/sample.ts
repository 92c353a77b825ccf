import type { FailureCode } from '@plimsoll/outcome';

/** Over which connection a sample came: a new one, handshake included, or one kept alive. */
export type Series = 'first' | 'kept';

interface Attempt {
  /** When the attempt was due, in milliseconds of a monotonic clock. */
  readonly at: number;
  /** In milliseconds. An attempt that ran into its timeout took at least that long; it is never dropped. */
  readonly durationMs: number;
  readonly series: Series;
}

/** The service did as it should. */
export interface OkSample extends Attempt {
  readonly kind: 'ok';
}

/** The service failed. */
export interface WrongSample extends Attempt {
  readonly kind: 'wrong';
  readonly code: FailureCode;
  readonly detail: string;
}

/** Our own side failed (name lookup, route, SSH, a kept connection that was closed under us): no evidence either way. */
export interface UnknownSample extends Attempt {
  readonly kind: 'unknown';
  readonly detail: string;
}

/** One attempt of one check. */
export type Sample = OkSample | WrongSample | UnknownSample;

/** A sample that is evidence. */
export type CountedSample = OkSample | WrongSample;

/**
 * The sample with times that can be counted with. A success with impossible times (NaN, negative, endless) shows nothing; a failure
 * stays one, and counts as slower than any limit.
 */
export function readable(sample: Sample): Sample {
  const timed = Number.isFinite(sample.durationMs) && sample.durationMs >= 0;
  switch (sample.kind) {
    case 'ok': {
      if (timed && Number.isFinite(sample.at)) return sample;
      const detail = `a sample with impossible times: at ${sample.at} ms, took ${sample.durationMs} ms`;
      return { kind: 'unknown', at: sample.at, durationMs: sample.durationMs, series: sample.series, detail };
    }
    case 'wrong':
      return timed ? sample : { ...sample, durationMs: Number.POSITIVE_INFINITY };
    case 'unknown':
      return sample;
  }
}
