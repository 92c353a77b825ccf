/** The adapter over Octokit, call by call, without a server: paths, queries, bodies and headers as they go out. */
import { describe, expect, test } from '@jest/globals';
import { useNock } from '../../../test/setup/use-nock.ts';
import { type GitHub, type OpenRequest, openGitHub } from '../src/index.ts';
import { fastPace, RUN_ID, runVariables } from './support/fake.ts';

const net = useNock();

const TOKEN = 'ghs_verysecret';
const API = 'https://api.github.com';
const APPROVALS = `/repos/octo-org/octo-repo/actions/runs/${RUN_ID}/approvals`;
const COMMENTS = '/repos/octo-org/octo-repo/issues/1/comments';

const lines: string[] = [];

async function open(request: Partial<OpenRequest> = {}): Promise<GitHub> {
  lines.splice(0);
  return openGitHub({
    token: TOKEN,
    env: runVariables('a'.repeat(40)),
    signal: new AbortController().signal,
    pace: fastPace(),
    log: { debug: (line) => void lines.push(line) },
    ...request,
  });
}

test('requests carry the token, the version of the API, and our name', async () => {
  const scope = net.nock(API, {
    reqheaders: {
      authorization: `token ${TOKEN}`,
      'x-github-api-version': '2022-11-28',
      'user-agent': /^plimsoll /u,
      accept: 'application/vnd.github.v3+json',
    },
  });
  scope.get(APPROVALS).reply(200, []);
  expect(await (await open()).environmentApprovals()).toEqual([]);
  scope.done();
  expect(lines.join('\n')).not.toContain(TOKEN);
});

test('a query goes to the address of GraphQL with its variables beside it', async () => {
  const interceptor = net.nock(API).post('/graphql', ({ query, variables }: { query: string; variables: object }) => {
    expect(variables).toEqual({ owner: 'octo-org', repo: 'octo-repo', name: 'refs/tags/v"1' });
    return query.startsWith('query Reference(') && !query.includes('v"1');
  });
  const scope = interceptor.reply(200, { data: { repository: { ref: null } } });
  expect(await (await open()).tag('v"1')).toBeUndefined();
  scope.done();
});

test('a body of text, emoji and quotes arrives as it is', async () => {
  const body = 'a "b" \u{1f6a2}\n<!-- c -->\u2028';
  const scope = net.nock(API).post(COMMENTS, { body });
  scope.reply(201, { id: 1, node_id: 'n', body, html_url: 'u', created_at: 'c', updated_at: 'c' });
  expect(await (await open()).createComment({ number: 1, body })).toMatchObject({ kind: 'created', comment: { body } });
});

describe('what a refusal means', () => {
  const INTEGRATION = 'Resource not accessible by integration';
  const ACCEPTED = { 'x-accepted-github-permissions': 'pull_requests=write,contents=read; issues=write' };
  test.each([
    { status: 401, message: 'Bad credentials', reason: 'token', said: /`github-token`/u },
    { status: 403, message: INTEGRATION, reason: 'permission', said: /`actions: read` under `permissions:`/u },
    {
      status: 403,
      headers: ACCEPTED,
      message: INTEGRATION,
      reason: 'permission',
      said: /`pull-requests: write` and `contents: read`/u,
    },
    { status: 404, message: 'Not Found', reason: 'not-found', said: /`actions: read`/u },
    { status: 409, message: 'Conflict', reason: 'conflict', said: /409/u },
    { status: 410, message: 'Gone', reason: 'not-found', said: /410/u },
    {
      status: 422,
      message: 'Validation Failed',
      reason: 'refused',
      said: /422, Validation Failed: too long body unprocessable/u,
    },
    { status: 418, message: 'Teapot', reason: 'refused', said: /Teapot/u },
    { status: 500, message: 'Oops', reason: 'unavailable', said: /500, Oops.*\)\. See \S+githubstatus/u },
  ])('$status "$message": $reason', async ({ status, headers, message, reason, said }) => {
    const errors = [{ resource: 'IssueComment', message: 'too long', field: 'body', code: 'unprocessable' }];
    net.nock(API).get(APPROVALS).reply(status, { message, errors }, headers);
    const code = status === 401 || status === 403 ? 'github-permission' : 'github';
    const failure = (await open()).environmentApprovals();
    await expect(failure).rejects.toMatchObject({ code, reason, status, message: expect.stringMatching(said) });
  });

  test.each([
    ['FORBIDDEN', 'github-permission', 'permission'],
    ['INSUFFICIENT_SCOPES', 'github-permission', 'permission'],
    ['SOMETHING_NEW', 'github', 'refused'],
  ])('GraphQL says it with 200 and %s', async (type, code, reason) => {
    const answer = { data: { repository: null }, errors: [{ type, message: 'no' }] };
    net.nock(API).post('/graphql').reply(200, answer);
    await expect((await open()).tag('v1')).rejects.toMatchObject({ code, reason });
  });

  test('a token that comes back in an answer is taken out of the message and the log', async () => {
    net
      .nock(API)
      .get(APPROVALS)
      .reply(400, { message: `bad header: token ${TOKEN}` });
    const failure = await (await open()).environmentApprovals().catch((error: unknown) => error);
    expect(String(failure)).toContain('token ***');
    expect(JSON.stringify([failure, lines])).not.toContain(TOKEN);
  });
});

