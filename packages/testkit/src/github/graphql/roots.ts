import { editComment, textProblem } from '../comment-text.ts';
import { may } from '../permissions.ts';
import {
  accountByLogin,
  type Comment,
  nodeId,
  type Repository,
  repositoryByName,
  type Token,
  teamBySlug,
} from '../world.ts';
import { connection } from './connection.ts';
import { type Arguments, GraphqlRefusal, type Thing, type Value } from './execute.ts';
import {
  commentThing,
  commitThing,
  deploymentThing,
  issueThing,
  pullThing,
  type RepositoryView,
  refThing,
  teamThing,
  userThing,
  type View,
  viewerThing,
} from './things.ts';

export interface TokenView extends View {
  readonly token: Token;
}

/** Where queries begin. */
export function queryRoot(view: TokenView): Thing {
  return {
    type: 'Query',
    fields: {
      viewer: () => viewerThing(view),
      repository: ({ owner, name }) => repositoryOf(view, String(owner), String(name)),
      user: ({ login }) => userOf(view, String(login)),
      node: ({ id }) => nodeOf(view, String(id)),
      organization: ({ login }) => organizationOf(view, String(login)),
    },
  };
}

/** Where changes begin. */
export function mutationRoot(view: TokenView): Thing {
  return {
    type: 'Mutation',
    fields: {
      updateIssueComment: ({ input }) => rewrite(view, input),
      minimizeComment: (args) =>
        fold(view, args, { payload: 'MinimizeCommentPayload', field: 'minimizedComment', folded: true }),
      unminimizeComment: (args) =>
        fold(view, args, { payload: 'UnminimizeCommentPayload', field: 'unminimizedComment', folded: false }),
    },
  };
}

function userOf({ world }: View, login: string): Value {
  const account = accountByLogin(world, login);
  if (account?.type !== 'User')
    throw new GraphqlRefusal('NOT_FOUND', `Could not resolve to a User with the login of '${login}'.`);
  return userThing(account);
}

function organizationOf(view: TokenView, login: string): Value {
  const { world, token } = view;
  const hasTeams = world.teams.some(({ organization }) => organization.toLowerCase() === login.toLowerCase());
  if (!hasTeams)
    throw new GraphqlRefusal('NOT_FOUND', `Could not resolve to an Organization with the login of '${login}'.`);
  const team = ({ slug }: Arguments): Value => {
    if (token.permissions.members === undefined) throw forbidden();
    const found = teamBySlug(world, login, String(slug));
    return found === undefined ? null : teamThing(found);
  };
  return { type: 'Organization', fields: { login: () => login, team } };
}

function forbidden(): GraphqlRefusal {
  return new GraphqlRefusal('FORBIDDEN', 'Resource not accessible by integration');
}

