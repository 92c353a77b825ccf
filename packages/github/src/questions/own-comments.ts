import type { Answer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { OwnComment, OwnComments, OwnCommentsQuestion } from '../comments.ts';
import type { GitHub } from '../github.ts';
import { ACTOR_FIELDS, readActor } from '../read-person.ts';
import { PAGE_INFO, readPage } from './pages.ts';
import { repositoryIn } from './repository-in.ts';

/** `databaseId` of a comment is null from 2^31 on, where the comments of github.com are. */
const COMMENT_FIELDS = `id fullDatabaseId viewerDidAuthor isMinimized body url createdAt updatedAt author ${ACTOR_FIELDS}`;

const EDGES = [
  `oldest: comments(first: 100) { totalCount ${PAGE_INFO} nodes { ...comment } }`,
  'newest: comments(last: 100) { nodes { ...comment } }',
  'recent: comments(first: 100, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...comment } }',
].join(' ');

const VARIABLES = '$owner: String!, $repo: String!, $number: Int!';

/** Comments of pull requests and issues alike. */
function commentsQuery(variables: string, fields: string): string {
  const subject = `issueOrPullRequest(number: $number) { ... on PullRequest { ${fields} } ... on Issue { ${fields} } }`;
  return `query Comments(${variables}) { viewer { login databaseId } repository(owner: $owner, name: $repo) { ${subject} } } fragment comment on IssueComment { ${COMMENT_FIELDS} }`;
}

const EDGES_QUERY = commentsQuery(VARIABLES, EDGES);
const MORE_QUERY = commentsQuery(
  `${VARIABLES}, $after: String!`,
  `comments(first: 100, after: $after) { ${PAGE_INFO} nodes { ...comment } }`,
);

interface Viewer {
  readonly login: string;
  readonly id: number | undefined;
}

export function ownCommentsQuestion(asking: Asking): GitHub['ownComments'] {
  return async (question) => {
    const data = await load(asking, question, { query: EDGES_QUERY, after: undefined });
    const subject = subjectIn(data);
    if (subject === undefined) return undefined;
    const parts = ['oldest', 'newest', 'recent'].map((name) => subject.at(name).nodes());
    const seen = new Map(parts.flat().map((node) => [node.at('id').text(), node]));
    const total = subject.at('oldest').at('totalCount').whole();
    const isAll = seen.size >= total;
    if (!isAll && question.reach === 'all') await addRest(asking, question, { seen, oldest: subject.at('oldest') });
    const viewer = readViewer(data.at('viewer'));
    const complete = isAll || question.reach === 'all';
    return { viewer: viewer.login, comments: ownAmong(seen, viewer), complete, total };
  };
}

function subjectIn(data: Answer): Answer | undefined {
  return repositoryIn(data)
    .at('issueOrPullRequest')
    .maybe((found) => found);
}

function load(
  { client, repository }: Asking,
  { number }: OwnCommentsQuestion,
  { query, after }: { readonly query: string; readonly after: string | undefined },
): Promise<Answer> {
  return client.graphql({
    query,
    variables: { ...repository, number, ...(after === undefined ? {} : { after }) },
    purpose: { what: `read the comments of pull request #${number}`, needs: ['pull-requests: read'] },
  });
}

interface Reading {
  readonly seen: Map<string, Answer>;
  readonly oldest: Answer;
}

/** From the end of the first hundred to the end of all: where the last hundred begin may have moved meanwhile. */
async function addRest(asking: Asking, question: OwnCommentsQuestion, { seen, oldest }: Reading): Promise<void> {
  let { next } = readPage(oldest);
  while (next !== undefined) {
    const data = await load(asking, question, { query: MORE_QUERY, after: next });
    const page = readPage(repositoryIn(data).at('issueOrPullRequest').at('comments'));
    for (const node of page.nodes) seen.set(node.at('id').text(), node);
    next = page.next;
  }
}

function readViewer(viewer: Answer): Viewer {
  return {
    login: viewer
      .at('login')
      .text()
      .replace(/\[bot\]$/u, ''),
    id: viewer.at('databaseId').maybe((id) => id.whole()),
  };
}

function ownAmong(seen: ReadonlyMap<string, Answer>, viewer: Viewer): OwnComments['comments'] {
  const own = [...seen.values()].filter((node) => isOwn(node, viewer)).map(readOwnComment);
  return own.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || a.id - b.id);
}

/** Asked of GitHub, not guessed from a name: `github-actions[bot]` is only one of the accounts a token can have. */
function isOwn(node: Answer, viewer: Viewer): boolean {
  if (node.at('viewerDidAuthor').flag()) return true;
  const author = node.at('author').maybe(readActor);
  return author !== undefined && author.id === viewer.id;
}

function readOwnComment(node: Answer): OwnComment {
  return {
    id: node.at('fullDatabaseId').whole(),
    nodeId: node.at('id').text(),
    body: node.at('body').text(),
    url: node.at('url').text(),
    createdAt: node.at('createdAt').text(),
    updatedAt: node.at('updatedAt').text(),
    isMinimized: node.at('isMinimized').flag(),
  };
}
