import { stat } from 'node:fs/promises';

/** Some file systems keep whole seconds, or every second one. */
const CLOCK_MS = 2000;

/** Those of the files that were last written before that time, in their order. */
export async function olderThan(time: Date, paths: readonly string[]): Promise<readonly string[]> {
  const older = await Promise.all(paths.map((path) => isOlder(path, time.getTime() - CLOCK_MS)));
  return paths.filter((_, index) => older[index] === true);
}

async function isOlder(path: string, timeMs: number): Promise<boolean> {
  const seen = await stat(path).catch(() => undefined);
  return seen !== undefined && seen.mtimeMs < timeMs;
}
