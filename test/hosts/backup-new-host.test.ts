/** The whole action on a server that nothing was ever deployed to, as it stands before a first deployment. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type ActionRun, createRunner, generateKey, startSshd, temporaryFolder } from '@plimsoll/testkit';
import { needs } from '../setup/needs.ts';

const describeHere = await needs('sshd');

describeHere('A backup of a new host', () => {
  test('is none and no failure, until there is something to save', async () => {
    await using folder = await temporaryFolder();
    await using runner = await createRunner();
    const key = await generateKey();
    await using server = await startSshd({ authorizedKeys: [key.publicKey] });
    const deployPath = join(folder.path, 'srv');
    await mkdir(deployPath);
    const backup = (more: Readonly<Record<string, string>> = {}): Promise<ActionRun> =>
      runner.run({
        action: 'backup',
        inputs: {
          hosts: `${server.user}@${server.host}:${server.port}`,
          'private-key': key.privateKey,
          'known-hosts': server.knownHosts(),
          'deploy-path': deployPath,
          'max-age': '1h',
          ...more,
        },
      });

    for (const more of [{ before: 'true >ran' }, { operation: 'list' }]) {
      const run = await backup(more);
      expect(run.outputs).toMatchObject({ verdict: 'pass', 'backup-id': '', backups: '[]' });
      expect(run.outputs['result']).toContain('"new":true');
      expect(run.stdout).toContain('no release yet, and nothing to back up');
    }
    expect((await readdir(deployPath)).sort()).toEqual(['.plimsoll', 'releases', 'shared']);

    await writeFile(join(deployPath, 'shared', 'photo.jpg'), 'a photo');
    const made = await backup({ before: 'echo rows >"$PLIMSOLL_DUMPS/rows"' });
    expect(made.outputs).toMatchObject({ verdict: 'pass', 'backup-id': expect.stringMatching(/Z-none$/) });
    expect((await backup({ operation: 'list' })).outputs['backup-id']).toBe(made.outputs['backup-id']);
  });
});
