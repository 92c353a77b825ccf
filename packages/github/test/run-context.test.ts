import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openGitHub, type PullRequestQuestion, pullRequestOf, type RunContext, readRunContext } from '../src/index.ts';
import { runVariables } from './support/fake.ts';

const SHA = 'a'.repeat(40);
const HEAD = 'b'.repeat(40);
const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function contextOf(env: Record<string, string | undefined>, event?: unknown): Promise<RunContext> {
  const path =
    event === undefined ? undefined : await eventFile(typeof event === 'string' ? event : JSON.stringify(event));
  return readRunContext({ ...runVariables(SHA), GITHUB_EVENT_PATH: path, ...env });
}

async function eventFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'event-'));
  folders.push(folder);
  const path = join(folder, 'event.json');
  await writeFile(path, text);
  return path;
}

const REPOSITORY = { id: 1, name: 'octo-repo' };

function pullEvent(headRepository: { readonly id: number } | null): object {
  return {
    action: 'synchronize',
    number: 5,
    pull_request: {
      number: 5,
      draft: false,
      merged: false,
      user: { id: 9, login: 'alice', type: 'User' },
      head: { ref: 'change', sha: HEAD, repo: headRepository },
      base: { ref: 'main', sha: SHA, repo: REPOSITORY },
    },
    sender: { id: 9, login: 'updater[bot]', type: 'Bot' },
  };
}

test('a push to a branch', async () => {
  const run = await contextOf({}, { before: HEAD, ref: 'refs/heads/main' });
  expect(run).toMatchObject({
    repository: { owner: 'octo-org', name: 'octo-repo', fullName: 'octo-org/octo-repo' },
    sha: SHA,
    commit: SHA,
    ref: { kind: 'branch', name: 'main' },
    event: { before: HEAD, pullRequest: undefined },
    actor: { login: 'alice', id: 1 },
    triggeringActor: { login: 'alice' },
    runAttempt: 1,
    urls: {
      api: 'https://api.github.com',
      graphql: 'https://api.github.com/graphql',
      run: 'https://github.com/octo-org/octo-repo/actions/runs/4242',
    },
  });
  expect(pullRequestOf(run)).toEqual({ kind: 'commit', sha: SHA, base: 'main' });
});

test('what a merge group is merged onto is the commit before', async () => {
  const group = { head_sha: SHA, base_sha: HEAD };
  const ref = { GITHUB_REF: `refs/heads/gh-readonly-queue/main/pr-7-${HEAD}` };
  expect((await contextOf(ref, { merge_group: group })).event.before).toBe(HEAD);
});

test('a pull request means its head, not the merge that was made for the test', async () => {
  const run = await contextOf({ GITHUB_REF: 'refs/pull/5/merge' }, pullEvent(REPOSITORY));
  expect(run.commit).toBe(HEAD);
  expect(run.event.pullRequest).toMatchObject({ number: 5, isFork: false, author: { id: 9, isBot: false } });
  expect(run.event.sender).toEqual({ id: 9, login: 'updater', isBot: true });
  expect(pullRequestOf(run)).toEqual({ kind: 'number', number: 5 });
});

test.each([{ id: 2 }, null])('a pull request from the repository %p is from a fork', async (headRepository) => {
  const run = await contextOf({}, pullEvent(headRepository));
  expect(run.event.pullRequest?.isFork).toBe(true);
});

interface AboutCase {
  readonly name: string;
  readonly ref?: string;
  readonly event?: object;
  readonly expected: PullRequestQuestion;
}

