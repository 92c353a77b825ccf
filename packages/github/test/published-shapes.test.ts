/** The fake GitHub answers, and we ask, as GitHub's published descriptions say. */
import { describe, expect, test } from '@jest/globals';
import type { FakeGitHub, GitHubCall } from '@plimsoll/testkit';
import { type GitHub, pullRequestOf } from '../src/index.ts';
import { createFetch } from '../src/transport/fetch.ts';
import { closeScenes, RUN_ID, type Scene, setScene } from './support/fake.ts';
import { graphqlMisfits, misfits, operationOf, published } from './support/published.ts';

closeScenes();

/** A world in which every answer has something to tell. */
async function busyScene(): Promise<Scene> {
  const scene = await setScene();
  const { fake, repository, alice, bob, head } = scene;
  const file = {
    filename: 'src/ä b.ts',
    status: 'renamed' as const,
    additions: 1,
    deletions: 0,
    patch: '@@ -1 +1,2 @@\n a\n+b',
    previousFilename: 'a',
  };
  const sha = repository.commit({ author: alice, coAuthors: [bob], files: [file] });
  repository.commit({ parents: [sha], author: { name: 'Nobody', email: 'n@example.org' } });
  const pull = repository.pull({ author: alice, sha, baseSha: head });
  repository.pull({ author: undefined, sha, baseSha: head, from: bob, base: 'release' });
  repository.review(pull, { user: bob, state: 'APPROVED' });
  repository.review(pull, { user: undefined, state: 'CHANGES_REQUESTED' });
  repository.merge(pull, sha);
  repository.comment(pull.number, { author: bob, body: 'x' });
  repository.comment(pull.number, { author: undefined, body: 'y' });
  repository.comment(repository.issue(), { author: bob, body: 'z' });
  repository.tag('v1', sha, 'annotated');
  repository.approval(RUN_ID, { environments: ['production'], state: 'approved', user: bob });
  const reviewers = [bob, fake.team('octo-org/leads', [bob])];
  repository.environment('production', { reviewers, waitMinutes: 5, branchPolicy: [{ type: 'branch', name: 'main' }] });
  repository.environment('guarded', { reviewers, branchPolicy: 'protected-branches' });
  repository.deployment({
    environment: 'production',
    sha,
    states: ['in_progress', 'success'],
    payload: 'text',
    environmentUrl: 'https://a.example',
  });
  repository.deployment({ environment: 'production', sha: head, ref: 'gone', states: [] });
  return scene;
}

const ALL = {
  actions: 'write',
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  pull_requests: 'write',
  members: 'read',
} as const;

/** Asks every question there is. */
async function askEverything(github: GitHub, { base, head }: Scene): Promise<void> {
  await github.environmentApprovals();
  await github.reviewedPullRequest(pullRequestOf(github.run));
  await github.reviewedPullRequest({ kind: 'number', number: 1 });
  await github.pullRequest({ kind: 'head', branch: 'change', sha: head });
  await github.accounts({ teams: ['leads', 'nobodies'], logins: ['bob', 'nobody-here'] });
  await github.environment('production');
  await github.environment('guarded');
  await github.environment('gone');
  await github.deployments('production');
  const comparison = await github.compare({ base, head: 'main' });
  if (comparison !== undefined) await github.contributors(comparison);
  await github.compare({ base: 'gone', head });
  await github.branchContains({ branch: 'main', commit: base });
  await github.tag('v1');
  await github.ownComments({ number: 1, reach: 'all' });
  await github.ownComments({ number: 3, reach: 'edges' });
  const created = await github.createComment({ number: 1, body: 'x' });
  if (created.kind !== 'created') throw new Error('It was created.');
  const { comment } = created;
  await github.updateComment({ id: comment.id, body: 'y' });
  await github.comment(comment.id);
  await github.commentEdits(comment);
  await github.minimizeComment(comment, 'OUTDATED');
  await github.unminimizeComment(comment);
  await github.deleteComment(comment.id);
  await github.createComment({ number: 1, body: '' }).catch(() => undefined);
}

