import { latencyText } from './figures.ts';

/** Values from `from` to below `to`, in milliseconds. */
export interface Bucket {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Names of the percentiles that lie in it. */
  readonly marks: readonly string[];
}

/** A value to be found again in the histogram, as `p95`. */
export interface Mark {
  readonly name: string;
  readonly value: number;
}

interface Range {
  readonly lowest: number;
  readonly highest: number;
}

/** More lines than this are no picture any more. */
const MOST_LINES = 16;
/** What is quicker than this is all the same to a service. */
const LEAST_MS = 0.1;
/** What is slower is not told apart any more. */
const MOST_MS = 1e7;

/** Preferred numbers within a decade (IEC 60063 and 1-2-5), the finest first: spaced as evenly on a log scale as round numbers can be. */
const SCALES: readonly (readonly number[])[] = [
  [1, 1.1, 1.2, 1.3, 1.5, 1.6, 1.8, 2, 2.2, 2.4, 2.7, 3, 3.3, 3.6, 3.9, 4.3, 4.7, 5.1, 5.6, 6.2, 6.8, 7.5, 8.2, 9.1],
  [1, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 3.9, 4.7, 5.6, 6.8, 8.2],
  [1, 1.5, 2.2, 3.3, 4.7, 6.8],
  [1, 2, 5],
  [1],
];

/** Counts in log-spaced buckets from the quickest to the slowest value; the finest of the scales that makes a picture of it. */
export function histogram(values: readonly number[], marks: readonly Mark[]): readonly Bucket[] {
  const times = values.filter((value) => !Number.isNaN(value)).map(within);
  if (times.length === 0) return [];
  const range = { lowest: least(times), highest: most(times) };
  const pictures = SCALES.map((scale) => bucketsBetween(edgesOf(scale, range), times, marks));
  return pictures.find((buckets) => linesOf(buckets).length <= MOST_LINES) ?? pictures.at(-1) ?? [];
}

function bucketsBetween(edges: readonly number[], times: readonly number[], marks: readonly Mark[]): readonly Bucket[] {
  const bucketOf = (value: number): number => edges.findLastIndex((edge) => edge <= value);
  const counts = edges.slice(1).map(() => 0);
  for (const bucket of times.map(bucketOf)) counts[bucket] = (counts[bucket] ?? 0) + 1;
  return counts.map((count, index) => ({
    from: edges[index] ?? 0,
    to: edges[index + 1] ?? 0,
    count,
    marks: marks.filter(({ value }) => bucketOf(value) === index).map(({ name }) => name),
  }));
}

const BAR_LENGTH = 32;
/** Eighths of a block: a bar can be as fine as that. */
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** One line a bucket: its limits, a bar, its count, and the percentiles that lie in it. A gap is one line, however wide it is. */
export function histogramText(buckets: readonly Bucket[]): string {
  const highest = most(buckets.map(({ count }) => count));
  const lines = linesOf(buckets);
  const limits = lines.flatMap((line) =>
    line === GAP ? [] : [[latencyText(line.from), latencyText(line.to)] as const],
  );
  const [fromWidth, toWidth] = [most(limits.map(([from]) => from.length)), most(limits.map(([, to]) => to.length))];
  const text = ({ from, to, count, marks }: Bucket): string => {
    const range = `${latencyText(from).padStart(fromWidth)} – ${latencyText(to).padStart(toWidth)}`;
    const bar = barOf(count / Math.max(1, highest), count > 0).padEnd(BAR_LENGTH);
    const number = String(count).padStart(String(highest).length);
    return [range, bar, number, ...(marks.length === 0 ? [] : ['◄', ...marks])].join(' ');
  };
  return lines.map((line) => (line === GAP ? '⋮'.padStart(fromWidth) : text(line))).join('\n');
}

const GAP = 'gap';
/** A gap that takes no more lines than this is drawn as it is. */
const DRAWN_GAP = 2;

type Line = Bucket | typeof GAP;

function linesOf(buckets: readonly Bucket[]): readonly Line[] {
  const isInGap = (index: number): boolean => buckets[index]?.count === 0 && buckets[index]?.marks.length === 0;
  return buckets.flatMap((bucket, index): readonly Line[] => {
    if (!isInGap(index)) return [bucket];
    const begin = buckets.findLastIndex((_, at) => at < index && !isInGap(at)) + 1;
    const end = buckets.findIndex((_, at) => at > index && !isInGap(at));
    if (end - begin <= DRAWN_GAP) return [bucket];
    return index === begin ? [GAP] : [];
  });
}

/** Even one of ten thousand is seen. */
function barOf(share: number, isSeen: boolean): string {
  const eighths = Math.max(isSeen ? 1 : 0, Math.round(share * BAR_LENGTH * EIGHTHS.length));
  return '█'.repeat(Math.floor(eighths / EIGHTHS.length)) + (EIGHTHS[eighths % EIGHTHS.length] ?? '');
}

/** From the last edge at or below the lowest value to the first one above the highest. */
function edgesOf(scale: readonly number[], { lowest, highest }: Range): readonly number[] {
  const first = lowest < LEAST_MS ? [0] : [];
  const decades = Array.from({ length: 10 }, (_, index) => index - 1);
  const all = [
    ...first,
    ...decades.flatMap((decade) => scale.map((step) => Number((step * 10 ** decade).toPrecision(3)))),
  ];
  const from = all.findLastIndex((edge) => edge <= lowest);
  const to = all.findIndex((edge) => edge > highest);
  return all.slice(from, to + 1);
}

function within(value: number): number {
  return Math.min(MOST_MS, Math.max(0, value));
}

/** Not by spreading into `Math.min`: there may be more values than a call has room for. */
function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), 0);
}
