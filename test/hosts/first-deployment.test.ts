/** A newcomer with a server follows docs/deployment.md to the letter: every command and the workflow are read out of the document. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type FakeGitHub, mustRun, startFakeGitHub, type TemporaryFolder, temporaryFolder } from '@plimsoll/testkit';
import { runWorkflow } from '../workflows/support/act.ts';
import { commandsBelow } from '../workflows/support/commands.ts';
import { documented } from '../workflows/support/documented.ts';
import { publish } from '../workflows/support/published.ts';
import { createUserRepository } from '../workflows/support/user-repository.ts';
import { describeOnHosts } from './describe-on-hosts.ts';
import { type Host, startHost } from './host.ts';
import { makeDesk } from './newcomer/desk.ts';

const DOCUMENT = 'docs/deployment.md';

describeOnHosts('A newcomer', () => {
  let host: Host;
  let github: FakeGitHub;
  let folder: TemporaryFolder;
  beforeAll(async () => {
    [host, github, folder] = await Promise.all([startHost({ name: 'app' }), startFakeGitHub(), temporaryFolder()]);
    // As a server is delivered: nobody but root, and keys where sshd looks for them.
    await host.run('userdel --remove --force deploy');
    await host.run(
      "sed -i 's,^AuthorizedKeysFile.*,AuthorizedKeysFile /etc/ssh/authorized_keys .ssh/authorized_keys,' /etc/ssh/sshd_config && systemctl reload ssh",
    );
    await host.run('systemd-run --quiet python3 -m http.server 80 --directory /srv/app/current');
  });
  afterAll(() => Promise.all([host?.stop(), github?.[Symbol.asyncDispose](), folder?.remove()]));

  test('reaches a first deployment by the document alone', async () => {
    const here = (text: string): string => text.replaceAll('app.example.com', host.address);
    const desk = await makeDesk(folder.path, host);

    const [onServer, onDesk = ''] = commandsBelow(DOCUMENT, '1. A user on the server');
    await host.run(onServer);
    await desk.run(here(onDesk));

    const [scan] = commandsBelow(DOCUMENT, "2. The server's own key");
    const shown = await desk.run(here(scan));
    const own = await mustRun({ program: 'ssh-keygen', args: ['-lf', '-'], input: `${host.knownHosts}\n` });
    expect(shown).toContain(own.split(' ')[1]);

    const [environment] = commandsBelow(DOCUMENT, '3. The environment on GitHub');
    await desk.run(here(environment));
    expect(await desk.run('ls')).toBe('known_hosts\n');

    const repository = await createUserRepository(join(folder.path, 'site'));
    const workflow = documented({
      document: DOCUMENT,
      calls: 'deploy-production.yml',
      healthUrl: `http://${host.address}/health`,
    });
    const sha = await repository.commit({
      'site/index.html': '<h1>first</h1>\n',
      'site/health': '{"status":"ok"}\n',
      '.github/workflows/production.yml': workflow,
    });
    github.repository('acme/site').branch('main', sha);
    const run = await runWorkflow({
      repository: repository.path,
      workflow: 'production.yml',
      event: 'push',
      payload: { ref: 'refs/heads/main' },
      published: await publish(folder.path),
      folder: join(folder.path, 'act'),
      actor: 'ann',
      secrets: { GITHUB_TOKEN: github.token(github.account('github-actions[bot]')), ...(await desk.secrets()) },
      variables: await desk.variables(),
      env: { ...github.env(), ARTIFACTS: join(folder.path, 'artifacts') },
    });
    expect({ exitCode: run.exitCode, text: run.exitCode === 0 ? '' : run.text }).toEqual({ exitCode: 0, text: '' });
    expect(await host.run(`curl --silent http://${host.address}/`)).toBe('<h1>first</h1>\n');
    expect(await host.run('stat -c %U /srv/app/current/index.html')).toBe('deploy\n');
    expect(await host.run('tail -n 1 /srv/app/.plimsoll/ledger.jsonl')).toContain('"event":"confirmed"');
    // Nothing of the newcomer's runs on, and no watchdog is left.
    expect(await host.run("systemctl --user --machine=deploy@ list-timers --all 'plimsoll-*' --no-legend")).toBe('');
  });
});
