import { mkdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findProgram } from '@plimsoll/testkit';
import { createManifest, textOf } from '../src/manifest.ts';
import { file } from './support/arbitraries.ts';
import { harm, placeTree } from './support/disk.ts';
import { type LocalHost, start, startLocalHost, type Told } from './support/local-host.ts';
import { SERVER_FUNCTIONS } from './support/server-functions.ts';

/** More than the number from which openssl is worth its start. */
const MANY = Array.from({ length: 600 }, (_, index) => file(`folder ${index % 7}/file ${index}`, `content ${index}`));
const CHOSEN = 'choose_hash "$root/manifest"; emit chosen "$hash_files"';

let host: LocalHost;
let root: string;
beforeAll(async () => {
  host = await startLocalHost('system');
  root = `${host.folder}/app`;
  await mkdir(root);
  await placeTree(`${root}/tree`, MANY);
  await writeFile(`${root}/manifest`, textOf(createManifest(MANY).lines), 'latin1');
});
afterAll(async () => host[Symbol.asyncDispose]());

function call(lines: string): Promise<Told> {
  const args = { deploy_path: root, owner: 'me', who: 'the test', intent: 'deploy', fence: '1' };
  return start(host, `${SERVER_FUNCTIONS}\n${lines}`, { args }).told;
}

async function differing(): Promise<readonly string[]> {
  const { values } = await call(
    'verify_tree "$root/tree" "$root/manifest" | while IFS= read -r one; do emit differs "$one"; done',
  );
  return [...values('differs')].sort();
}

test('many files are hashed by openssl where the server has it', async () => {
  const { values } = await call(CHOSEN);
  const expected = (await findProgram('openssl')) === undefined ? 'sha256sum' : 'openssl dgst -sha256 -r';
  expect(values('chosen')).toEqual([expected]);
});

test.each([
  ['that says something else of nothing', 'openssl() { echo "0000 *stdin"; }'],
  ['that fails', 'openssl() { return 127; }'],
])('an openssl %s is not used', async (_, fake) => {
  const { values } = await call(`${fake}\n${CHOSEN}`);
  expect(values('chosen')).toEqual(['sha256sum']);
});

test('few files are not worth its start', async () => {
  const { values } = await call(
    `head -n 500 "$root/manifest" >"$root/few"; choose_hash "$root/few"; emit chosen "$hash_files"`,
  );
  expect(values('chosen')).toEqual(['sha256sum']);
});

test('among many files each one that is changed, emptied or gone is found', async () => {
  expect(await differing()).toEqual([]);
  const victims = MANY.filter((_, index) => index % 50 === 3);
  for (const [way, victim] of victims.entries()) await harm(`${root}/tree`, victim, way);
  expect(await differing()).toEqual(victims.map(({ path }) => path).sort());
});
