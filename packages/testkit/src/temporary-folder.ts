import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An own, empty folder (mode 0700) that disappears with everything in it on disposal. */
export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
  /** Removes the folder; a second call does nothing. */
  remove(): Promise<void>;
}

/** Makes a temporary folder. Its path is short, because control sockets of SSH are limited to about 100 bytes. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'plimsoll-'));
  const remove = (): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 5 });
  return { path, remove, [Symbol.asyncDispose]: remove };
}
