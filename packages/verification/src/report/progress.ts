import { counted, formatDuration } from '@plimsoll/figures';
import { cut } from './detail.ts';
import { latencyText } from './figures.ts';

/** How far a verification is. Times in milliseconds. */
export type Progress =
  | {
      readonly kind: 'readiness';
      /** What is not well yet, and why. */
      readonly waiting: readonly { readonly name: string; readonly detail: string }[];
      readonly leftMs: number;
    }
  | ({ readonly kind: 'sampling'; readonly most: number } & Counts)
  | ({ readonly kind: 'monitoring' } & Counts);

/** What was seen of one check so far. */
export interface Counts {
  readonly name: string;
  readonly samples: number;
  readonly errors: number;
  readonly unknown: number;
  /** Undefined as long as nothing was timed. */
  readonly p95Ms: number | undefined;
  readonly leftMs: number;
}

/** A log is read on one screen. */
const LONGEST_LINE = 240;
const LONGEST_DETAIL = 120;
const NAMED = 3;

/** One line, as `health: 120 samples, 0 errors, p95 84 ms, at most 900, 2.5 s left`. */
export function progressLine(progress: Progress): string {
  const left = `${formatDuration(Math.max(0, progress.leftMs))} left`;
  // The time left is what a reader looks for: a long text must not push it out.
  return `${cut(oneLine(wordsFor(progress)), LONGEST_LINE - left.length - 2)}, ${left}`;
}

function wordsFor(progress: Progress): string {
  if (progress.kind === 'readiness') return `not ready yet: ${waitingWords(progress.waiting)}`;
  const { name, samples, errors, unknown, p95Ms } = progress;
  return [
    `${name}: ${counted(samples, 'sample')}`,
    counted(errors, 'error'),
    ...(unknown === 0 ? [] : [`${unknown} unknown`]),
    ...(p95Ms === undefined ? [] : [`p95 ${latencyText(p95Ms)}`]),
    ...(progress.kind === 'sampling' ? [`at most ${progress.most}`] : []),
  ].join(', ');
}

function waitingWords(waiting: readonly { readonly name: string; readonly detail: string }[]): string {
  const named = waiting
    .slice(0, NAMED)
    .map(({ name, detail }) => `${name} (${cut(detail, LONGEST_DETAIL / Math.min(NAMED, waiting.length))})`);
  const others = waiting.length - named.length;
  return [...named, ...(others > 0 ? [`${others} more`] : [])].join(', ');
}

/** What could end the line, move the cursor or hide text becomes a space. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}
