/**
 * shellcheck over the remote programs as the server gets them: the prelude, then the files of the package
 * that only define functions, then the program itself. Checked file by file, every name that another part
 * defines would be a false alarm, and a name that no part defines could not be told from it.
 */
import { spawnSync } from 'node:child_process';
import { ourFiles, ROOT, readOurs, type TextFile } from './repository.ts';

export interface ShellFinding {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** One program, as the files that are sent one after the other. */
export type Composition = readonly TextFile[];

const PRELUDE = 'packages/ssh/remote/prelude.sh';

/** All remote programs below packages/, each with the files it is sent with. */
export function compositions(files: readonly TextFile[]): Composition[] {
  const prelude = files.filter(({ path }) => path === PRELUDE);
  const others = files.filter(({ path }) => path !== PRELUDE);
  return others.filter(isProgram).map((program) => {
    const beside = others.filter((file) => folderOf(file) === folderOf(program) && !isProgram(file));
    return [...prelude, ...beside, program];
  });
}

/** The findings that are true: in the program itself, or in a shared file and then in every program that has it. */
export function shellFindings(): ShellFinding[] {
  const programs = compositions(ourFiles().filter(isRemote).map(readOurs));
  const sightings = programs.flatMap((program) => uniqueFindings(check(program)));
  const uses = countBy(programs.flatMap((program) => program.map(({ path }) => path)));
  const seen = countBy(sightings.map(keyOf));
  const everywhere = sightings.filter((finding) => seen.get(keyOf(finding)) === uses.get(finding.path));
  return uniqueFindings(everywhere);
}

/** Shell files that are run on this machine: the CI entry and whatever else has a shebang line. */
export function localShellFiles(): string[] {
  const candidates = ourFiles().filter((path) => path.startsWith('.ci/') || path.endsWith('.sh'));
  return candidates.filter((path) => !isRemote(path) && /^#!.*\b(?:ba|da)?sh\b/u.test(readOurs(path).text));
}

function isRemote(path: string): boolean {
  return /^packages\/[^/]+\/remote\/.*\.sh$/u.test(path);
}

function folderOf({ path }: TextFile): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** A program ends with the call that starts it; a shared file ends with the `}` of a function. */
function isProgram({ text }: TextFile): boolean {
  return !text.trimEnd().endsWith('\n}');
}

function check(program: Composition): ShellFinding[] {
  const names = [...new Set(program.flatMap(({ text }) => text.match(/\barg_[a-z_]+/gu) ?? []))];
  // The runner's arguments: the prelude assigns them by name, which shellcheck cannot follow.
  const given = { path: '', text: `${names.map((name) => `${name}=$(cat)`).join('; ')}\n` };
  const parts = [given, ...program].map(({ path, text }) => ({ path, lines: text.replace(/\n$/u, '').split('\n') }));
  const places = parts.flatMap(({ path, lines }) => lines.map((_, index) => ({ path, line: index + 1 })));
  const whole = parts.flatMap(({ lines }) => lines).join('\n');
  return shellcheck(`${whole}\n`).flatMap(({ line, message }) => {
    const place = places[line - 1];
    return place === undefined || place.path === '' ? [] : [{ ...place, message }];
  });
}

function shellcheck(text: string): { line: number; message: string }[] {
  const args = ['--shell=sh', '--format=gcc', '-'];
  const { error, stdout } = spawnSync('shellcheck', args, { cwd: ROOT, input: text, encoding: 'utf8' });
  if (error !== undefined) {
    throw new Error('shellcheck is missing; install it, for example with: apt-get install shellcheck', {
      cause: error,
    });
  }
  return stdout.split('\n').flatMap((row) => {
    const found = /^-:(\d+):\d+: (.*)$/u.exec(row);
    return found === null ? [] : [{ line: Number(found[1]), message: String(found[2]) }];
  });
}

function keyOf({ path, line, message }: ShellFinding): string {
  return `${path}:${line}: ${message}`;
}

function uniqueFindings(findings: readonly ShellFinding[]): ShellFinding[] {
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
