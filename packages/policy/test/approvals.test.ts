import { describe, expect, test } from '@jest/globals';
import { type ApprovalsSeen, decide, impossibleApprovals, parseApprovers, unknown } from '@plimsoll/policy';
import { approvalsSeen, COMMIT, evidence, known, NOTHING, person, review } from './support.ts';

interface Case {
  readonly required?: number;
  readonly approvers?: readonly string[];
  readonly seen: ApprovalsSeen;
}

function decision({ required = 1, approvers = ['@a @b @c'], seen }: Case) {
  const groups = approvers.map(parseApprovers);
  return decide({ ...NOTHING, approvals: { required, groups } }, evidence({ approvals: known(seen) }));
}

function verdictOf(one: Case): readonly [string, ...string[]] {
  const { verdict, approvers } = decision(one);
  return [verdict, ...approvers];
}

function environmentVote(login: string, more: object = {}): ApprovalsSeen['environmentVotes'][number] {
  return { environments: ['production'], state: 'approved', user: person(login), binding: 'first-attempt', ...more };
}

describe('counting', () => {
  test.each<[string, Case, readonly [string, ...string[]]]>([
    ['one of one', { seen: approvalsSeen([review('a')]) }, ['pass', 'a']],
    ['two of two', { required: 2, seen: approvalsSeen([review('a'), review('b')]) }, ['pass', 'a', 'b']],
    ['one of two', { required: 2, seen: approvalsSeen([review('a')]) }, ['fail', 'a']],
    ['nobody', { seen: approvalsSeen([]) }, ['fail']],
    ['somebody who is not named', { seen: approvalsSeen([review('d')]) }, ['fail']],
    [
      'one person in two places is one',
      { required: 2, seen: approvalsSeen([review('a')], { environmentVotes: [environmentVote('a')] }) },
      ['fail', 'a'],
    ],
    [
      'one person under two names is one',
      {
        required: 2,
        approvers: ['@a @alice'],
        seen: approvalsSeen([review('a'), review('a', { user: { ...person('a'), login: 'Alice' } })], {
          people: new Map([
            ['a', person('a')],
            ['alice', person('a')],
          ]),
        }),
      },
      ['fail', 'Alice'],
    ],
    [
      'one of the environment and one of the pull request are two',
      { required: 2, seen: approvalsSeen([review('a')], { environmentVotes: [environmentVote('b')] }) },
      ['pass', 'b', 'a'],
    ],
    [
      'a member of a team',
      {
        approvers: ['@org/leads'],
        seen: approvalsSeen([review('d')], { teams: new Map([['org/leads', [person('d')]]]) }),
      },
      ['pass', 'd'],
    ],
    ['a team that cannot be seen', { approvers: ['@org/leads'], seen: approvalsSeen([review('d')]) }, ['fail']],
    [
      'a name that was taken by somebody else',
      { seen: approvalsSeen([review('a', { user: { ...person('a'), id: 99 } })]) },
      ['fail'],
    ],
  ])('%s', (_what, one, expected) => {
    expect(verdictOf(one)).toEqual(expected);
  });
});

describe('who never counts', () => {
  test.each<[string, Partial<ApprovalsSeen>]>([
    [
      'who opened the pull request',
      { change: { number: 1, author: person('a'), head: COMMIT, mergeCommit: undefined, reviews: [review('a')] } },
    ],
    ['an author', { makers: [{ role: 'author', person: person('a'), name: 'A', address: '' }] }],
    ['a committer', { makers: [{ role: 'committer', person: person('a'), name: 'A', address: '' }] }],
    ['a co-author', { makers: [{ role: 'co-author', person: person('a'), name: 'A', address: '' }] }],
    ['the actor', { starters: [{ login: 'other', id: 1 }] }],
    ['who started the run again, known by name alone', { starters: [{ login: 'A', id: undefined }] }],
  ])('%s', (_what, more) => {
    const one = { seen: approvalsSeen([review('a')], { starters: [], makers: [], ...more }) };
    expect(verdictOf(one)).toEqual(['fail']);
    expect(verdictOf({ ...one, seen: { ...one.seen, environmentVotes: [environmentVote('a')] } })).toEqual(['fail']);
  });

  test('a bot', () => {
    expect(verdictOf({ seen: approvalsSeen([review('a', { user: person('a', { isBot: true }) })]) })).toEqual(['fail']);
  });
});

describe('what does not count', () => {
  test.each([
    ['a review of an earlier commit', approvalsSeen([review('a', { onHead: false })])],
    ['a review of somebody who may not push', approvalsSeen([review('a', { canPush: false })])],
    ['a review that was dismissed', approvalsSeen([review('a', { state: 'dismissed' })])],
    [
      'a review of a pull request of another commit',
      approvalsSeen([], {
        change: {
          number: 1,
          author: undefined,
          head: 'd'.repeat(40),
          mergeCommit: 'e'.repeat(40),
          reviews: [review('a')],
        },
      }),
    ],
    [
      'an approval of another environment',
      approvalsSeen([], { environmentVotes: [environmentVote('a', { environments: ['staging'] })] }),
    ],
    [
      'an approval of an environment when none is known',
      approvalsSeen([], { environment: '', environmentVotes: [environmentVote('a')] }),
    ],
    [
      'an approval of an earlier attempt',
      approvalsSeen([], { environmentVotes: [environmentVote('a', { binding: 'unbound' })] }),
    ],
    ['no answer', approvalsSeen([], { environmentVotes: [environmentVote('a', { state: 'pending' })] })],
    ['an approval of nobody', approvalsSeen([], { environmentVotes: [environmentVote('a', { user: undefined })] })],
  ])('%s', (_what, seen) => {
    expect(verdictOf({ seen })).toEqual(['fail']);
  });

  test('a review of the head counts for the merge of it', () => {
    const change = { number: 1, author: undefined, head: 'd'.repeat(40), mergeCommit: COMMIT, reviews: [review('a')] };
    expect(verdictOf({ seen: approvalsSeen([], { change }) })).toEqual(['pass', 'a']);
  });
});

