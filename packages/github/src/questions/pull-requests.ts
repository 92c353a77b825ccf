import type { Answer } from '../answer.ts';
import type { Contributors, ReviewedPullRequest } from '../approvals.ts';
import type { Asking } from '../asking.ts';
import type { GitHub } from '../github.ts';
import type { PullRequestQuestion } from '../pull-request.ts';
import { distinctContributors, MAKERS_FIELDS, readMakers } from './commit-makers.ts';
import { type FoundPullRequest, findPullRequest } from './find-pull-request.ts';
import { allNodes, PAGE_INFO, readPage } from './pages.ts';
import { repositoryIn } from './repository-in.ts';
import { REVIEW_FIELDS, standingReviews } from './standing-reviews.ts';

/** Of commits: ten pages of 100. */
const MAX_COMMIT_PAGES = 10;

/** Reviews are read to the last one: what is left out could be the word that takes an approval back. */
const MAX_REVIEW_PAGES = Number.POSITIVE_INFINITY;

type Connection = 'reviews' | 'commits';

const NODES: Readonly<Record<Connection, string>> = {
  reviews: REVIEW_FIELDS,
  commits: `commit { ${MAKERS_FIELDS} }`,
};

export function pullRequestQuestions(asking: Asking): Pick<GitHub, 'pullRequest' | 'reviewedPullRequest'> {
  return {
    pullRequest: async (question) => (await findPullRequest(asking, question))?.pullRequest,
    reviewedPullRequest: (question) => readReviewed(asking, question),
  };
}

async function readReviewed(asking: Asking, question: PullRequestQuestion): Promise<ReviewedPullRequest | undefined> {
  const found = await findPullRequest(asking, question, `${connection('reviews', '')} ${connection('commits', '')}`);
  if (found === undefined) return undefined;
  const reviews = await readConnection(asking, found, { name: 'reviews', maxPages: MAX_REVIEW_PAGES });
  const commits = await readConnection(asking, found, { name: 'commits', maxPages: MAX_COMMIT_PAGES });
  return {
    pullRequest: found.pullRequest,
    reviews: standingReviews(reviews.nodes, found.pullRequest.head.sha),
    changes: makersOf(commits.nodes, commits.complete),
  };
}

function connection(name: Connection, more: string): string {
  return `${name}(first: 100${more}) { ${PAGE_INFO} nodes { ${NODES[name]} } }`;
}

interface ConnectionRequest {
  readonly name: Connection;
  readonly maxPages: number;
}

async function readConnection(
  { client, repository }: Asking,
  { pullRequest: { number }, node }: FoundPullRequest,
  { name, maxPages }: ConnectionRequest,
): Promise<{ nodes: Answer[]; complete: boolean }> {
  const field = `pullRequest(number: $number) { ${connection(name, ', after: $after')} }`;
  const query = `query More($owner: String!, $repo: String!, $number: Int!, $after: String!) { repository(owner: $owner, name: $repo) { ${field} } }`;
  const purpose = { what: `read all ${name} of pull request #${number}`, needs: ['pull-requests: read'] };
  const load = async (after: string): Promise<ReturnType<typeof readPage>> => {
    const data = await client.graphql({ query, variables: { ...repository, number, after }, purpose });
    return readPage(repositoryIn(data).at('pullRequest').at(name));
  };
  return allNodes({ first: readPage(node.at(name)), load, maxPages });
}

function makersOf(commits: readonly Answer[], complete: boolean): Contributors {
  const makers = commits.map((commit) => readMakers(commit.at('commit')));
  return {
    contributors: distinctContributors(makers.flatMap(({ contributors }) => contributors)),
    complete: complete && makers.every((one) => one.complete),
  };
}
