/** `npm run lint`: every check that needs no test run. All of them run; the exit status tells whether all passed. */
import { violationsIn } from './house/imports.ts';
import { ourFiles, readOurs, type TextFile } from './house/repository.ts';
import { run } from './house/run.ts';
import { localShellFiles, shellFindings } from './house/shell.ts';
import { wordFindings } from './house/words.ts';

interface Check {
  readonly name: string;
  /** Prints what it finds. @returns whether everything is well */
  readonly passes: () => boolean;
}

/** biome colours its output on every CI, where the log may be plain text. */
const COLOURS = process.stdout.isTTY ? '--colors=force' : '--colors=off';

const CHECKS: readonly Check[] = [
  { name: 'format and lint (biome)', passes: tool('biome', 'ci', '--error-on-warnings', COLOURS) },
  { name: 'lint with types (oxlint)', passes: tool('oxlint', '--type-aware', '--deny-warnings') },
  { name: 'types (tsc)', passes: tool('tsc', '-b') },
  { name: 'imports', passes: () => none(importLines()) },
  { name: 'words', passes: () => none(wordLines()) },
  { name: 'remote programs (shellcheck)', passes: () => none(shellLines()) },
  { name: 'local scripts (shellcheck)', passes: tool('shellcheck', ...localShellFiles()) },
  { name: 'generated tables', passes: tool('npm', 'run', '--silent', 'check:docs') },
];

/** The list of refused words cannot do without them. */
const NAMES_THE_WORDS = 'scripts/house/words.ts';

function tool(command: string, ...args: string[]): () => boolean {
  return () => run(command, args) === 0;
}

function none(lines: readonly string[]): boolean {
  for (const line of lines) console.error(line);
  return lines.length === 0;
}

function importLines(): string[] {
  return violationsIn(texts('.ts')).map(({ path, rule, seen }) => `${path}: ${rule}: ${seen}`);
}

function wordLines(): string[] {
  const files = texts('').filter(({ path }) => path !== NAMES_THE_WORDS);
  return wordFindings(files).map(({ path, line, why }) => `${path}:${line}: ${why}`);
}

function shellLines(): string[] {
  return shellFindings().map(({ path, line, message }) => `${path}:${line}: ${message}`);
}

function texts(ending: string): TextFile[] {
  return ourFiles()
    .filter((path) => path.endsWith(ending))
    .map(readOurs);
}

function report(check: Check): boolean {
  const started = performance.now();
  const passed = attempt(check);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${passed ? 'passed' : 'FAILED'}  ${check.name} (${seconds} s)`);
  return passed;
}

/** A check that cannot be made has not passed. */
function attempt({ passes }: Check): boolean {
  try {
    return passes();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

const results = CHECKS.map(report);
if (results.includes(false)) process.exitCode = 1;
