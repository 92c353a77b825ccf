import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type ActionRun,
  createRunner,
  type FakeGitHub,
  pullRequestEvent,
  type RepositoryBuilder,
  type Runner,
  startFakeGitHub,
} from '@plimsoll/testkit';
import { resultOf } from './site.ts';

type Inputs = Readonly<Record<string, string>>;
type Pull = ReturnType<RepositoryBuilder['pull']>;

const RUN_ID = 1000;
let github: FakeGitHub;
let repository: RepositoryBuilder;
let runner: Runner;
let pull: Pull;
let head: string;
let token: string;

beforeEach(async () => {
  [github, runner] = await Promise.all([startFakeGitHub(), createRunner()]);
  repository = github.repository('octo-org/octo-repo');
  const alice = github.account('alice');
  const base = repository.commit();
  head = repository.commit({ author: alice });
  repository.branch('main', base);
  pull = repository.pull({ author: alice, sha: head, baseSha: base, branch: 'change' });
  token = github.token(github.account('github-actions[bot]'), { pull_requests: 'write', contents: 'read' });
});
afterEach(async () => {
  await Promise.all([github.close(), runner[Symbol.asyncDispose]()]);
});

/** A run of the action for the pull request. */
async function comment(inputs: Inputs, env: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
  const event = join(runner.workspace, 'event.json');
  await writeFile(event, JSON.stringify(pullRequestEvent(pull, { repository: repository.data })));
  return runner.run({
    action: 'pr-comment',
    inputs: { 'github-token': token, ...inputs },
    env: {
      ...github.env(),
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
      GITHUB_RUN_ID: `${RUN_ID}`,
      ...env,
    },
  });
}

/** A run for a push to main, which no pull request is named for. */
async function commentAfterPush(commit: string, body: string): Promise<ActionRun> {
  const push = {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_SHA: commit,
  };
  return runner.run({
    action: 'pr-comment',
    inputs: { 'github-token': token, body },
    env: { ...github.env(), ...push },
  });
}

function bodies(): readonly string[] {
  return repository.data.comments.map(({ body }) => body);
}

function callNames(): readonly string[] {
  return github.calls.map(({ name }) => name.replace(/\d+/g, '<n>'));
}

