import type { GitHubFailure } from './failure.ts';

/** A comment on a pull request. */
export interface Comment {
  /** For REST: `updateComment`, `deleteComment`. */
  readonly id: number;
  /** For GraphQL: `minimizeComment`. */
  readonly nodeId: string;
  readonly body: string;
  readonly url: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A comment that this token's account wrote. A comment of anybody else, whatever it holds, never becomes one. */
export interface OwnComment extends Comment {
  readonly isMinimized: boolean;
}

export interface OwnCommentsQuestion {
  readonly number: number;
  /**
   * `edges`: the first 100, the last 100, and the 100 that changed last, in one call. That is all there are up to 200, and beyond it nearly always holds a
   * comment that is updated by every run. `all`: the rest too, one call more per 100, at the same time.
   */
  readonly reach: 'edges' | 'all';
}

export interface OwnComments {
  /** The account of the token, such as `github-actions`. */
  readonly viewer: string;
  /** Oldest first, each once. */
  readonly comments: readonly OwnComment[];
  /** Whether every comment of the pull request was looked at. */
  readonly complete: boolean;
  /** How many comments the pull request has, of anybody. */
  readonly total: number;
}

export type CreatedComment =
  | { readonly kind: 'created'; readonly comment: Comment }
  /** It may be there or not: the answer was lost. Look before trying again. */
  | { readonly kind: 'unsure'; readonly failure: GitHubFailure };

export type UpdatedComment = { readonly kind: 'updated'; readonly comment: Comment } | { readonly kind: 'gone' };

/** Why a comment is folded away, in GitHub's words. */
export type MinimizeReason = 'OUTDATED' | 'RESOLVED' | 'DUPLICATE';

/** Above this many characters GitHub refuses a comment. It does not say in which unit; counted here in UTF-16, of which there are never fewer. */
export const LONGEST_COMMENT = 65_536;
