import { describe, expect, test } from '@jest/globals';
import { LONGEST_COMMENT } from '../src/index.ts';
import { closeScenes, type Scene, setScene } from './support/fake.ts';

closeScenes();

/** A pull request with comments of others, and some of the token's own at these places. */
async function discussion(count: number, own: readonly number[]): Promise<Scene> {
  const scene = await setScene();
  const bot = scene.fake.account('github-actions[bot]');
  const { number } = scene.pull();
  const start = Date.parse('2026-01-01T00:00:00Z');
  for (let index = 0; index < count; index += 1) {
    const createdAt = new Date(start + index * 60_000).toISOString();
    scene.repository.comment(number, {
      author: own.includes(index) ? bot : scene.alice,
      body: `marker ${index}`,
      createdAt,
    });
  }
  return scene;
}

describe('own comments', () => {
  test.each([
    [0, []],
    [1, [0]],
    [150, [0, 149]],
    [200, [99, 100]],
    [950, [3, 949]],
  ])('of %i comments, %j are found at the edges in one call', async (count, own) => {
    const { open, calls } = await discussion(count, own);
    const found = await (await open()).ownComments({ number: 1, reach: 'edges' });
    expect(found?.comments.map(({ body }) => body)).toEqual(own.map((index) => `marker ${index}`));
    expect(found).toMatchObject({ viewer: 'github-actions', total: count, complete: count <= 200 });
    expect(calls()).toHaveLength(1);
  });

  test('one in the middle that was updated lately is found at once', async () => {
    const { repository, open, calls } = await discussion(950, [500]);
    const [comment] = repository.data.comments.slice(500);
    if (comment !== undefined) comment.updatedAt = '2026-10-01T00:00:00Z';
    const found = await (await open()).ownComments({ number: 1, reach: 'edges' });
    expect(found?.comments.map(({ body }) => body)).toEqual(['marker 500']);
    expect(calls()).toHaveLength(1);
  });

  test('one in the middle that nobody touched takes the whole list', async () => {
    const { open } = await discussion(350, [170]);
    const github = await open();
    expect(await github.ownComments({ number: 1, reach: 'edges' })).toMatchObject({ comments: [], complete: false });
    const all = await github.ownComments({ number: 1, reach: 'all' });
    expect(all).toMatchObject({ comments: [{ body: 'marker 170' }], complete: true, total: 350 });
  });

  test('the same text of anybody else is not ours, whoever ours is', async () => {
    const scene = await discussion(3, [1]);
    const github = await scene.open({ token: scene.fake.token(scene.alice) });
    const found = await github.ownComments({ number: 1, reach: 'edges' });
    expect(found?.viewer).toBe('alice');
    expect(found?.comments.map(({ body }) => body)).toEqual(['marker 0', 'marker 2']);
  });

  test('on an issue too, and nowhere else', async () => {
    const { fake, repository, open } = await setScene();
    repository.comment(repository.issue(), { author: fake.account('github-actions[bot]'), body: 'x' });
    const github = await open();
    expect(await github.ownComments({ number: 1, reach: 'edges' })).toMatchObject({ total: 1 });
    expect(await github.ownComments({ number: 2, reach: 'edges' })).toBeUndefined();
  });
});

