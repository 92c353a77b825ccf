import { expect, test } from '@jest/globals';
import { closeScenes, setScene } from './support/fake.ts';

closeScenes();

test('by number', async () => {
  const { open, pull, alice, base, head } = await setScene();
  pull();
  const github = await open();
  expect(await github.pullRequest({ kind: 'number', number: 1 })).toMatchObject({
    number: 1,
    title: 'Change something',
    state: 'open',
    isDraft: false,
    isFork: false,
    author: { id: alice.id, login: 'alice', isBot: false },
    head: { sha: head, branch: 'change' },
    base: { branch: 'main' },
    mergeCommit: undefined,
  });
  expect(await github.pullRequest({ kind: 'number', number: 2 })).toBeUndefined();
  expect(await github.pullRequest({ kind: 'commit', sha: base })).toBeUndefined();
});

test('by a commit: the one it was merged as, before those that only hold it', async () => {
  const { repository, open, pull, base, head } = await setScene();
  const merged = pull();
  repository.merge(merged, head);
  const later = repository.commit({ parents: [head] });
  repository.pull({ author: undefined, sha: later, baseSha: base, base: 'release' });
  const github = await open();
  expect(await github.pullRequest({ kind: 'commit', sha: head, base: 'main' })).toMatchObject({
    number: merged.number,
  });
  expect(await github.pullRequest({ kind: 'commit', sha: head, base: 'release' })).toMatchObject({
    number: merged.number,
  });
  expect(await github.pullRequest({ kind: 'commit', sha: later, base: 'release' })).toMatchObject({
    number: 2,
    author: undefined,
  });
  expect(await github.pullRequest({ kind: 'commit', sha: later, base: 'main' })).toBeUndefined();
});

test('by a commit: the one it was merged as, before a newer one into the same base that holds it', async () => {
  const { repository, open, pull, base, head } = await setScene();
  const first = pull();
  repository.merge(first, head);
  const later = repository.commit({ parents: [head] });
  repository.merge(repository.pull({ author: undefined, sha: later, baseSha: base }), later);
  const github = await open();
  expect(await github.pullRequest({ kind: 'commit', sha: head, base: 'main' })).toMatchObject({ number: first.number });
});

test('an open pull request has its head, and not what is below it', async () => {
  const { repository, open, base, head } = await setScene();
  const tip = repository.commit({ parents: [head] });
  repository.pull({ author: undefined, sha: tip, baseSha: base });
  const github = await open();
  expect(await github.pullRequest({ kind: 'commit', sha: head })).toBeUndefined();
  expect(await github.pullRequest({ kind: 'commit', sha: tip })).toMatchObject({ number: 1 });
});

test('a repository that the token cannot see is no repository without pull requests', async () => {
  const { open } = await setScene();
  const github = await open({ env: { GITHUB_REPOSITORY: 'octo-org/hidden' } });
  const unseen = { code: 'github', reason: 'not-found', message: expect.stringContaining('`contents: read`') };
  await expect(github.pullRequest({ kind: 'number', number: 1 })).rejects.toMatchObject(unseen);
  await expect(github.deployments('production')).rejects.toMatchObject(unseen);
  await expect(github.tag('v1')).rejects.toMatchObject(unseen);
  await expect(github.ownComments({ number: 1, reach: 'edges' })).rejects.toMatchObject(unseen);
});

test('by a commit in the middle of what was merged by rebasing: by its base', async () => {
  const { repository, open, base, head } = await setScene();
  const tip = repository.commit({ parents: [head] });
  const onMain = repository.pull({ author: undefined, sha: tip, baseSha: base });
  const onRelease = repository.pull({ author: undefined, sha: tip, baseSha: base, base: 'release' });
  repository.merge(onMain, tip);
  repository.merge(onRelease, tip);
  const github = await open();
  expect(await github.pullRequest({ kind: 'commit', sha: head, base: 'main' })).toMatchObject({
    number: onMain.number,
  });
  expect(await github.pullRequest({ kind: 'commit', sha: head, base: 'release' })).toMatchObject({
    number: onRelease.number,
  });
  expect(await github.pullRequest({ kind: 'commit', sha: head, base: 'other' })).toBeUndefined();
});

test('a pull request that was closed without a merge brought nothing', async () => {
  const { open, pull, head } = await setScene();
  pull().state = 'closed';
  expect(await (await open()).pullRequest({ kind: 'commit', sha: head })).toBeUndefined();
});

test('by branch and commit, from a fork, of several the one at that commit', async () => {
  const { fake, repository, open, base, head } = await setScene();
  const from = fake.account('contributor');
  const first = repository.pull({ author: from, sha: head, baseSha: base, branch: 'fix', from });
  repository.pull({ author: from, sha: base, baseSha: base, branch: 'fix', from });
  const github = await open();
  expect(await github.pullRequest({ kind: 'head', branch: 'fix', sha: head })).toMatchObject({
    number: first.number,
    isFork: true,
  });
  expect(await github.pullRequest({ kind: 'head', branch: 'other', sha: head })).toBeUndefined();
});

test('an Enterprise Server is asked under its own paths', async () => {
  const { fake, open, pull } = await setScene();
  pull();
  const github = await open({ env: fake.env('enterprise') });
  await github.pullRequest({ kind: 'number', number: 1 });
  await github.environmentApprovals();
  expect(fake.calls.map(({ target }) => target)).toEqual([
    '/api/graphql',
    '/api/v3/repos/octo-org/octo-repo/actions/runs/4242/approvals',
  ]);
});
