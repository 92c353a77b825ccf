/**
 * From TypeScript to the files a runner starts: `tsc -b` writes lib/ beside every src/, ncc packs each
 * action's lib/ with all it imports into one readable file, with licences and the remote programs
 * (`.sh`, loaded by `new URL(…, import.meta.url)`) beside it.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMetadata } from './metadata.ts';
import { actionNames, foldersIn, inRepository } from './repository.ts';
import { must } from './run.ts';

/** Compiles all actions and what they import, from nothing, so that no file of a deleted source stays. */
export function compileActions(): void {
  const projects = [...foldersIn('packages').map((name) => `packages/${name}`), ...actionProjects()];
  for (const project of projects) rmSync(inRepository(`${project}/lib`), { recursive: true, force: true });
  must('tsc', ['-b', ...actionProjects()]);
}

/**
 * The post step has an entry of its own. A main step that was killed before it could save any state would else be run a second time, and a
 * cancelled job would deploy after all. A main step that came to its end and left nothing says so: then the bundle, whose start takes
 * longer than all else in the post step, is not needed.
 */
export const POST_ENTRY: string = `// What the runner starts as the post step, whatever became of the main step.
process.env.STATE_isPost = 'true';
if (process.env.STATE_leftovers !== 'none') await import('./index.js');
`;

/** Bundles every compiled action into `<folder>/<action>/`, which are replaced. */
export function bundleActions(folder: string): void {
  for (const action of actionNames()) {
    const destination = join(folder, action);
    rmSync(destination, { recursive: true, force: true });
    mkdirSync(destination, { recursive: true });
    must('ncc', [
      'build',
      `actions/${action}/lib/index.js`,
      '--out',
      destination,
      '--license',
      'licenses.txt',
      '--target',
      'es2024',
      '--no-cache',
      '--quiet',
    ]);
    removeUnusedPrograms(destination);
    if (readMetadata(action).runs['post'] !== undefined) writeFileSync(join(destination, 'post.js'), POST_ENTRY);
  }
}

/** ncc copies the remote programs of every module that it reads, also of those that it then leaves out because nobody uses them. */
function removeUnusedPrograms(folder: string): void {
  const bundle = readFileSync(join(folder, 'index.js'), 'utf8');
  const programs = readdirSync(folder).filter((name) => name.endsWith('.sh'));
  for (const name of programs.filter((one) => !bundle.includes(`"${one}"`))) rmSync(join(folder, name));
}

/** Folders of `dist/` that no action stands behind. */
export function orphanBundles(): string[] {
  const actions = new Set(actionNames());
  return foldersIn('dist').filter((name) => !actions.has(name));
}

function actionProjects(): string[] {
  return actionNames().map((name) => `actions/${name}`);
}
