import { describe, expect, test } from '@jest/globals';
import { type GateGitHub, type GateRequest, parseNamePattern } from '@plimsoll/gate';
import type { ReviewedPullRequest, RunContext } from '@plimsoll/github';
import { Failure } from '@plimsoll/outcome';
import { parseApprovers } from '@plimsoll/policy';
import { askGitHub } from '../src/github/ask-github.ts';
import {
  COMMIT,
  comparison,
  deployment,
  door,
  fakeGitHub,
  LIVE,
  PROTECTION,
  person,
  request,
  runContext,
} from './support.ts';

const APPROVALS = { required: 1, groups: [parseApprovers('@alice @org/leads')] };
const TAG = { kind: 'tag', full: 'refs/tags/v1.2.3', name: 'v1.2.3' } as const;

const REVIEWED: ReviewedPullRequest = {
  pullRequest: {
    number: 7,
    title: 't',
    url: '',
    state: 'merged',
    isDraft: false,
    isFork: false,
    author: person('zoe', 26),
    head: { sha: 'd'.repeat(40), branch: 'change' },
    base: { branch: 'main' },
    mergeCommit: COMMIT,
  },
  reviews: [],
  changes: {
    contributors: [{ role: 'author', person: person('zoe', 26), name: 'Zoe', address: '', sha: COMMIT }],
    complete: true,
  },
};

interface Asked {
  readonly github?: Partial<GateGitHub>;
  readonly run?: Partial<RunContext>;
  readonly some: Partial<GateRequest>;
}

async function ask({ github = {}, run = {}, some }: Asked) {
  const asked: string[] = [];
  const counts = { runs: 0, opened: 0 };
  const answers = await askGitHub(request(some), door(fakeGitHub(github, asked), runContext(run), counts));
  return { answers, asked: asked.toSorted(), counts };
}

describe('what is asked', () => {
  test('is nothing for a gate over reports, not even of the runner', async () => {
    const { asked, counts } = await ask({ some: {} });
    expect([asked, counts]).toEqual([[], { runs: 0, opened: 0 }]);
  });

  test('is nothing of GitHub for a branch on a run of a branch', async () => {
    const { asked, counts } = await ask({ some: { branches: [parseNamePattern('main')] } });
    expect([asked, counts]).toEqual([[], { runs: 1, opened: 0 }]);
  });

  test('for approvals is at most four calls', async () => {
    const { asked, counts, answers } = await ask({
      some: { approvals: APPROVALS },
      run: { event: { ...runContext().event, before: LIVE } },
      github: {
        reviewedPullRequest: async () => REVIEWED,
        accounts: async () => ({ teams: new Map(), people: new Map() }),
        compare: async () => comparison(),
      },
    });
    // Contributors of a comparison take no call of their own.
    expect(asked.filter((name) => name !== 'contributors')).toEqual([
      'accounts',
      'compare',
      'environmentApprovals',
      'reviewedPullRequest',
    ]);
    expect(counts.opened).toBe(1);
    expect(answers.approvals).toMatchObject({
      kind: 'known',
      facts: { commit: COMMIT, change: { number: 7, mergeCommit: COMMIT }, makersComplete: true },
    });
  });
});

describe('changes', () => {
  const environment = 'production';
  const compare: GateGitHub['compare'] = async ({ base, head }) => comparison({ base, head });

  test.each([
    ['since what is live', deployment(LIVE), {}, { since: 'live', base: LIVE }],
    [
      'since the push when nothing is live',
      undefined,
      { before: 'b'.repeat(40) },
      { since: 'base', base: 'b'.repeat(40) },
    ],
  ] as const)('%s', async (...[_what, live, event, { since, base }]) => {
    const { answers } = await ask({
      some: { environment },
      run: { event: { ...runContext().event, ...event } },
      github: { deployments: async () => ({ live, latest: live }), compare },
    });
    expect(answers.changes).toMatchObject({ kind: 'known', facts: { since, comparison: { base, head: COMMIT } } });
  });

  test('are none without anything to compare with', async () => {
    const { answers } = await ask({
      some: { environment },
      github: { deployments: async () => ({ live: undefined, latest: undefined }) },
    });
    expect(answers.changes).toEqual({ kind: 'known', facts: undefined });
  });

  test.each<[string, Partial<GateGitHub>, string, RegExp]>([
    ['GitHub does not say what is live', { deployments: fails('github-permission') }, 'github-permission', /./u],
    [
      'the live commit is gone',
      { deployments: async () => ({ live: deployment(LIVE), latest: undefined }), compare: async () => undefined },
      'github',
      /\(which is live\).* is not in the repository\. A force-push may have removed it: push a branch or a tag/u,
    ],
  ])('are not known when %s', async (...[_what, github, code, said]) => {
    const { answers } = await ask({ some: { environment, approvals: APPROVALS }, github });
    expect(answers.changes).toMatchObject({ kind: 'unknown', code, why: expect.stringMatching(said) });
    // Who made the change is not known then, so nobody's approval can count.
    expect(answers.approvals).toMatchObject({ kind: 'unknown', code });
  });
});

