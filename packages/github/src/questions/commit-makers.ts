import type { Answer } from '../answer.ts';
import type { Contributor } from '../approvals.ts';
import type { Person } from '../person.ts';

/** GitHub as the committer of what people do on its pages. */
const GITHUB_LOGIN = 'web-flow';
const GITHUB_ADDRESS = 'noreply@github.com';

/** More co-authors than this are not read from one commit, and it is said. */
const MAX_AUTHORS = 20;

const GIT_ACTOR_FIELDS = '{ name email user { login databaseId } }';

/** Asks for what `readMakers` reads, of a commit. */
export const MAKERS_FIELDS: string = `oid committer ${GIT_ACTOR_FIELDS} authors(first: ${MAX_AUTHORS}) { totalCount nodes ${GIT_ACTOR_FIELDS} }`;

interface Makers {
  readonly contributors: readonly Contributor[];
  readonly complete: boolean;
}

/** Author, co-authors and committer of a commit. */
export function readMakers(commit: Answer): Makers {
  const sha = commit.at('oid').text();
  const authors = commit.at('authors');
  const contributors = authors
    .nodes()
    .map((actor, index): Contributor => ({ ...readGitActor(actor), role: index === 0 ? 'author' : 'co-author', sha }));
  const committer = commit.at('committer').maybe((actor) => committerOf(actor, sha));
  return {
    contributors: committer === undefined ? contributors : [...contributors, committer],
    complete: authors.at('totalCount').whole() <= contributors.length,
  };
}

function committerOf(actor: Answer, sha: string): Contributor | undefined {
  const committer = readGitActor(actor);
  return isGitHub(committer) ? undefined : { ...committer, role: 'committer', sha };
}

/** By its account or its address: anybody may take its name. */
export function isGitHub({ person, address }: Pick<Contributor, 'person' | 'address'>): boolean {
  return person === undefined ? address === GITHUB_ADDRESS : person.login === GITHUB_LOGIN;
}

function readGitActor(actor: Answer): Pick<Contributor, 'person' | 'name' | 'address'> {
  const address = asCompared(actor.at('email').maybe((email) => email.text()) ?? '');
  const user = actor.at('user').maybe(readGitUser);
  const name = actor.at('name').maybe((text) => text.text()) ?? '';
  return { person: user ?? personOfAddress(address), name, address };
}

/** One address may be written in several ways. */
export function asCompared(address: string): string {
  return address.trim().toLowerCase();
}

function readGitUser(user: Answer): Person | undefined {
  const login = user.at('login').text();
  return user.at('databaseId').maybe((id) => ({ id: id.whole(), login, isBot: false }));
}

const NOREPLY = /^(?<id>\d{1,15})\+(?<login>[\w.-]+)(?<bot>\[bot\])?@users\.noreply\.[\w.-]+$/iu;

/** The account behind an address that GitHub gives out: `1234+name@users.noreply.github.com`. Apps are known by nothing else in a commit. */
export function personOfAddress(address: string): Person | undefined {
  const { id, login, bot } = NOREPLY.exec(address)?.groups ?? {};
  if (id === undefined || login === undefined) return undefined;
  return { id: Number(id), login, isBot: bot !== undefined };
}

/** Everybody once for every role. */
export function distinctContributors(contributors: readonly Contributor[]): Contributor[] {
  const byKey = new Map<string, Contributor>();
  for (const one of contributors) {
    const key = `${one.role} ${one.person?.id ?? `(no account) ${one.address} ${one.name}`}`;
    if (!byKey.has(key)) byKey.set(key, one);
  }
  return [...byKey.values()];
}
