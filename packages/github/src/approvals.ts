import type { Person } from './person.ts';
import type { PullRequest } from './pull-request.ts';

/** What somebody answered when the run waited for an environment. */
export interface EnvironmentApproval {
  readonly environments: readonly string[];
  /** `pending`: not an answer. Any state that GitHub adds later is `pending` too. */
  readonly state: 'approved' | 'rejected' | 'pending';
  /** Undefined for an account that was deleted: nobody's vote. */
  readonly user: Person | undefined;
  readonly comment: string;
  /**
   * What ties the answer to the code that runs now. GitHub's answer holds neither time nor attempt nor commit, and a re-run keeps the id of the
   * run: `unbound` may be the approval of an earlier attempt, and must not count.
   */
  readonly binding: 'first-attempt' | 'names-commit' | 'unbound';
}

/** The last word of one person on a pull request; comments are no word. */
export interface StandingReview {
  readonly user: Person;
  /** `dismissed` takes back whatever was said before. */
  readonly state: 'approved' | 'changes-requested' | 'dismissed';
  /** The commit that was looked at. */
  readonly commit: string | undefined;
  /** Whether that commit is still the head of the pull request; an approval of an earlier one must not count. */
  readonly onHead: boolean;
  /** Whether the reviewer may push; anybody at all can approve a pull request of a public repository. */
  readonly canPush: boolean;
  /** ISO 8601, UTC. */
  readonly submittedAt: string;
}

/** Who made a range of commits. */
export interface Contributors {
  /** Each once for every role. GitHub itself, as the committer of what was done on its pages, is left out. */
  readonly contributors: readonly Contributor[];
  /** False when there are more commits than are read (see the question): then somebody may be missing. */
  readonly complete: boolean;
}

export interface Contributor {
  readonly role: 'author' | 'committer' | 'co-author';
  /** Undefined when the address belongs to no account: anybody may be behind it. */
  readonly person: Person | undefined;
  /** As written in the commit: whatever its maker wanted. */
  readonly name: string;
  /** Likewise, in lower case. With the name it tells those apart who have no account. Not to be shown. */
  readonly address: string;
  /** The first commit where it was found. */
  readonly sha: string;
}

export interface ReviewedPullRequest {
  readonly pullRequest: PullRequest;
  /** One entry a person, in the order they were given. All pages are read. */
  readonly reviews: readonly StandingReview[];
  /** Of all commits of the pull request. */
  readonly changes: Contributors;
}

export interface AccountsQuestion {
  /** `organisation/slug`, or the slug of a team of the repository's owner. */
  readonly teams: readonly string[];
  readonly logins: readonly string[];
}

/** Both by the names as they were asked for. What is missing does not exist, or the token cannot see it. */
export interface Accounts {
  /** Members, of child teams too. */
  readonly teams: ReadonlyMap<string, readonly Person[]>;
  readonly people: ReadonlyMap<string, Person>;
}
