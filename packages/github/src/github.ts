import type {
  Accounts,
  AccountsQuestion,
  Contributors,
  EnvironmentApproval,
  ReviewedPullRequest,
} from './approvals.ts';
import type {
  Comment,
  CreatedComment,
  MinimizeReason,
  OwnComment,
  OwnComments,
  OwnCommentsQuestion,
  UpdatedComment,
} from './comments.ts';
import type { Comparison } from './comparison.ts';
import type { EnvironmentDeployments } from './deployments.ts';
import type { EnvironmentProtection } from './environments.ts';
import type { PullRequest, PullRequestQuestion } from './pull-request.ts';
import type { RunContext } from './run-context.ts';

/**
 * What is asked of GitHub. Each question says how many API calls it takes and which `permissions:` of the job it needs. All of them throw
 * `GitHubFailure`, and whatever the signal was aborted with; undefined means that GitHub says there is no such thing.
 *
 * Packages take the two or three questions they ask as `Pick<GitHub, …>`.
 */
export interface GitHub {
  readonly run: RunContext;

  /** 1 call. `pull-requests: read`; for a commit `contents: read` too. */
  pullRequest(question: PullRequestQuestion): Promise<PullRequest | undefined>;

  /** With reviews and contributors: 1 call, and 1 for every further 100 reviews or 100 commits (contributors stop at 1,000). `pull-requests: read`, `contents: read`. */
  reviewedPullRequest(question: PullRequestQuestion): Promise<ReviewedPullRequest | undefined>;

  /** Answers to this run's environments: 1 call. `actions: read`. */
  environmentApprovals(): Promise<readonly EnvironmentApproval[]>;

  /**
   * Teams and people behind names: 1 call for all, and 1 for every further 100 members of a team. Teams cannot be read with the token of a
   * job, whatever its permissions: it takes one of an app or a person with `members: read`. People need no permission.
   */
  accounts(question: AccountsQuestion): Promise<Accounts>;

  /** 1 call, 2 where only selected branches may deploy. `actions: read`. */
  environment(name: string): Promise<EnvironmentProtection | undefined>;

  /** 1 call. `deployments: read`. */
  deployments(environment: string): Promise<EnvironmentDeployments>;

  /** 1 call, and 1 for every further 100 commits. `contents: read`. Undefined when either commit is not in the repository. */
  compare(range: { readonly base: string; readonly head: string }): Promise<Comparison | undefined>;

  /** Who made these commits: no call unless there are co-authors to look up, then 1 for every 100 commits that have some. `contents: read`. */
  contributors(comparison: Comparison): Promise<Contributors>;

  /** Whether a commit is in a branch: 2 calls. `contents: read`. Undefined when there is no such branch or commit. */
  branchContains(question: { readonly branch: string; readonly commit: string }): Promise<boolean | undefined>;

  /** The commit a tag stands for: 1 call. `contents: read`. */
  tag(name: string): Promise<{ readonly commit: string } | undefined>;

  /** See `OwnCommentsQuestion`. Undefined when there is no such pull request or issue. `pull-requests: read`. */
  ownComments(question: OwnCommentsQuestion): Promise<OwnComments | undefined>;

  /** 1 call. `pull-requests: write`. Tried again only where GitHub certainly did nothing. */
  createComment(comment: { readonly number: number; readonly body: string }): Promise<CreatedComment>;

  /** 1 call. `pull-requests: write`. */
  updateComment(comment: { readonly id: number; readonly body: string }): Promise<UpdatedComment>;

  /** 1 call. `pull-requests: write`. One that is gone already is well. */
  deleteComment(id: number): Promise<void>;

  /** 1 call. `pull-requests: read`. */
  comment(id: number): Promise<Comment | undefined>;

  /**
   * The texts a comment has had, oldest first; the last one is what it says now. At most the newest 100. Undefined when it is gone. 1 call.
   * `pull-requests: read`.
   */
  commentEdits(comment: Pick<OwnComment, 'nodeId'>): Promise<readonly string[] | undefined>;

  /** Folds a comment away, 1 call. `pull-requests: write`. */
  minimizeComment(comment: Pick<OwnComment, 'nodeId'>, reason: MinimizeReason): Promise<void>;

  /** Unfolds it again, 1 call. `pull-requests: write`. */
  unminimizeComment(comment: Pick<OwnComment, 'nodeId'>): Promise<void>;
}
