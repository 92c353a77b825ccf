import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { pullRequestOf } from '../src/index.ts';
import { closeScenes, RUN_ID, setScene } from './support/fake.ts';

closeScenes();

describe('approvals of environments', () => {
  test('are bound to the first attempt of a run', async () => {
    const { repository, open, bob, calls } = await setScene();
    repository.approval(RUN_ID, { environments: ['production'], state: 'approved', user: bob, comment: 'go' });
    const github = await open();
    expect(await github.environmentApprovals()).toEqual([
      {
        environments: ['production'],
        state: 'approved',
        user: { id: bob.id, login: 'bob', isBot: false },
        comment: 'go',
        binding: 'first-attempt',
      },
    ]);
    expect(calls()).toEqual([`GET /repos/octo-org/octo-repo/actions/runs/${RUN_ID}/approvals`]);
  });

  test.each([
    ['', 'unbound'],
    ['looks good', 'unbound'],
    ['deadbee', 'unbound'],
    ['{sha:6}', 'unbound'],
    ['{sha:7}', 'names-commit'],
    ['I approve {sha:40}.', 'names-commit'],
    ['x{sha:7}', 'unbound'],
    ['{sha:7}0000000', 'unbound'],
  ])('of a re-run count only when the comment names the commit: "%s" is %s', async (text, binding) => {
    const { repository, open, bob, head } = await setScene();
    const comment = text.replace(/\{sha:(\d+)\}/u, (_, digits: string) => head.slice(0, Number(digits)));
    repository.approval(RUN_ID, { environments: ['production'], state: 'approved', user: bob, comment });
    const github = await open({ env: { GITHUB_RUN_ATTEMPT: '2' } });
    expect((await github.environmentApprovals()).map((one) => one.binding)).toEqual([binding]);
  });

  test('a token that may not read them is told what it takes', async () => {
    const { fake, open } = await setScene();
    const token = fake.token(fake.account('github-actions[bot]'), { contents: 'read' });
    const github = await open({ token });
    await expect(github.environmentApprovals()).rejects.toMatchObject({
      code: 'github-permission',
      reason: 'permission',
      message: expect.stringContaining('`actions: read`'),
    });
  });
});

