import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '@plimsoll/outcome';
import {
  type Baselines,
  type CheckFile,
  readBaselines,
  readCheckFile,
  renderMetrics,
  simpleChecks,
  type Verification,
  writeBaselines,
} from '@plimsoll/verification';
import type { VerifyInputs } from './inputs.ts';

/** Files of checks and baselines are small. */
const LARGEST_FILE = 1 << 20;

/** The checks of a run: of the input itself, of the file it names, or the one behind `health-url`. @throws Failure('input') */
export function readChecks(inputs: VerifyInputs, env: Readonly<Record<string, string | undefined>>): CheckFile {
  const { checks, healthUrl, settings, prometheusUrl } = inputs;
  const expectsVersion = settings.expectedVersion !== undefined;
  const text =
    checks === '' ? simpleChecks({ healthUrl, expectsVersion }) : isPath(checks) ? readFile('checks', checks) : checks;
  return readCheckFile(text, { env, prometheusUrl, inputs: settings });
}

/** One line with the ending of a file; YAML of checks has more than one. */
function isPath(text: string): boolean {
  return /^[^\n]+\.(?:ya?ml|json)$/.test(text.trim());
}

/** What mode `pre` wrote. @throws Failure('input') when the file is missing or is none. */
export function readKeptBaselines({ mode, baseline }: VerifyInputs): Baselines | undefined {
  if (mode === 'pre' || baseline === '') return undefined;
  return readBaselines(readFile('baseline', baseline));
}

/** Mode `pre` keeps what it saw, also when it was bad: that is what it is for. */
export function keepBaselines({ baseline }: VerifyInputs, { baselines }: Verification): void {
  if (baselines !== undefined) writeFile('baseline', { path: baseline, text: writeBaselines(baselines) });
}

export function keepMetrics({ metricsFile }: VerifyInputs, { report }: Verification): void {
  if (metricsFile !== '') writeFile('metrics-file', { path: metricsFile, text: renderMetrics(report) });
}

function readFile(input: string, path: string): string {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_FILE)
      throw new Failure('input', `${input}: the file '${path}' has ${size} bytes; at most 1 MiB is read.`);
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw cause instanceof Failure
      ? cause
      : new Failure('input', `${input}: the file '${path}' cannot be read (${whyOf(cause)}).`, { cause });
  }
}

/** Renamed when it is whole: whoever reads such files at any time must not see half of one. */
function writeFile(input: string, { path, text }: { readonly path: string; readonly text: string }): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  } catch (cause) {
    throw new Failure('input', `${input}: the file '${path}' cannot be written (${whyOf(cause)}).`, { cause });
  }
}

function whyOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
