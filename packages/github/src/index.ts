export type {
  Accounts,
  AccountsQuestion,
  Contributor,
  Contributors,
  EnvironmentApproval,
  ReviewedPullRequest,
  StandingReview,
} from './approvals.ts';
export type {
  Comment,
  CreatedComment,
  MinimizeReason,
  OwnComment,
  OwnComments,
  OwnCommentsQuestion,
  UpdatedComment,
} from './comments.ts';
export { LONGEST_COMMENT } from './comments.ts';
export type { ChangedFile, ComparedCommit, Comparison } from './comparison.ts';
export type { Deployment, EnvironmentDeployments } from './deployments.ts';
export type { BranchPolicy, EnvironmentProtection, EnvironmentReviewer } from './environments.ts';
export type { GitHubFailureReason } from './failure.ts';
export { GitHubFailure } from './failure.ts';
export type { GitHub } from './github.ts';
export type { OpenRequest } from './open-github.ts';
export { openGitHub } from './open-github.ts';
export type { Person } from './person.ts';
export type { PullRequest, PullRequestQuestion } from './pull-request.ts';
export { pullRequestOf } from './pull-request-of.ts';
export { readRunContext } from './read-run-context.ts';
export type { Account, EventPullRequest, Ref, RunContext, RunEvent } from './run-context.ts';
export type { Pace } from './transport/retries.ts';
