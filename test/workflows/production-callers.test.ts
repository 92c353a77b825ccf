/** `deploy-production.yml` as a team starts it: by a tag, by hand, behind its test environment, from a copy of its own. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { mustRun } from '@plimsoll/testkit';
import { inRepository, readOurs } from '../../scripts/house/repository.ts';
import { ON_MAIN, production, QUICK } from './support/callers.ts';
import { commandsBelow } from './support/commands.ts';
import { documented } from './support/documented.ts';
import { began, endOf } from './support/evidence.ts';
import { type Pipeline, startPipeline } from './support/pipeline.ts';
import { asActReads } from './support/published.ts';
import { siteFiles } from './support/user-repository.ts';

describe('a tag', () => {
  const onTag = { workflow: 'production.yml', event: 'push', payload: { ref: 'refs/tags/v1.2.3' } } as const;
  const strict = ['version-file: VERSION', "require-tag: 'v*.*.*'", 'require-deployed-to: test', 'checks: checks.yml'];

  test('goes live as its version, once the test environment has it', async () => {
    await using pipeline = await startPipeline();
    const sha = await pipeline.push({
      ...siteFiles('v1.2.3'),
      ...production(pipeline, ...strict),
      VERSION: '1.2.3\n',
      // One is asked from the runner, the other on the server.
      'checks.yml': `checks:\n  - http: ${pipeline.site.healthUrl}\n  - command: grep v1.2.3 ${pipeline.root}/current/health.json\n`,
    });
    await pipeline.user.tag('v1.2.3');
    pipeline.repository.tag('v1.2.3', sha);
    const early = await pipeline.run(onTag);
    expect(early.exitCode).not.toBe(0);
    expect(early.summary).toMatch(/require-deployed-to/);
    expect(await pipeline.live()).toBe('');

    pipeline.repository.deployment({ environment: 'test', sha });
    const live = await pipeline.run(onTag);
    expect(live).toMatchObject({ exitCode: 0 });
    expect(await pipeline.live()).toBe('v1.2.3');
    expect(pipeline.messages().at(-1)).toMatchObject({ event: 'succeeded', version: 'v1.2.3' });
    expect(live.summary).toMatch(/grep v1\.2\.3/);
  });
});

test('by hand with a version and a reason, and on main, as docs/configuration.md has it', async () => {
  await using pipeline = await startPipeline();
  const text = documented({
    document: 'docs/configuration.md',
    calls: 'deploy-production.yml',
    holds: 'workflow_dispatch',
    healthUrl: pipeline.site.healthUrl,
    inputs: QUICK,
  });
  await pipeline.push({ ...siteFiles('v3.0.0'), '.github/workflows/production.yml': text });
  const inputs = { version: 'v3.0.0', reason: 'The new prices.', notify: 'true', 'skip-verification': 'false' };
  const run = await pipeline.run({ workflow: 'production.yml', event: 'workflow_dispatch', payload: { inputs } });
  expect(run).toMatchObject({ exitCode: 0 });
  expect(await pipeline.live()).toBe('v3.0.0');
  expect(pipeline.messages()).toMatchObject([
    { event: 'started', text: 'The new prices.', actor: 'ann', fields: {} },
    { event: 'succeeded', text: 'The new prices.', version: 'v3.0.0', fields: {} },
  ]);

  // Here the form is empty: people are told, and the release is verified.
  const sha = await pipeline.push(siteFiles('v3.1.0'));
  const pushed = await pipeline.run(ON_MAIN);
  expect(pushed).toMatchObject({ exitCode: 0 });
  expect(endOf(pushed, 'deploy', 'Verify')).toBe('success');
  expect(pipeline.messages().at(-1)).toMatchObject({ event: 'succeeded', version: sha.slice(0, 7) });
});

test('a copy in the repository of the team works as it is, with the commands of docs/configuration.md', async () => {
  await using pipeline = await startPipeline();
  const copied = await fetched(pipeline);
  expect(copied).toBe(readOurs('.github/workflows/deploy-production.yml').text);
  const [caller = ''] = Object.values(production(pipeline));
  await pipeline.push({
    ...siteFiles('v1.0.0'),
    '.github/workflows/deploy-production.yml': asActReads(copied),
    '.github/workflows/production.yml': caller.replace('plimsoll-dev/plimsoll/', './').replace('.yml@v1', '.yml'),
  });
  expect(await pipeline.run(ON_MAIN)).toMatchObject({ exitCode: 0 });
  expect(await pipeline.live()).toBe('v1.0.0');
});

/** What the document's first command writes, with a stand-in for GitHub's command line that knows this one request. */
async function fetched({ user }: Pipeline): Promise<string> {
  const [commands] = commandsBelow('docs/configuration.md', 'Secrets and variables');
  const below = (name: string): string => join(user.path, '..', name);
  const place = 'repos/plimsoll-dev/plimsoll/contents/.github/workflows/deploy-production.yml?ref=v1';
  const gh = `#!/bin/sh\necho "$*" >>"${below('asked')}"\n[ "$1 $2" != 'api ${place}' ] || cat "${inRepository('.github/workflows/deploy-production.yml')}"\n`;
  await mkdir(below('bin'), { recursive: true });
  await mkdir(join(user.path, '.github', 'workflows'), { recursive: true });
  await writeFile(below('bin/gh'), gh, { mode: 0o755 });
  await writeFile(join(user.path, 'deploy_key'), 'key');
  const env = { PATH: `${below('bin')}:${process.env['PATH']}` };
  await mustRun({ program: 'bash', args: ['-euo', 'pipefail', '-c', commands], cwd: user.path, env });
  await rm(join(user.path, 'deploy_key'));
  expect(await readFile(below('asked'), 'utf8')).toContain('secret set SSH_PRIVATE_KEY --env production\n');
  return readFile(join(user.path, '.github', 'workflows', 'deploy-production.yml'), 'utf8');
}

test('through test to production, one behind the other, as docs/configuration.md has it', async () => {
  await using pipeline = await startPipeline();
  const text = documented({
    document: 'docs/configuration.md',
    calls: 'deploy-test.yml',
    healthUrl: pipeline.site.healthUrl,
    inputs: QUICK,
  });
  const sha = await pipeline.push({ ...siteFiles('v1.0.0'), '.github/workflows/production.yml': text });
  // GitHub makes it when the job of the test environment ends.
  pipeline.repository.deployment({ environment: 'test', sha });
  const run = await pipeline.run(ON_MAIN);
  expect(run).toMatchObject({ exitCode: 0 });
  expect(await pipeline.live()).toBe('v1.0.0');
  const confirmed = (await pipeline.ledger()).filter(({ event }) => event === 'confirmed');
  expect(confirmed).toHaveLength(2);

  await pipeline.push(siteFiles('v2.0.0', 'broken'));
  const broken = await pipeline.run(ON_MAIN);
  expect(broken.exitCode).not.toBe(0);
  expect(began(broken, 'gate')).toBe(false);
  expect(await pipeline.live()).toBe('v1.0.0');
});