describe('a no', () => {
  test.each([
    ['of a reviewer', approvalsSeen([review('a'), review('b', { state: 'changes-requested', onHead: false })]), 'fail'],
    [
      'of the environment',
      approvalsSeen([review('a')], { environmentVotes: [environmentVote('b', { state: 'rejected' })] }),
      'fail',
    ],
    ['of somebody who is not named', approvalsSeen([review('a'), review('d', { state: 'changes-requested' })]), 'pass'],
    [
      'for another environment',
      approvalsSeen([review('a')], {
        environmentVotes: [environmentVote('b', { state: 'rejected', environments: ['staging'] })],
      }),
      'pass',
    ],
  ])('%s', (_what, seen, expected) => {
    expect(decision({ seen }).verdict).toBe(expected);
  });
});

describe('roles', () => {
  const approvers = ['devops: @a @b', 'lead: @b @c'];
  test.each([
    ['one of each', ['a', 'c'], 'pass'],
    ['one of each, one of them able to be either', ['b', 'c'], 'pass'],
    ['the same, the other way round', ['a', 'b'], 'pass'],
    ['one who has to make room for the other', ['b', 'a'], 'pass'],
    ['both of one', ['a'], 'fail'],
    ['one who is both is one', ['b'], 'fail'],
  ])('%s', (_what, logins, expected) => {
    const seen = approvalsSeen(logins.map((login) => review(login)));
    expect(decision({ required: 2, approvers, seen }).verdict).toBe(expected);
  });

  test('enough people of one role leave the other one empty', () => {
    const seen = approvalsSeen([review('a'), review('b')]);
    const { rulings } = decision({ required: 2, approvers: ['devops: @a @b', 'lead: @c'], seen });
    expect(rulings.map(({ rule, reason }) => [rule, reason])).toEqual([
      ['require-approvals', 'met'],
      ['approvers devops', 'met'],
      ['approvers lead', 'role-unfilled'],
    ]);
  });
});

describe('makers whom GitHub cannot name', () => {
  const ghost = { role: 'author', person: undefined, name: 'somebody', address: 's@example.org' };
  test.each([
    ['may be one of the approvers', [ghost], ['a'], ['@a @b'], 1, 'fail'],
    ['one more makes up for them', [ghost], ['a', 'b'], ['@a @b'], 1, 'pass'],
    [
      'the same name and address twice is one',
      [ghost, { ...ghost, role: 'committer' }],
      ['a', 'b'],
      ['@a @b'],
      1,
      'pass',
    ],
    ['two need two more', [ghost, { ...ghost, name: 'other' }], ['a', 'b'], ['@a @b'], 1, 'fail'],
    ['and so do two under one name', [ghost, { ...ghost, address: 't@example.org' }], ['a', 'b'], ['@a @b'], 1, 'fail'],
    ['every role needs one more too', [ghost], ['a', 'b', 'c'], ['x: @a @b', 'y: @c'], 2, 'fail'],
    ['and then it does', [ghost], ['a', 'b', 'c', 'd'], ['x: @a @b', 'y: @c @d'], 2, 'pass'],
  ])('%s', (...[_what, makers, logins, approvers, required, expected]) => {
    const seen = approvalsSeen(
      logins.map((login) => review(login)),
      { makers },
    );
    expect(decision({ required, approvers, seen }).verdict).toBe(expected);
  });

  test('no list of them is no pass', () => {
    const { verdict, rulings } = decision({ seen: approvalsSeen([review('a')], { makersComplete: false }) });
    expect([verdict, rulings[0]?.reason]).toEqual(['fail', 'no-evidence']);
  });
});

test('GitHub that does not answer is no pass, with its own code', () => {
  const approvals = { required: 1, groups: [parseApprovers('@a')] };
  const { code } = decide({ ...NOTHING, approvals }, evidence({ approvals: unknown('github-permission', 'no') }));
  expect(code).toBe('github-permission');
});

test('whoever does not count is told with the reason', () => {
  const { rulings } = decision({ approvers: ['@a @b @nobody'], seen: approvalsSeen([review('a', { onHead: false })]) });
  expect(rulings[0]?.detail).toBe(
    'the approval of @a is of an earlier commit of the pull request; GitHub shows no @nobody',
  );
});

describe('lines of approvers', () => {
  test.each([
    ['@a @B, @org/Team', { role: '', people: ['a', 'b'], teams: ['org/team'] }],
    ['Dev Ops: @a', { role: 'Dev Ops', people: ['a'], teams: [] }],
    ['lead: alice', { role: 'lead', people: ['alice'], teams: [] }],
    ['@a @A', { role: '', people: ['a'], teams: [] }],
  ])('%s', (line, expected) => {
    expect(parseApprovers(line)).toEqual(expected);
  });

  test.each(['devops:', '@-a', '@a/b/c', 'who is this?'])('%j is refused', (line) => {
    expect(() => parseApprovers(line)).toThrow();
  });

  test.each([
    [3, ['@a @b'], 'of 3 cannot be reached by the 2'],
    [1, ['x: @a', 'y: @b'], 'cannot hold one of each of the 2 roles'],
    [3, ['@a', '@org/team'], ''],
    [2, ['x: @a', 'y: @b'], ''],
  ] as const)('%i of %j', (required, lines, expected) => {
    const text = impossibleApprovals(lines.map(parseApprovers), required);
    expect([text === '', text]).toEqual([expected === '', expect.stringContaining(expected)]);
  });
});
