import type { Asking } from './asking.ts';
import { GitHubFailure } from './failure.ts';
import type { GitHub } from './github.ts';
import { accountsQuestion } from './questions/accounts.ts';
import { branchQuestion } from './questions/branch.ts';
import { commentQuestions } from './questions/comments.ts';
import { compareQuestion } from './questions/compare.ts';
import { contributorsQuestion } from './questions/contributors.ts';
import { deploymentsQuestion } from './questions/deployments.ts';
import { environmentQuestion } from './questions/environment.ts';
import { environmentApprovalsQuestion } from './questions/environment-approvals.ts';
import { pullRequestQuestions } from './questions/pull-requests.ts';
import { tagQuestion } from './questions/tag.ts';
import { readRunContext } from './read-run-context.ts';
import type { RunContext } from './run-context.ts';
import { type Client, createClient, REAL_PACE, type Send } from './transport/client.ts';
import { createFetch } from './transport/fetch.ts';
import type { Pace } from './transport/retries.ts';

export interface OpenRequest {
  /** `github.token`, or one of an app or a person. */
  readonly token: string;
  /** The variables of the runner. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly log?: { debug(line: string): void };
  /** For one try of one call; 10 s unless told. */
  readonly tryMs?: number;
  /** No try of a call begins later than this; 90 s unless told: GitHub's limits often ask for a minute. */
  readonly totalMs?: number;
  readonly pace?: Pace;
}

const TRY_MS = 10_000;
const TOTAL_MS = 90_000;

/** Three hundred comments of the greatest length, as JSON, in GraphQL. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** Opens GitHub for the repository of this run. Makes no call yet. @throws GitHubFailure for a missing token or odd variables of the runner */
export async function openGitHub(request: OpenRequest): Promise<GitHub> {
  if (request.token.trim() === '') {
    throw new GitHubFailure('token', 'The input `github-token` is empty. Leave it out to use the token of the job.');
  }
  const run = await readRunContext(request.env);
  const client = await openClient(request, run);
  const asking: Asking = { run, client, repository: { owner: run.repository.owner, repo: run.repository.name } };
  return {
    run,
    ...pullRequestQuestions(asking),
    ...commentQuestions(asking),
    environmentApprovals: environmentApprovalsQuestion(asking),
    accounts: accountsQuestion(asking),
    environment: environmentQuestion(asking),
    deployments: deploymentsQuestion(asking),
    compare: compareQuestion(asking),
    contributors: contributorsQuestion(asking),
    branchContains: branchQuestion(asking),
    tag: tagQuestion(asking),
  };
}

async function openClient(request: OpenRequest, run: RunContext): Promise<Client> {
  const { token, env, signal, tryMs = TRY_MS, totalMs = TOTAL_MS, pace = REAL_PACE } = request;
  const debug = (line: string): void => request.log?.debug(line);
  const redact = (text: string): string => text.replaceAll(token, '***');
  const fetch = createFetch({ tryMs, maxBytes: MAX_ANSWER_BYTES, env });
  // Loaded here and not above: it reads variables and files of the process when it is imported, and stops it when it cannot.
  const { getOctokit } = await import(/* webpackMode: "eager" */ '@actions/github');
  const octokit = getOctokit(token, {
    baseUrl: run.urls.api,
    userAgent: 'plimsoll',
    request: { fetch, signal },
    log: { debug, info: debug, warn: debug, error: debug },
  });
  const headers = { 'x-github-api-version': '2022-11-28' };
  const send: Send = (route, parameters) => octokit.request(route, { ...parameters, headers });
  return createClient({ send, graphqlUrl: run.urls.graphql, signal, totalMs, pace, debug, redact });
}