describe('a comment', () => {
  test('is created, changed, read, folded and deleted', async () => {
    const { open, pull, repository } = await setScene();
    const { number } = pull();
    const github = await open();
    const created = await github.createComment({ number, body: 'one' });
    if (created.kind !== 'created') throw new Error('It was created.');
    const { comment } = created;
    expect(comment.id).toBeGreaterThan(2 ** 31);
    expect(comment.url).toContain(`/octo-org/octo-repo/pull/${number}#issuecomment-${comment.id}`);
    expect(await github.updateComment({ id: comment.id, body: 'two' })).toMatchObject({
      kind: 'updated',
      comment: { body: 'two' },
    });
    expect(await github.comment(comment.id)).toMatchObject({ body: 'two' });
    await github.minimizeComment(comment, 'OUTDATED');
    expect((await github.ownComments({ number, reach: 'edges' }))?.comments).toMatchObject([
      { id: comment.id, nodeId: comment.nodeId, isMinimized: true },
    ]);
    await github.unminimizeComment(comment);
    expect(repository.data.comments).toMatchObject([{ isMinimized: false }]);
    await github.deleteComment(comment.id);
    await github.deleteComment(comment.id);
    expect(await github.updateComment({ id: comment.id, body: 'three' })).toEqual({ kind: 'gone' });
    expect(await github.comment(comment.id)).toBeUndefined();
  });

  test('tells what it said before, oldest first', async () => {
    const { fake, open, pull } = await setScene();
    const { number } = pull();
    const github = await open();
    const created = await github.createComment({ number, body: 'one' });
    if (created.kind !== 'created') throw new Error('It was created.');
    const { comment } = created;
    expect(await github.commentEdits(comment)).toEqual(['one']);
    for (const body of ['two', 'three', 'two']) await github.updateComment({ id: comment.id, body });
    expect(await github.commentEdits(comment)).toEqual(['one', 'two', 'three', 'two']);
    const [stored] = fake.world.repositories[0]?.comments ?? [];
    if (stored !== undefined) stored.body = 'not listed yet';
    expect((await github.commentEdits(comment))?.at(-1)).toBe('not listed yet');
    await github.deleteComment(comment.id);
    expect(await github.commentEdits(comment)).toBeUndefined();
  });

  test.each([
    ['of the greatest length', 'x'.repeat(LONGEST_COMMENT), 'created'],
    ['one longer', 'x'.repeat(LONGEST_COMMENT + 1), 'refused'],
    ['empty', ' ', 'refused'],
  ])('%s', async (_name, body, outcome) => {
    const { open, pull } = await setScene();
    const { number } = pull();
    const created = (await open()).createComment({ number, body });
    if (outcome === 'created') await expect(created).resolves.toMatchObject({ kind: 'created' });
    else await expect(created).rejects.toMatchObject({ code: 'github', reason: 'refused', status: 422 });
  });

  test('without permission says which, on every write', async () => {
    const { fake, open, pull, repository, alice } = await setScene();
    const { number } = pull();
    const comment = repository.comment(number, { author: alice, body: 'x' });
    const token = fake.token(fake.account('github-actions[bot]'), { pull_requests: 'read' });
    const github = await open({ token });
    const refusal = {
      code: 'github-permission',
      status: 403,
      message: expect.stringMatching(/`(?:issues|pull-requests): write`.*forks/u),
    };
    await expect(github.createComment({ number, body: 'x' })).rejects.toMatchObject(refusal);
    await expect(github.updateComment({ id: comment.id, body: 'x' })).rejects.toMatchObject(refusal);
    await expect(github.deleteComment(comment.id)).rejects.toMatchObject(refusal);
    const nodeId = Buffer.from(`IssueComment:${comment.id}`).toString('base64url');
    await expect(github.minimizeComment({ nodeId }, 'OUTDATED')).rejects.toMatchObject(refusal);
  });
});

test.each(['Unable to create comment because issue is locked.', 'Repository was archived so is read-only.'])(
  'where nobody may comment (%s) no permission is asked for',
  async (message) => {
    const { fake, open, pull } = await setScene();
    fake.fail({ match: /^POST .*comments$/u, effect: { kind: 'answer', status: 403, body: { message } } });
    const creation = (await open()).createComment({ number: pull().number, body: 'x' });
    await expect(creation).rejects.toMatchObject({
      reason: 'permission',
      message: expect.stringMatching(/(?:locked|read-only)\.\)\. No permission changes that\.$/u),
    });
  },
);

describe('a write whose answer is lost', () => {
  test.each(['lost-answer', 'reset'] as const)('(%s): a creation is unsure, and sent once', async (kind) => {
    const { fake, open, pull, repository, calls } = await setScene();
    const { number } = pull();
    fake.fail({ match: /^POST/u, effect: { kind } });
    const created = await (await open()).createComment({ number, body: 'x' });
    expect(created).toMatchObject({ kind: 'unsure', failure: { reason: 'unavailable', mayHaveHappened: true } });
    expect(repository.data.comments).toHaveLength(kind === 'reset' ? 0 : 1);
    expect(calls()).toHaveLength(1);
  });

  test('502 after a creation is unsure', async () => {
    const { fake, open, pull } = await setScene();
    const { number } = pull();
    fake.fail({ effect: { kind: 'answer-after', status: 502 } });
    expect(await (await open()).createComment({ number, body: 'x' })).toMatchObject({ kind: 'unsure' });
  });

  test('a rate limit is not: the creation is sent again', async () => {
    const { fake, open, pull, repository, calls } = await setScene();
    const { number } = pull();
    fake.fail({
      effect: { kind: 'answer', status: 429, headers: { 'retry-after': '7' }, body: { message: 'slow down' } },
    });
    expect(await (await open()).createComment({ number, body: 'x' })).toMatchObject({ kind: 'created' });
    expect(repository.data.comments).toHaveLength(1);
    expect(calls()).toHaveLength(2);
  });

  test('an update is sent again', async () => {
    const { fake, open, pull, repository, alice, calls } = await setScene();
    const comment = repository.comment(pull().number, { author: alice, body: 'x' });
    fake.fail({ match: /^PATCH/u, effect: { kind: 'lost-answer' } });
    fake.fail({ match: /^PATCH/u, effect: { kind: 'answer', status: 502 } });
    expect(await (await open()).updateComment({ id: comment.id, body: 'y' })).toMatchObject({ kind: 'updated' });
    expect(calls()).toHaveLength(3);
  });
});
