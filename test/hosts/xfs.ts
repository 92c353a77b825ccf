import { startKeeper } from './keeper.ts';

/** A file system of its own for a test, empty at first. */
export interface Volume extends AsyncDisposable {
  /** Absolute path of its root folder, mode 0755. */
  readonly path: string;
  /** Unmounts it and removes all traces. A second call does nothing. */
  remove(): Promise<void>;
}

/**
 * Mounts a fresh XFS with reflinks from a sparse image file. Needs root (see requirements.ts) and at least 300 MB, the least that
 * mkfs.xfs makes; what is not written takes no place.
 *
 * @throws Error with what mkfs.xfs or mount said.
 */
export function xfsImage({ sizeMb }: { readonly sizeMb: number }): Promise<Volume> {
  return volume(['xfs', String(sizeMb)]);
}

/** Mounts a memory disk that is full after `sizeMb`, or after `inodes` files (0 for any number). Needs root. */
export function smallTmpfs({ sizeMb, inodes }: { readonly sizeMb: number; readonly inodes: number }): Promise<Volume> {
  return volume(['tmpfs', String(sizeMb), String(inodes)]);
}

async function volume(args: readonly string[]): Promise<Volume> {
  const keeper = await startKeeper({ script: 'volume-keeper.sh', args });
  return { path: keeper.fact('path'), remove: keeper.release, [Symbol.asyncDispose]: keeper.release };
}
