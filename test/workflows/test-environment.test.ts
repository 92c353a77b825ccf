/** `deploy-test.yml` as docs/deployment.md has it, through act. */
import { describe, expect, test } from '@jest/globals';
import { pullRequestEvent } from '@plimsoll/testkit';
import { callerOf, QUICK, withFollower } from './support/callers.ts';
import { documented } from './support/documented.ts';
import { began, endOf, handedOn, outcomeOf } from './support/evidence.ts';
import { type Pipeline, startPipeline } from './support/pipeline.ts';
import { siteFiles } from './support/user-repository.ts';

function testing({ site }: Pipeline): Readonly<Record<string, string>> {
  const text = documented({
    document: 'docs/deployment.md',
    calls: 'deploy-test.yml',
    healthUrl: site.healthUrl,
    inputs: QUICK,
  });
  return withFollower({ '.github/workflows/test.yml': text });
}

describe('a pull request', () => {
  test('is deployed, and its one comment follows it', async () => {
    await using pipeline = await startPipeline();
    const { repository, github } = pipeline;
    const baseSha = await pipeline.push({ ...siteFiles('main'), ...testing(pipeline) });
    const sha = await pipeline.push(siteFiles('change-1'));
    const pull = repository.pull({ author: github.account('ann'), sha, baseSha });
    const payload = pullRequestEvent(pull, { repository: repository.data });
    const first = await pipeline.run({ workflow: 'test.yml', event: 'pull_request', payload });
    expect(first).toMatchObject({ exitCode: 0 });
    expect(handedOn(first)).toMatchObject({ outcome: 'released', verdict: 'pass' });
    expect(await pipeline.live()).toBe('change-1');
    expect(pipeline.comments(pull.number)).toEqual([expect.stringMatching(/to test succeeded/)]);
    expect(pipeline.comments(pull.number)[0]).toContain('**test**: https://test.example.com/');

    await pipeline.push(siteFiles('change-2', 'broken'));
    const second = await pipeline.run({ workflow: 'test.yml', event: 'pull_request', payload });
    expect(second.exitCode).not.toBe(0);
    expect(endOf(second, 'deploy', 'Roll back')).toBe('success');
    expect(outcomeOf(second)).toBe('reverted');
    expect(await pipeline.live()).toBe('change-1');
    expect(pipeline.comments(pull.number)).toEqual([
      expect.stringMatching(/to test was rolled back[\s\S]*500[\s\S]*Earlier runs \(1\)/),
    ]);
    expect(await pipeline.findings()).toEqual([]);
  });

  test.each(['mallory', 'dependabot[bot]'])(
    'of %s is not deployed, for its run has no secrets, and nothing is red',
    async (name) => {
      await using pipeline = await startPipeline();
      const { repository, github } = pipeline;
      const sha = await pipeline.push({ ...siteFiles('theirs'), ...testing(pipeline) });
      const author = github.account(name);
      const pull = repository.pull({ author, sha, baseSha: sha, ...(name === 'mallory' ? { from: author } : {}) });
      const run = await pipeline.run({
        workflow: 'test.yml',
        event: 'pull_request',
        payload: pullRequestEvent(pull, { repository: repository.data }),
        secrets: { TEST_SSH_PRIVATE_KEY: '', WEBHOOK_URLS: '' },
        token: github.token(github.account('github-actions[bot]'), { contents: 'read', pull_requests: 'read' }),
      });
      expect(run).toMatchObject({ exitCode: 0 });
      expect([began(run, 'deploy'), began(run, 'comment')]).toEqual([false, false]);
      expect(await pipeline.live()).toBe('');
      expect(pipeline.comments(pull.number)).toEqual([]);
    },
  );
});

test.each([
  { what: 'nothing to verify', inputs: ['source: site'], says: /^> Give 'health-url' or 'checks'/m },
  {
    what: 'a limit on tests, and no tests',
    inputs: ['source: site', 'health-url: http://127.0.0.1:9/', "min-tests: '5'", ...QUICK],
    says: /min-tests.*is asked of no tests/,
  },
  {
    what: 'no environment',
    inputs: ['source: site', "environment: ''", 'health-url: http://127.0.0.1:9/', ...QUICK],
    says: /^> 'environment' is a name/m,
  },
])('$what: nothing is deployed', async ({ inputs, says }) => {
  await using pipeline = await startPipeline();
  const text = callerOf('deploy-test', '[push]', inputs);
  await pipeline.push({ ...siteFiles('v1.0.0'), '.github/workflows/test.yml': text });
  const run = await pipeline.run({ workflow: 'test.yml', event: 'push', payload: { ref: 'refs/heads/main' } });
  expect(run.exitCode).not.toBe(0);
  expect(run.summary).toMatch(says);
  expect(await pipeline.live()).toBe('');
});
