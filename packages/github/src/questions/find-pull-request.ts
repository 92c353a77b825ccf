import type { Answer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { PullRequest, PullRequestQuestion } from '../pull-request.ts';
import { ACTOR_FIELDS, readActor } from '../read-person.ts';
import { repositoryIn } from './repository-in.ts';

/** Asks for what `readPullRequest` reads. */
const PULL_REQUEST_FIELDS = `number title url state isDraft isCrossRepository author ${ACTOR_FIELDS} headRefOid headRefName baseRefName mergeCommit { oid }`;

/** Of the pull requests around one commit, this many are looked at. GitHub charges for all, with their reviews, whether there are so many or not. */
const AROUND_COMMIT = 10;

/** Branches of forks often have the same name. */
const AROUND_BRANCH = 25;

const BY_KIND = {
  number: {
    head: 'query PullRequestByNumber($owner: String!, $repo: String!, $number: Int!)',
    field: (fields: string): string => `pullRequest(number: $number) { ${fields} }`,
  },
  commit: {
    head: 'query PullRequestByCommit($owner: String!, $repo: String!, $sha: GitObjectID!)',
    field: (fields: string): string =>
      `object(oid: $sha) { ... on Commit { associatedPullRequests(first: ${AROUND_COMMIT}) { nodes { ${fields} } } } }`,
  },
  head: {
    head: 'query PullRequestByHead($owner: String!, $repo: String!, $branch: String!)',
    field: (fields: string): string =>
      `pullRequests(headRefName: $branch, first: ${AROUND_BRANCH}, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { ${fields} } }`,
  },
} as const;

/** A pull request, and the rest of what was asked about it. */
export interface FoundPullRequest {
  readonly pullRequest: PullRequest;
  readonly node: Answer;
}

/** Finds the pull request that is meant, with further fields of it, in one call. */
export async function findPullRequest(
  { client, repository }: Asking,
  question: PullRequestQuestion,
  fields = '',
): Promise<FoundPullRequest | undefined> {
  const { head, field } = BY_KIND[question.kind];
  const body = field(`${PULL_REQUEST_FIELDS} ${fields}`);
  const data = await client.graphql({
    query: `${head} { repository(owner: $owner, name: $repo) { ${body} } }`,
    variables: { ...repository, ...variablesOf(question) },
    purpose: { what: `find the pull request ${describe(question)}`, needs: NEEDS[question.kind] },
  });
  return choose(candidates(repositoryIn(data), question), question);
}

const NEEDS = {
  number: ['pull-requests: read'],
  commit: ['pull-requests: read', 'contents: read'],
  head: ['pull-requests: read'],
} as const;

function variablesOf(question: PullRequestQuestion): Record<string, unknown> {
  switch (question.kind) {
    case 'number':
      return { number: question.number };
    case 'commit':
      return { sha: question.sha };
    case 'head':
      return { branch: question.branch };
  }
}

function describe(question: PullRequestQuestion): string {
  switch (question.kind) {
    case 'number':
      return `#${question.number}`;
    case 'commit':
      return `of commit ${question.sha.slice(0, 7)}`;
    case 'head':
      return `of branch ${question.branch} at ${question.sha.slice(0, 7)}`;
  }
}

function candidates(repository: Answer, { kind }: PullRequestQuestion): FoundPullRequest[] {
  return nodesOf(repository, kind).map((node) => ({ pullRequest: readPullRequest(node), node }));
}

function nodesOf(repository: Answer, kind: PullRequestQuestion['kind']): Answer[] {
  switch (kind) {
    case 'number':
      return repository.at('pullRequest').maybe((node) => [node]) ?? [];
    case 'commit':
      // A tag or a tree has no pull requests, and a commit that is not there is null.
      return (
        repository.at('object').maybe((object) => object.at('associatedPullRequests').maybe((all) => all.nodes())) ?? []
      );
    case 'head':
      return repository.at('pullRequests').nodes();
  }
}

function choose(found: readonly FoundPullRequest[], question: PullRequestQuestion): FoundPullRequest | undefined {
  switch (question.kind) {
    case 'number':
      return found[0];
    case 'head':
      return found.find(({ pullRequest }) => pullRequest.head.sha === question.sha);
    case 'commit':
      return chooseForCommit(found, question);
  }
}

/** The first rule that fits anything decides; the newest of those it fits. */
function chooseForCommit(
  found: readonly FoundPullRequest[],
  { sha, base }: PullRequestQuestion & { readonly kind: 'commit' },
): FoundPullRequest | undefined {
  const ontoBase = (one: PullRequest): boolean => base === undefined || one.base.branch === base;
  const rules: readonly ((one: PullRequest) => boolean)[] = [
    (one) => one.mergeCommit === sha && one.state === 'merged' && ontoBase(one),
    (one) => one.mergeCommit === sha && one.state === 'merged',
    (one) => one.state === 'merged' && ontoBase(one),
    (one) => one.state === 'open' && one.head.sha === sha && ontoBase(one),
  ];
  const newestFirst = found.toSorted((a, b) => b.pullRequest.number - a.pullRequest.number);
  for (const rule of rules) {
    const fitting = newestFirst.find(({ pullRequest }) => rule(pullRequest));
    if (fitting !== undefined) return fitting;
  }
  return undefined;
}

function readPullRequest(node: Answer): PullRequest {
  return {
    number: node.at('number').whole(),
    title: node.at('title').text(),
    url: node.at('url').text(),
    state: readState(node.at('state').text()),
    isDraft: node.at('isDraft').flag(),
    isFork: node.at('isCrossRepository').flag(),
    author: node.at('author').maybe(readActor),
    head: { sha: node.at('headRefOid').text(), branch: node.at('headRefName').text() },
    base: { branch: node.at('baseRefName').text() },
    mergeCommit: node.at('mergeCommit').maybe((commit) => commit.at('oid').text()),
  };
}

/** Whatever is neither open nor merged is of no use to anybody. */
function readState(state: string): PullRequest['state'] {
  if (state === 'OPEN') return 'open';
  return state === 'MERGED' ? 'merged' : 'closed';
}
