/** The commands of docs/configuration.md that protect an environment, as GitHub's command line would get them. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { mustRun, temporaryFolder } from '@plimsoll/testkit';
import { commandsBelow } from './support/commands.ts';

/** Answers with the id of a person; of everything else it keeps arguments and standard input. */
const GH = `#!/bin/sh
case "$2" in users/*) echo 7 && exit ;; esac
{
  printf '%s\\n' "$*"
  case "$*" in *'--input -') cat ;; esac
} >>"$GH_LOG"
`;

test('an environment is protected by the commands of the document', async () => {
  const folder = await temporaryFolder();
  try {
    await mkdir(join(folder.path, 'bin'));
    await writeFile(join(folder.path, 'bin', 'gh'), GH, { mode: 0o755 });
    const log = join(folder.path, 'log');
    const [commands] = commandsBelow('docs/configuration.md', 'The protected environment');
    const env = { PATH: `${join(folder.path, 'bin')}:${process.env['PATH']}`, GH_LOG: log };
    await mustRun({ program: 'bash', args: ['-euo', 'pipefail', '-c', commands], env });
    const [put = '', ...rest] = (await readFile(log, 'utf8')).split(/^(?=api )/mu);
    const [command, ...body] = put.split('\n');
    expect(command).toBe('api --method PUT repos/{owner}/{repo}/environments/production --input -');
    expect(JSON.parse(body.join('\n'))).toEqual({
      reviewers: [{ type: 'User', id: 7 }],
      prevent_self_review: true,
      can_admins_bypass: false,
      wait_timer: 0,
      deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    });
    const policies = 'api --method POST repos/{owner}/{repo}/environments/production/deployment-branch-policies';
    expect(rest).toEqual([`${policies} -f name=main -f type=branch\n`, `${policies} -f name=v*.*.* -f type=tag\n`]);
  } finally {
    await folder.remove();
  }
});
