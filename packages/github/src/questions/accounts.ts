import type { Answer } from '../answer.ts';
import type { AccountsQuestion } from '../approvals.ts';
import type { Asking } from '../asking.ts';
import type { GitHub } from '../github.ts';
import type { Person } from '../person.ts';
import { allNodes, PAGE_INFO, type Page, readPage } from './pages.ts';

const USER_FIELDS = '{ login databaseId }';
const MEMBERS = `{ ${PAGE_INFO} nodes ${USER_FIELDS} }`;

interface NamedTeam {
  /** As it was asked for. */
  readonly name: string;
  readonly organization: string;
  readonly slug: string;
}

export function accountsQuestion(asking: Asking): GitHub['accounts'] {
  return async ({ teams: names, logins }) => {
    const teams = names.map((name) => splitTeam(name, asking.repository.owner));
    if (teams.length === 0 && logins.length === 0) return { teams: new Map(), people: new Map() };
    const data = await asking.client.graphql(accountsRequest(teams, logins));
    const found = await Promise.all(teams.map((team, index) => readTeam(asking, team, data.at(`t${index}`))));
    const people = logins.map((login, index) => [login, data.at(`u${index}`).maybe(readUser)] as const);
    return { teams: new Map(found.filter(isKnown)), people: new Map(people.filter(isKnown)) };
  };
}

function isKnown<T>(entry: readonly [string, T | undefined]): entry is readonly [string, T] {
  return entry[1] !== undefined;
}

function splitTeam(name: string, owner: string): NamedTeam {
  const slash = name.indexOf('/');
  return slash === -1
    ? { name, organization: owner, slug: name }
    : { name, organization: name.slice(0, slash), slug: name.slice(slash + 1) };
}

/** One query for all of them: each name is a variable, never part of the query's text. */
function accountsRequest(
  teams: readonly NamedTeam[],
  logins: AccountsQuestion['logins'],
): Parameters<Asking['client']['graphql']>[0] {
  const variables: Record<string, string> = {};
  const fields: string[] = [];
  for (const [index, login] of logins.entries()) {
    variables[`u${index}`] = login;
    fields.push(`u${index}: user(login: $u${index}) ${USER_FIELDS}`);
  }
  for (const [index, { organization, slug }] of teams.entries()) {
    variables[`o${index}`] = organization;
    variables[`s${index}`] = slug;
    fields.push(
      `t${index}: organization(login: $o${index}) { team(slug: $s${index}) { members(first: 100) ${MEMBERS} } }`,
    );
  }
  const declared = Object.keys(variables).map((name) => `$${name}: String!`);
  return {
    query: `query Accounts(${declared.join(', ')}) { ${fields.join(' ')} }`,
    variables,
    purpose: { what: 'read the accounts of the approvers', needs: ['members: read'], advice: ADVICE },
  };
}

const ADVICE =
  'The token of a job cannot read teams, whatever its `permissions:` are. Name people in place of teams, or set `github-token` to the token of an app ' +
  'or a person that has `members: read` in the organisation.';

async function readTeam(
  asking: Asking,
  named: NamedTeam,
  organization: Answer,
): Promise<readonly [string, readonly Person[] | undefined]> {
  const team = organization.maybe((one) => one.at('team').maybe((found) => found));
  if (team === undefined) return [named.name, undefined];
  const load = (after: string): Promise<Page> => loadMembers(asking, named, after);
  const first = readPage(team.at('members'));
  const { nodes } = await allNodes({ first, load, maxPages: Number.POSITIVE_INFINITY });
  return [named.name, nodes.flatMap((member) => readUser(member) ?? [])];
}

const MORE_MEMBERS = `query Members($organization: String!, $slug: String!, $after: String!) { organization(login: $organization) { team(slug: $slug) { members(first: 100, after: $after) ${MEMBERS} } } }`;

async function loadMembers({ client }: Asking, { name, organization, slug }: NamedTeam, after: string): Promise<Page> {
  const data = await client.graphql({
    query: MORE_MEMBERS,
    variables: { organization, slug, after },
    purpose: { what: `read all members of team ${name}`, needs: ['members: read'], advice: ADVICE },
  });
  return readPage(data.at('organization').at('team').at('members'));
}

/** Undefined for an account without an id, who cannot be told from others. */
function readUser(user: Answer): Person | undefined {
  const login = user.at('login').text();
  return user.at('databaseId').maybe((id) => ({ id: id.whole(), login, isBot: false }));
}
