import { commitsOfPull, peel } from '../history.ts';
import {
  type Account,
  accountByEmail,
  type Comment,
  type Commit,
  type Deployment,
  nodeId,
  type Pull,
  type Repository,
  type Review,
  type Signature,
  type Target,
  type Team,
  type World,
} from '../world.ts';
import { connection } from './connection.ts';
import type { Thing, Value } from './execute.ts';

/** Whose answer it is, and about what. */
export interface View {
  readonly world: World;
  readonly viewer: Account;
  readonly serverUrl: string;
}

export interface RepositoryView extends View {
  readonly repository: Repository;
}

/** Numbers above this are null where GraphQL has an `Int`. */
const LARGEST_INT = 2 ** 31 - 1;

function int(value: number): Value {
  return value > LARGEST_INT ? null : value;
}

/** An account where a user, a bot or an organisation can stand. Ghosts are null. */
export function actorThing(account: Account | undefined): Value {
  if (account === undefined) return null;
  const login = account.login.replace(/\[bot\]$/u, '');
  return {
    type: account.type,
    fields: { login: () => login, databaseId: () => int(account.id), id: () => nodeId(account.type, account.id) },
  };
}

/** The account of the token: a user, whatever it is elsewhere. */
export function viewerThing({ viewer }: View): Thing {
  return userThing(viewer);
}

export function userThing(account: Account): Thing {
  return {
    type: 'User',
    fields: { login: () => account.login, databaseId: () => int(account.id), id: () => nodeId('User', account.id) },
  };
}

export function teamThing({ members, slug, id }: Team): Thing {
  return {
    type: 'Team',
    fields: {
      slug: () => slug,
      databaseId: () => int(id),
      members: (args) => connection('members', members.map(userThing), args),
    },
  };
}

export function commitThing(view: RepositoryView, commit: Commit): Thing {
  return {
    type: 'Commit',
    fields: {
      oid: () => commit.sha,
      message: () => commit.message,
      author: () => gitActorThing(view, commit.author),
      committer: () => gitActorThing(view, commit.committer),
      authors: (args) =>
        connection(
          'authors',
          authorsOf(commit).map((one) => gitActorThing(view, one)),
          args,
        ),
      associatedPullRequests: (args) => connection('associatedPullRequests', pullsOf(view, commit), args),
    },
  };
}

function authorsOf({ author, message }: Commit): Pick<Signature, 'name' | 'email'>[] {
  const trailers = message.matchAll(/^co-authored-by:\s*(?<name>[^<]*?)\s*<(?<email>[^>]*)>/gimu);
  return [
    author,
    ...[...trailers].map(({ groups }) => ({ name: groups?.['name'] ?? '', email: groups?.['email'] ?? '' })),
  ];
}

function gitActorThing({ world }: View, { name, email }: Pick<Signature, 'name' | 'email'>): Thing {
  const account = accountByEmail(world, email);
  // Only users: the commits of apps have nobody here.
  const user = account?.type === 'User' ? userThing(account) : null;
  return { type: 'GitActor', fields: { name: () => name, email: () => email, user: () => user } };
}

/** The merged one that brought the commit; before it is merged, the open ones that hold it. */
function pullsOf(view: RepositoryView, { sha }: Commit): Thing[] {
  const { repository } = view;
  const holds = (pull: Pull): boolean =>
    pull.mergeCommit === sha ||
    pull.head.sha === sha ||
    commitsOfPull(repository, pull).some((commit) => commit.sha === sha);
  const found = repository.pulls.filter((pull) => pull.state === 'open' || pull.mergedAt !== undefined).filter(holds);
  return found.map((pull) => pullThing(view, pull));
}

export function pullThing(view: RepositoryView, pull: Pull): Thing {
  const { repository, serverUrl } = view;
  const state = pull.mergedAt === undefined ? pull.state.toUpperCase() : 'MERGED';
  return {
    type: 'PullRequest',
    fields: {
      id: () => nodeId('PullRequest', pull.id),
      number: () => pull.number,
      title: () => pull.title,
      url: () => `${serverUrl}/${repository.owner.login}/${repository.name}/pull/${pull.number}`,
      state: () => state,
      isDraft: () => pull.isDraft,
      isCrossRepository: () => pull.head.owner.id !== repository.owner.id,
      author: () => actorThing(pull.author),
      headRefOid: () => pull.head.sha,
      headRefName: () => pull.head.branch,
      baseRefName: () => pull.base.branch,
      mergeCommit: () => (pull.mergeCommit === undefined ? null : mergeCommitThing(view, pull.mergeCommit)),
      reviews: (args) =>
        connection(
          'reviews',
          pull.reviews.map((review) => reviewThing(view, review)),
          args,
        ),
      commits: (args) => connection('commits', pullCommits(view, pull), args),
      comments: (args) => commentsConnection(view, pull.number, args),
    },
  };
}

function mergeCommitThing(view: RepositoryView, sha: string): Value {
  const commit = view.repository.commits.get(sha);
  return commit === undefined ? { type: 'Commit', fields: { oid: () => sha } } : commitThing(view, commit);
}

