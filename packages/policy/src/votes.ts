/** An account, told apart by its id: names can be taken by somebody else. */
export interface Voter {
  readonly id: number;
  readonly login: string;
  readonly isBot: boolean;
}

/** What somebody answered when the run waited for an environment. */
export interface EnvironmentVote {
  readonly environments: readonly string[];
  readonly state: 'approved' | 'rejected' | 'pending';
  /** Undefined for a deleted account. */
  readonly user: Voter | undefined;
  /** What ties the answer to this commit; `unbound` may be of an earlier attempt of the run. */
  readonly binding: 'first-attempt' | 'names-commit' | 'unbound';
}

/** The last word of one person on a pull request. */
export interface ReviewVote {
  readonly user: Voter;
  readonly state: 'approved' | 'changes-requested' | 'dismissed';
  readonly onHead: boolean;
  readonly canPush: boolean;
}

/** The pull request behind the commit. */
export interface ReviewedChange {
  readonly number: number;
  readonly author: Voter | undefined;
  readonly head: string;
  readonly mergeCommit: string | undefined;
  readonly reviews: readonly ReviewVote[];
}

/** Somebody who had a hand in the change. */
export interface Maker {
  readonly role: string;
  /** Undefined when the address in the commit belongs to no account: anybody may be behind it. */
  readonly person: Voter | undefined;
  readonly name: string;
  readonly address: string;
}

/** Who makes the run happen. */
export interface Starter {
  readonly login: string;
  readonly id: number | undefined;
}

/** Everything that decides about approvals, as GitHub has it. */
export interface ApprovalsSeen {
  readonly commit: string;
  /** The environment to deploy to; empty: none is known, and no approval of an environment counts. */
  readonly environment: string;
  readonly environmentVotes: readonly EnvironmentVote[];
  readonly change: ReviewedChange | undefined;
  readonly makers: readonly Maker[];
  /** Whether `makers` holds all of them. */
  readonly makersComplete: boolean;
  readonly starters: readonly Starter[];
  /** Named people by login, and members of named teams, both keyed in lower case. What is missing does not exist, or cannot be seen. */
  readonly people: ReadonlyMap<string, Voter>;
  readonly teams: ReadonlyMap<string, readonly Voter[]>;
}

/** One answer, with whether it counts as what it says. */
export interface CastVote {
  readonly voter: Voter;
  readonly says: 'yes' | 'no';
  /** Why it does not count; empty when it does. */
  readonly flaw: string;
}

/** All answers of people, each with what is wrong with it. A `no` has no flaws: whoever says no is heard. */
export function castVotes(seen: ApprovalsSeen): readonly CastVote[] {
  return [...seen.environmentVotes.flatMap((vote) => environmentVote(vote, seen)), ...reviewVotes(seen)];
}

function environmentVote(vote: EnvironmentVote, { environment }: ApprovalsSeen): readonly CastVote[] {
  const { user, state, environments, binding } = vote;
  if (user === undefined || state === 'pending') return [];
  const isOther = !environments.some((name) => name.toLowerCase() === environment.toLowerCase());
  if (state === 'rejected') return isOther ? [] : [{ voter: user, says: 'no', flaw: '' }];
  const unbound = binding === 'unbound' ? 'may be of an earlier attempt of this run' : '';
  return [{ voter: user, says: 'yes', flaw: isOther ? `is for ${environments.join(', ')}` : unbound }];
}

function reviewVotes({ change, commit }: ApprovalsSeen): readonly CastVote[] {
  if (change === undefined) return [];
  const isOfCommit = change.head === commit || change.mergeCommit === commit;
  return change.reviews.flatMap(({ user, state, onHead, canPush }): readonly CastVote[] => {
    if (state === 'dismissed') return [];
    if (state === 'changes-requested') return [{ voter: user, says: 'no', flaw: '' }];
    const flaws = [
      ...(isOfCommit ? [] : ['is of another commit']),
      ...(onHead ? [] : ['is of an earlier commit of the pull request']),
      ...(canPush ? [] : ['is of somebody who may not push']),
    ];
    return [{ voter: user, says: 'yes', flaw: flaws[0] ?? '' }];
  });
}

/** Why somebody's approval can never count for this change; empty when it can. */
export function barOf(voter: Voter, { change, makers, starters }: ApprovalsSeen): string {
  if (voter.isBot) return 'is a bot';
  if (change?.author?.id === voter.id) return 'opened the pull request';
  const role = makers.find(({ person }) => person?.id === voter.id)?.role;
  if (role !== undefined) return `is ${role} of a commit`;
  const login = voter.login.toLowerCase();
  // The runner tells the id of one of the two who may have started the run, and only the name of the other.
  const started = starters.some((one) => one.id === voter.id || one.login.toLowerCase() === login);
  return started ? 'started this run' : '';
}
