import { GitHubFailure, type GitHubFailureReason } from '../failure.ts';
import { messageIn, type Reply } from './reply.ts';
import { isRateLimit, mayHaveHappened } from './retries.ts';
import type { TransportFault } from './transport-fault.ts';

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
  const said = purpose.redact(fault.message).replace(/\.?$/u, '.');
  return new GitHubFailure(reason, `GitHub did not ${purpose.what}: ${said} ${adviceOn(fault)}`.trim(), {
    mayHaveHappened: mayHaveHappened(reply),
    cause: fault,
  });
}

/** What to look at when there was no answer. */
function adviceOn({ kind, cause }: TransportFault): string {
  if (isUnknownAuthority(cause)) {
    return 'Where a proxy or a GitHub Enterprise Server has a certificate of its own authority, set NODE_EXTRA_CA_CERTS to the file of that authority.';
  }
  switch (kind) {
    case 'not-sent':
      return "The runner cannot reach GitHub's API: check its network, name server and proxy (HTTPS_PROXY, NO_PROXY), and GITHUB_API_URL.";
    case 'lost':
    case 'timeout':
      return "See https://www.githubstatus.com and check the runner's network and proxy, then run again.";
    case 'unreadable':
    case 'redirect':
    case 'aborted':
      return '';
  }
}

/** Codes of OpenSSL's verification, as Node passes them on. */
function isUnknownAuthority(cause: unknown): boolean {
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined;
  return typeof code === 'string' && /SELF_SIGNED|^UNABLE_TO_/u.test(code);
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
      if (isClosedToAll(reply)) return 'No permission changes that.';
      return purpose.advice ?? permissionAdvice(acceptedPermissions(reply, purpose.needs) ?? purpose.needs);
    case 'token':
      return 'The token is wrong, expired or revoked: set `github-token` to one that is valid.';
    case 'not-found':
      return `It may not exist, or the token cannot see it: that takes ${listOf(purpose.needs)}.`;
    case 'rate-limit':
      return 'Too many requests; run again later.';
    case 'unavailable':
      return reply.status >= 500 ? 'See https://www.githubstatus.com, and run again when it is well.' : '';
    case 'conflict':
    case 'refused':
    case 'unreadable':
      return '';
  }
}

/** A locked conversation and an archived repository are refused as what a token may not do. */
function isClosedToAll({ data }: AnswerReply): boolean {
  return /\bis locked\b|\barchived\b/iu.test(messageIn(data));
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