describe('who made the change', () => {
  const github: Partial<GateGitHub> = { accounts: async () => ({ teams: new Map(), people: new Map() }) };

  async function makers(more: Partial<GateGitHub>, before?: string) {
    const { answers } = await ask({
      some: { approvals: APPROVALS },
      run: { event: { ...runContext().event, before } },
      github: { ...github, ...more },
    });
    if (answers.approvals.kind === 'unknown') return answers.approvals.code;
    const { facts } = answers.approvals;
    return [facts.makersComplete, ...facts.makers.map(({ person: who }) => who?.login)];
  }

  test.each<[string, Partial<GateGitHub>, string | undefined, unknown]>([
    [
      'the pull request and the range',
      {
        reviewedPullRequest: async () => REVIEWED,
        compare: async () => comparison(),
        contributors: async () => ({
          complete: true,
          contributors: [{ role: 'committer', person: person('bob', 2), name: 'Bob', address: '', sha: COMMIT }],
        }),
      },
      LIVE,
      [true, 'zoe', 'bob'],
    ],
    ['the pull request alone', { reviewedPullRequest: async () => REVIEWED }, undefined, [true, 'zoe']],
    ['neither', {}, undefined, [false]],
    [
      'a range that is cut',
      { compare: async () => comparison(), contributors: async () => ({ complete: false, contributors: [] }) },
      LIVE,
      [false],
    ],
    [
      'an earlier commit without a pull request',
      { compare: async () => comparison({ status: 'behind', aheadBy: 0, behindBy: 2 }) },
      LIVE,
      [false],
    ],
    ['an answer that does not come', { reviewedPullRequest: fails('github') }, undefined, 'github'],
  ])('%s', async (...[_what, more, before, expected]) => {
    expect(await makers(more, before)).toEqual(expected);
  });

  test('and who started it', async () => {
    const { answers } = await ask({
      some: { approvals: APPROVALS },
      run: {
        actor: { login: 'dev', id: 5 },
        triggeringActor: { login: 'again', id: undefined },
        event: { ...runContext().event, sender: person('sender', 8) },
      },
      github: { ...github, reviewedPullRequest: async () => REVIEWED },
    });
    const starters = answers.approvals.kind === 'known' ? answers.approvals.facts.starters : [];
    expect(starters.map(({ login }) => login)).toEqual(['dev', 'again', 'sender']);
  });
});

describe('branches for a run of a tag', () => {
  const branchContains: GateGitHub['branchContains'] = async ({ branch }) =>
    branch === 'gone' ? undefined : branch === 'main';

  test.each([
    ['those that hold the commit', ['main', 'other', 'gone'], { kind: 'known', facts: ['main'] }],
    ['patterns beside names are left out', ['release/*', 'main'], { kind: 'known', facts: ['main'] }],
    [
      'patterns alone cannot be asked for',
      ['release/*'],
      { kind: 'unknown', code: 'input', why: expect.stringMatching(/wildcards$/u) },
    ],
  ])('%s', async (_what, names, expected) => {
    const { answers } = await ask({
      some: { branches: names.map(parseNamePattern) },
      run: { ref: TAG },
      github: { branchContains },
    });
    expect(answers.holdingBranches).toMatchObject(expected);
  });
});

describe('the tag of the version', () => {
  const tags = [parseNamePattern('v*')];
  test.each<[string, Asked, object]>([
    [
      'is not asked for on a run of a tag',
      { some: { tags }, run: { ref: TAG } },
      { kind: 'known', facts: { name: 'v1.2.3', commit: COMMIT } },
    ],
    [
      'is asked for on a run of this very tag: it may have been moved since',
      { some: { tags, version: 'v1.2.3' }, run: { ref: TAG }, github: { tag: async () => ({ commit: LIVE }) } },
      { kind: 'known', facts: { name: 'v1.2.3', commit: LIVE } },
    ],
    [
      'is asked for on a run of another tag',
      { some: { tags, version: 'v2.0.0' }, run: { ref: TAG }, github: { tag: async () => undefined } },
      { kind: 'known', facts: undefined },
    ],
    [
      'is asked for on a branch',
      { some: { tags, version: 'v1.2.3' }, github: { tag: async () => ({ commit: COMMIT }) } },
      { kind: 'known', facts: { name: 'v1.2.3', commit: COMMIT } },
    ],
    [
      'that there is not',
      { some: { tags, version: 'v1.2.3' }, github: { tag: async () => undefined } },
      { kind: 'known', facts: undefined },
    ],
    ['without a version', { some: { tags } }, { kind: 'unknown', code: 'policy' }],
  ])('%s', async (_what, asked, expected) => {
    expect((await ask(asked)).answers.versionTag).toMatchObject(expected);
  });
});

test('environments are asked for by their names', async () => {
  const { answers } = await ask({
    some: { protectedEnvironment: 'production', deployedTo: 'staging' },
    github: {
      environment: async (name) => (name === 'production' ? PROTECTION : undefined),
      deployments: async (name) => ({ live: name === 'staging' ? deployment(COMMIT) : undefined, latest: undefined }),
    },
  });
  expect(answers.protection).toEqual({ kind: 'known', facts: PROTECTION });
  expect(answers.liveElsewhere).toMatchObject({ kind: 'known', facts: { sha: COMMIT } });
});

test('what is no failure of GitHub is not taken for an answer', async () => {
  const cancelled = new Failure('cancelled', 'stopped');
  const asked = ask({
    some: { protectedEnvironment: 'production' },
    github: {
      environment: async () => {
        throw cancelled;
      },
    },
  });
  await expect(asked).rejects.toBe(cancelled);
});

function fails(code: 'github' | 'github-permission'): () => Promise<never> {
  return async () => {
    throw new Failure(code, 'no answer');
  };
}
