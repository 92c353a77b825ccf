import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { CoverageFacts } from '@plimsoll/reports';

/** Where a report comes from. */
export interface ReportPlace {
  /** Absolute path of the checkout, without links. */
  readonly root: string;
  /** Absolute path of the report. */
  readonly report: string;
  readonly format: CoverageFacts['format'];
}

/** Tells where a source file is in the repository: the path from its root, with `/`; as the report has it where no such file is found. */
export type SourcePaths = (path: string) => string;

/** Folders that languages put their sources in, and reports leave out: JaCoCo names packages, coverage.py what is below its `source`. */
const SOURCE_FOLDERS: readonly string[] = [
  '',
  'src',
  'src/main/java',
  'src/main/kotlin',
  'src/main/scala',
  'src/main/groovy',
  'lib',
  'app',
];

/** After so many names that lead nowhere, and none that does, there is no checkout to look into. */
const MISSES_ENOUGH = 50;

/** After so many, the others are looked for only where the last one was found: a report may name a million files that are nowhere. */
const MOST_MISSES = 5000;

/** No file has a longer path on Linux (`PATH_MAX`). */
const LONGEST_PATH = 4096;

/** Parts that are taken off the front of a name. Checkouts lie less deep. */
const MOST_PARTS = 32;

/**
 * Reports name sources from wherever their tool ran. The root of a monorepo and two of its packages may each have a `src/index.ts`, so what a
 * name means depends on where its report lies: it is tried from the report's own folder up to the root.
 *
 * @param exists whether there is such a file; for tests
 */
export function sourcePaths(place: ReportPlace, exists: (path: string) => boolean = existsSync): SourcePaths {
  const { root, format } = place;
  const folders = foldersOf(place);
  let misses = 0;
  let last: Way | undefined;
  return (path) => {
    if (path.length > LONGEST_PATH) return withoutDot(path);
    // Files of one report lie below one folder, mostly: the way that led to the last one is tried first.
    const ways = last === undefined ? [] : [last];
    const others =
      misses < (last === undefined ? MISSES_ENOUGH : MOST_MISSES) ? waysTo(path, { root, folders, format }) : [];
    const way = [...ways, ...others].find((one) => exists(one(path)));
    if (way === undefined) {
      misses += 1;
      return withoutDot(path);
    }
    last = way;
    return insideOf(root, way(path)) ?? path;
  };
}

/** Makes an absolute path of a name. */
type Way = (path: string) => string;

interface Ways {
  readonly root: string;
  readonly folders: readonly string[];
  readonly format: CoverageFacts['format'];
}

function waysTo(path: string, { root, folders, format }: Ways): readonly Way[] {
  if (isAbsolute(path)) {
    // Made on another machine or in a container, the checkout was somewhere else.
    return [(name) => name, ...withoutFront(path).map((parts) => (name: string) => join(root, behind(name, parts)))];
  }
  const direct = folders.map((folder) => (name: string) => join(folder, name));
  // Go names packages by their module, which is a host and a path that are no folders.
  if (format !== 'go') return direct;
  const modules = withoutFront(path).flatMap((parts) =>
    folders.map((folder) => (name: string) => join(folder, behind(name, parts))),
  );
  return [...direct, ...modules];
}

/** How many parts may be taken off the front of a name. */
function withoutFront(path: string): readonly number[] {
  return Array.from({ length: Math.min(MOST_PARTS, path.split('/').length - 1) }, (_, index) => index + 1);
}

function behind(name: string, parts: number): string {
  return name.split('/').slice(parts).join('/');
}

/** The folders from the report up to the root, and the root. */
function foldersOf({ root, report }: ReportPlace): readonly string[] {
  const above: string[] = [];
  for (let folder = dirname(report); insideOf(root, folder) !== undefined; folder = dirname(folder)) above.push(folder);
  const all = [...above, root];
  return all.flatMap((folder) => SOURCE_FOLDERS.map((below) => join(folder, below)));
}

function insideOf(root: string, path: string): string | undefined {
  const below = relative(root, path);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? undefined : below.split(sep).join('/');
}

function withoutDot(path: string): string {
  return path.replace(/^(?:\.\/)+/u, '');
}
