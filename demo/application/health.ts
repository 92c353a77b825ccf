/** `node health.ts <address>`: whether the service that answers there is well, and is the release that this file belongs to. */
import { readFileSync } from 'node:fs';

const version = readFileSync(new URL('./VERSION', import.meta.url), 'utf8').trim();
const wanted = JSON.stringify({ status: 'ok', version });
const response = await fetch(`${process.argv[2]}/health`, { signal: AbortSignal.timeout(2000) });
const seen = (await response.text()).trim();

if (response.ok && seen === wanted) {
  console.log(`${version} is well`);
} else {
  console.error(`wanted 200 and ${wanted}, got ${response.status} and ${seen}`);
  process.exitCode = 1;
}