function repositoryOf(view: TokenView, owner: string, name: string): Value {
  const repository = repositoryByName(view.world, owner, name);
  if (repository === undefined) {
    throw new GraphqlRefusal('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
  }
  return repositoryThing(view, { ...view, repository });
}

type Permission = Parameters<typeof may>[1];

function repositoryThing({ token }: TokenView, view: RepositoryView): Thing {
  const { repository } = view;
  const guarded =
    (permissions: readonly Permission[], read: (args: Arguments) => Value) =>
    (args: Arguments): Value => {
      if (!permissions.some((permission) => may({ token, repository }, permission))) throw forbidden();
      return read(args);
    };
  const contents = [{ name: 'contents', level: 'read' }] as const;
  const pulls = [{ name: 'pull_requests', level: 'read' }] as const;
  const subject = [...pulls, { name: 'issues', level: 'read' }] as const;
  return {
    type: 'Repository',
    fields: {
      nameWithOwner: () => `${repository.owner.login}/${repository.name}`,
      pullRequest: guarded(pulls, ({ number }) => pullOf(view, Number(number))),
      pullRequests: guarded(pulls, (args) => pullsConnection(view, args)),
      issueOrPullRequest: guarded(subject, ({ number }) => subjectOf(view, Number(number))),
      object: guarded(contents, ({ oid }) => objectOf(view, String(oid))),
      ref: guarded(contents, ({ qualifiedName }) => refThing(view, String(qualifiedName))),
      deployments: guarded([{ name: 'deployments', level: 'read' }], (args) => deploymentsConnection(view, args)),
    },
  };
}

function pullOf(view: RepositoryView, number: number): Value {
  const pull = view.repository.pulls.find((one) => one.number === number);
  if (pull === undefined)
    throw new GraphqlRefusal('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
  return pullThing(view, pull);
}

function subjectOf(view: RepositoryView, number: number): Value {
  if (view.repository.issues.has(number)) return issueThing(view, number);
  const pull = view.repository.pulls.find((one) => one.number === number);
  if (pull !== undefined) return pullThing(view, pull);
  throw new GraphqlRefusal('NOT_FOUND', `Could not resolve to an issue or pull request with the number of ${number}.`);
}

/** The one order that is asked for: the newest first. */
function pullsConnection(view: RepositoryView, args: Arguments): Thing {
  const { headRefName } = args;
  const found = view.repository.pulls.filter(({ head }) => headRefName === undefined || head.branch === headRefName);
  return connection(
    'pullRequests',
    found.toReversed().map((pull) => pullThing(view, pull)),
    args,
  );
}

function objectOf(view: RepositoryView, oid: string): Value {
  const commit = view.repository.commits.get(oid);
  return commit === undefined ? null : commitThing(view, commit);
}

function deploymentsConnection(view: RepositoryView, args: Arguments): Thing {
  const { environments } = args;
  const wanted = Array.isArray(environments) ? environments.map(String) : undefined;
  const found = view.repository.deployments.filter(({ environment }) => wanted?.includes(environment) ?? true);
  return connection(
    'deployments',
    found.toReversed().map((deployment) => deploymentThing(view, deployment)),
    args,
  );
}

/** Comments are the only nodes that are asked for. */
function nodeOf(view: TokenView, id: string): Value {
  const found = commentWith(view, id);
  if (!mayDiscuss(view, found.repository, 'read')) throw forbidden();
  return commentThing({ ...view, repository: found.repository }, found.comment);
}

function memberOf(input: unknown, name: string): string {
  const value: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, name) : undefined;
  return typeof value === 'string' ? value : '';
}

/** Nothing of ours asks for it; peers that are measured beside us do. */
function rewrite(view: TokenView, input: unknown): Value {
  const { repository, comment } = commentWith(view, memberOf(input, 'id'));
  if (!mayDiscuss(view, repository, 'write')) throw forbidden();
  const text = memberOf(input, 'body');
  const problem = textProblem(text);
  if (problem !== undefined) throw new GraphqlRefusal('UNPROCESSABLE', problem);
  editComment(view.world, comment, text);
  return {
    type: 'UpdateIssueCommentPayload',
    fields: { issueComment: () => commentThing({ ...view, repository }, comment) },
  };
}

interface Folding {
  readonly payload: string;
  readonly field: string;
  readonly folded: boolean;
}

function fold(view: TokenView, { input }: Arguments, { payload, field, folded }: Folding): Value {
  const { repository, comment } = commentWith(view, memberOf(input, 'subjectId'));
  if (!mayDiscuss(view, repository, 'write')) throw forbidden();
  comment.isMinimized = folded;
  return { type: payload, fields: { [field]: () => commentThing({ ...view, repository }, comment) } };
}

interface FoundComment {
  readonly repository: Repository;
  readonly comment: Comment;
}

function commentWith({ world }: View, id: string): FoundComment {
  const all = world.repositories.flatMap((repository) =>
    repository.comments.map((comment) => ({ repository, comment })),
  );
  const found = all.find(({ comment }) => nodeId('IssueComment', comment.id) === id);
  if (found === undefined)
    throw new GraphqlRefusal('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
  return found;
}

function mayDiscuss({ token }: TokenView, repository: Repository, level: 'read' | 'write'): boolean {
  return (['pull_requests', 'issues'] as const).some((name) => may({ token, repository }, { name, level }));
}
