import { describe, expect, test } from '@jest/globals';
import { decide, type Policy, type PolicyEvidence, unknown } from '@plimsoll/policy';
import { COMMIT, evidence, known, NOTHING, pattern } from './support.ts';

function judged(policy: Partial<Policy>, some: Partial<PolicyEvidence>): readonly string[] {
  return decide({ ...NOTHING, ...policy }, evidence(some)).rulings.map(({ reason, seen }) => `${reason}: ${seen}`);
}

describe('version', () => {
  test.each([
    ['v1.4.2', 'met'],
    ['v0.0.0', 'met'],
    ['1.4.2', 'wrong-form'],
    ['v1.4', 'wrong-form'],
    ['v1.4.2-rc.1', 'wrong-form'],
    ['v01.4.2', 'wrong-form'],
    ['v1.4.2\nv1.4.3', 'wrong-form'],
    ['main', 'wrong-form'],
  ])('%j is %s', (version, expected) => {
    const { rulings } = decide({ ...NOTHING, version: { version, file: undefined } }, evidence({}));
    expect(rulings.map(({ reason }) => reason)).toEqual([expected]);
  });

  test.each([
    ['v1.4.2\n', 'met: v1.4.2'],
    ['1.4.2', 'met: 1.4.2'],
    ['1.4.3', 'differs: 1.4.3'],
    ['vv1.4.2', 'differs: vv1.4.2'],
    ['{"version":"1.4.2"}', 'differs: more than a version: {"version":"1.4.2"}'],
    ['', 'no-evidence: an empty file'],
  ])('with the file holding %j', (text, expected) => {
    const policy = { version: { version: 'v1.4.2', file: 'VERSION' } };
    expect(judged(policy, { versionFile: known(text) })).toEqual(['met: v1.4.2', expected]);
  });
});

const MAIN = { branches: [pattern('main')], tags: [], refusesPullRequests: true };
const TAGS = { branches: [], tags: [pattern('v1**')], refusesPullRequests: true };

function from(kind: 'branch' | 'tag', name: string, pullRequest = ''): Partial<PolicyEvidence> {
  return { source: known({ commit: COMMIT, pullRequest, otherCommit: '', ref: { kind, name } }) };
}

describe('branches', () => {
  test.each([
    ['the branch', from('branch', 'main'), ['met: branch main', 'met: branch main']],
    ['another one', from('branch', 'feature'), ['met: branch feature', 'wrong-ref: branch feature']],
    [
      'the branch, yet a pull request',
      from('branch', 'main', 'a run of a pull request (pull_request_target)'),
      ['pull-request: a run of a pull request (pull_request_target)', 'met: branch main'],
    ],
    [
      'a tag on it',
      { ...from('tag', 'v1'), holdingBranches: known(['main']) },
      ['met: tag v1', 'met: tag v1, a commit of main'],
    ],
    [
      'a tag somewhere else',
      { ...from('tag', 'v1'), holdingBranches: known([]) },
      ['met: tag v1', 'wrong-ref: tag v1, on none of these branches'],
    ],
    ['a tag of which nothing is known', from('tag', 'main'), ['met: tag main', 'no-evidence: not known']],
  ])('%s', (_what, some, expected) => {
    expect(judged({ source: MAIN }, some)).toEqual(expected);
  });
});

function tagged(name: string, commit = COMMIT): PolicyEvidence['versionTag'] {
  return known({ name, commit });
}

describe('tags', () => {
  test.each([
    ['of the run', { ...from('tag', 'v1.2.3'), versionTag: tagged('v1.2.3') }, 'met: tag v1.2.3'],
    ['of another form', { ...from('tag', 'nightly'), versionTag: tagged('nightly') }, 'wrong-ref: tag nightly'],
    [
      'of the version, in a run of another tag',
      { ...from('tag', 'v1.9.9'), versionTag: tagged('v1.2.3', 'd'.repeat(40)) },
      'differs: tag v1.2.3 stands for ddddddd, this is ccccccc',
    ],
    ['of the version, for this commit', { ...from('branch', 'main'), versionTag: tagged('v1.2.3') }, 'met: tag v1.2.3'],
    [
      'of the version, for another commit',
      { ...from('branch', 'main'), versionTag: tagged('v1.2.3', 'd'.repeat(40)) },
      'differs: tag v1.2.3 stands for ddddddd, this is ccccccc',
    ],
    [
      'that there is not',
      { ...from('branch', 'main'), versionTag: known(undefined) },
      'missing: no tag of this version',
    ],
    ['that could not be asked for', from('branch', 'main'), 'no-evidence: not known'],
  ])('%s', (_what, some, expected) => {
    expect(judged({ source: TAGS }, some)[1]).toBe(expected);
  });
});

function selected(kind: 'branch' | 'tag', ...names: readonly string[]) {
  return { kind: 'selected', patterns: names.map((name) => ({ kind, name })) } as const;
}

const PROTECTED = {
  reviewers: [{}],
  preventsSelfReview: true,
  branchPolicy: { kind: 'protected-branches' },
  canAdminsBypass: false,
} as const;

describe('a protected environment', () => {
  test.each([
    ['has all of it', PROTECTED, 'met: protected'],
    ['has reviewers', { ...PROTECTED, reviewers: [] }, 'unprotected: no required reviewers'],
    ['has a branch policy', { ...PROTECTED, branchPolicy: { kind: 'any' } }, 'unprotected: any branch may deploy'],
    [
      'has branches that are protected',
      { ...PROTECTED, branchPolicy: { kind: 'nothing-protected' } },
      'unprotected: any branch may deploy, since none is protected',
    ],
    ['names its branches', { ...PROTECTED, branchPolicy: selected('branch', 'main', 'release/*') }, 'met: protected'],
    [
      'does not name any branch',
      { ...PROTECTED, branchPolicy: selected('branch', 'main', '*') },
      'unprotected: any branch may deploy',
    ],
    [
      'nor any with folders',
      { ...PROTECTED, branchPolicy: selected('branch', '**/*') },
      'unprotected: any branch may deploy',
    ],
    ['nor any tag', { ...PROTECTED, branchPolicy: selected('tag', '*') }, 'unprotected: any tag may deploy'],
    ['has no bypass', { ...PROTECTED, canAdminsBypass: true }, 'unprotected: administrators may bypass the rules'],
    [
      'is known to have none',
      { ...PROTECTED, canAdminsBypass: undefined },
      'unprotected: administrators may bypass the rules',
    ],
    ['is there', undefined, 'missing: no such environment'],
  ] as const)('%s', (_what, protection, expected) => {
    expect(judged({ protectedEnvironment: 'production' }, { protection: known(protection) })).toEqual([expected]);
  });
});

describe('deployed to staging before', () => {
  const live = { commit: COMMIT, at: '2026-11-21T12:00:00Z' };
  test.each([
    ['this commit', known(live), 'met: ccccccc is live since 2026-11-21T12:00:00Z'],
    [
      'another one',
      known({ ...live, commit: `${COMMIT.slice(1)}d` }),
      'not-live: ccccccc is live since 2026-11-21T12:00:00Z',
    ],
    ['nothing', known(undefined), 'not-live: nothing is live'],
    ['nobody knows', unknown('github', 'no answer'), 'no-evidence: not known'],
  ])('%s', (_what, liveElsewhere, expected) => {
    expect(judged({ deployedTo: 'staging' }, { commit: known(COMMIT), liveElsewhere })).toEqual([expected]);
  });
});
