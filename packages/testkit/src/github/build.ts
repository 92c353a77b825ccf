import { createHash } from 'node:crypto';
import {
  type Account,
  type Approval,
  accountByLogin,
  type ChangedFile,
  type Comment,
  type Deployment,
  type DeploymentState,
  type Environment,
  type PermissionLevel,
  type PermissionName,
  type Pull,
  type Repository,
  type Review,
  type ReviewState,
  repositoryByName,
  type Team,
  type Token,
  teamBySlug,
  type World,
} from './world.ts';

export interface CommitRequest {
  readonly message?: string;
  readonly author?: Account | { readonly name: string; readonly email: string };
  readonly committer?: Account | { readonly name: string; readonly email: string };
  readonly coAuthors?: readonly Account[];
  /** The commit made last, unless told. */
  readonly parents?: readonly string[];
  readonly files?: readonly ChangedFile[];
}

export interface PullRequest {
  /** Undefined for one whose account was deleted. */
  readonly author: Account | undefined;
  readonly branch?: string;
  /** Its head commit. */
  readonly sha: string;
  /** Where it branched off. */
  readonly baseSha: string;
  readonly base?: string;
  readonly title?: string;
  readonly isDraft?: boolean;
  /** The repository it comes from is this account's; the repository's own owner unless told. */
  readonly from?: Account;
}

export interface ReviewRequest {
  readonly user: Account | undefined;
  readonly state: ReviewState;
  /** The head of the pull request, unless told. */
  readonly commit?: string;
  readonly submittedAt?: string;
}

export interface CommentRequest {
  readonly author: Account | undefined;
  readonly body: string;
  readonly createdAt?: string;
  readonly updatedAt?: string;
}

export interface DeploymentRequest {
  readonly environment: string;
  readonly sha: string;
  readonly ref?: string;
  /** One after the other. A `success` makes earlier deployments to the same environment inactive, as GitHub does. */
  readonly states?: readonly DeploymentState[];
  readonly payload?: unknown;
  readonly creator?: Account;
  readonly environmentUrl?: string;
  readonly createdAt?: string;
}

export type EnvironmentRequest = Partial<Omit<Environment, 'id' | 'name' | 'createdAt'>>;

/** Puts things into the fake GitHub, past its API. */
export interface Builder {
  readonly world: World;
  /** The account of that name, made when it is new. Names that end in `[bot]` are apps. */
  account(login: string, emails?: readonly string[]): Account;
  /** `organisation/slug`, with these members. */
  team(name: string, members: readonly Account[]): Team;
  /** A token that may do what it is told, nothing more. Everything in repositories but team members, unless told. */
  token(account: Account, permissions?: Token['permissions']): string;
  /** `owner/name`, made when it is new. */
  repository(fullName: string, options?: { readonly isPrivate?: boolean }): RepositoryBuilder;
}

export interface RepositoryBuilder {
  readonly data: Repository;
  grant(account: Account): void;
  /** Answers with its id. */
  commit(request?: CommitRequest): string;
  branch(name: string, sha: string): void;
  tag(name: string, sha: string, kind?: 'light' | 'annotated'): void;
  pull(request: PullRequest): Pull;
  /** Merges as this commit. */
  merge(pull: Pull, sha: string): void;
  review(pull: Pull, request: ReviewRequest): Review;
  issue(): number;
  comment(number: number, request: CommentRequest): Comment;
  approval(runId: number, approval: Omit<Approval, 'comment'> & { readonly comment?: string }): void;
  environment(name: string, request?: EnvironmentRequest): Environment;
  deployment(request: DeploymentRequest): Deployment;
}

/** What the token of a job may have at most. */
export const ALL_PERMISSIONS: Readonly<Partial<Record<PermissionName, PermissionLevel>>> = {
  actions: 'write',
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  pull_requests: 'write',
};

export function createBuilder(world: World): Builder {
  const account = (login: string, emails?: readonly string[]): Account => findOrMakeAccount(world, login, emails);
  return {
    world,
    account,
    team: (name, members) => makeTeam(world, name, members),
    token: (owner, permissions = ALL_PERMISSIONS) => makeToken(world, { account: owner, permissions }),
    repository: (fullName, options = {}) => {
      const [owner = '', name = ''] = fullName.split('/');
      const data =
        repositoryByName(world, owner, name) ?? makeRepository(world, { owner: account(owner), name, ...options });
      return repositoryBuilder(world, data);
    },
  };
}

