import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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

/** One line that ends as a file does, or that no mapping is without: YAML of checks has a colon. */
function isPath(text: string): boolean {
  return /^[^\n]+\.(?:ya?ml|json)$|^[^\n:]+$/.test(text);
}

/** Before anything is asked: what a long window has shown would be lost when there is no place for it. @throws Failure('input') */
export function prepareFiles({ mode, baseline, metricsFile }: VerifyInputs): void {
  if (mode === 'pre') preparePlace('baseline', baseline);
  if (metricsFile !== '') preparePlace('metrics-file', metricsFile);
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

const HOW_TO_READ = {
  checks: 'Give its path from the working directory of the job, after the step that checks the repository out.',
  baseline: "Give the file that mode 'pre' wrote; from another job it has to be brought here.",
} as const;

const HOW_TO_WRITE = 'Give the path of a file in a folder that the job may write to.';

type WrittenFile = 'baseline' | 'metrics-file';

function readFile(input: keyof typeof HOW_TO_READ, path: string): string {
  try {
    const { size } = regularFile(path);
    if (size > LARGEST_FILE)
      throw new Failure('input', `${input}: the file '${path}' has ${size} bytes; at most 1 MiB is read.`);
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    const message = `${input}: the file '${path}' cannot be read: ${whyOf(cause)}. ${HOW_TO_READ[input]}`;
    throw new Failure('input', message, { cause });
  }
}

/** Reading a device might never end. */
function regularFile(path: string): { readonly size: number } {
  const found = statSync(path);
  if (!found.isFile()) throw new Error(found.isDirectory() ? 'it is a folder' : 'it is no regular file');
  return found;
}

function preparePlace(input: WrittenFile, path: string): void {
  inPlace(input, path, () => {
    const folder = dirname(path);
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    if (existsSync(path)) regularFile(path);
  });
}

/** Renamed when it is whole: whoever reads such files at any time must not see half of one. */
function writeFile(input: WrittenFile, { path, text }: { readonly path: string; readonly text: string }): void {
  inPlace(input, path, () => {
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  });
}

function inPlace(input: WrittenFile, path: string, act: () => void): void {
  try {
    act();
  } catch (cause) {
    const message = `${input}: the file '${path}' cannot be written: ${whyOf(cause)}. ${HOW_TO_WRITE}`;
    throw new Failure('input', message, { cause });
  }
}

/** Node's own recursive mkdir never comes back from a place such as /proc, where nothing can be made. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is no folder',
  EEXIST: 'a part of the path is no folder',
  EACCES: 'that is not permitted',
  EPERM: 'that is not permitted',
  EROFS: 'that place is only for reading',
  ENOSPC: 'the disk is full',
};

function whyOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return ('code' in cause ? REASONS[String(cause.code)] : undefined) ?? cause.message;
}
