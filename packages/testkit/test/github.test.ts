import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FakeGitHub, parseGraphql, startFakeGitHub } from '@plimsoll/testkit';

let fake: FakeGitHub;
let token: string;
beforeEach(async () => {
  fake = await startFakeGitHub();
  token = fake.token(fake.account('github-actions[bot]'));
});
afterEach(() => fake.close());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

async function ask(method: string, path: string, body?: object): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const sent = request(fake.url + path, { method, headers: { authorization: `bearer ${token}` } }, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
    response.on('end', () => {
      const parsed: unknown = text === '' ? undefined : JSON.parse(text);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: parsed });
    });
  });
  sent.on('error', reject);
  sent.end(body === undefined ? undefined : JSON.stringify(body));
  return promise;
}

const query = (text: string, variables: object = {}): Promise<Answer> =>
  ask('POST', '/graphql', { query: text, variables });

const REPOSITORY = '/repos/octo-org/octo-repo';

describe('pages', () => {
  test('of REST are linked as on GitHub', async () => {
    const repository = fake.repository('octo-org/octo-repo');
    const number = repository.issue();
    for (let index = 0; index < 65; index += 1)
      repository.comment(number, { author: fake.account('a'), body: String(index) });
    const first = await ask('GET', `${REPOSITORY}/issues/1/comments`);
    expect(first.body).toHaveLength(30);
    expect(first.headers['link']).toContain('page=2>; rel="next"');
    expect(first.headers['link']).toContain('page=3>; rel="last"');
    const last = await ask('GET', `${REPOSITORY}/issues/1/comments?per_page=30&page=3`);
    expect(last.body).toHaveLength(5);
    expect(last.headers['link']).not.toContain('rel="next"');
    expect((await ask('GET', `${REPOSITORY}/issues/1/comments?per_page=500`)).body).toHaveLength(65);
  });

  test('of GraphQL must be asked for, and are never longer than 100', async () => {
    fake.repository('octo-org/octo-repo').issue();
    const comments = (args: string): Promise<Answer> =>
      query(
        `{ repository(owner: "octo-org", name: "octo-repo") { issueOrPullRequest(number: 1) { ... on Issue { comments${args} { totalCount } } } } }`,
      );
    expect((await comments('(first: 100)')).body).toHaveProperty('data');
    expect(JSON.stringify((await comments('')).body)).toContain('MISSING_PAGINATION_BOUNDARIES');
    expect(JSON.stringify((await comments('(last: 101)')).body)).toContain('EXCESSIVE_PAGINATION');
    expect(JSON.stringify((await comments('(first: 1, after: "x")')).body)).toContain('INVALID_CURSOR_ARGUMENTS');
  });
});

describe('what it does not know it does not answer', () => {
  test.each([
    ['{ viewer { login } ', 'parseError'],
    ['{ viewer { password } }', 'undefinedField'],
    ['{ viewer }', 'selectionMismatch'],
    ['query($a: String!) { viewer { login } }', 'variableMismatch'],
    ['{ user(login: $a) { login } }', 'variableNotDefined'],
    ['{ viewer { ...x } }', 'useAndDefineFragment'],
    ['{ viewer { login @skip(if: true) } }', 'parseError'],
    ['', 'parseError'],
  ])('%s', async (text, code) => {
    const { body } = await query(text);
    expect(body).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(body).not.toHaveProperty('data');
  });

  test('nor paths, repositories, or tokens', async () => {
    fake.repository('octo-org/octo-repo');
    expect(await ask('GET', `${REPOSITORY}/nonsense`)).toMatchObject({ status: 404, body: { message: 'Not Found' } });
    expect(await ask('GET', '/repos/octo-org/other/deployments')).toMatchObject({ status: 404 });
    expect(await ask('GET', '/nonsense')).toMatchObject({ status: 404 });
    token = 'nonsense';
    const bad = await ask('GET', `${REPOSITORY}/deployments`);
    expect(bad).toMatchObject({ status: 401, body: { message: 'Bad credentials' } });
  });

  test('a part of a query that does not exist is null, and the rest is answered', async () => {
    const { body } = await query('{ a: user(login: "nobody") { login } viewer { login } }');
    expect(body).toMatchObject({
      data: { a: null, viewer: { login: 'github-actions[bot]' } },
      errors: [{ type: 'NOT_FOUND', path: ['a'] }],
    });
  });
});