function findOrMakeAccount(world: World, login: string, emails?: readonly string[]): Account {
  const known = accountByLogin(world, login);
  if (known !== undefined) return known;
  const type = login.endsWith('[bot]') ? 'Bot' : 'User';
  const id = login === 'github-actions[bot]' ? 41_898_282 : world.nextId('other');
  const made: Account = {
    id,
    login,
    type,
    emails: emails ?? [`${login}@example.com`, `${id}+${login}@users.noreply.github.com`],
  };
  world.accounts.push(made);
  return made;
}

function makeTeam(world: World, name: string, members: readonly Account[]): Team {
  const [organization = '', slug = ''] = name.split('/');
  const known = teamBySlug(world, organization, slug);
  if (known !== undefined) {
    known.members.push(...members);
    return known;
  }
  const made: Team = { id: world.nextId('other'), organization, slug, members: [...members] };
  world.teams.push(made);
  return made;
}

function makeToken(world: World, token: Token): string {
  const digits = createHash('sha256')
    .update(`token ${world.nextId('other')}`)
    .digest('hex');
  const text = `ghs_${digits.slice(0, 36)}`;
  world.tokens.set(text, token);
  return text;
}

function makeRepository(
  world: World,
  { owner, name, isPrivate = true }: { readonly owner: Account; readonly name: string; readonly isPrivate?: boolean },
): Repository {
  const made: Repository = {
    id: world.nextId('other'),
    owner,
    name,
    isPrivate,
    writers: [],
    commits: new Map(),
    refs: new Map(),
    protectedBranches: new Set(['main']),
    tagObjects: new Map(),
    pulls: [],
    issues: new Set(),
    comments: [],
    runs: new Map(),
    environments: [],
    deployments: [],
    releases: [],
  };
  world.repositories.push(made);
  return made;
}

function repositoryBuilder(world: World, data: Repository): RepositoryBuilder {
  return {
    data,
    grant: (account) => void data.writers.push(account),
    commit: (request = {}) => makeCommit(world, data, request),
    branch: (name, sha) => void data.refs.set(`refs/heads/${name}`, { type: 'commit', sha }),
    tag: (name, sha, kind = 'light') => makeTag(data, { name, sha, kind }),
    pull: (request) => makePull(world, data, request),
    merge: (pull, sha) => {
      pull.state = 'closed';
      pull.mergedAt = world.now();
      pull.mergeCommit = sha;
      data.refs.set(`refs/heads/${pull.base.branch}`, { type: 'commit', sha });
    },
    review: (pull, request) => makeReview(world, pull, request),
    issue: () => {
      const number = nextNumber(data);
      data.issues.add(number);
      return number;
    },
    comment: (number, request) => addComment(world, data, { number, ...request }),
    approval: (runId, approval) => {
      const run = data.runs.get(runId) ?? { id: runId, approvals: [] };
      data.runs.set(runId, run);
      run.approvals.push({ comment: '', ...approval });
    },
    environment: (name, request = {}) => makeEnvironment(world, data, { name, ...request }),
    deployment: (request) => makeDeployment(world, data, request),
  };
}

function makeCommit(world: World, repository: Repository, request: CommitRequest): string {
  const last = [...repository.commits.keys()].at(-1);
  const { message = 'Change something', parents = last === undefined ? [] : [last], files = [] } = request;
  const trailers = (request.coAuthors ?? []).map((one) => `Co-authored-by: ${one.login} <${one.emails[0] ?? ''}>`);
  const whole = trailers.length === 0 ? message : `${message}\n\n${trailers.join('\n')}`;
  const author = signatureOf(world, request.author);
  const committer = signatureOf(world, request.committer ?? request.author);
  const sha = createHash('sha1')
    .update(JSON.stringify([whole, author, parents, repository.commits.size]))
    .digest('hex');
  repository.commits.set(sha, { sha, message: whole, author, committer, parents, files });
  return sha;
}

function signatureOf(
  world: World,
  by: CommitRequest['author'],
): { readonly name: string; readonly email: string; readonly date: string } {
  const date = world.now();
  if (by === undefined) return { name: 'Somebody', email: 'somebody@example.org', date };
  return 'login' in by ? { name: by.login, email: by.emails[0] ?? '', date } : { ...by, date };
}

