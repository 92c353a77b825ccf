/** `node health.mjs <address>`: whether the service that answers there is well, and is the release that this file belongs to. */
import { readFileSync } from 'node:fs';

const expected = readFileSync(new URL('./VERSION', import.meta.url), 'utf8').trim();
const response = await fetch(`${process.argv[2]}/health`, { signal: AbortSignal.timeout(2000) });
const body = await response.text();

if (response.ok && JSON.parse(body).version === expected) {
  console.log(`${expected} is well`);
} else {
  console.error(`expected ${expected} and 200, got ${response.headers.get('x-version')} and ${response.status}: ${body.trim()}`);
  process.exitCode = 1;
}
