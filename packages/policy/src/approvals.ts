import { type ApproverGroup, rolesOf } from './approvers.ts';
import { type Evidence, notKnown } from './evidence.ts';
import { broken, met, type RuleName, type Ruling } from './ruling.ts';
import { fillSeats } from './seats.ts';
import { type ApprovalsSeen, barOf, type CastVote, castVotes, type Maker, type Voter } from './votes.ts';

/** Who has to approve. */
export interface ApprovalRules {
  readonly required: number;
  readonly groups: readonly ApproverGroup[];
}

/** The rulings, and who was counted. */
export interface ApprovalDecision {
  readonly rulings: readonly Ruling[];
  /** Logins of those whose approval counts, in the order they were given. */
  readonly approvers: readonly string[];
}

export function judgeApprovals(rules: ApprovalRules, evidence: Evidence<ApprovalsSeen>): ApprovalDecision {
  const name = nameOf(rules);
  if (evidence.kind === 'unknown') {
    return { rulings: [notKnown(name, evidence)], approvers: [] };
  }
  const count = countVotes(rules, evidence.facts);
  return {
    rulings: [judgeCount(rules, count), ...rolesOf(rules.groups).map((role) => judgeRole(role, count))],
    approvers: count.approving.map(({ login }) => login),
  };
}

function nameOf({ required }: ApprovalRules): RuleName {
  const wanted = `${required} ${required === 1 ? 'approval' : 'approvals'} of other people`;
  return { area: 'approvals', rule: 'require-approvals', wanted };
}

interface Count {
  /** Those who may vote, said yes, and are counted once each. */
  readonly approving: readonly Voter[];
  readonly rejecting: readonly Voter[];
  /** How many of those approving may be makers of the change that GitHub cannot name. */
  readonly doubtful: number;
  /** Roles for which somebody is left when all doubtful ones are taken away and nobody sits on two seats. */
  readonly filled: ReadonlySet<string>;
  readonly makersComplete: boolean;
  /** What to know: who did not count and why, names that nobody has. */
  readonly notes: readonly string[];
}

function countVotes({ groups }: ApprovalRules, seen: ApprovalsSeen): Count {
  const roles = rolesByVoter(groups, seen);
  const votes = castVotes(seen).filter(({ voter }) => roles.has(voter.id));
  const barred = votes.flatMap((vote) => (vote.says === 'yes' ? flawOf(vote, seen) : []));
  const approving = distinct(votes.filter((vote) => vote.says === 'yes' && flawOf(vote, seen).length === 0));
  const rejecting = distinct(votes.filter(({ says }) => says === 'no'));
  const doubtful = strangersAmong(seen.makers);
  const filled = fillSeats({
    // Whoever is taken away in doubt, one more for each of them has to be there.
    seats: rolesOf(groups).flatMap((role) => Array.from({ length: doubtful + 1 }, () => role)),
    voters: approving.map(({ id }) => roles.get(id) ?? new Set()),
  });
  const notes = [...new Set(barred), ...unknownNames(groups, seen)];
  return { approving, rejecting, doubtful, filled, makersComplete: seen.makersComplete, notes };
}

/** How many makers GitHub cannot name. Name and address tell them apart: each alone is soon the same for two, since both are free to choose. */
function strangersAmong(makers: readonly Maker[]): number {
  const strangers = makers.filter(({ person }) => person === undefined);
  return new Set(strangers.map(({ name, address }) => `${address} ${name}`)).size;
}

/** Everybody who may vote, by id, with their roles. */
function rolesByVoter(groups: readonly ApproverGroup[], { people, teams }: ApprovalsSeen): Map<number, Set<string>> {
  const roles = new Map<number, Set<string>>();
  for (const group of groups) {
    const own = group.people.flatMap((login) => people.get(login) ?? []);
    const members = group.teams.flatMap((team) => teams.get(team) ?? []);
    for (const { id } of [...own, ...members]) roles.set(id, (roles.get(id) ?? new Set()).add(group.role));
  }
  return roles;
}

function flawOf({ voter, flaw }: CastVote, seen: ApprovalsSeen): readonly string[] {
  const bar = barOf(voter, seen);
  if (bar !== '') return [`@${voter.login} ${bar}`];
  return flaw === '' ? [] : [`the approval of @${voter.login} ${flaw}`];
}

function distinct(votes: readonly CastVote[]): readonly Voter[] {
  return [...new Map(votes.map(({ voter }) => [voter.id, voter])).values()];
}

function unknownNames(groups: readonly ApproverGroup[], { people, teams }: ApprovalsSeen): readonly string[] {
  const names = [
    ...groups.flatMap((group) => group.people.filter((login) => !people.has(login))),
    ...groups.flatMap((group) => group.teams.filter((team) => !teams.has(team))),
  ];
  return [...new Set(names)].map((name) => `GitHub shows no @${name}`);
}

function judgeCount(rules: ApprovalRules, count: Count): Ruling {
  const name = nameOf(rules);
  const { approving, rejecting, doubtful, makersComplete } = count;
  const detail = [...doubts(count), ...count.notes].join('; ');
  if (rejecting.length > 0) {
    const seen = `${logins(rejecting)} said no`;
    return broken(name, { code: 'approvals', reason: 'rejected', seen, detail });
  }
  const seen = approving.length === 0 ? 'none' : `${approving.length}: ${logins(approving)}`;
  if (!makersComplete) return broken(name, { code: 'approvals', reason: 'no-evidence', seen, detail });
  if (approving.length - doubtful >= rules.required) return met(name, { seen, detail });
  return broken(name, { code: 'approvals', reason: 'too-few', seen, detail });
}

function doubts({ doubtful, makersComplete }: Count): readonly string[] {
  return [
    ...(makersComplete ? [] : ['nobody can tell who made all commits of this change']),
    ...(doubtful === 0
      ? []
      : [
          `${doubtful} of its makers have no account at GitHub and may be among the approvers: so many more are needed`,
        ]),
  ];
}

function judgeRole(role: string, { filled, approving }: Count): Ruling {
  const name: RuleName = { area: 'approvals', rule: `approvers ${role}`, wanted: `one of ${role}` };
  if (filled.has(role)) return met(name, { seen: 'approved' });
  const seen = approving.length === 0 ? 'nobody' : 'nobody who is not needed for another role';
  return broken(name, { code: 'approvals', reason: 'role-unfilled', seen });
}

function logins(voters: readonly Voter[]): string {
  return voters.map(({ login }) => `@${login}`).join(', ');
}
