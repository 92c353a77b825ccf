import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Failure } from '@plimsoll/outcome';

/** Where the backup of one host goes on the runner. */
export interface DownloadFolder {
  /** The folder of all hosts or of this one; the backup becomes a folder in it, under its id. */
  readonly path: string;
}

/**
 * Folders for the hosts of a run, in their order: the one that was asked for, or, with several hosts, one for each in it.
 * @throws Failure('input') when it is there already and not an empty folder
 */
export async function planDownloads(downloadTo: string, labels: readonly string[]): Promise<readonly DownloadFolder[]> {
  const root = resolve(downloadTo);
  const found = await readdir(root).catch((thrown: unknown) => noneYet(downloadTo, thrown));
  if (found.length > 0)
    throw new Failure(
      'input',
      `download-to: '${downloadTo}' is not empty, it holds ${found.slice(0, 3).join(', ')}. Name a new or an empty folder`,
    );
  if (labels.length === 1) return [{ path: root }];
  return folderNames(labels).map((name) => ({ path: join(root, name) }));
}

/** @throws Failure('input') for what is there and no folder that can be read */
function noneYet(downloadTo: string, thrown: unknown): readonly string[] {
  if (!isSystemError(thrown)) throw thrown;
  if (thrown.code === 'ENOENT') return [];
  const why = thrown.code === 'ENOTDIR' ? 'is no folder' : `cannot be read (${thrown.code})`;
  throw new Failure('input', `download-to: '${downloadTo}' ${why}. Name a new or an empty folder`, { cause: thrown });
}

/** Names of folders for hosts: of characters that every file system and artifact takes, and different ones. */
export function folderNames(labels: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const plain = label.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'host';
    let name = plain;
    for (let number = 2; taken.has(name); number += 1) name = `${plain}-${number}`;
    taken.add(name);
    return name;
  });
}

/**
 * Lets `fill` put files into a folder that gets its name only when that went well, so that half a backup never looks like one.
 * @throws whatever `fill` throws; Failure('backup') when the runner cannot write
 */
export async function intoFolder(
  folder: DownloadFolder,
  id: string,
  fill: (path: string) => Promise<void>,
): Promise<string> {
  const target = join(folder.path, id);
  const coming = join(folder.path, `.incoming-${id}`);
  try {
    await mkdir(coming, { recursive: true, mode: 0o700 });
    await fill(coming);
    await rename(coming, target);
    return target;
  } catch (thrown) {
    await rm(coming, { recursive: true, force: true });
    throw isSystemError(thrown) ? unwritten(target, thrown) : thrown;
  }
}

interface SystemError {
  readonly code: string;
  readonly message: string;
}

function isSystemError(thrown: unknown): thrown is SystemError {
  return (
    typeof thrown === 'object' && thrown !== null && 'syscall' in thrown && 'code' in thrown && 'message' in thrown
  );
}

function unwritten(path: string, error: SystemError): Failure {
  return new Failure(
    'backup',
    `The backup could not be written to ${path} on the runner: ${error.message}. It is on the server.`,
    { cause: error },
  );
}
