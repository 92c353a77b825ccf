/** docs/local-testing.md to the letter: its commands are read out of it and run. */
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { REPOSITORY, runCommand } from '@plimsoll/testkit';
import { requireTool } from '../../scripts/house/tools.ts';
import { callerOf, gateInputs } from './support/callers.ts';
import { commandsBelow } from './support/commands.ts';
import { startPipeline } from './support/pipeline.ts';
import { siteFiles } from './support/user-repository.ts';

test('a workflow runs on a machine of its author', async () => {
  await using pipeline = await startPipeline();
  const { user, github, site } = pipeline;
  const home = join(dirname(user.path), 'home');
  await cloneInto(join(home, 'plimsoll'));
  const programs = await programsOf(
    home,
    github.token(github.account('ann'), { contents: 'read', deployments: 'read' }),
  );
  const { address, privateKey, knownHosts } = pipeline.server;
  await pipeline.push({
    ...siteFiles('v1.0.0'),
    '.gitignore': 'deploy_key\nknown_hosts\n.env\n',
    '.github/workflows/production.yml': callerOf(
      'deploy-production',
      '[workflow_dispatch]',
      gateInputs(site.healthUrl),
    ),
  });
  const texts = { deploy_key: privateKey, known_hosts: knownHosts, '.env': asEnvFile(github.env()) };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(user.path, name), text, { mode: 0o600 });

  const [, lines = ''] = commandsBelow('docs/local-testing.md', 'Once');
  const [run] = commandsBelow('docs/local-testing.md', 'Run');
  const commands = `${lines}\n${run}`
    .replace('deploy@192.0.2.7', address)
    .replace('DEPLOY_PATH=/srv/app', `DEPLOY_PATH=${pipeline.root}`);
  const { exitCode, stdout, stderr } = await runCommand({
    program: 'bash',
    args: ['-euo', 'pipefail', '-c', commands],
    cwd: user.path,
    env: { HOME: home, TMPDIR: home, PATH: `${programs}:${dirname(process.execPath)}:${process.env['PATH']}` },
  });
  expect({ exitCode, said: exitCode === 0 ? '' : stdout + stderr }).toEqual({ exitCode: 0, said: '' });
  expect(await pipeline.live()).toBe('v1.0.0');
});

/** What `git clone` would bring, as far as the document uses it. */
async function cloneInto(folder: string): Promise<void> {
  const parts = ['actions', '.github/workflows', 'test/workflows/stand-ins'];
  for (const part of parts) await cp(join(REPOSITORY, part), join(folder, part), { recursive: true });
  await cp(process.env['PLIMSOLL_DIST'] ?? join(REPOSITORY, 'dist'), join(folder, 'dist'), { recursive: true });
}

async function programsOf(home: string, token: string): Promise<string> {
  const folder = join(home, 'bin');
  await mkdir(folder, { recursive: true });
  await symlink(requireTool('act'), join(folder, 'act'));
  await writeFile(join(folder, 'gh'), `#!/bin/sh\n[ "$*" = 'auth token' ] && echo ${token}\n`, { mode: 0o755 });
  return folder;
}

/** act takes variables of the run from `.env`: the stand-in for GitHub is at another address. */
function asEnvFile(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
