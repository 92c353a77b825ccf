import { type Cell, codeBlock, escapeMarkdown, markdownTable } from '@plimsoll/action-kit';
import type { Percentile, SeriesLatency } from '@plimsoll/judge';
import type { CheckReport } from '../verification-report.ts';
import { cut, type Detail } from './detail.ts';
import { errorRateText, percentileText } from './figures.ts';
import { histogram, histogramText } from './histogram.ts';
import { folded, listOf, paragraphs, shown } from './markup.ts';

/** With fewer there is no distribution to look at. */
const LEAST_FOR_LATENCY = 5;

/** One series of one check. */
interface Timed {
  readonly name: string;
  readonly latency: SeriesLatency;
  readonly times: readonly number[];
}

const CONNECTIONS = { first: 'new', kept: 'kept' } as const;

/** The counts of all checks, and how long they took, each figure with what the true one may be. */
export function numbersText(checks: readonly CheckReport[], detail: Detail): string {
  const timed = timedOf(checks, detail);
  const isSlow = checks.some(({ judgement }) => judgement.code === 'latency');
  const pictures = detail.hasHistograms ? paragraphs(timed.map(pictureOf)) : '';
  return paragraphs([
    countTable(checks, detail),
    latencyTable(timed),
    comparisonsText(checks, detail),
    pictures === '' ? '' : folded('Distribution of the response times', pictures, isSlow ? 'open' : 'closed'),
  ]);
}

/** How checks do against the time before the deployment, where their reason does not say it. */
function comparisonsText(checks: readonly CheckReport[], detail: Detail): string {
  const points = checks.flatMap(({ check, judgement: { reason, evidence } }) => {
    const says = evidence.comparison?.says ?? '';
    return says === '' || reason.includes(says) ? [] : [`${shown(check.name, detail)}: ${shown(says, detail)}`];
  });
  return listOf('Against the time before the deployment:', points);
}

/** What the samples can and cannot show; checks that show the same share a line. */
export function showsText(checks: readonly CheckReport[], detail: Detail): string {
  const namesOf = new Map<string, string[]>();
  for (const { check, judgement } of checks) {
    const names = namesOf.get(judgement.shows) ?? [];
    namesOf.set(judgement.shows, [...names, cut(check.name, detail.text)]);
  }
  const points = [...namesOf]
    .filter(([shows]) => shows !== '')
    .map(([shows, names]) => `${escapeMarkdown([...new Set(names)].join(', '))}: ${shown(shows, detail)}`);
  return listOf('What these samples can show:', points);
}

function countTable(checks: readonly CheckReport[], detail: Detail): string {
  if (checks.length === 0) return '';
  const hasUnknown = checks.some(({ judgement }) => judgement.evidence.unknown > 0);
  const rows = checks.map(({ check, judgement: { verdict, code, evidence } }): readonly Cell[] => [
    cut(check.name, detail.text),
    verdict === 'pass' ? 'passed' : code,
    String(evidence.ok + evidence.wrong),
    String(evidence.wrong),
    errorRateText(evidence),
    ...(hasUnknown ? [String(evidence.unknown)] : []),
  ]);
  return markdownTable(
    ['Check', 'Verdict', 'Samples', 'Errors', 'Error rate (95 %)', ...(hasUnknown ? ['No evidence'] : [])],
    rows,
  );
}

function timedOf(checks: readonly CheckReport[], detail: Detail): readonly Timed[] {
  return checks.flatMap(({ check, judgement, latencies }) =>
    judgement.evidence.latency
      .filter(({ samples }) => samples >= LEAST_FOR_LATENCY || judgement.code === 'latency')
      .map((latency) => ({ name: cut(check.name, detail.text), latency, times: latencies[latency.series] })),
  );
}

function latencyTable(timed: readonly Timed[]): string {
  if (timed.length === 0) return '';
  const hasGated = timed.some(({ latency }) => gatedApart(latency) !== undefined);
  const rows = timed.map(({ name, latency }): readonly Cell[] => {
    const gated = gatedApart(latency);
    const percentiles = [latency.p50, latency.p95, latency.p99].map(percentileText);
    const judged = hasGated ? [gated === undefined ? '' : percentileText(gated)] : [];
    return [name, CONNECTIONS[latency.series], String(latency.samples), ...percentiles, ...judged];
  });
  return markdownTable(
    ['Response times (95 %)', 'Connections', 'Samples', 'p50', 'p95', 'p99', ...(hasGated ? ['Judged by'] : [])],
    rows,
  );
}

/** The percentile that the limit is for, where it is none of those shown anyway. */
function gatedApart({ p50, p95, p99, gated }: SeriesLatency): Percentile | undefined {
  if (gated === undefined) return undefined;
  const isShown = [p50, p95, p99].some(
    ({ value, low, high }) => value === gated.value && low === gated.low && high === gated.high,
  );
  return isShown ? undefined : gated;
}

function pictureOf({ name, latency, times }: Timed): string {
  if (times.length < LEAST_FOR_LATENCY) return '';
  const marks = (['p50', 'p95', 'p99'] as const).map((percentile) => ({
    name: percentile,
    value: latency[percentile].value,
  }));
  return `${escapeMarkdown(name)}, ${CONNECTIONS[latency.series]} connections:\n\n${codeBlock(histogramText(histogram(times, marks)))}`;
}
