import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure } from '@plimsoll/outcome';
import { type Evidence, unknown } from '@plimsoll/policy';
import { isBelow } from '../files/below.ts';
import { attempt } from './attempt.ts';

/** A version is some characters. */
const LARGEST = 1000;

/** Without waiting for somebody who writes into a pipe. */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NONBLOCK;

/** The text of the version file. A folder, pipe or device is none. */
export async function readVersionFile(root: string, path: string): Promise<Evidence<string>> {
  if (path === '') return unknown('input', 'version-file: no file was named');
  return attempt(async () => {
    try {
      await checkPlace(root, resolve(root, path));
      await using file = await open(resolve(root, path), OPEN_FLAGS);
      const stats = await file.stat();
      if (!stats.isFile()) throw new Error('it is no file');
      if (stats.size <= LARGEST) return await file.readFile('utf8');
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Failure(
        'report',
        `version-file: '${path}' cannot be read (${why}). Check its path, and that actions/checkout ran before.`,
        {
          cause,
        },
      );
    }
    throw new Failure('report', `version-file: '${path}' is longer than ${LARGEST} bytes, and no version is.`);
  });
}

/** What the file holds is shown. A link that somebody committed must not lead to what is none of theirs. */
async function checkPlace(root: string, path: string): Promise<void> {
  if (isBelow(root, path) && !isBelow(root, await realpath(path))) throw new Error('it is a link out of the workspace');
}