/** What nothing of ours asks for, and the fake answers for tests of others. */
async function askTheRest(fake: FakeGitHub, token: string, sha: string): Promise<void> {
  const fetch = createFetch({ tryMs: 5000, maxBytes: 1_000_000, env: {} });
  const ask = (method: string, path: string, body?: object): Promise<unknown> =>
    fetch(fake.url + path, {
      method,
      headers: { authorization: `Bearer ${token}` },
      body: body && JSON.stringify(body),
    });
  const repository = '/repos/octo-org/octo-repo';
  await ask('GET', `${repository}/issues/1/comments?per_page=1`);
  await ask('GET', `${repository}/pulls/1/reviews`);
  await ask('GET', `${repository}/deployments?environment=production`);
  await ask('POST', `${repository}/deployments`, { ref: 'main', environment: 'production', payload: {} });
  const [deployment] = fake.world.repositories[0]?.deployments.slice(-1) ?? [];
  await ask('POST', `${repository}/deployments/${deployment?.id}/statuses`, { state: 'success' });
  await ask('GET', `${repository}/deployments/${deployment?.id}/statuses`);
  await ask('GET', `${repository}/git/ref/tags/v1`);
  await ask('POST', `${repository}/git/refs`, { ref: 'refs/tags/v2', sha });
  await ask('POST', `${repository}/git/refs`, { ref: 'refs/tags/v2', sha });
  await ask('POST', `${repository}/releases`, { tag_name: 'v2', name: 'Two' });
  await ask('GET', `${repository}/releases/tags/v2`);
  await ask('GET', `${repository}/releases/tags/v3`);
  await ask('GET', '/orgs/octo-org/teams/leads/members');
}

async function allCalls(): Promise<readonly GitHubCall[]> {
  const scene = await busyScene();
  const token = scene.fake.token(scene.fake.account('app[bot]'), ALL);
  await askEverything(await scene.open({ token }), scene);
  await askTheRest(scene.fake, token, scene.head);
  return scene.fake.calls;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}

const BASIC_ERROR = { $ref: '#/components/schemas/basic-error' };

test('every answer of REST fits, and so does every body we send', async () => {
  const rest = (await allCalls()).filter(({ name }) => !name.startsWith('GraphQL'));
  const seen = new Set<string>();
  for (const { name, status, requestBody, responseBody } of rest) {
    const operation = operationOf(name);
    if (operation === undefined) throw new Error(`Not published: ${name}`);
    seen.add(operation);
    const { request, responses } = published.operations[operation] ?? { responses: {} };
    // Not every operation says that its subject may be missing; all of them say it in the same form.
    const schema = { '404': BASIC_ERROR, ...responses }[String(status)];
    if (schema === undefined) throw new Error(`${name} answers with ${status}, which is not published.`);
    expect([name, status, schema === null ? [] : misfits(schema, responseBody)]).toEqual([name, status, []]);
    if (requestBody !== '' && request !== undefined && (status ?? 0) < 400) {
      expect([name, misfits(request, JSON.parse(requestBody))]).toEqual([name, []]);
    }
  }
  expect([...seen].toSorted()).toEqual(Object.keys(published.operations).toSorted());
});

test('every query fits the published types, and so does every answer', async () => {
  const queries = (await allCalls()).filter(({ name }) => name.startsWith('GraphQL'));
  for (const { name, requestBody, responseBody } of queries) {
    const request: unknown = JSON.parse(requestBody);
    const query = memberOf(request, 'query');
    expect([name, graphqlMisfits(String(query), memberOf(responseBody, 'data'))]).toEqual([name, []]);
  }
  const names = new Set(queries.map(({ name }) => name));
  expect(names.size).toBe(11);
});

describe('the comparison itself', () => {
  test('notices a field that is missing, and one of another kind', () => {
    const schema = { $ref: '#/components/schemas/git-ref' };
    const ref = {
      ref: 'refs/heads/main',
      node_id: 'x',
      url: 'https://a.example',
      object: { type: 'commit', sha: 'a'.repeat(40), url: 'https://a.example' },
    };
    expect(misfits(schema, ref)).toEqual([]);
    expect(misfits(schema, { ...ref, url: 5 })).toHaveLength(1);
    expect(misfits(schema, { ref: 'x' })).toHaveLength(3);
  });

  test.each([
    ['{ viewer { login } }', { viewer: { login: 'a' } }, 0],
    ['{ viewer { logins } }', { viewer: { logins: 'a' } }, 1],
    ['{ viewer { login } }', { viewer: { login: null } }, 1],
    ['{ viewer { databaseId } }', { viewer: { databaseId: 2 ** 31 } }, 1],
    ['{ repository(owner: "a") { id } }', { repository: null }, 1],
    ['{ repository(owner: "a", name: "b", now: true) { id } }', { repository: null }, 1],
  ])('%s with %j has %i', (query, data, count) => {
    expect(graphqlMisfits(query, data)).toHaveLength(count);
  });
});
