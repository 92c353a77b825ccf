/** `npm run check:dist`: builds again, elsewhere, and compares with the committed dist/ byte by byte. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleActions, compileActions } from './house/bundle.ts';
import { filesBelow, inRepository } from './house/repository.ts';

/** One line for each file that is missing, left over or different. */
function differences(committed: string, fresh: string): string[] {
  const [before, after] = [filesBelow(committed), filesBelow(fresh)];
  const missing = after.filter((path) => !before.includes(path)).map((path) => `missing    dist/${path}`);
  const left = before.filter((path) => !after.includes(path)).map((path) => `left over  dist/${path}`);
  const both = before.filter((path) => after.includes(path));
  const changed = both.filter((path) => !sameBytes(join(committed, path), join(fresh, path)));
  return [...missing, ...left, ...changed.map((path) => `different  dist/${path}`)];
}

function sameBytes(one: string, other: string): boolean {
  return readFileSync(one).equals(readFileSync(other));
}

const fresh = mkdtempSync(join(tmpdir(), 'plimsoll-dist-'));
process.on('exit', () => rmSync(fresh, { recursive: true, force: true }));

compileActions();
bundleActions(fresh);
const found = differences(inRepository('dist'), fresh);
if (found.length > 0) {
  console.error(`dist/ is not what the sources make:\n  ${found.join('\n  ')}\nRun: npm run build`);
  process.exitCode = 1;
} else {
  console.log(`dist/ is what the sources make: ${filesBelow(fresh).length} files, byte for byte.`);
}
