import type { BytePath } from './byte-path.ts';
import { compareBytes } from './byte-path.ts';
import { formatLine, type Manifest, type ManifestEntry } from './manifest.ts';
import { byPath, type ReleaseTree, sizeOf, type TreeEntry } from './tree.ts';

/** What a deployment will do on one host, computed from hashes alone. */
export interface Plan {
  readonly manifest: Manifest;
  readonly create: readonly BytePath[];
  readonly replace: readonly BytePath[];
  readonly delete: readonly BytePath[];
  /** Manifest lines that leave and enter, against the base; sorted. */
  readonly removedLines: readonly string[];
  readonly addedLines: readonly string[];
  /** What the stream carries: every folder and link, and the files that changed. */
  readonly send: readonly TreeEntry[];
  /** Bytes of the files that are sent. */
  readonly bytes: number;
}

/** The base as the server told it: its manifest, and the paths whose content is no longer what the manifest says. */
export interface Base {
  readonly manifest: Manifest;
  readonly damaged: ReadonlySet<BytePath>;
}

/**
 * Compares the tree of the new release with the base. A file is unchanged when path, mode and hash are the same and the base still
 * holds it undamaged; times say nothing, because a checkout makes all of them new.
 */
export function makePlan(tree: ReleaseTree, base: Base | undefined): Plan {
  const before = new Map((base?.manifest.entries ?? []).map((entry) => [entry.path, entry]));
  const isKept = (entry: ManifestEntry): boolean =>
    sameAs(before.get(entry.path), entry) && !base?.damaged.has(entry.path);
  const entries = byPath(tree.entries);
  const changed = tree.entries.filter((entry) => !isKept(entry));
  const gone = [...before.values()].filter((entry) => !entries.has(entry.path));
  const replaced = changed.flatMap((entry) => before.get(entry.path) ?? []);
  return {
    manifest: tree.manifest,
    create: pathsOf(changed.filter((entry) => !before.has(entry.path))),
    replace: pathsOf(changed.filter((entry) => before.has(entry.path))),
    delete: pathsOf(gone),
    removedLines: linesOf([...gone, ...replaced]),
    addedLines: linesOf(changed),
    send: tree.entries
      .filter((entry) => entry.kind !== 'file' || !isKept(entry))
      .sort((a, b) => compareBytes(a.path, b.path)),
    bytes: changed.reduce((sum, entry) => sum + sizeOf(entry.content), 0),
  };
}

function sameAs(before: ManifestEntry | undefined, entry: ManifestEntry): boolean {
  return before !== undefined && before.kind === entry.kind && before.mode === entry.mode && before.hash === entry.hash;
}

function pathsOf(entries: readonly ManifestEntry[]): readonly BytePath[] {
  return entries
    .filter((entry) => entry.kind !== 'directory')
    .map((entry) => entry.path)
    .sort(compareBytes);
}

function linesOf(entries: readonly ManifestEntry[]): readonly string[] {
  return entries.map(formatLine).sort(compareBytes);
}