describe('reviews of a pull request', () => {
  test('everything about a merged commit is one call', async () => {
    const { repository, open, pull, bob, head, calls } = await setScene();
    const one = pull();
    repository.review(one, { user: bob, state: 'APPROVED' });
    repository.merge(one, head);
    const github = await open();
    const reviewed = await github.reviewedPullRequest(pullRequestOf(github.run));
    expect(reviewed?.pullRequest).toMatchObject({ number: 1, state: 'merged', mergeCommit: head, isFork: false });
    expect(reviewed?.reviews).toMatchObject([{ user: { id: bob.id }, state: 'approved', onHead: true, canPush: true }]);
    expect(reviewed?.changes).toMatchObject({
      complete: true,
      contributors: [{ role: 'author' }, { role: 'committer' }],
    });
    expect(calls()).toEqual(['GraphQL PullRequestByCommit']);
  });

  test('a review on page three is seen', async () => {
    const { fake, repository, open, pull, bob } = await setScene();
    const one = pull();
    const crowd = fake.account('crowd');
    for (let count = 0; count < 250; count += 1) repository.review(one, { user: crowd, state: 'COMMENTED' });
    repository.review(one, { user: bob, state: 'APPROVED' });
    const github = await open();
    const reviewed = await github.reviewedPullRequest({ kind: 'number', number: 1 });
    expect(reviewed?.reviews.map(({ user }) => user.login)).toEqual(['bob']);
  });

  test('a page that cannot be read is no shorter list', async () => {
    const { fake, repository, open, pull, bob } = await setScene();
    const one = pull();
    for (let count = 0; count < 101; count += 1) repository.review(one, { user: bob, state: 'APPROVED' });
    fake.fail({ match: /GraphQL More/u, times: 99, effect: { kind: 'answer', status: 502 } });
    const github = await open();
    await expect(github.reviewedPullRequest({ kind: 'number', number: 1 })).rejects.toMatchObject({
      code: 'github',
      reason: 'unavailable',
    });
  });

  test('an approval of an earlier commit, of a reader, and of a ghost are told apart from one that counts', async () => {
    const { fake, repository, open, pull, bob, base } = await setScene();
    const one = pull();
    repository.review(one, { user: bob, state: 'APPROVED', commit: base });
    repository.review(one, { user: fake.account('reader'), state: 'APPROVED' });
    repository.review(one, { user: fake.account('helper[bot]'), state: 'APPROVED' });
    repository.review(one, { user: undefined, state: 'APPROVED' });
    const github = await open();
    const reviewed = await github.reviewedPullRequest({ kind: 'number', number: 1 });
    expect(reviewed?.reviews.map(({ user, onHead, canPush }) => [user.login, user.isBot, onHead, canPush])).toEqual([
      ['bob', false, false, true],
      ['reader', false, true, false],
      ['helper', true, true, false],
    ]);
  });

  test('whatever is said in whatever order, one standing review a person remains: the last that is a word', async () => {
    const STATES = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED', 'COMMENTED', 'PENDING'] as const;
    const said = fc.array(fc.record({ who: fc.constantFrom('p', 'q', 'r'), state: fc.constantFrom(...STATES) }), {
      maxLength: 12,
    });
    const { fake, repository, open, base } = await setScene();
    const github = await open();
    await fc.assert(
      fc.asyncProperty(said, async (words) => {
        const sha = repository.commit({ parents: [base] });
        const one = repository.pull({ author: undefined, sha, baseSha: base });
        const start = Date.parse('2026-01-01T00:00:00Z');
        for (const [index, { who, state }] of words.entries()) {
          const submittedAt = new Date(start + index * 1000).toISOString();
          repository.review(one, { user: fake.account(who), state, submittedAt });
        }
        const expected = new Map<string, string>();
        for (const { who, state } of words) {
          if (state === 'COMMENTED' || state === 'PENDING') continue;
          expected.delete(who);
          expected.set(who, state.toLowerCase().replace('_', '-'));
        }
        const reviewed = await github.reviewedPullRequest({ kind: 'number', number: one.number });
        expect(reviewed?.reviews.map(({ user, state }) => [user.login, state])).toEqual([...expected]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('who made the change', () => {
  test('co-authors by their accounts, apps by their addresses, GitHub itself not at all, strangers as unknown', async () => {
    const { fake, repository, open, alice, bob, head } = await setScene();
    const github = await open();
    const web = { name: 'GitHub', email: 'noreply@github.com' };
    const app = { name: 'updater[bot]', email: '49699333+updater[bot]@users.noreply.github.com' };
    repository.commit({ author: alice, coAuthors: [bob], committer: web });
    repository.commit({ author: app, committer: web });
    const tip = repository.commit({ author: { name: 'Stranger', email: 'a@b.example' }, committer: web });
    const comparison = await github.compare({ base: head, head: tip });
    if (comparison === undefined) throw new Error('The commits are there.');
    const { contributors, complete } = await github.contributors(comparison);
    expect(complete).toBe(true);
    expect(contributors.map(({ role, person, name }) => [role, person?.login ?? `(${name})`, person?.isBot])).toEqual(
      expect.arrayContaining([
        ['author', 'alice', false],
        ['co-author', 'bob', false],
        ['author', 'updater', true],
        ['author', '(Stranger)', undefined],
      ]),
    );
    expect(contributors).toHaveLength(4);
    expect(fake.calls.map(({ name }) => name.split(' ')[0])).toEqual(['GET', 'GraphQL']);
  });

  test('two strangers under one name are two, one address however it is written is one, and nobody is GitHub by name alone', async () => {
    const { repository, open, head } = await setScene();
    const github = await open();
    const sam = { name: 'Sam', email: 'sam@one.example' };
    repository.commit({ author: sam, committer: { name: 'GitHub', email: 'me@two.example' } });
    repository.commit({ author: sam, committer: sam });
    const tip = repository.commit({
      author: { name: 'Sam', email: 'sam@two.example' },
      committer: { name: 'Sam', email: 'SAM@one.example' },
    });
    const one = repository.pull({ author: undefined, sha: tip, baseSha: head });
    const comparison = await github.compare({ base: head, head: tip });
    if (comparison === undefined) throw new Error('The commits are there.');
    const ranged = await github.contributors(comparison);
    const reviewed = await github.reviewedPullRequest({ kind: 'number', number: one.number });
    const strangers = (contributors = ranged.contributors) =>
      new Set(
        contributors.flatMap(({ person, name, address }) => (person === undefined ? [`${name} ${address}`] : [])),
      );
    expect(strangers()).toEqual(new Set(['Sam sam@one.example', 'GitHub me@two.example', 'Sam sam@two.example']));
    expect(strangers(reviewed?.changes.contributors)).toEqual(strangers());
  });

  test('co-authors are those of every line that may name one, however it is indented', async () => {
    const { repository, open, alice, bob, head } = await setScene();
    const message = `Change it\n\n  Co-Authored-By : Bob <${bob.id}+bob@users.noreply.github.com>`;
    const tip = repository.commit({ author: alice, message });
    const github = await open();
    const comparison = await github.compare({ base: head, head: tip });
    if (comparison === undefined) throw new Error('The commits are there.');
    const { contributors } = await github.contributors(comparison);
    expect(contributors.flatMap(({ role, person }) => (role === 'co-author' ? [person?.id] : []))).toEqual([bob.id]);
  });

  test('without co-authors to look up there is no call', async () => {
    const { open, base, head, calls } = await setScene();
    const github = await open();
    const comparison = await github.compare({ base, head });
    if (comparison === undefined) throw new Error('The commits are there.');
    expect(await github.contributors(comparison)).toMatchObject({ complete: true });
    expect(await github.contributors({ ...comparison, commitsComplete: false })).toMatchObject({ complete: false });
    expect(calls()).toHaveLength(1);
  });
});

describe('accounts behind names', () => {
  test('all teams and people are one call, and members are read to the last page', async () => {
    const { fake, open, bob, calls } = await setScene();
    const members = Array.from({ length: 230 }, (_, index) => fake.account(`member-${index}`));
    fake.team('octo-org/devops', members);
    fake.team('octo-org/leads', [bob]);
    const token = fake.token(fake.account('app[bot]'), { members: 'read' });
    const github = await open({ token });
    const { teams, people } = await github.accounts({
      teams: ['devops', 'octo-org/leads', 'nobodies'],
      logins: ['BOB', 'nobody-at-all'],
    });
    expect(teams.get('devops')).toHaveLength(230);
    expect(teams.get('octo-org/leads')).toEqual([{ id: bob.id, login: 'bob', isBot: false }]);
    expect(teams.has('nobodies')).toBe(false);
    expect([...people]).toEqual([['BOB', { id: bob.id, login: 'bob', isBot: false }]]);
    expect(calls()).toEqual(['GraphQL Accounts', 'GraphQL Members', 'GraphQL Members']);
  });

  test('the token of a job cannot read teams, and is told what can', async () => {
    const { fake, open, bob } = await setScene();
    fake.team('octo-org/leads', [bob]);
    const github = await open();
    await expect(github.accounts({ teams: ['leads'], logins: [] })).rejects.toMatchObject({
      code: 'github-permission',
      message: expect.stringContaining('`github-token`'),
    });
  });

  test('the ordinary case of an approval is four calls', async () => {
    const { fake, repository, open, pull, bob, base, head, calls } = await setScene();
    const one = pull();
    repository.review(one, { user: bob, state: 'APPROVED' });
    repository.merge(one, head);
    fake.team('octo-org/leads', [bob]);
    const token = fake.token(fake.account('app[bot]'), {
      members: 'read',
      actions: 'read',
      contents: 'read',
      pull_requests: 'read',
    });
    const github = await open({ token });
    const comparison = await github.compare({ base, head });
    if (comparison === undefined) throw new Error('The commits are there.');
    await Promise.all([
      github.environmentApprovals(),
      github.reviewedPullRequest(pullRequestOf(github.run)),
      github.accounts({ teams: ['leads'], logins: ['bob'] }),
      github.contributors(comparison),
    ]);
    expect(calls()).toHaveLength(4);
  });
});