function pullCommits(view: RepositoryView, pull: Pull): Thing[] {
  const commits = commitsOfPull(view.repository, pull);
  return commits.map((commit) => ({ type: 'PullRequestCommit', fields: { commit: () => commitThing(view, commit) } }));
}

function reviewThing({ repository }: RepositoryView, review: Review): Thing {
  return {
    type: 'PullRequestReview',
    fields: {
      author: () => actorThing(review.user),
      state: () => review.state,
      submittedAt: () => (review.state === 'PENDING' ? null : review.submittedAt),
      authorCanPushToRepository: () => repository.writers.some(({ id }) => id === review.user?.id),
      commit: () => ({ type: 'Commit', fields: { oid: () => review.commit } }),
    },
  };
}

export function issueThing(view: RepositoryView, number: number): Thing {
  return {
    type: 'Issue',
    fields: { number: () => number, comments: (args) => commentsConnection(view, number, args) },
  };
}

function commentsConnection(view: RepositoryView, number: number, args: Readonly<Record<string, unknown>>): Thing {
  const comments = view.repository.comments.filter((comment) => comment.number === number);
  const sorted = args['orderBy'] === undefined ? comments : byUpdate(comments);
  return connection(
    'comments',
    sorted.map((comment) => commentThing(view, comment)),
    args,
  );
}

function byUpdate(comments: readonly Comment[]): Comment[] {
  return comments.toSorted((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt) || b.id - a.id);
}

export function commentUrl({ repository, serverUrl }: RepositoryView, { id, number }: Comment): string {
  const kind = repository.issues.has(number) ? 'issues' : 'pull';
  return `${serverUrl}/${repository.owner.login}/${repository.name}/${kind}/${number}#issuecomment-${id}`;
}

export function commentThing(view: RepositoryView, comment: Comment): Thing {
  return {
    type: 'IssueComment',
    fields: {
      id: () => nodeId('IssueComment', comment.id),
      databaseId: () => int(comment.id),
      fullDatabaseId: () => String(comment.id),
      viewerDidAuthor: () => comment.author?.id === view.viewer.id,
      isMinimized: () => comment.isMinimized,
      body: () => comment.body,
      url: () => commentUrl(view, comment),
      createdAt: () => comment.createdAt,
      updatedAt: () => comment.updatedAt,
      author: () => actorThing(comment.author),
      userContentEdits: (args) => connection('userContentEdits', comment.edits.toReversed().map(editThing), args),
    },
  };
}

function editThing({ text, at }: Comment['edits'][number]): Thing {
  return { type: 'UserContentEdit', fields: { diff: () => text, editedAt: () => at } };
}

/** What GraphQL calls a deployment, by its last status. */
const DEPLOYMENT_STATES: Readonly<Record<string, string>> = {
  success: 'ACTIVE',
  inactive: 'INACTIVE',
  error: 'ERROR',
  failure: 'FAILURE',
  in_progress: 'IN_PROGRESS',
  queued: 'QUEUED',
  pending: 'PENDING',
};

export function deploymentThing(view: RepositoryView, deployment: Deployment): Thing {
  const last = deployment.statuses.at(-1);
  return {
    type: 'Deployment',
    fields: {
      id: () => nodeId('Deployment', deployment.id),
      databaseId: () => int(deployment.id),
      commitOid: () => deployment.sha,
      state: () => (last === undefined ? 'PENDING' : (DEPLOYMENT_STATES[last.state] ?? null)),
      createdAt: () => deployment.createdAt,
      updatedAt: () => last?.createdAt ?? deployment.createdAt,
      payload: () => JSON.stringify(deployment.payload),
      ref: () => refNamed(view, deployment.ref),
      creator: () => actorThing(deployment.creator),
      latestStatus: () => (last === undefined ? null : statusThing(last)),
    },
  };
}

function statusThing({ createdAt, environmentUrl, state }: Deployment['statuses'][number]): Thing {
  const fields = { createdAt: () => createdAt, state: () => state.toUpperCase() };
  return { type: 'DeploymentStatus', fields: { ...fields, environmentUrl: () => environmentUrl || null } };
}

function refNamed(view: RepositoryView, name: string): Value {
  const full = [`refs/heads/${name}`, `refs/tags/${name}`].find((one) => view.repository.refs.has(one));
  return full === undefined ? null : refThing(view, full);
}

export function refThing(view: RepositoryView, full: string): Value {
  const target = view.repository.refs.get(full);
  if (target === undefined) return null;
  return {
    type: 'Ref',
    fields: { name: () => full.split('/').slice(2).join('/'), target: () => targetThing(view, target) },
  };
}

function targetThing(view: RepositoryView, target: Target): Value {
  if (target.type === 'commit') {
    const commit = peel(view.repository, target);
    return commit === undefined ? null : commitThing(view, commit);
  }
  const tag = view.repository.tagObjects.get(target.sha);
  if (tag === undefined) return null;
  return { type: 'Tag', fields: { oid: () => tag.sha, target: () => targetThing(view, tag.target) } };
}
