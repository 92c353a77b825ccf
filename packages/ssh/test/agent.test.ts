import { chmod, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { generateKey, temporaryFolder, waitUntil } from '@plimsoll/testkit';
import { MACHINE, openClient } from './client.ts';
import { processesOf } from './client-processes.ts';
import { failureOf } from './failures.ts';

/** An ssh-add that goes on asking, in words of its own, and gives up after ten answers lest it goes on for ever. */
const INSISTENT = `#!/bin/sh
cat >/dev/null
for round in 1 2 3 4 5 6 7 8 9 10; do
  "$SSH_ASKPASS" 'Kennwort:' >>"$0.answers" || break
done
exit 1
`;

/** Opens a client with other programs in front of its own. The tools are looked up in the PATH of this process, so that is changed too. */
async function openWith(folder: string, settings: Parameters<typeof openClient>[0]): Promise<unknown> {
  const path = process.env['PATH'];
  process.env['PATH'] = [folder, path].join(delimiter);
  try {
    return await openClient(settings, { ...MACHINE, env: { ...process.env } });
  } finally {
    process.env['PATH'] = path;
  }
}

describe('a passphrase', () => {
  test('is told once, in whatever words and however often ssh-add asks', async () => {
    await using folder = await temporaryFolder();
    const program = join(folder.path, 'ssh-add');
    await writeFile(program, INSISTENT);
    await chmod(program, 0o755);
    const { privateKey } = await generateKey({ passphrase: 'right' });
    const failure = await failureOf(() => openWith(folder.path, { privateKey, passphrase: 'wrong' }));
    expect(failure.code).toBe('input');
    expect(failure.message).toContain('The passphrase (input passphrase) does not open the private key.');
    expect(await readFile(`${program}.answers`, 'utf8')).toBe('wrong\n');
  });

  test('that is wrong leaves nothing of ssh-add behind', async () => {
    await using folder = await temporaryFolder();
    const { privateKey } = await generateKey({ passphrase: 'right' });
    const settings = { privateKey, passphrase: 'wrong', temporaryFolder: folder.path };
    expect((await failureOf(() => openClient(settings))).code).toBe('input');
    const isGone = async (): Promise<boolean> => (await processesOf(folder.path)).length === 0;
    await waitUntil(isGone, { deadlineMs: 60_000, what: 'agent and ssh-add to end' });
  });
});
