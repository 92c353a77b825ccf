/** All that the fake GitHub knows: plain data, changed by requests and by the builders. */
export interface World {
  readonly accounts: Account[];
  readonly teams: Team[];
  readonly repositories: Repository[];
  readonly tokens: Map<string, Token>;
  /** Numbers for whatever is made, growing as on GitHub. Comments begin above 2^31, where those of github.com are. */
  nextId(kind: 'comment' | 'other'): number;
  /** Now, to the second, as GitHub tells times. */
  now(): string;
}

export interface Account {
  readonly id: number;
  /** With `[bot]` at the end for apps, as REST spells it. */
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
  /** Addresses in commits that are known to be this account's. */
  readonly emails: readonly string[];
}

export interface Team {
  readonly id: number;
  readonly organization: string;
  readonly slug: string;
  readonly members: Account[];
}

export type PermissionName = 'actions' | 'contents' | 'deployments' | 'issues' | 'members' | 'pull_requests';
export type PermissionLevel = 'read' | 'write';

export interface Token {
  readonly account: Account;
  readonly permissions: Readonly<Partial<Record<PermissionName, PermissionLevel>>>;
}

export interface Repository {
  readonly id: number;
  readonly owner: Account;
  readonly name: string;
  readonly isPrivate: boolean;
  /** Accounts that may push. */
  readonly writers: Account[];
  readonly commits: Map<string, Commit>;
  /** By full name. */
  readonly refs: Map<string, Target>;
  /** Names of branches. */
  readonly protectedBranches: Set<string>;
  readonly tagObjects: Map<string, TagObject>;
  readonly pulls: Pull[];
  /** Numbers of issues that are no pull requests. */
  readonly issues: Set<number>;
  readonly comments: Comment[];
  readonly runs: Map<number, Run>;
  readonly environments: Environment[];
  readonly deployments: Deployment[];
  readonly releases: Release[];
}

export interface Target {
  readonly type: 'commit' | 'tag';
  readonly sha: string;
}

export interface TagObject {
  readonly sha: string;
  readonly name: string;
  readonly target: Target;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

export interface Commit {
  readonly sha: string;
  readonly message: string;
  readonly author: Signature;
  readonly committer: Signature;
  readonly parents: readonly string[];
  readonly files: readonly ChangedFile[];
}

export interface ChangedFile {
  readonly filename: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly additions: number;
  readonly deletions: number;
  readonly patch?: string;
  readonly previousFilename?: string;
}

export interface Pull {
  readonly id: number;
  readonly number: number;
  title: string;
  /** Undefined for a deleted account. */
  readonly author: Account | undefined;
  readonly head: { readonly branch: string; sha: string; readonly owner: Account };
  readonly base: { readonly branch: string; readonly sha: string };
  state: 'open' | 'closed';
  mergedAt: string | undefined;
  mergeCommit: string | undefined;
  readonly isDraft: boolean;
  readonly createdAt: string;
  readonly reviews: Review[];
}

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';

export interface Review {
  readonly id: number;
  readonly user: Account | undefined;
  state: ReviewState;
  readonly commit: string;
  readonly body: string;
  readonly submittedAt: string;
}

export interface Comment {
  readonly id: number;
  /** Of the pull request or issue. */
  readonly number: number;
  readonly author: Account | undefined;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
  isMinimized: boolean;
  /** What it said after each edit, oldest first; the first edit enters the original too. */
  readonly edits: { readonly text: string; readonly at: string }[];
}

export interface Run {
  readonly id: number;
  readonly approvals: Approval[];
}

export interface Approval {
  readonly environments: readonly string[];
  readonly state: 'approved' | 'rejected' | 'pending';
  readonly user: Account;
  readonly comment: string;
}

export interface Environment {
  readonly id: number;
  readonly name: string;
  readonly reviewers: readonly (Account | Team)[];
  readonly preventsSelfReview: boolean;
  readonly waitMinutes: number;
  readonly branchPolicy:
    | 'any'
    | 'protected-branches'
    | readonly { readonly type: 'branch' | 'tag'; readonly name: string }[];
  /** Undefined: not told, as by older GitHub Enterprise Server. */
  readonly canAdminsBypass: boolean | undefined;
  readonly createdAt: string;
}

export type DeploymentState = 'error' | 'failure' | 'inactive' | 'in_progress' | 'queued' | 'pending' | 'success';

export interface DeploymentStatus {
  readonly id: number;
  readonly state: DeploymentState;
  readonly creator: Account;
  readonly environmentUrl: string;
  readonly createdAt: string;
}

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly environment: string;
  readonly creator: Account;
  /** JSON or text, as it was given. */
  readonly payload: unknown;
  readonly createdAt: string;
  /** Oldest first. */
  readonly statuses: DeploymentStatus[];
}

export interface Release {
  readonly id: number;
  readonly tag: string;
  readonly target: string;
  readonly name: string;
  readonly body: string;
  readonly isDraft: boolean;
  readonly isPrerelease: boolean;
  readonly author: Account;
  readonly createdAt: string;
}

const FIRST_COMMENT_ID = 3_100_000_000;
const FIRST_ID = 10_001;

export function createWorld(): World {
  const next = { comment: FIRST_COMMENT_ID, other: FIRST_ID };
  return {
    accounts: [],
    teams: [],
    repositories: [],
    tokens: new Map(),
    nextId: (kind) => {
      next[kind] += 1;
      return next[kind];
    },
    now: () => new Date().toISOString().replace(/\.\d+Z$/u, 'Z'),
  };
}

/** An id of GraphQL: opaque to clients. */
export function nodeId(type: string, id: number): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

export function accountByLogin({ accounts }: World, login: string): Account | undefined {
  return accounts.find((one) => sameName(one.login, login));
}

/** The account that an address in a commit belongs to. */
export function accountByEmail({ accounts }: World, email: string): Account | undefined {
  return accounts.find(({ emails }) => emails.some((one) => sameName(one, email)));
}

export function repositoryByName({ repositories }: World, owner: string, name: string): Repository | undefined {
  return repositories.find((one) => sameName(one.owner.login, owner) && sameName(one.name, name));
}

export function teamBySlug({ teams }: World, organization: string, slug: string): Team | undefined {
  return teams.find((one) => sameName(one.organization, organization) && sameName(one.slug, slug));
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