describe('permissions', () => {
  test('are those of the token, in the form of GitHub', async () => {
    fake.repository('octo-org/octo-repo').issue();
    token = fake.token(fake.account('github-actions[bot]'), { issues: 'read' });
    expect(await ask('GET', `${REPOSITORY}/issues/1/comments`)).toMatchObject({ status: 200 });
    expect(await ask('POST', `${REPOSITORY}/issues/1/comments`, { body: 'x' })).toMatchObject({
      status: 403,
      headers: { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' },
      body: { message: 'Resource not accessible by integration', status: '403' },
    });
    const { body } = await query(
      '{ repository(owner: "octo-org", name: "octo-repo") { ref(qualifiedName: "refs/heads/x") { name } } }',
    );
    expect(body).toMatchObject({ data: { repository: { ref: null } }, errors: [{ type: 'FORBIDDEN' }] });
  });

  test('what is public anybody may read, and nobody may write', async () => {
    fake.repository('octo-org/octo-repo', { isPrivate: false }).issue();
    token = fake.token(fake.account('github-actions[bot]'), {});
    expect(await ask('GET', `${REPOSITORY}/issues/1/comments`)).toMatchObject({ status: 200 });
    expect(await ask('POST', `${REPOSITORY}/issues/1/comments`, { body: 'x' })).toMatchObject({ status: 403 });
  });
});

describe('faults', () => {
  test('happen to the calls they are for, as often as they are ordered, and then no more', async () => {
    fake.repository('octo-org/octo-repo').issue();
    fake.fail({
      match: /^POST .*comments$/u,
      skip: 1,
      times: 2,
      effect: { kind: 'answer', status: 502, headers: { 'retry-after': '1' } },
    });
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1) {
      statuses.push((await ask('POST', `${REPOSITORY}/issues/1/comments`, { body: 'x' })).status);
      expect((await ask('GET', `${REPOSITORY}/issues/1/comments`)).status).toBe(200);
    }
    expect(statuses).toEqual([201, 502, 502, 201]);
    expect(fake.world.repositories[0]?.comments).toHaveLength(2);
  });

  test.each([
    ['lost-answer', 1],
    ['reset', 0],
  ] as const)('%s leaves %i comment', async (kind, comments) => {
    fake.repository('octo-org/octo-repo').issue();
    fake.fail({ effect: { kind } });
    await expect(ask('POST', `${REPOSITORY}/issues/1/comments`, { body: 'x' })).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
    expect(fake.world.repositories[0]?.comments).toHaveLength(comments);
    expect(fake.calls).toMatchObject([{ status: undefined }]);
  });

  test('latency comes before the work, and every call is logged', async () => {
    fake.latencyMs = 60;
    await Promise.all(Array.from({ length: 10 }, () => query('{ viewer { login } }')));
    expect(fake.calls).toHaveLength(10);
    // The fake's own clock: it was started before the first call came.
    expect(fake.calls[0]?.at).toBeGreaterThanOrEqual(29);
    expect(fake.calls[0]).toMatchObject({ name: 'GraphQL (unnamed)', login: 'github-actions[bot]', status: 200 });
  });
});

describe('deployments, refs and releases', () => {
  test('a success makes earlier deployments to that environment inactive', async () => {
    const repository = fake.repository('octo-org/octo-repo');
    const sha = repository.commit();
    repository.branch('main', sha);
    const old = repository.deployment({ environment: 'production', sha });
    const other = repository.deployment({ environment: 'staging', sha });
    const made = await ask('POST', `${REPOSITORY}/deployments`, { ref: 'main', environment: 'production' });
    expect(made).toMatchObject({ status: 201, body: { sha } });
    const [, , { id } = { id: 0 }] = repository.data.deployments;
    expect(await ask('POST', `${REPOSITORY}/deployments/${id}/statuses`, { state: 'success' })).toMatchObject({
      status: 201,
    });
    expect([old, other].map(({ statuses }) => statuses.at(-1)?.state)).toEqual(['inactive', 'success']);
    expect(await ask('POST', `${REPOSITORY}/deployments/${id}/statuses`, { state: 'great' })).toMatchObject({
      status: 422,
    });
  });

  test('what exists is not made again', async () => {
    const repository = fake.repository('octo-org/octo-repo');
    const sha = repository.commit();
    const ref = { ref: 'refs/tags/v1', sha };
    expect(await ask('POST', `${REPOSITORY}/git/refs`, ref)).toMatchObject({ status: 201 });
    expect(await ask('POST', `${REPOSITORY}/git/refs`, ref)).toMatchObject({
      status: 422,
      body: { message: 'Reference already exists' },
    });
    expect(await ask('POST', `${REPOSITORY}/git/refs`, { ref: 'refs/tags/v2', sha: 'x' })).toMatchObject({
      status: 422,
    });
    expect(await ask('POST', `${REPOSITORY}/releases`, { tag_name: 'v1' })).toMatchObject({ status: 201 });
    expect(await ask('POST', `${REPOSITORY}/releases`, { tag_name: 'v1' })).toMatchObject({ status: 422 });
    expect(await ask('GET', `${REPOSITORY}/releases/tags/v1`)).toMatchObject({ body: { tag_name: 'v1' } });
  });
});

test('a comment is changed by GraphQL as by REST', async () => {
  const repository = fake.repository('octo-org/octo-repo');
  const comment = repository.comment(repository.issue(), { author: fake.account('a'), body: 'one' });
  const id = Buffer.from(`IssueComment:${comment.id}`).toString('base64url');
  const update = (body: string): Promise<Answer> =>
    query('mutation($i: UpdateIssueCommentInput!) { updateIssueComment(input: $i) { issueComment { id body } } }', {
      i: { id, body },
    });
  expect((await update('two')).body).toEqual({ data: { updateIssueComment: { issueComment: { id, body: 'two' } } } });
  expect((await update('x'.repeat(65_537))).body).toMatchObject({ errors: [{ type: 'UNPROCESSABLE' }] });
  expect(comment.edits.map(({ text }) => text)).toEqual(['one', 'two']);
});

test('documents are read whole: aliases, arguments of all kinds, fragments', () => {
  const { operation, fragments } = parseGraphql(
    'mutation M($a: [ID!]! = ["x"], $b: T) { r: f(i: {k: $a, n: -1}, e: UP, z: null, t: true) { ...p ... on Q { s } } } fragment p on R { v } # end',
  );
  expect(operation).toMatchObject({ kind: 'mutation', name: 'M' });
  expect([...operation.variables]).toEqual([
    ['a', { isRequired: false }],
    ['b', { isRequired: false }],
  ]);
  expect(operation.selections).toMatchObject([
    { kind: 'field', alias: 'r', name: 'f', selections: [{ kind: 'spread' }, { kind: 'inline', type: 'Q' }] },
  ]);
  expect(fragments.get('p')).toMatchObject({ type: 'R' });
});
