import { Failure } from '@plimsoll/outcome';

/** One line of `approvers`: people and teams, of a role or of none. */
export interface ApproverGroup {
  /** Empty for a line without a role. */
  readonly role: string;
  /** Logins in lower case. */
  readonly people: readonly string[];
  /** `organisation/team` in lower case. */
  readonly teams: readonly string[];
}

const PERSON = /^[a-z\d](?:[a-z\d_-]{0,98}[a-z\d])?$/u;
const TEAM = /^[a-z\d](?:[a-z\d-]{0,98})\/[a-z\d_.-]{1,100}$/u;

/**
 * Reads `@a @b @organisation/team`, with or without a role in front: `devops: @a @b`.
 * @throws Failure('input')
 */
export function parseApprovers(line: string): ApproverGroup {
  const [, role, rest = ''] = /^(?:([^:@]+):)?(.*)$/su.exec(line) ?? [];
  const names = rest.split(/[\s,]+/u).filter((name) => name !== '');
  if (names.length === 0) throw new Failure('input', `'${line.slice(0, 60)}' names nobody`);
  const accounts = names.map((name) => name.replace(/^@/u, '').toLowerCase());
  const wrong = accounts.filter((name) => !PERSON.test(name) && !TEAM.test(name));
  if (wrong.length > 0) {
    throw new Failure('input', `'${wrong[0]?.slice(0, 60)}' is neither a user (@name) nor a team (@organisation/team)`);
  }
  const unique = [...new Set(accounts)];
  return {
    role: role?.trim() ?? '',
    people: unique.filter((name) => PERSON.test(name)),
    teams: unique.filter((name) => TEAM.test(name)),
  };
}

/** The roles that need somebody, each once. */
export function rolesOf(groups: readonly ApproverGroup[]): readonly string[] {
  return [...new Set(groups.flatMap(({ role }) => (role === '' ? [] : [role])))];
}

/** Why these groups can never give so many approvals; empty when they may. Teams may have any number of members. */
export function impossibleApprovals(groups: readonly ApproverGroup[], required: number): string {
  const roles = rolesOf(groups);
  if (roles.length > required)
    return `of ${required} cannot hold one of each of the ${roles.length} roles in 'approvers'`;
  const people = new Set(groups.flatMap((group) => group.people));
  if (groups.some(({ teams }) => teams.length > 0) || people.size >= required) return '';
  return `of ${required} cannot be reached by the ${people.size} named in 'approvers'`;
}
