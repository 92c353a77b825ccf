import { historyBetween } from '../history.ts';
import {
  type Account,
  type Approval,
  accountByEmail,
  type ChangedFile,
  type Comment,
  type Commit,
  type Deployment,
  type DeploymentStatus,
  type Environment,
  nodeId,
  type Pull,
  type Release,
  type Repository,
  type Review,
  type Target,
  type Team,
  type World,
} from '../world.ts';

/** Where answers say that things lie. */
export interface Site {
  readonly world: World;
  /** Of the API, without a slash at the end. */
  readonly api: string;
  readonly server: string;
}

export interface RepositorySite extends Site {
  readonly repository: Repository;
}

export type JsonObject = Readonly<Record<string, unknown>>;

function apiUrl({ api, repository }: RepositorySite, path: string): string {
  return `${api}/repos/${repository.owner.login}/${repository.name}${path}`;
}

function pageUrl({ server, repository }: RepositorySite, path: string): string {
  return `${server}/${repository.owner.login}/${repository.name}${path}`;
}

export function renderAccount({ api, server }: Site, { id, login, type }: Account): JsonObject {
  const url = `${api}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: nodeId(type, id),
    avatar_url: `${server}/avatars/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${server}/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false,
  };
}

function renderTeam({ api, server }: Site, { id, organization, slug }: Team): JsonObject {
  const url = `${api}/organizations/1/team/${id}`;
  return {
    id,
    node_id: nodeId('Team', id),
    url,
    html_url: `${server}/orgs/${organization}/teams/${slug}`,
    name: slug,
    slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    parent: null,
  };
}

export function renderComment(site: RepositorySite, comment: Comment): JsonObject {
  const kind = site.repository.issues.has(comment.number) ? 'issues' : 'pull';
  const url = apiUrl(site, `/issues/comments/${comment.id}`);
  return {
    url,
    html_url: pageUrl(site, `/${kind}/${comment.number}#issuecomment-${comment.id}`),
    issue_url: apiUrl(site, `/issues/${comment.number}`),
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    user: comment.author === undefined ? null : renderAccount(site, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    author_association: 'NONE',
    reactions: { url: `${url}/reactions`, ...NO_REACTIONS },
    performed_via_github_app: null,
  };
}

const NO_REACTIONS = {
  total_count: 0,
  '+1': 0,
  '-1': 0,
  laugh: 0,
  hooray: 0,
  confused: 0,
  heart: 0,
  rocket: 0,
  eyes: 0,
} as const;

export function renderReview(site: RepositorySite, pull: Pull, review: Review): JsonObject {
  const html = pageUrl(site, `/pull/${pull.number}#pullrequestreview-${review.id}`);
  const href = apiUrl(site, `/pulls/${pull.number}`);
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: review.user === undefined ? null : renderAccount(site, review.user),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: href,
    _links: { html: { href: html }, pull_request: { href } },
    submitted_at: review.submittedAt,
    commit_id: review.commit,
    author_association: 'NONE',
  };
}

export function renderApproval(site: RepositorySite, { environments, state, user, comment }: Approval): JsonObject {
  const named = environments.map(
    (name) => site.repository.environments.find((one) => one.name === name) ?? { id: 1, name },
  );
  return {
    state,
    comment,
    user: renderAccount(site, user),
    environments: named.map(({ id, name }) => ({
      id,
      node_id: nodeId('Environment', id),
      name,
      url: apiUrl(site, `/environments/${encodeURIComponent(name)}`),
      html_url: pageUrl(site, `/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`),
    })),
  };
}

export function renderEnvironment(site: RepositorySite, environment: Environment): JsonObject {
  const { id, name, branchPolicy, canAdminsBypass, createdAt } = environment;
  return {
    id,
    node_id: nodeId('Environment', id),
    name,
    url: apiUrl(site, `/environments/${encodeURIComponent(name)}`),
    html_url: pageUrl(site, `/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`),
    created_at: createdAt,
    updated_at: createdAt,
    ...(canAdminsBypass === undefined ? {} : { can_admins_bypass: canAdminsBypass }),
    protection_rules: protectionRules(site, environment),
    deployment_branch_policy:
      branchPolicy === 'any'
        ? null
        : {
            protected_branches: branchPolicy === 'protected-branches',
            custom_branch_policies: branchPolicy !== 'protected-branches',
          },
  };
}

function protectionRules(site: RepositorySite, environment: Environment): JsonObject[] {
  const { id, reviewers, waitMinutes, preventsSelfReview, branchPolicy } = environment;
  const rule = (type: string, more: JsonObject): JsonObject => ({ id, node_id: nodeId('Gate', id), type, ...more });
  const entries = reviewers.map((one) =>
    'slug' in one
      ? { type: 'Team', reviewer: renderTeam(site, one) }
      : { type: 'User', reviewer: renderAccount(site, one) },
  );
  return [
    ...(waitMinutes === 0 ? [] : [rule('wait_timer', { wait_timer: waitMinutes })]),
    ...(entries.length === 0
      ? []
      : [rule('required_reviewers', { prevent_self_review: preventsSelfReview, reviewers: entries })]),
    ...(branchPolicy === 'any' ? [] : [rule('branch_policy', {})]),
  ];
}

