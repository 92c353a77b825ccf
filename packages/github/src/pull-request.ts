import type { Person } from './person.ts';

/** Which pull request is meant. */
export type PullRequestQuestion =
  | { readonly kind: 'number'; readonly number: number }
  /**
   * The one that brought a commit: merged as that very commit, else merged into `base`, else open against `base` with that commit as its head.
   * Without `base`, any base fits.
   */
  | { readonly kind: 'commit'; readonly sha: string; readonly base?: string | undefined }
  /** The newest one, from a fork too, whose branch has this name and this commit at its end: what `workflow_run` knows. */
  | { readonly kind: 'head'; readonly branch: string; readonly sha: string };

export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly state: 'open' | 'closed' | 'merged';
  readonly isDraft: boolean;
  /** From another repository: its runs have a token that can write nothing. */
  readonly isFork: boolean;
  /** Undefined for an account that was deleted. */
  readonly author: Person | undefined;
  readonly head: { readonly sha: string; readonly branch: string };
  readonly base: { readonly branch: string };
  /** What the merge made; undefined before. */
  readonly mergeCommit: string | undefined;
}
