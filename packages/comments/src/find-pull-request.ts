import { type PullRequestQuestion, pullRequestOf } from '@plimsoll/github';
import type { PullRequestPort } from './ports.ts';

export interface PullRequestWish {
  /** Undefined: not told. */
  readonly number: number | undefined;
  /** A commit that was merged, or the head of a pull request; empty: not told. */
  readonly sha: string;
}

/**
 * The number of the pull request that is meant: the one that was named, else the one that brought the named commit, else the one this run is about.
 * No call where the event names it, otherwise one. Undefined when there is none, as after a push without one.
 */
export async function findPullRequest(port: PullRequestPort, wish: PullRequestWish): Promise<number | undefined> {
  const question = questionOf(port, wish);
  if (question.kind === 'number') return question.number;
  return (await port.pullRequest(question))?.number;
}

function questionOf({ run }: PullRequestPort, { number, sha }: PullRequestWish): PullRequestQuestion {
  if (number !== undefined) return { kind: 'number', number };
  const about = pullRequestOf(run);
  if (sha === '' || about.kind === 'number') return about;
  return { kind: 'commit', sha, base: run.ref.kind === 'branch' ? run.ref.name : undefined };
}
