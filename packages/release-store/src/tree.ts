import type { BytePath } from './byte-path.ts';
import { createManifest, type Manifest, type ManifestEntry } from './manifest.ts';

/** Where the bytes of a file come from: the file of that path below the source folder, or text made by the action (an env file). */
export type Content =
  | { readonly from: 'disk'; readonly folder: Buffer; readonly size: number }
  | { readonly from: 'memory'; readonly bytes: Buffer };

/** An entry of the release to be made, with what is needed to send it. */
export type TreeEntry = ManifestEntry & {
  /** Seconds since 1970; kept so that caches of web servers see unchanged files as unchanged. */
  readonly modifiedAt: number;
  /** Only files. */
  readonly content?: Content;
  /** Only links: a byte string. */
  readonly target?: string;
};

/** Everything that makes up one release. */
export interface ReleaseTree {
  readonly entries: readonly TreeEntry[];
  readonly manifest: Manifest;
  /** Bytes of all files. */
  readonly size: number;
}

/** The tree of these entries, in any order; each path may occur once. */
export function createTree(entries: readonly TreeEntry[]): ReleaseTree {
  const size = entries.reduce((sum, entry) => sum + sizeOf(entry.content), 0);
  return { entries, manifest: createManifest(entries), size };
}

export function sizeOf(content: Content | undefined): number {
  if (content === undefined) return 0;
  return content.from === 'disk' ? content.size : content.bytes.length;
}

export function byPath(entries: readonly TreeEntry[]): ReadonlyMap<BytePath, TreeEntry> {
  return new Map(entries.map((entry) => [entry.path, entry]));
}
