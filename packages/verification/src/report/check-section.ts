import { type Cell, markdownTable } from '@plimsoll/action-kit';
import { counted } from '@plimsoll/figures';
import type { ProbeResult } from '@plimsoll/probe';
import type { CheckReport } from '../verification-report.ts';
import { cut, type Detail } from './detail.ts';
import { phasesText } from './figures.ts';
import { excerptBlock, folded, paragraphs, shown } from './markup.ts';

type Example = CheckReport['failures'][number];

/** A check that did not pass: why, and what was seen. */
export function findingText(report: CheckReport, detail: Detail): string {
  const { check, judgement } = report;
  const { verdict, code, reason } = judgement;
  const end = verdict === 'fail' ? 'failed' : 'is inconclusive';
  const heading = `#### ${shown(check.name, detail)} ${end}${code === verdict ? '' : ` (${code})`}`;
  return paragraphs([heading, shown(reason, detail), examplesText(report, detail)]);
}

/** A check that passed: what was seen of it. */
export function evidenceText(report: CheckReport, detail: Detail): string {
  const { check, judgement, last, failures } = report;
  const tolerated = failures.slice(0, detail.examples).map((example) => exampleText(example, report, detail));
  return paragraphs([
    `**${shown(check.name, detail)}**: ${shown(judgement.reason, detail)}`,
    last === undefined ? '' : attemptText(last, detail),
    tolerated.length === 0 ? '' : 'Seen as well, and within the limits:',
    ...tolerated,
  ]);
}

/** The most frequent failure in full, the others folded; where no attempt failed, what there is to see instead. */
function examplesText(report: CheckReport, detail: Detail): string {
  const { failures, judgement } = report;
  const [first, ...others] = failures.slice(0, detail.examples);
  if (first === undefined) return insteadText(report, detail);
  const isSaid = first.example.kind !== 'ok' && judgement.reason.includes(first.example.detail);
  const rest = paragraphs(others.map((example) => exampleText(example, report, detail)));
  return paragraphs([
    isSaid ? attemptText(first.example, detail) : exampleText(first, report, detail),
    rest === '' ? '' : folded(`${counted(others.length, 'more kind')} of failure`, rest),
  ]);
}

/** Of what was too slow the slowest shows most, as where the time went; else the last. */
function insteadText({ last, slowest, judgement }: CheckReport, detail: Detail): string {
  if (judgement.code === 'latency' && slowest !== undefined) {
    return paragraphs(['The slowest attempt:', attemptText(slowest, detail)]);
  }
  return last === undefined ? 'It was never tried.' : paragraphs(['The last attempt:', attemptText(last, detail)]);
}

function exampleText({ example, times }: Example, { judgement }: CheckReport, detail: Detail): string {
  const { taken } = judgement.evidence;
  const often = taken <= 1 ? '' : `${times} of ${counted(taken, 'attempt')}: `;
  return paragraphs([`**${often}${shown(wordsFor(example), detail)}**`, attemptText(example, detail)]);
}

function wordsFor(result: ProbeResult): string {
  if (result.kind === 'ok') return 'as expected';
  return result.kind === 'wrong' ? `${result.code}: ${result.detail}` : `no evidence: ${result.detail}`;
}

/** One attempt: what was asked, what came, from where, how long it took, and the start of the answer. */
function attemptText(result: ProbeResult, detail: Detail): string {
  const { asked, came, phases, address, excerpt, deadAddresses = [], version = '' } = result.evidence;
  const rows: readonly (readonly [string, string])[] = [
    ['Came', came],
    ['Version', version],
    ['From', address === '' ? '' : `${address}, ${result.series === 'first' ? 'new' : 'kept'} connection`],
    ['Took', phasesText(result.durationMs, phases)],
    ['No connection to', deadAddresses.slice(0, detail.groups).join('\n')],
  ];
  const cells = rows
    .filter(([, text]) => text !== '')
    .map(([name, text]): readonly Cell[] => [name, cut(text, detail.text)]);
  return paragraphs([
    markdownTable(['Asked', cut(asked, detail.text)], cells),
    excerptBlock(cut(excerpt, detail.excerpt)),
  ]);
}