describe('what is tried again', () => {
  test.each([502, 503, 504])('%i, after growing pauses', async (status) => {
    const pace = fastPace();
    net.nock(API).get(APPROVALS).times(3).reply(status, 'unicorn').get(APPROVALS).reply(200, []);
    expect(await (await open({ pace })).environmentApprovals()).toEqual([]);
    expect(pace.pauses).toEqual([250, 500, 1000]);
  });

  const USED_UP = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1800000009' };
  test.each([
    { status: 429, headers: { 'retry-after': '3' }, message: 'slow down', pause: 3000 },
    { status: 403, headers: { 'retry-after': '5' }, message: 'secondary', pause: 5000 },
    { status: 403, message: 'You have exceeded a secondary rate limit', pause: 60_000 },
    { status: 503, headers: { 'retry-after': '4' }, message: 'later', pause: 4000 },
    { status: 403, headers: USED_UP, message: 'API rate limit exceeded', pause: 10_000 },
  ])('$status "$message" with $headers, when it says', async ({ status, headers, message, pause }) => {
    const pace = fastPace();
    net.nock(API).get(APPROVALS).reply(status, { message }, headers).get(APPROVALS).reply(200, []);
    await (await open({ pace })).environmentApprovals();
    expect(pace.pauses).toEqual([pause]);
  });

  test.each([[{ type: 'RATE_LIMITED' }], [{}]])('GraphQL with an error of %j', async (type) => {
    const errors = [{ ...type, message: 'Something went wrong' }];
    const scope = net.nock(API).post('/graphql').reply(200, { errors });
    scope.post('/graphql').reply(200, { data: { repository: { ref: null } } });
    expect(await (await open()).tag('v1')).toBeUndefined();
  });

  test('a limit that lasts longer than the time that is left is a failure at once', async () => {
    const pace = fastPace();
    net.nock(API).get(APPROVALS).reply(429, { message: 'slow down' }, { 'retry-after': '3600' });
    const failure = (await open({ pace })).environmentApprovals();
    await expect(failure).rejects.toMatchObject({ code: 'github', reason: 'rate-limit', status: 429 });
    expect(pace.pauses).toEqual([]);
  });

  test('never without end', async () => {
    net.nock(API).get(APPROVALS).times(6).reply(502, '');
    await expect((await open()).environmentApprovals()).rejects.toMatchObject({ reason: 'unavailable', status: 502 });
    expect(net.nock.isDone()).toBe(true);
  });

  test.each([500, 501, 400, 404, 422])('not %i', async (status) => {
    net.nock(API).get(APPROVALS).reply(status, { message: 'no' });
    await expect((await open()).environmentApprovals()).rejects.toMatchObject({ status });
  });

  test.each([
    [502, ''],
    [201, '{}'],
    [201, '<html>'],
  ])('not a creation that the server may have made: %i %s', async (status, body) => {
    net.nock(API).post(COMMENTS).reply(status, body, { 'content-type': 'application/json' });
    expect(await (await open()).createComment({ number: 1, body: 'x' })).toMatchObject({ kind: 'unsure' });
  });
});

describe('answers that are not what GitHub documents', () => {
  test.each([
    ['no list', '{"approvals": []}', 'application/json'],
    ['no JSON', '[', 'application/json'],
    ['a page of a proxy', '<html>Sign in</html>', 'text/html'],
    ['nothing', '', 'application/json'],
    ['a list of something else', '[{"state": "approved"}]', 'application/json'],
    [
      'an approval without a name of an environment',
      '[{"state":"approved","environments":[{}],"comment":""}]',
      'application/json',
    ],
    [
      'a user whose id is no number',
      '[{"state":"approved","environments":[],"user":{"login":"a","id":"1x"}}]',
      'application/json',
    ],
    [
      'an id too large to be exact',
      '[{"state":"approved","environments":[],"user":{"login":"a","id":12345678901234567890}}]',
      'application/json',
    ],
    [
      'an id too large to be exact, as text',
      '[{"state":"approved","environments":[],"user":{"login":"a","id":"12345678901234567890"}}]',
      'application/json',
    ],
    ['a content type from another world', '[]', ';;;'],
  ])('%s', async (_name, body, type) => {
    net.nock(API).get(APPROVALS).reply(200, body, { 'content-type': type });
    await expect((await open()).environmentApprovals()).rejects.toMatchObject({ code: 'github', reason: 'unreadable' });
  });
});

describe('redirects', () => {
  test('to the new name of a repository are followed', async () => {
    net.nock(API).get(APPROVALS).reply(301, '', { location: '/repositories/1/actions/runs/1/approvals' });
    net.nock(API).get('/repositories/1/actions/runs/1/approvals').reply(200, []);
    expect(await (await open()).environmentApprovals()).toEqual([]);
  });

  test.each([
    ['to another server', 302, 'https://evil.example/'],
    ['out of TLS', 302, 'http://api.github.com/x'],
    ['to nowhere', 302, ''],
    ['without end', 302, APPROVALS],
  ])('%s are not', async (_name, status, location) => {
    net.nock(API).get(APPROVALS).times(4).reply(status, '', { location });
    await expect((await open()).environmentApprovals()).rejects.toMatchObject({ code: 'github', reason: 'unreadable' });
  });

  test('of a write are not, unless the write stays what it is', async () => {
    const comment = { id: 1, node_id: 'n', body: 'x', html_url: 'u', created_at: 'c', updated_at: 'c' };
    net.nock(API).post(COMMENTS).reply(302, '', { location: '/x' }).post('/x').reply(201, comment);
    expect(await (await open()).createComment({ number: 1, body: 'x' })).toMatchObject({ kind: 'unsure' });
    net.nock(API).post(COMMENTS).reply(307, '', { location: '/y' }).post('/y', { body: 'x' }).reply(201, comment);
    expect(await (await open()).createComment({ number: 1, body: 'x' })).toMatchObject({ kind: 'created' });
  });
});