const ABOUT: readonly AboutCase[] = [
  {
    name: 'a merge queue',
    ref: `refs/heads/gh-readonly-queue/release/1.x/pr-77-${SHA}`,
    expected: { kind: 'number', number: 77 },
  },
  { name: 'a tag', ref: 'refs/tags/v1.2.3', expected: { kind: 'commit', sha: SHA, base: undefined } },
  {
    name: 'a comment on a pull request',
    event: { issue: { number: 8, pull_request: {} } },
    expected: { kind: 'number', number: 8 },
  },
  {
    name: 'a comment on an issue',
    event: { issue: { number: 8 } },
    expected: { kind: 'commit', sha: SHA, base: 'main' },
  },
  {
    name: 'a run after the run of a pull request',
    event: { workflow_run: { head_sha: HEAD, head_branch: 'change', event: 'pull_request' } },
    expected: { kind: 'head', branch: 'change', sha: HEAD },
  },
  {
    name: 'a run after the run of a push',
    event: { workflow_run: { head_sha: HEAD, head_branch: 'main', event: 'push' } },
    expected: { kind: 'commit', sha: HEAD, base: 'main' },
  },
];

test.each(ABOUT)('$name leads to its pull request', async ({ ref, event, expected }) => {
  expect(pullRequestOf(await contextOf(ref === undefined ? {} : { GITHUB_REF: ref }, event))).toEqual(expected);
});

test('a new branch has nothing before it', async () => {
  expect((await contextOf({}, { before: '0'.repeat(40) })).event.before).toBeUndefined();
});

test('an app is known by its name where its type is not told', async () => {
  const { event } = await contextOf({}, { sender: { id: 9, login: 'updater[bot]' } });
  expect(event.sender).toEqual({ id: 9, login: 'updater', isBot: true });
});

test('inputs of a run by hand are text, whatever they were', async () => {
  const run = await contextOf({}, { inputs: { reason: 'x', force: true, count: 3 } });
  expect(run.event.inputs).toEqual({ reason: 'x', force: 'true', count: '3' });
});

test('an Enterprise Server has other addresses', async () => {
  const env = {
    GITHUB_API_URL: 'https://ghe.example/api/v3/',
    GITHUB_GRAPHQL_URL: 'https://ghe.example/api/graphql',
    GITHUB_SERVER_URL: 'https://ghe.example',
  };
  expect((await contextOf(env)).urls).toEqual({
    api: 'https://ghe.example/api/v3',
    graphql: 'https://ghe.example/api/graphql',
    server: 'https://ghe.example',
    run: 'https://ghe.example/octo-org/octo-repo/actions/runs/4242',
  });
});

describe('refuses', () => {
  test.each([
    ['GITHUB_REPOSITORY', 'octo-org'],
    ['GITHUB_REPOSITORY', 'octo-org/octo-repo/../x'],
    ['GITHUB_SHA', 'main'],
    ['GITHUB_SHA', undefined],
    ['GITHUB_RUN_ID', '0x10'],
    ['GITHUB_RUN_ID', undefined],
    ['GITHUB_RUN_ATTEMPT', '1.5'],
    ['GITHUB_API_URL', 'http://api.github.com'],
    ['GITHUB_API_URL', 'ftp://127.0.0.1'],
    ['GITHUB_GRAPHQL_URL', 'http://127.0.0.1.example/graphql'],
    ['GITHUB_SERVER_URL', 'nonsense'],
  ])('%s set to %p', async (name, value) => {
    await expect(contextOf({ [name]: value })).rejects.toMatchObject({
      code: 'github',
      message: expect.stringContaining(name),
    });
  });

  test.each(['', '{', 'null', '{"pull_request": {"number": "five"}}', '{"sender": {"login": 5}}'])(
    'an event of %p',
    async (text) => {
      await expect(contextOf({}, text)).rejects.toMatchObject({ code: 'github', reason: 'unreadable' });
    },
  );

  test('an event file that is not there', async () => {
    await expect(contextOf({ GITHUB_EVENT_PATH: '/nowhere/event.json' })).rejects.toThrow('/nowhere/event.json');
  });

  test('an empty token, before anything is asked', async () => {
    const opened = openGitHub({ token: ' ', env: runVariables(SHA), signal: new AbortController().signal });
    await expect(opened).rejects.toMatchObject({
      code: 'github-permission',
      message: expect.stringContaining('github-token'),
    });
  });
});
