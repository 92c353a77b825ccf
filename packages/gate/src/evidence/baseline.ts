import { open } from 'node:fs/promises';
import { type Evidence, known, type Tally, unknown } from '@plimsoll/policy';
import { findFiles, shownPath } from '../files/find-files.ts';
import type { ReportPattern } from '../files/report-pattern.ts';
import type { GatePorts } from '../ports.ts';
import { mergedCoverage } from './coverage.ts';
import { readReports } from './read-reports.ts';

/** A result of ours is a few kilobytes. */
const LARGEST_RESULT = 256 * 1024;

export interface BaselinePorts extends Pick<GatePorts, 'root' | 'readReport' | 'signal'> {
  /** Paths of the reports that are to be compared with it. */
  readonly measured: readonly string[];
}

/** Lines covered at the baseline: from the result of an earlier gate, else from reports of the base. */
export async function readBaseline(patterns: readonly ReportPattern[], ports: BaselinePorts): Promise<Evidence<Tally>> {
  const [only, ...others] = patterns;
  const result = only === undefined || others.length > 0 ? undefined : await resultAt(only.pattern, ports.root);
  if (result !== undefined) return linesOf(result, only?.text ?? '');
  const read = await readReports({ kind: 'coverage', input: 'coverage-baseline', patterns }, ports);
  const same = read.reports.find(({ path }) => ports.measured.includes(path));
  if (same !== undefined) return comparedWithItself(shownPath(ports.root, same.path));
  const totals = await mergedCoverage(read, ports.root);
  return totals.kind === 'known' ? known(totals.facts.lines) : totals;
}

function comparedWithItself(name: string): Evidence<Tally> {
  return unknown(
    'input',
    `coverage-baseline: '${name}' is also a report of 'coverage', and nothing is lower than itself.`,
  );
}

/** The result document of a file, if it is one. */
async function resultAt(pattern: string, root: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const found = await findFiles(root, pattern);
  const [path, ...more] = found.kind === 'files' ? found.paths : [];
  if (path === undefined || more.length > 0) return undefined;
  const json = parseJson(await smallText(path));
  return isRecord(json) && json['schema'] === 'plimsoll/result@1' ? json : undefined;
}

async function smallText(path: string): Promise<string> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    return size > LARGEST_RESULT ? '' : await file.readFile('utf8');
  } catch {
    // Whoever reads it as a report says why it cannot be read.
    return '';
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Then it is a report, and its reader says what is wrong with it.
    return undefined;
  }
}

/** Only a gate that read all of its reports writes these facts. */
function linesOf({ action, facts }: Readonly<Record<string, unknown>>, name: string): Evidence<Tally> {
  const coverage = isRecord(facts) ? facts['coverage'] : undefined;
  const lines = isRecord(coverage) ? coverage['lines'] : undefined;
  if (action === 'quality-gate' && isTally(lines)) return known(lines);
  return unknown(
    'report',
    `coverage-baseline: '${name}' is a result without coverage. It has to be of a quality-gate that read some.`,
  );
}

function isTally(value: unknown): value is Tally {
  if (!isRecord(value)) return false;
  const { covered, total } = value;
  return isCount(covered) && isCount(total) && covered <= total;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
