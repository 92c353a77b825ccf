/** `pr-status.yml`, through act. */
import { expect, test } from '@jest/globals';
import { type GitHubAccount, pullRequestEvent } from '@plimsoll/testkit';
import type { ActRun } from './support/act.ts';
import { callerOf } from './support/callers.ts';
import { type Pipeline, startPipeline } from './support/pipeline.ts';
import { siteFiles } from './support/user-repository.ts';

function status(minTests: number, ...further: readonly string[]): Readonly<Record<string, string>> {
  const lint = 'commands: "lint: test -f site/index.html"';
  const inputs = [lint, 'junit: reports/junit.xml', `min-tests: '${minTests}'`, ...further];
  return { '.github/workflows/status.yml': callerOf('pr-status', '[pull_request]', inputs) };
}

interface Opened {
  readonly number: number;
  run(token?: string): Promise<ActRun>;
}

async function opened(pipeline: Pipeline, from?: GitHubAccount): Promise<Opened> {
  const { repository, github } = pipeline;
  const sha = await pipeline.push({ ...siteFiles('change'), ...status(3) });
  const pull = repository.pull({
    author: github.account('ann'),
    sha,
    baseSha: sha,
    ...(from === undefined ? {} : { from }),
  });
  const payload = pullRequestEvent(pull, { repository: repository.data });
  return {
    number: pull.number,
    run: (token) =>
      pipeline.run({
        workflow: 'status.yml',
        event: 'pull_request',
        payload,
        ...(token === undefined ? {} : { token }),
      }),
  };
}

test('one comment says how the gate stands, and is kept up to date', async () => {
  await using pipeline = await startPipeline();
  const { number, run } = await opened(pipeline);
  expect(await run()).not.toMatchObject({ exitCode: 0 });
  expect(pipeline.comments(number)).toEqual([
    expect.stringMatching(/Quality gate failed\n[\s\S]*min-tests \| fail \| 2 \| at least 3/),
  ]);
  await pipeline.push(status(2));
  expect(await run()).toMatchObject({ exitCode: 0 });
  expect(pipeline.comments(number)).toEqual([expect.stringMatching(/Quality gate passed\n[\s\S]*Earlier runs \(1\)/)]);

  // The other half of the repository has its own.
  await pipeline.push(status(2, 'id: server'));
  expect(await run()).toMatchObject({ exitCode: 0 });
  expect(pipeline.comments(number)).toHaveLength(2);
});

test('the run of a fork may not comment: it says what it would have said, and is as green as the gate', async () => {
  await using pipeline = await startPipeline();
  const { github } = pipeline;
  const { number, run } = await opened(pipeline, github.account('mallory'));
  await pipeline.push(status(2));
  const bot = github.account('github-actions[bot]');
  const ended = await run(github.token(bot, { contents: 'read', pull_requests: 'read' }));
  expect(ended).toMatchObject({ exitCode: 0 });
  expect(ended.text).toMatch(/The comment could not be written: .*The text is in the job summary/);
  expect(pipeline.comments(number)).toEqual([]);
});

test('a run of the merge queue has nobody to tell, and is as green as the gate', async () => {
  await using pipeline = await startPipeline();
  const inputs = ['commands: "lint: test -f site/index.html"'];
  const text = callerOf('pr-status', '[merge_group]', inputs);
  const sha = await pipeline.push({ ...siteFiles('change'), '.github/workflows/status.yml': text });
  const group = {
    head_sha: sha,
    head_ref: 'refs/heads/gh-readonly-queue/main/pr-1-0123456',
    base_ref: 'refs/heads/main',
    base_sha: sha,
  };
  const payload = { action: 'checks_requested', merge_group: group, ref: group.head_ref };
  const run = await pipeline.run({ workflow: 'status.yml', event: 'merge_group', payload });
  expect(run).toMatchObject({ exitCode: 0 });
  expect(run.text).toContain('No pull request belongs to this run or commit');
});
