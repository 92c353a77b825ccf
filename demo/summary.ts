import type { ActReport } from './act.ts';
import { slicesOf } from './experience.ts';
import { paint, type Screen, type Style } from './screen.ts';
import type { Answer } from './visitor.ts';

const HEAD = ['', 'step', 'users saw', 'answers', 'failed', 'exit', 'failure code', 'seconds'] as const;
const NUMBERS = new Set(['answers', 'failed', 'seconds']);

/** The table of what happened. */
export function showTable(reports: readonly ActReport[], screen: Screen): void {
  const rows = reports.map((report, index) => rowOf(report, index + 1));
  const widths = HEAD.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const format = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        NUMBERS.has(HEAD[column] ?? '') ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  screen.line(paint('bold', format(HEAD)));
  for (const row of rows) screen.line(format(row));
  screen.line();
}

function rowOf({ title, experience, exit, failureCode, seconds }: ActReport, number: number): string[] {
  const { stages, answers, failed } = experience;
  return [
    String(number),
    title,
    stages.join(' → '),
    String(answers),
    String(failed),
    exit,
    failureCode || '-',
    seconds.toFixed(1),
  ];
}

const LINE_WIDTH = 72;
const COLOURS: ReadonlyMap<string, Style> = new Map([
  ['1', 'cyan'],
  ['2', 'green'],
  ['4', 'yellow'],
  ['x', 'red'],
]);

/** The whole visit as one line, a character for each slice of time. */
export function showPicture(answers: readonly Answer[], screen: Screen): void {
  const last = answers.at(-1)?.at ?? 0;
  const sliceMs = Math.max(100, Math.ceil((last - (answers[0]?.at ?? 0)) / LINE_WIDTH / 50) * 50);
  const line = slicesOf(answers, sliceMs)
    .map(({ mark }) => colour(mark))
    .join('');
  screen.line(`What users saw, a character for each ${sliceMs / 1000} s: the version, or x when a request failed`);
  screen.line(`  ${line}`);
  screen.line();
}

function colour(mark: string): string {
  const style = COLOURS.get(mark);
  return style === undefined ? mark : paint(style, mark);
}
