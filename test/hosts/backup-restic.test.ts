/** The recipe of docs/backups.md that puts backups into a restic repository, as it is printed there. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createRunner, generateKey, mustRun, startSshd, temporaryFolder } from '@plimsoll/testkit';
import { parse } from 'yaml';
import { needs } from '../setup/needs.ts';
import { recipe } from './backup-recipes.ts';

const describeHere = await needs('sshd', 'restic');

describeHere('A backup in a restic repository', () => {
  test('comes back as it was', async () => {
    await using folder = await temporaryFolder();
    await using runner = await createRunner();
    const key = await generateKey();
    await using server = await startSshd({ authorizedKeys: [key.publicKey] });
    const deployPath = join(folder.path, 'srv');
    await mkdir(join(deployPath, 'shared'), { recursive: true });
    await writeFile(join(deployPath, 'shared', 'photo.jpg'), 'a photo');
    const run = await runner.run({
      action: 'backup',
      inputs: {
        hosts: `${server.user}@${server.host}:${server.port}`,
        'private-key': key.privateKey,
        'known-hosts': server.knownHosts(),
        'deploy-path': deployPath,
        paths: 'shared',
        'download-to': 'backup',
      },
    });
    expect(run.outputs).toMatchObject({ verdict: 'pass' });

    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: folder.path,
      RESTIC_REPOSITORY: join(folder.path, 'repository'),
      RESTIC_PASSWORD: 'a password',
      ID: run.outputs['backup-id'] ?? '',
    };
    const restic = (...args: string[]): Promise<string> =>
      mustRun({ program: 'restic', args, env, cwd: runner.workspace });
    await restic('init');
    await mustRun({
      program: 'bash',
      args: ['-e', '-o', 'pipefail', '-c', await script()],
      env,
      cwd: runner.workspace,
    });
    const restored = join(folder.path, 'restored');
    await restic('restore', 'latest', '--tag', env.ID, '--target', restored);
    const unpacked = join(restored, 'unpacked');
    expect(await readFile(join(unpacked, 'shared', 'photo.jpg'), 'utf8')).toBe('a photo');
    expect(await readFile(join(unpacked, 'backup.json'), 'utf8')).toContain(env.ID);
  });
});

/** What the step of the recipe runs. */
async function script(): Promise<string> {
  const steps: unknown = parse(await recipe('restic'));
  const step: unknown = Array.isArray(steps) ? steps[0] : undefined;
  if (typeof step === 'object' && step !== null && 'run' in step && typeof step.run === 'string') return step.run;
  throw new Error('The recipe is no list with a step that runs something.');
}
