import type { Person } from './person.ts';

/** What lies between two commits. */
export interface Comparison {
  readonly base: string;
  readonly head: string;
  /** `behind` and `diverged`: head does not contain base, so this goes back. */
  readonly status: 'ahead' | 'identical' | 'behind' | 'diverged';
  readonly aheadBy: number;
  readonly behindBy: number;
  readonly mergeBase: string;
  /** Oldest first. */
  readonly commits: readonly ComparedCommit[];
  /** False above 1,000 commits, of which the first 1,000 are here. */
  readonly commitsComplete: boolean;
  readonly files: readonly ChangedFile[];
  /** False from 300 files on: GitHub lists no more. What is not listed may have changed. */
  readonly filesComplete: boolean;
  readonly url: string;
}

export interface ComparedCommit {
  readonly sha: string;
  /** First line of the message. */
  readonly subject: string;
  /** Undefined when the address belongs to no account. */
  readonly author: Person | undefined;
  readonly committer: Person | undefined;
  /** As written in the commit, as are the addresses: whatever its maker wanted. */
  readonly authorName: string;
  readonly authorAddress: string;
  readonly committerName: string;
  readonly committerAddress: string;
  /** `Name <address>` of every `Co-authored-by` line of the message. */
  readonly coAuthors: readonly string[];
}

export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged';
  readonly additions: number;
  readonly deletions: number;
  /**
   * Numbers of the lines, in the file as it is now, that were added or changed. Undefined when GitHub does not show them all (binary, or too
   * large): unknown, so no line of the file can be said to be covered.
   */
  readonly changedLines: readonly number[] | undefined;
}
