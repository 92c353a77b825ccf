/**
 * A process of its own that reads through `current` in a tight loop: `node current-reader.ts <deploy-path> <file>...`. It prints `ready` after
 * the first round, and when its standard input ends, one line of JSON with all it saw.
 */
import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { argv, stdin, stdout } from 'node:process';

const ROUNDS_AT_A_TIME = 200;
const SEPARATOR = '\0';

const [, , deployPath = '', ...files] = argv;
const contents = new Map<string, number>();
const missing = new Map<string, number>();
let reads = 0;
let stopped = false;

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

/** Reads one file through the link, as a visitor does, and all of them in the release that the link names, as a whole. */
function readOnce(): void {
  reads += 1;
  try {
    readFileSync(join(deployPath, 'current', files[0] ?? ''));
    const release = join(deployPath, readlinkSync(join(deployPath, 'current')));
    count(contents, files.map((file) => readFileSync(join(release, file), 'utf8')).join(SEPARATOR));
  } catch (error) {
    count(missing, error instanceof Error ? error.message : String(error));
  }
}

function turn(): void {
  for (let round = 0; round < ROUNDS_AT_A_TIME; round += 1) readOnce();
  if (!stopped) setImmediate(turn);
  else stdout.write(`${JSON.stringify({ reads, missing: [...missing], contents: [...contents] })}\n`);
}

stdin.on('end', () => {
  stopped = true;
});
stdin.resume();
readOnce();
stdout.write('ready\n');
turn();
