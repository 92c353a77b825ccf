import { access, readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, release } from 'node:os';
import { REPOSITORY, runCommand } from '@plimsoll/testkit';
import type { Cell, CellReport } from './cell.ts';

/** A finished cell. */
export interface Finished {
  readonly cell: Cell;
  readonly report: CellReport;
}

/** The table as text for a terminal. */
export function terminalText({ cell, report }: Finished): string {
  const lines = [report.head, ...report.rows];
  const widths = report.head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const table = lines.map((line) =>
    `  ${line.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
  const goals = report.goals.map(
    ({ goal, measured, reached }) => `  ${reached ? 'reached' : 'MISSED '}  ${goal}: ${measured}`,
  );
  return [`${cell.letter}. ${cell.title}`, ...table, ...goals, ...report.notes.map((note) => `  ${note}`), ''].join(
    '\n',
  );
}

/** The same as Markdown. */
export function markdownText({ cell, report }: Finished): string {
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = (cells: readonly string[]): string => row(cells.map(() => '---'));
  const goalHead = ['to reach', 'measured', ''];
  const goals = report.goals.map(({ goal, measured, reached }) =>
    row([goal, measured, reached ? 'reached' : '**missed**']),
  );
  return [
    `### ${cell.letter}. ${cell.title}`,
    '',
    row(report.head),
    rule(report.head),
    ...report.rows.map(row),
    '',
    row(goalHead),
    rule(goalHead),
    ...goals,
    ...report.notes.flatMap((note) => ['', note]),
  ].join('\n');
}

/** What the figures depend on, in one sentence. */
export async function machineText(runs: number): Promise<string> {
  const cores = cpus();
  const firstLine = async (program: string, flag: string): Promise<string> => {
    const { stdout, stderr } = await runCommand({ program, args: [flag] });
    return (stdout || stderr).split('\n')[0]?.trim() ?? '';
  };
  const rsync = /version \S+/.exec(await firstLine('rsync', '--version'))?.[0] ?? 'unknown';
  const ssh = (await firstLine('ssh', '-V')).split(',')[0] ?? '';
  const load = loadavg()[2]?.toFixed(1) ?? 'unknown';
  const day = new Date().toISOString().slice(0, 10);
  return `Measured ${day} on ${cores.length} cores (${cores[0]?.model ?? 'unknown'}), Linux ${release()}, Node ${process.version}, ${ssh}, rsync ${rsync}; ${runs} runs, medians. Load of the last 15 minutes: ${load}.`;
}

const PAGE = `${REPOSITORY}docs/benchmarks.md`;

/** Puts each finished cell between its own marks in docs/benchmarks.md; what else is on the page stays. */
export async function writePage(finished: readonly Finished[], machine: string): Promise<void> {
  const exists = await access(PAGE).then(
    () => true,
    () => false,
  );
  let page = exists ? await readFile(PAGE, 'utf8') : '# Benchmarks\n';
  for (const cell of finished) page = place(page, `bench ${cell.cell.letter}`, `${markdownText(cell)}\n\n${machine}`);
  await writeFile(PAGE, page);
}

function place(page: string, mark: string, text: string): string {
  const [start, end] = [`<!-- ${mark} -->`, `<!-- end of ${mark} -->`];
  const block = `${start}\n${text}\n${end}`;
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from === -1 || to === -1) return `${page.trimEnd()}\n\n${block}\n`;
  return page.slice(0, from) + block + page.slice(to + end.length);
}