function makeTag(
  repository: Repository,
  { name, sha, kind }: { readonly name: string; readonly sha: string; readonly kind: 'light' | 'annotated' },
): void {
  if (kind === 'light') return void repository.refs.set(`refs/tags/${name}`, { type: 'commit', sha });
  const object = createHash('sha1').update(`tag ${name} ${sha}`).digest('hex');
  repository.tagObjects.set(object, { sha: object, name, target: { type: 'commit', sha } });
  repository.refs.set(`refs/tags/${name}`, { type: 'tag', sha: object });
}

function nextNumber({ pulls, issues }: Repository): number {
  return pulls.length + issues.size + 1;
}

function makePull(world: World, repository: Repository, request: PullRequest): Pull {
  const {
    author,
    branch = 'change',
    sha,
    baseSha,
    base = 'main',
    title = 'Change something',
    isDraft = false,
  } = request;
  const made: Pull = {
    id: world.nextId('other'),
    number: nextNumber(repository),
    title,
    author,
    head: { branch, sha, owner: request.from ?? repository.owner },
    base: { branch: base, sha: baseSha },
    state: 'open',
    mergedAt: undefined,
    mergeCommit: undefined,
    isDraft,
    createdAt: world.now(),
    reviews: [],
  };
  repository.pulls.push(made);
  return made;
}

function makeReview(world: World, pull: Pull, request: ReviewRequest): Review {
  const { user, state, commit = pull.head.sha, submittedAt = world.now() } = request;
  const made: Review = { id: world.nextId('other'), user, state, commit, body: '', submittedAt };
  pull.reviews.push(made);
  return made;
}

/** Also what the API does for `POST …/comments`. */
export function addComment(
  world: World,
  repository: Repository,
  request: CommentRequest & { readonly number: number },
): Comment {
  const { number, author, body, createdAt = world.now(), updatedAt = createdAt } = request;
  const made: Comment = {
    id: world.nextId('comment'),
    number,
    author,
    body,
    createdAt,
    updatedAt,
    isMinimized: false,
    edits: [],
  };
  repository.comments.push(made);
  return made;
}

function makeEnvironment(
  world: World,
  repository: Repository,
  request: EnvironmentRequest & { readonly name: string },
): Environment {
  const made: Environment = {
    id: world.nextId('other'),
    reviewers: [],
    preventsSelfReview: false,
    waitMinutes: 0,
    branchPolicy: 'any',
    canAdminsBypass: true,
    createdAt: world.now(),
    ...request,
  };
  repository.environments.push(made);
  return made;
}

function makeDeployment(world: World, repository: Repository, request: DeploymentRequest): Deployment {
  const { environment, sha, ref = 'main', states = ['success'], payload = {}, createdAt = world.now() } = request;
  const creator = request.creator ?? findOrMakeAccount(world, 'github-actions[bot]');
  const made: Deployment = {
    id: world.nextId('other'),
    sha,
    ref,
    environment,
    creator,
    payload,
    createdAt,
    statuses: [],
  };
  repository.deployments.push(made);
  for (const state of states) {
    addDeploymentStatus(world, repository, {
      deployment: made,
      state,
      creator,
      environmentUrl: request.environmentUrl ?? '',
    });
  }
  return made;
}

interface StatusRequest {
  readonly deployment: Deployment;
  readonly state: DeploymentState;
  readonly creator: Account;
  readonly environmentUrl: string;
}

/** Also what the API does for `POST …/statuses`. */
export function addDeploymentStatus(world: World, repository: Repository, request: StatusRequest): void {
  const { deployment, state, creator, environmentUrl } = request;
  const status = { creator, environmentUrl, createdAt: world.now() };
  deployment.statuses.push({ id: world.nextId('other'), state, ...status });
  if (state !== 'success') return;
  const earlier = repository.deployments.filter(
    ({ environment, id }) => environment === deployment.environment && id !== deployment.id,
  );
  for (const one of earlier.filter(({ statuses }) => statuses.at(-1)?.state === 'success')) {
    one.statuses.push({ id: world.nextId('other'), state: 'inactive', ...status });
  }
}
