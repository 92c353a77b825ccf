import { GitHubFailure, type GitHubFailureReason } from '../failure.ts';
import { messageIn, type Reply } from './reply.ts';
import { isRateLimit, mayHaveHappened } from './retries.ts';

/** What was asked, in words for people. */
export interface Purpose {
  /** Such as `read the reviews of pull request #7`. */
  readonly what: string;
  /** What the token needs for it, as lines of `permissions:`. */
  readonly needs: readonly string[];
  /** What to do when the token may not, where `permissions:` do not help. */
  readonly advice?: string;
}

interface Telling extends Purpose {
  readonly redact: (text: string) => string;
}

/** The failure that a last reply amounts to. */
export function failureOf(reply: Reply, purpose: Telling): GitHubFailure {
  if (reply.kind === 'fault') return faultFailure(reply, purpose);
  const reason = reasonOf(reply);
  const detail = purpose.redact(messageIn(reply.data));
  const said = `HTTP ${reply.status}${detail === '' ? '' : `, ${detail}`}`;
  const message = `GitHub did not ${purpose.what} (${said}). ${adviceFor(reason, reply, purpose)}`;
  return new GitHubFailure(reason, message.trim(), { status: reply.status, mayHaveHappened: mayHaveHappened(reply) });
}

type AnswerReply = Reply & { readonly kind: 'answer' };

function faultFailure(reply: Reply & { readonly kind: 'fault' }, purpose: Telling): GitHubFailure {
  const { fault } = reply;
  const reason = fault.kind === 'unreadable' || fault.kind === 'redirect' ? 'unreadable' : 'unavailable';
  return new GitHubFailure(reason, purpose.redact(`GitHub did not ${purpose.what}: ${fault.message}`), {
    mayHaveHappened: mayHaveHappened(reply),
    cause: fault,
  });
}

function reasonOf(reply: AnswerReply): GitHubFailureReason {
  if (isRateLimit(reply)) return 'rate-limit';
  if (reply.status === 401) return 'token';
  if (reply.status === 403) return 'permission';
  if (reply.status === 404 || reply.status === 410) return 'not-found';
  if (reply.status === 409) return 'conflict';
  return reply.status >= 500 || reply.status < 400 ? 'unavailable' : 'refused';
}

function adviceFor(reason: GitHubFailureReason, reply: AnswerReply, purpose: Purpose): string {
  switch (reason) {
    case 'permission':
      return purpose.advice ?? permissionAdvice(acceptedPermissions(reply, purpose.needs) ?? purpose.needs);
    case 'token':
      return 'The token is wrong, expired or revoked: set `github-token` to one that is valid.';
    case 'not-found':
      return `It may not exist, or the token cannot see it: that takes ${listOf(purpose.needs)}.`;
    case 'rate-limit':
      return 'Too many requests; run again later.';
    case 'conflict':
    case 'refused':
    case 'unavailable':
    case 'unreadable':
      return '';
  }
}

/** What to write into the workflow. */
function permissionAdvice(needs: readonly string[]): string {
  return (
    `The token may not do this: it takes ${listOf(needs)} under \`permissions:\` of the job. ` +
    'On pull requests from forks the token of a job can only read, whatever is set there.'
  );
}

function listOf(needs: readonly string[]): string {
  return needs.map((need) => `\`${need}\``).join(' and ');
}

/**
 * What GitHub says would do: `issues=write; pull_requests=write` are two ways, a comma joins what is needed together. The way that the documents
 * speak of is named where it is among them, else the first.
 */
function acceptedPermissions({ headers }: AnswerReply, documented: readonly string[]): readonly string[] | undefined {
  const ways = (headers['x-accepted-github-permissions'] ?? '').split(';').map(permissionsIn);
  return ways.find((way) => way.join() === documented.join()) ?? ways.find((way) => way.length > 0);
}

function permissionsIn(way: string): readonly string[] {
  const pairs = [...way.matchAll(/(?<name>[a-z_]+)=(?<level>[a-z]+)/gu)];
  return pairs.map(({ groups }) => `${(groups?.['name'] ?? '').replaceAll('_', '-')}: ${groups?.['level'] ?? ''}`);
}
