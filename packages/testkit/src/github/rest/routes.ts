import { addComment, addDeploymentStatus } from '../build.ts';
import { editComment, textProblem } from '../comment-text.ts';
import { resolveCommit } from '../history.ts';
import type { Permission } from '../permissions.ts';
import {
  type Comment,
  type Deployment,
  type DeploymentState,
  type Environment,
  type Release,
  teamBySlug,
} from '../world.ts';
import {
  invalid,
  NOT_FOUND,
  type RepositoryRoute,
  type RestAnswer,
  type RestRequest,
  refuse,
  type SiteRoute,
} from './exchange.ts';
import {
  type JsonObject,
  type RepositorySite,
  renderAccount,
  renderApproval,
  renderBranch,
  renderComment,
  renderComparison,
  renderDeployment,
  renderDeploymentStatus,
  renderEnvironment,
  renderRef,
  renderRelease,
  renderReview,
} from './renderings.ts';

const READ_COMMENTS: readonly Permission[] = [
  { name: 'issues', level: 'read' },
  { name: 'pull_requests', level: 'read' },
];
const WRITE_COMMENTS: readonly Permission[] = [
  { name: 'issues', level: 'write' },
  { name: 'pull_requests', level: 'write' },
];

function needs(name: Permission['name'], level: Permission['level']): readonly Permission[] {
  return [{ name, level }];
}

export const REPOSITORY_ROUTES: readonly RepositoryRoute[] = [
  { method: 'GET', path: '/issues/{number}/comments', needs: READ_COMMENTS, answer: listComments },
  { method: 'POST', path: '/issues/{number}/comments', needs: WRITE_COMMENTS, answer: createComment },
  { method: 'GET', path: '/issues/comments/{id}', needs: READ_COMMENTS, answer: readComment },
  { method: 'PATCH', path: '/issues/comments/{id}', needs: WRITE_COMMENTS, answer: updateComment },
  { method: 'DELETE', path: '/issues/comments/{id}', needs: WRITE_COMMENTS, answer: deleteComment },
  { method: 'GET', path: '/pulls/{number}/reviews', needs: needs('pull_requests', 'read'), answer: listReviews },
  { method: 'GET', path: '/actions/runs/{id}/approvals', needs: needs('actions', 'read'), answer: listApprovals },
  { method: 'GET', path: '/environments/{name}', needs: needs('actions', 'read'), answer: readEnvironment },
  {
    method: 'GET',
    path: '/environments/{name}/deployment-branch-policies',
    needs: needs('actions', 'read'),
    answer: listBranchPolicies,
  },
  { method: 'GET', path: '/branches', needs: needs('contents', 'read'), answer: listBranches },
  { method: 'GET', path: '/compare/{range+}', needs: needs('contents', 'read'), answer: compare },
  { method: 'GET', path: '/deployments', needs: needs('deployments', 'read'), answer: listDeployments },
  { method: 'POST', path: '/deployments', needs: needs('deployments', 'write'), answer: createDeployment },
  { method: 'GET', path: '/deployments/{id}/statuses', needs: needs('deployments', 'read'), answer: listStatuses },
  { method: 'POST', path: '/deployments/{id}/statuses', needs: needs('deployments', 'write'), answer: createStatus },
  { method: 'GET', path: '/git/ref/{ref+}', needs: needs('contents', 'read'), answer: readRef },
  { method: 'POST', path: '/git/refs', needs: needs('contents', 'write'), answer: createRef },
  { method: 'GET', path: '/releases/tags/{tag+}', needs: needs('contents', 'read'), answer: readRelease },
  { method: 'POST', path: '/releases', needs: needs('contents', 'write'), answer: createRelease },
];

export const SITE_ROUTES: readonly SiteRoute[] = [
  {
    method: 'GET',
    path: '/orgs/{org}/teams/{slug}/members',
    needs: needs('members', 'read'),
    answer: (site, { path }) => {
      const team = teamBySlug(site.world, path['org'] ?? '', path['slug'] ?? '');
      return team === undefined ? NOT_FOUND : { items: team.members.map((member) => renderAccount(site, member)) };
    },
  },
];

type Answered = ReturnType<RepositoryRoute['answer']>;

function ok(body: unknown): RestAnswer {
  return { status: 200, body };
}

function created(body: unknown): RestAnswer {
  return { status: 201, body };
}

