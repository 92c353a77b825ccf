import {
  type ApprovalsSeen,
  type FindingSeen,
  known,
  type NamePattern,
  type Policy,
  type PolicyEvidence,
  type ReviewVote,
  type Severity,
  type TestsSeen,
  unknown,
  type Voter,
} from '@plimsoll/policy';

/** A policy that asks nothing. */
export const NOTHING: Policy = {
  tests: undefined,
  coverage: undefined,
  findings: undefined,
  version: undefined,
  source: { branches: [], tags: [], refusesPullRequests: false },
  checkout: { evidenceFrom: [], isAboutRun: false },
  protectedEnvironment: undefined,
  deployedTo: undefined,
  approvals: undefined,
};

export const MISSING = unknown('report', 'nothing was read');

/** Nothing is known. */
export const BLANK: PolicyEvidence = {
  commands: [],
  tests: MISSING,
  coverage: MISSING,
  patch: MISSING,
  baseline: MISSING,
  findings: MISSING,
  versionFile: MISSING,
  checkout: { kind: 'none' },
  source: MISSING,
  holdingBranches: MISSING,
  versionTag: MISSING,
  commit: MISSING,
  protection: MISSING,
  liveElsewhere: MISSING,
  approvals: MISSING,
};

export function tests(counts: Partial<TestsSeen> = {}): TestsSeen {
  const { passed = 10, failed = 0, errored = 0, skipped = 0, flaky = 0, suiteErrors = 0 } = counts;
  return { total: passed + failed + errored + skipped, passed, failed, errored, skipped, flaky, suiteErrors };
}

export function finding(id: string, severity: Severity, more: Partial<FindingSeen> = {}): FindingSeen {
  return { id, aliases: [], severity, suppressed: false, ...more };
}

/** Matches its own text, and everything below it where it ends with `/**`. */
export function pattern(text: string): NamePattern {
  const front = text.endsWith('**') ? text.slice(0, -2) : undefined;
  return { text, matches: (name) => (front === undefined ? name === text : name.startsWith(front)) };
}

/** People by the first letter of their names: a is 1, b is 2. */
export function person(login: string, more: Partial<Voter> = {}): Voter {
  return { id: login.charCodeAt(0) - 96, login, isBot: false, ...more };
}

export const COMMIT = 'c'.repeat(40);

export function review(login: string, more: Partial<ReviewVote> = {}): ReviewVote {
  return { user: person(login), state: 'approved', onHead: true, canPush: true, ...more };
}

/** A pull request of `zoe` whose head is the commit; everybody from a to h has an account. */
export function approvalsSeen(reviews: readonly ReviewVote[], more: Partial<ApprovalsSeen> = {}): ApprovalsSeen {
  const people = new Map('abcdefghz'.split('').map((login) => [login, person(login)]));
  return {
    commit: COMMIT,
    environment: 'production',
    environmentVotes: [],
    change: { number: 1, author: person('z'), head: COMMIT, mergeCommit: undefined, reviews },
    makers: [{ role: 'author', person: person('z'), name: 'Zoe', address: '' }],
    makersComplete: true,
    starters: [{ login: 'z', id: 26 }],
    people,
    teams: new Map(),
    ...more,
  };
}

export function evidence(some: Partial<PolicyEvidence>): PolicyEvidence {
  return { ...BLANK, ...some };
}

export { known };
