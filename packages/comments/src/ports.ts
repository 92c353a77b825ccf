import type { GitHub } from '@plimsoll/github';

/** What is asked of GitHub about the comments of one pull request. */
export type CommentPort = Pick<
  GitHub,
  | 'ownComments'
  | 'createComment'
  | 'updateComment'
  | 'deleteComment'
  | 'commentEdits'
  | 'minimizeComment'
  | 'unminimizeComment'
>;

/** What is asked of GitHub to find that pull request. */
export type PullRequestPort = Pick<GitHub, 'run' | 'pullRequest'>;
