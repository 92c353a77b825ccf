import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { distFolder } from './action-manifest.ts';
import type { TemporaryFolder } from './temporary-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * Server programs name their durable steps by lines that do nothing: `: step <name>`. A failpoint is such a line replaced by another one.
 */
export interface Step {
  /** Program without its `.sh`. */
  readonly program: string;
  readonly marker: string;
}

/** Where to place what. */
export interface FailpointRequest extends Step {
  readonly action: string;
  /** Takes the place of the marker; `kill -9 $$`, the sudden death of the program, unless told. */
  readonly line?: string;
  /** Bundle to copy in place of the committed one, such as one that has a failpoint already. */
  readonly dist?: string;
}

const STEP_LINE = /^(?<indent>\s*): step (?<marker>\S+)\s*$/;
const SUDDEN_DEATH = 'kill -9 $$';

/** All markers in the server programs of a bundle, in their order in each program. */
export async function listSteps(action: string, dist: string = distFolder(action)): Promise<Step[]> {
  const programs = (await readdir(dist)).filter((name) => name.endsWith('.sh')).sort();
  const steps = await Promise.all(
    programs.map(async (name) => stepsOf(basename(name, '.sh'), await readFile(join(dist, name), 'utf8'))),
  );
  return steps.flat();
}

/** The steps that a deployment, a rollback or a repair may take. Every bundle holds the programs of backups too, which these never start. */
export async function listReleaseSteps(action: string): Promise<Step[]> {
  return (await listSteps(action)).filter(({ program }) => !program.startsWith('backup'));
}

function stepsOf(program: string, text: string): Step[] {
  return text.split('\n').flatMap((line) => {
    const marker = STEP_LINE.exec(line)?.groups?.['marker'];
    return marker === undefined ? [] : [{ program, marker }];
  });
}

/**
 * Copies the bundle of an action and puts a failpoint into one of its server programs. The folder is the one to give to `runAction` as `dist`.
 *
 * @throws Error when the program has no such marker, or has it more than once.
 */
export async function distWithFailpoint(request: FailpointRequest): Promise<TemporaryFolder> {
  const { action, program, marker, line = SUDDEN_DEATH, dist = distFolder(action) } = request;
  const text = await readFile(join(dist, `${program}.sh`), 'utf8');
  const changed = replaceStep(text, marker, line);
  const folder = await temporaryFolder();
  await cp(dist, folder.path, { recursive: true });
  await writeFile(join(folder.path, `${program}.sh`), changed);
  return folder;
}

function replaceStep(text: string, marker: string, replacement: string): string {
  const lines = text.split('\n');
  const places = lines.filter((line) => STEP_LINE.exec(line)?.groups?.['marker'] === marker).length;
  if (places !== 1)
    throw new Error(`A marker must stand exactly once in its program: ${marker} stands ${places} times.`);
  return lines
    .map((line) => {
      const found = STEP_LINE.exec(line)?.groups;
      return found?.['marker'] === marker ? `${found['indent'] ?? ''}${replacement}` : line;
    })
    .join('\n');
}