function textIn(body: JsonObject, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

function hasSubject({ repository }: RepositorySite, number: number): boolean {
  return repository.issues.has(number) || repository.pulls.some((pull) => pull.number === number);
}

function listComments(site: RepositorySite, { path }: RestRequest): Answered {
  const number = Number(path['number']);
  if (!hasSubject(site, number)) return NOT_FOUND;
  const comments = site.repository.comments.filter((comment) => comment.number === number);
  return { items: comments.map((comment) => renderComment(site, comment)) };
}

/** What is wrong with a comment's text, if anything. */
function bodyProblem(body: JsonObject): RestAnswer | undefined {
  const message = textProblem(textIn(body, 'body'));
  return message === undefined
    ? undefined
    : invalid({ resource: 'IssueComment', code: 'unprocessable', field: 'data', message });
}

function createComment(site: RepositorySite, { path, body, token }: RestRequest): Answered {
  const number = Number(path['number']);
  if (!hasSubject(site, number)) return NOT_FOUND;
  const made = (): RestAnswer => {
    const comment = addComment(site.world, site.repository, {
      number,
      author: token.account,
      body: textIn(body, 'body'),
    });
    return created(renderComment(site, comment));
  };
  return bodyProblem(body) ?? made();
}

function commentOf({ repository }: RepositorySite, { path }: RestRequest): Comment | undefined {
  return repository.comments.find(({ id }) => id === Number(path['id']));
}

function readComment(site: RepositorySite, request: RestRequest): Answered {
  const comment = commentOf(site, request);
  return comment === undefined ? NOT_FOUND : ok(renderComment(site, comment));
}

function updateComment(site: RepositorySite, request: RestRequest): Answered {
  const comment = commentOf(site, request);
  if (comment === undefined) return NOT_FOUND;
  const problem = bodyProblem(request.body);
  if (problem !== undefined) return problem;
  editComment(site.world, comment, textIn(request.body, 'body'));
  return ok(renderComment(site, comment));
}

function deleteComment(site: RepositorySite, request: RestRequest): Answered {
  const comment = commentOf(site, request);
  if (comment === undefined) return NOT_FOUND;
  site.repository.comments.splice(site.repository.comments.indexOf(comment), 1);
  return { status: 204 };
}

function listReviews(site: RepositorySite, { path }: RestRequest): Answered {
  const pull = site.repository.pulls.find(({ number }) => number === Number(path['number']));
  return pull === undefined ? NOT_FOUND : { items: pull.reviews.map((review) => renderReview(site, pull, review)) };
}

/** Not in pages, says GitHub's description. */
function listApprovals(site: RepositorySite, { path }: RestRequest): Answered {
  const run = site.repository.runs.get(Number(path['id']));
  return ok((run?.approvals ?? []).map((approval) => renderApproval(site, approval)));
}

function environmentOf({ repository }: RepositorySite, { path }: RestRequest): Environment | undefined {
  return repository.environments.find(({ name }) => name === path['name']);
}

function readEnvironment(site: RepositorySite, request: RestRequest): Answered {
  const environment = environmentOf(site, request);
  return environment === undefined ? NOT_FOUND : ok(renderEnvironment(site, environment));
}

function listBranchPolicies(site: RepositorySite, request: RestRequest): Answered {
  const environment = environmentOf(site, request);
  if (environment === undefined) return NOT_FOUND;
  const policies = typeof environment.branchPolicy === 'string' ? [] : environment.branchPolicy;
  const items = policies.map(({ type, name }, index) => ({
    id: index + 1,
    node_id: `policy-${index + 1}`,
    name,
    type,
  }));
  return { items, wrap: (page) => ({ total_count: items.length, branch_policies: page }) };
}

function listBranches(site: RepositorySite, { query }: RestRequest): Answered {
  const { refs, protectedBranches } = site.repository;
  const branches = [...refs].flatMap(([ref, { sha }]) => {
    const name = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : '';
    return name === '' ? [] : [renderBranch(site, { name, sha, isProtected: protectedBranches.has(name) })];
  });
  const wanted = query.get('protected');
  return { items: branches.filter((branch) => wanted === null || branch['protected'] === (wanted === 'true')) };
}

function compare(site: RepositorySite, { path }: RestRequest): Answered {
  const [baseName = '', headName = ''] = (path['range'] ?? '').split('...');
  const base = resolveCommit(site.repository, baseName);
  const head = resolveCommit(site.repository, headName);
  const comparison = base === undefined || head === undefined ? undefined : renderComparison(site, base, head);
  if (comparison === undefined) return NOT_FOUND;
  const commits = comparison['commits'];
  return {
    items: Array.isArray(commits) ? commits : [],
    wrap: (page, number) => ({ ...comparison, commits: page, ...(number === 1 ? {} : { files: [] }) }),
  };
}

function listDeployments(site: RepositorySite, { query }: RestRequest): Answered {
  const fits = (deployment: Deployment): boolean =>
    (['sha', 'ref', 'environment'] as const).every((name) => [null, deployment[name]].includes(query.get(name)));
  const found = site.repository.deployments.filter(fits).toReversed();
  return { items: found.map((deployment) => renderDeployment(site, deployment)) };
}

function createDeployment(site: RepositorySite, { body, token }: RestRequest): Answered {
  const ref = textIn(body, 'ref');
  const commit = resolveCommit(site.repository, ref);
  if (commit === undefined) return refuse(422, `No ref found for: ${ref}`);
  const deployment: Deployment = {
    id: site.world.nextId('other'),
    sha: commit.sha,
    ref,
    environment: textIn(body, 'environment') || 'production',
    creator: token.account,
    payload: body['payload'] ?? {},
    createdAt: site.world.now(),
    statuses: [],
  };
  site.repository.deployments.push(deployment);
  return created(renderDeployment(site, deployment));
}

function deploymentOf({ repository }: RepositorySite, { path }: RestRequest): Deployment | undefined {
  return repository.deployments.find(({ id }) => id === Number(path['id']));
}

function listStatuses(site: RepositorySite, request: RestRequest): Answered {
  const deployment = deploymentOf(site, request);
  if (deployment === undefined) return NOT_FOUND;
  return { items: deployment.statuses.toReversed().map((status) => renderDeploymentStatus(site, deployment, status)) };
}

const STATES: readonly DeploymentState[] = [
  'error',
  'failure',
  'inactive',
  'in_progress',
  'queued',
  'pending',
  'success',
];

function createStatus(site: RepositorySite, request: RestRequest): Answered {
  const deployment = deploymentOf(site, request);
  if (deployment === undefined) return NOT_FOUND;
  const state = STATES.find((one) => one === request.body['state']);
  if (state === undefined) return invalid({ resource: 'DeploymentStatus', code: 'custom', field: 'state' });
  const environmentUrl = textIn(request.body, 'environment_url');
  addDeploymentStatus(site.world, site.repository, {
    deployment,
    state,
    creator: request.token.account,
    environmentUrl,
  });
  const [last] = deployment.statuses.slice(-1);
  return last === undefined ? NOT_FOUND : created(renderDeploymentStatus(site, deployment, last));
}

function readRef(site: RepositorySite, { path }: RestRequest): Answered {
  const ref = `refs/${path['ref'] ?? ''}`;
  const target = site.repository.refs.get(ref);
  return target === undefined ? NOT_FOUND : ok(renderRef(site, ref, target));
}

function createRef(site: RepositorySite, { body }: RestRequest): Answered {
  const [ref, sha] = [textIn(body, 'ref'), textIn(body, 'sha')];
  if (!/^refs\/[^/]+\/./u.test(ref)) return refuse(422, 'Reference name must start with refs/ and have two slashes');
  if (site.repository.refs.has(ref)) return refuse(422, 'Reference already exists');
  const type = site.repository.tagObjects.has(sha) ? 'tag' : 'commit';
  if (type === 'commit' && !site.repository.commits.has(sha)) return refuse(422, 'Object does not exist');
  site.repository.refs.set(ref, { type, sha });
  return created(renderRef(site, ref, { type, sha }));
}

function readRelease(site: RepositorySite, { path }: RestRequest): Answered {
  const release = site.repository.releases.find(({ tag, isDraft }) => tag === path['tag'] && !isDraft);
  return release === undefined ? NOT_FOUND : ok(renderRelease(site, release));
}

/** A release that is no draft makes its tag, where there is none. */
function tagReleased({ repository }: RepositorySite, { tag, target, isDraft }: Release): void {
  const ref = `refs/tags/${tag}`;
  const sha = repository.refs.get(`refs/heads/${target}`)?.sha ?? target;
  if (isDraft || repository.refs.has(ref) || !repository.commits.has(sha)) return;
  repository.refs.set(ref, { type: 'commit', sha });
}

function createRelease(site: RepositorySite, { body, token }: RestRequest): Answered {
  const tag = textIn(body, 'tag_name');
  if (tag === '') return invalid({ resource: 'Release', code: 'missing_field', field: 'tag_name' });
  if (site.repository.releases.some((release) => release.tag === tag)) {
    return invalid({ resource: 'Release', code: 'already_exists', field: 'tag_name' });
  }
  const release = {
    id: site.world.nextId('other'),
    tag,
    target: textIn(body, 'target_commitish') || 'main',
    name: textIn(body, 'name') || tag,
    body: textIn(body, 'body'),
    isDraft: body['draft'] === true,
    isPrerelease: body['prerelease'] === true,
    author: token.account,
    createdAt: site.world.now(),
  };
  site.repository.releases.push(release);
  tagReleased(site, release);
  return created(renderRelease(site, release));
}