describe('a comment', () => {
  test('is created, then updated in three calls', async () => {
    const first = await comment({ body: 'Hello.' });
    expect(first.exitCode).toBe(0);
    const before = github.calls.length;
    const second = await comment({ body: 'Hello again.' }, { GITHUB_RUN_ID: `${RUN_ID + 1}` });
    expect(second.outputs).toMatchObject({
      number: `${pull.number}`,
      found: 'true',
      'comment-id': first.outputs['comment-id'],
      'comment-url': expect.stringContaining('#issuecomment-'),
    });
    expect(callNames().slice(before)).toHaveLength(3);
    expect(bodies()).toEqual([expect.stringContaining('Hello again.')]);
    expect(bodies()[0]).toContain('Earlier runs (1)');
  });

  test('goes through the proxy of the runner', async () => {
    const proxy = String(github.env()['GITHUB_API_URL']);
    const nowhere = 'http://127.0.0.1:1';
    const urls = { GITHUB_API_URL: nowhere, GITHUB_GRAPHQL_URL: `${nowhere}/graphql` };
    const { exitCode, outputs } = await comment({ body: 'Hello.' }, { ...urls, HTTP_PROXY: proxy, http_proxy: proxy });
    expect([exitCode, outputs['found']]).toEqual([0, 'true']);
    expect(bodies()).toEqual([expect.stringContaining('Hello.')]);
  });

  test('tells what the steps did, and nothing in it mentions anybody', async () => {
    const result = {
      schema: 'plimsoll/result@1',
      action: 'deploy-ssh',
      verdict: 'fail',
      code: 'health',
      summary: '@everyone look at [this](https://evil.example) <img src=x>',
      startedAt: '2026-11-21T12:00:00.000Z',
      durationMs: 2000,
      facts: {},
    };
    const steps = JSON.stringify({
      deploy: { outputs: { result: JSON.stringify(result) }, outcome: 'failure', conclusion: 'failure' },
    });
    expect((await comment({ steps })).exitCode).toBe(0);
    expect(bodies()[0]).toContain('everyone');
    expect(bodies()[0]).not.toMatch(/(?<!\\|&#)@everyone|\]\(https:\/\/evil|<img/);
  });

  test('leaves a planted marker and the comments of others alone', async () => {
    await comment({ body: 'Official.' });
    const [marker = ''] = (bodies()[0] ?? '').split('\n');
    repository.data.comments.splice(0);
    repository.comment(pull.number, { author: github.account('mallory'), body: `${marker}\nPlanted.` });
    await comment({ body: 'Official again.' }, { GITHUB_RUN_ID: '2000' });
    expect(bodies()).toEqual([`${marker}\nPlanted.`, expect.stringContaining('Official again.')]);
  });

  test('of a push to main goes to the pull request that was merged', async () => {
    const merged = repository.commit({});
    repository.branch('main', merged);
    repository.merge(pull, merged);
    const run = await commentAfterPush(merged, 'It is live.');
    expect(run.outputs).toMatchObject({ verdict: 'pass', number: `${pull.number}`, found: 'true' });
    expect(bodies()).toEqual([expect.stringContaining('It is live.')]);
  });

  test('of a commit without a pull request is no failure, and says so', async () => {
    const lonely = repository.commit({});
    repository.branch('main', lonely);
    const run = await commentAfterPush(lonely, 'Where?');
    expect(run.outputs).toMatchObject({ verdict: 'pass', number: '', found: 'false' });
    expect(run.summary).toContain('Where?');
  });
});

describe('without the permission', () => {
  const readOnly = (): string =>
    github.token(github.account('github-actions[bot]'), { pull_requests: 'read', contents: 'read' });

  test('the text goes to the summary, the permission is named, and the step passes', async () => {
    const run = await comment({ body: 'From a fork.', 'github-token': readOnly() });
    expect(run.outputs).toMatchObject({ verdict: 'pass', found: 'true', 'comment-id': '' });
    expect(run.summary).toContain('From a fork.');
    expect(run.annotations).toEqual([
      expect.objectContaining({ name: 'warning', message: expect.stringContaining('pull-requests: write') }),
    ]);
  });

  test('with required it fails, and the text is in the summary all the same', async () => {
    const run = await comment({ body: 'From a fork.', 'github-token': readOnly(), required: 'true' });
    expect(run).toMatchObject({ exitCode: 81, outputs: { 'failure-code': 'github-permission' } });
    expect(run.summary).toContain('From a fork.');
  });
});

describe('modes', () => {
  test('append adds, recreate moves to the end, hide folds away, delete removes', async () => {
    await comment({ body: 'One.', mode: 'append' });
    await comment({ body: 'Two.', mode: 'append' });
    expect(bodies()).toHaveLength(2);
    await comment({ body: 'Three.', mode: 'recreate' });
    expect(bodies()).toEqual([expect.stringContaining('Three.')]);
    await comment({ mode: 'hide' });
    expect(repository.data.comments.map(({ isMinimized }) => isMinimized)).toEqual([true]);
    const run = await comment({ mode: 'delete' });
    expect(resultOf(run).facts).toMatchObject({ done: 'deleted', number: pull.number });
    expect(bodies()).toEqual([]);
  });
});

describe('GitHub in trouble', () => {
  test('a 502 is tried again, and a creation whose answer was lost is not done twice', async () => {
    github.fail({ match: /^POST .*comments/, times: 1, effect: { kind: 'lost-answer' } });
    github.fail({
      match: /^GraphQL/,
      times: 1,
      effect: { kind: 'answer', status: 502, headers: {}, body: 'Bad gateway' },
    });
    const run = await comment({ body: 'Once.' });
    expect(run.exitCode).toBe(0);
    expect(bodies()).toEqual([expect.stringContaining('Once.')]);
  });

  test('an answer that never gets better fails the step, without the token in any word', async () => {
    github.fail({
      match: /^PATCH|^POST/,
      times: 1000,
      effect: { kind: 'answer', status: 422, headers: {}, body: { message: 'Validation Failed' } },
    });
    const run = await comment({ body: 'Never.' });
    expect(run).toMatchObject({ exitCode: 80, outputs: { 'failure-code': 'github' } });
    expect(run.stdout.replaceAll(`::add-mask::${token}`, '') + run.stderr + run.summary).not.toContain(token);
  });
});

test('bad inputs are told at once, and nothing is asked of GitHub', async () => {
  const run = await comment({ number: '0', sha: 'abc', id: 'a b', mode: 'replace' });
  expect(run.exitCode).toBe(64);
  for (const input of ['number', 'sha', 'id', 'mode']) expect(run.stdout).toContain(input);
  const empty = await comment({});
  expect(empty.stdout).toContain('has nothing to say');
  expect((await comment({ 'body-file': '/nowhere/x.md' })).exitCode).toBe(64);
  expect(github.calls).toEqual([]);
});
