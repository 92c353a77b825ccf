import type { Contributors, PullRequestQuestion, ReviewedPullRequest, RunContext } from '@plimsoll/github';
import type { ApprovalsSeen, ApproverGroup, Evidence, Maker } from '@plimsoll/policy';
import { andThen } from '../evidence/attempt.ts';
import type { GateGitHub, GitHubDoor } from '../ports.ts';
import type { Changes } from './answers.ts';
import type { Asking } from './asking.ts';

export interface ApprovalsQuestion extends Asking {
  readonly door: GitHubDoor;
  /** Under way: the plan asks for it too. */
  readonly changes: Promise<Evidence<Changes | undefined>>;
}

/**
 * Everything that decides about approvals, in at most four calls beside those for the plan: answers of the environment, the pull request with
 * its reviews, the named people and teams, and, where no pull request is known, what was changed.
 */
export async function readApprovals(question: ApprovalsQuestion): Promise<Evidence<ApprovalsSeen>> {
  const { run, github, door, request } = question;
  if (run.kind === 'unknown') return run;
  const [client, changes] = await Promise.all([github(), question.changes]);
  // Who made the range that is deployed is not known then, and nobody's approval can be told from one's own.
  if (changes.kind === 'unknown') return changes;
  return andThen(client, async (open) => {
    const facts = run.facts;
    const [environmentVotes, reviewed, accounts] = await Promise.all([
      open.environmentApprovals(),
      reviewedOf(open, await door.pullRequestOf(facts)),
      open.accounts(accountsOf(request.approvals?.groups ?? [])),
    ]);
    const made = await makersOf({ open, reviewed, changes: changes.facts });
    return {
      commit: facts.commit,
      environment: request.environment,
      environmentVotes,
      change: reviewed === undefined ? undefined : changeOf(reviewed),
      ...made,
      starters: startersOf(facts),
      people: accounts.people,
      teams: accounts.teams,
    };
  });
}

async function reviewedOf(
  github: GateGitHub,
  question: PullRequestQuestion | undefined,
): Promise<ReviewedPullRequest | undefined> {
  return question === undefined ? undefined : github.reviewedPullRequest(question);
}

function accountsOf(groups: readonly ApproverGroup[]): { readonly teams: string[]; readonly logins: string[] } {
  return {
    teams: [...new Set(groups.flatMap(({ teams }) => teams))],
    logins: [...new Set(groups.flatMap(({ people }) => people))],
  };
}

function changeOf({ pullRequest, reviews }: ReviewedPullRequest): NonNullable<ApprovalsSeen['change']> {
  const { number, author, head, mergeCommit } = pullRequest;
  return { number, author, head: head.sha, mergeCommit, reviews };
}

function startersOf({ actor, triggeringActor, event }: RunContext): ApprovalsSeen['starters'] {
  return [actor, triggeringActor, ...(event.sender === undefined ? [] : [event.sender])];
}

interface Making {
  readonly open: GateGitHub;
  readonly reviewed: ReviewedPullRequest | undefined;
  readonly changes: Changes | undefined;
}

/** Who made the pull request and everything else that this brings. Going back to an earlier commit shows nobody who made it. */
async function makersOf({
  open,
  reviewed,
  changes,
}: Making): Promise<Pick<ApprovalsSeen, 'makers' | 'makersComplete'>> {
  const fromRange = changes === undefined ? undefined : await open.contributors(changes.comparison);
  const isShown = changes !== undefined && changes.comparison.aheadBy > 0;
  const parts = [reviewed?.changes, fromRange].filter((part): part is Contributors => part !== undefined);
  return {
    makers: parts.flatMap(({ contributors }) => contributors.map(asMaker)),
    makersComplete: (reviewed !== undefined || isShown) && parts.every(({ complete }) => complete),
  };
}

function asMaker({ role, person, name, address }: Contributors['contributors'][number]): Maker {
  return { role, person, name, address };
}
