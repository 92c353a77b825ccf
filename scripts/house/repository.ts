/** Where things are in this repository, and how its files are listed. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');

/** Folders whose content is generated or foreign. */
const NOT_OURS = new Set(['.git', 'node_modules', 'lib', 'dist', 'coverage']);

export interface TextFile {
  /** Path from the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Absolute path of a file or folder given by its path from the root. */
export function inRepository(path: string): string {
  return join(ROOT, ...path.split('/'));
}

/** Names of the folders inside a folder, sorted; none when it does not exist. */
export function foldersIn(path: string): string[] {
  const folder = inRepository(path);
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Names of all actions, sorted: the folders of actions/. */
export function actionNames(): string[] {
  return foldersIn('actions');
}

/** Paths of all files that people wrote, from the root, sorted. */
export function ourFiles(folder: string = ROOT): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !NOT_OURS.has(entry.name));
  const paths = entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ourFiles(path);
    return entry.isFile() ? [relative(ROOT, path).split(sep).join('/')] : [];
  });
  return paths.sort();
}

/** Content of a file that people wrote. */
export function readOurs(path: string): TextFile {
  return { path, text: readFileSync(inRepository(path), 'utf8') };
}

/** Paths of all files below any folder, from that folder, sorted. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return files.map((path) => path.split(sep).join('/')).sort();
}
