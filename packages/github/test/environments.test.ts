import { describe, expect, test } from '@jest/globals';
import { closeScenes, setScene } from './support/fake.ts';

closeScenes();

describe('the protection of an environment', () => {
  test('with everything, in two calls', async () => {
    const { fake, repository, open, bob, calls } = await setScene();
    const team = fake.team('octo-org/leads', [bob]);
    repository.environment('production', {
      reviewers: [bob, team],
      preventsSelfReview: true,
      waitMinutes: 5,
      branchPolicy: 'protected-branches',
      canAdminsBypass: false,
    });
    expect(await (await open()).environment('production')).toEqual({
      name: 'production',
      reviewers: [
        { kind: 'user', id: bob.id, login: 'bob' },
        { kind: 'team', id: team.id, slug: 'leads' },
      ],
      preventsSelfReview: true,
      waitMinutes: 5,
      branchPolicy: { kind: 'protected-branches' },
      canAdminsBypass: false,
    });
    expect(calls()).toHaveLength(2);
  });

  test('by protected branches, where there are none, lets any branch through', async () => {
    const { repository, open } = await setScene();
    repository.environment('production', { branchPolicy: 'protected-branches' });
    repository.data.protectedBranches.clear();
    expect((await (await open()).environment('production'))?.branchPolicy).toEqual({ kind: 'nothing-protected' });
  });

  test('by protected branches that the token may not read is not known', async () => {
    const { fake, repository, open } = await setScene();
    repository.environment('production', { branchPolicy: 'protected-branches' });
    const token = fake.token(fake.account('github-actions[bot]'), { actions: 'read' });
    await expect((await open({ token })).environment('production')).rejects.toMatchObject({
      code: 'github-permission',
      message: expect.stringContaining('`contents: read`'),
    });
  });

  test('with selected branches, to the last page', async () => {
    const { repository, open, calls } = await setScene();
    const patterns = Array.from({ length: 130 }, (_, index) => ({
      type: index === 0 ? ('tag' as const) : ('branch' as const),
      name: `b${index}`,
    }));
    repository.environment('a/b c', { branchPolicy: patterns });
    const environment = await (await open()).environment('a/b c');
    const expected = patterns.map(({ type, name }) => ({ kind: type, name }));
    expect(environment?.branchPolicy).toEqual({ kind: 'selected', patterns: expected });
    expect(calls()).toHaveLength(3);
  });

  test('with nothing: nobody, any branch; what is not told about admins stays unknown', async () => {
    const { repository, open } = await setScene();
    repository.environment('bare', { canAdminsBypass: undefined });
    expect(await (await open()).environment('bare')).toEqual({
      name: 'bare',
      reviewers: [],
      preventsSelfReview: false,
      waitMinutes: 0,
      branchPolicy: { kind: 'any' },
      canAdminsBypass: undefined,
    });
  });

  test('none of that name', async () => {
    const { open } = await setScene();
    expect(await (await open()).environment('production')).toBeUndefined();
  });
});

describe('deployments to an environment', () => {
  test('the live one is the last that succeeded, and the latest may be another', async () => {
    const { repository, open, base, head, calls } = await setScene();
    repository.deployment({ environment: 'production', sha: base, payload: { release: 'r1' } });
    repository.deployment({ environment: 'production', sha: head, states: ['in_progress', 'failure'] });
    repository.deployment({ environment: 'staging', sha: head });
    const { live, latest } = await (await open()).deployments('production');
    expect(live).toMatchObject({
      sha: base,
      ref: 'main',
      state: 'active',
      payload: { release: 'r1' },
      creator: 'github-actions',
    });
    expect(latest).toMatchObject({ sha: head, state: 'failed' });
    expect(calls()).toHaveLength(1);
  });

  test('of two that are active, the one that became so last', async () => {
    const { repository, open, base, head } = await setScene();
    const slow = repository.deployment({
      environment: 'production',
      sha: base,
      states: [],
      createdAt: '2026-01-01T00:00:00Z',
    });
    const fast = repository.deployment({
      environment: 'production',
      sha: head,
      states: [],
      createdAt: '2026-01-01T00:01:00Z',
    });
    const status = { state: 'success', creator: slow.creator, environmentUrl: '' } as const;
    fast.statuses.push({ id: 1, ...status, createdAt: '2026-01-01T00:02:00Z' });
    slow.statuses.push({ id: 2, ...status, createdAt: '2026-01-01T00:09:00Z' });
    const { live, latest } = await (await open()).deployments('production');
    expect([live?.sha, latest?.sha]).toEqual([base, head]);
  });

  test.each([
    [{ a: [1] }, { a: [1] }],
    ['{"a":1}', { a: 1 }],
    ['v1.2.3', 'v1.2.3'],
    [null, null],
  ])('a payload of %j', async (payload, expected) => {
    const { repository, open, head } = await setScene();
    repository.deployment({ environment: 'production', sha: head, payload });
    expect((await (await open()).deployments('production')).live?.payload).toEqual(expected);
  });

  test('the live one is found behind more than a page of those that failed', async () => {
    const { repository, open, base, head, calls } = await setScene();
    repository.deployment({ environment: 'production', sha: base, states: ['success'] });
    for (let count = 0; count < 130; count += 1) {
      repository.deployment({ environment: 'production', sha: head, states: ['failure'] });
    }
    const { live, latest } = await (await open()).deployments('production');
    expect([live?.sha, latest?.sha]).toEqual([base, head]);
    expect(calls()).toHaveLength(2);
  });

  test('beyond a thousand without one that lives, what is live is not known', async () => {
    const { repository, open, head } = await setScene();
    for (let count = 0; count < 1001; count += 1) {
      repository.deployment({ environment: 'production', sha: head, states: ['failure'] });
    }
    await expect((await open()).deployments('production')).rejects.toMatchObject({ code: 'github' });
  });

  test('none, and none that lives', async () => {
    const { repository, open, head } = await setScene();
    const github = await open();
    expect(await github.deployments('production')).toEqual({ live: undefined, latest: undefined });
    repository.deployment({ environment: 'production', sha: head, states: ['success', 'inactive'] });
    expect(await github.deployments('production')).toMatchObject({ live: undefined, latest: { state: 'inactive' } });
  });
});