export function renderComparison(site: RepositorySite, base: Commit, head: Commit): JsonObject | undefined {
  const history = historyBetween(site.repository, base, head);
  if (history === undefined) return undefined;
  const { mergeBase, ahead, behind, files } = history;
  const range = `${base.sha}...${head.sha}`;
  return {
    url: apiUrl(site, `/compare/${range}`),
    html_url: pageUrl(site, `/compare/${range}`),
    permalink_url: pageUrl(site, `/compare/${range}`),
    diff_url: pageUrl(site, `/compare/${range}.diff`),
    patch_url: pageUrl(site, `/compare/${range}.patch`),
    base_commit: renderCommit(site, base),
    merge_base_commit: renderCommit(site, mergeBase),
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: ahead.map((commit) => renderCommit(site, commit)),
    files: files.slice(0, MAX_FILES).map((file) => renderFile(site, file, head)),
  };
}

/** GitHub lists no more, and does not say so. */
const MAX_FILES = 300;

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

function renderCommit(site: RepositorySite, commit: Commit): JsonObject {
  const { sha, message, author, committer } = commit;
  const url = apiUrl(site, `/commits/${sha}`);
  const accountOf = (email: string): JsonObject | null => {
    const account = accountByEmail(site.world, email);
    return account === undefined ? null : renderAccount(site, account);
  };
  return {
    sha,
    node_id: nodeId('Commit', 1),
    url,
    html_url: pageUrl(site, `/commit/${sha}`),
    comments_url: `${url}/comments`,
    commit: {
      url: apiUrl(site, `/git/commits/${sha}`),
      author,
      committer,
      message,
      comment_count: 0,
      tree: { sha, url: apiUrl(site, `/git/trees/${sha}`) },
      verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
    },
    author: accountOf(author.email),
    committer: accountOf(committer.email),
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: apiUrl(site, `/commits/${parent}`),
      html_url: pageUrl(site, `/commit/${parent}`),
    })),
  };
}

function renderFile(site: RepositorySite, file: ChangedFile, head: Commit): JsonObject {
  const { filename, status, additions, deletions, patch, previousFilename } = file;
  const path = filename.split('/').map(encodeURIComponent).join('/');
  return {
    sha: head.sha,
    filename,
    status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: pageUrl(site, `/blob/${head.sha}/${path}`),
    raw_url: pageUrl(site, `/raw/${head.sha}/${path}`),
    contents_url: apiUrl(site, `/contents/${path}?ref=${head.sha}`),
    ...(patch === undefined ? {} : { patch }),
    ...(previousFilename === undefined ? {} : { previous_filename: previousFilename }),
  };
}

export function renderDeployment(site: RepositorySite, deployment: Deployment): JsonObject {
  const { id, sha, ref, environment, payload, createdAt, creator, statuses } = deployment;
  const url = apiUrl(site, `/deployments/${id}`);
  return {
    url,
    id,
    node_id: nodeId('Deployment', id),
    task: 'deploy',
    original_environment: environment,
    environment,
    description: null,
    created_at: createdAt,
    updated_at: statuses.at(-1)?.createdAt ?? createdAt,
    statuses_url: `${url}/statuses`,
    repository_url: apiUrl(site, ''),
    creator: renderAccount(site, creator),
    sha,
    ref,
    payload,
    transient_environment: false,
    production_environment: false,
    performed_via_github_app: null,
  };
}

export function renderDeploymentStatus(
  site: RepositorySite,
  deployment: Deployment,
  status: DeploymentStatus,
): JsonObject {
  const url = apiUrl(site, `/deployments/${deployment.id}`);
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId('DeploymentStatus', status.id),
    state: status.state,
    creator: renderAccount(site, status.creator),
    description: '',
    environment: deployment.environment,
    target_url: pageUrl(site, '/deployments'),
    created_at: status.createdAt,
    updated_at: status.createdAt,
    deployment_url: url,
    repository_url: apiUrl(site, ''),
    ...(status.environmentUrl === '' ? {} : { environment_url: status.environmentUrl }),
    performed_via_github_app: null,
  };
}

export function renderRef(site: RepositorySite, ref: string, { type, sha }: Target): JsonObject {
  const object = { type, sha, url: apiUrl(site, `/git/${type}s/${sha}`) };
  return { ref, node_id: nodeId('Ref', 1), url: apiUrl(site, `/git/${ref}`), object };
}

interface Branch {
  readonly name: string;
  readonly sha: string;
  readonly isProtected: boolean;
}

export function renderBranch(site: RepositorySite, { name, sha, isProtected }: Branch): JsonObject {
  return { name, commit: { sha, url: apiUrl(site, `/commits/${sha}`) }, protected: isProtected };
}

export function renderRelease(site: RepositorySite, release: Release): JsonObject {
  const url = apiUrl(site, `/releases/${release.id}`);
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    html_url: pageUrl(site, `/releases/tag/${release.tag}`),
    id: release.id,
    author: renderAccount(site, release.author),
    node_id: nodeId('Release', release.id),
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.isDraft,
    prerelease: release.isPrerelease,
    created_at: release.createdAt,
    published_at: release.isDraft ? null : release.createdAt,
    assets: [],
    tarball_url: apiUrl(site, `/tarball/${release.tag}`),
    zipball_url: apiUrl(site, `/zipball/${release.tag}`),
  };
}
